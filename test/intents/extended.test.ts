import { expect, it } from 'vitest'
import type { Change } from '../../src/changes/change.ts'
import { plan } from '../../src/changes/plan.ts'
import { dayMs, type LimitEntered } from '../../src/changes/time-limit.ts'
import { submitExtendForm } from '../../src/intents/extend-request.ts'
import type { IntentPorts } from '../../src/intents/intent-ports.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { memoryRequests } from '../bot/memory-requests.ts'
import { portsNotNeeded } from '../bot/not-needed.ts'
import { textOf } from '../cards/card-reading.ts'
import { lookUpPorts } from '../cards/sample-answers.ts'
import { ada, dana, requestFor } from '../cards/sample-requests.ts'
import { workspaceNamed } from '../cards/sample-tenant.ts'
import { now } from '../cards/sample-verdicts.ts'

const prod = workspaceNamed('ws-prod', {})
const change: Change = {
  ...{ kind: 'allow-hosts', workspaceId: prod.id, hosts: ['hf.co'], until: now + 30 * dayMs },
}
const planned = plan(change, prod, { ruleShape: 'combined', isWritable: () => false })
if (!planned.ok) throw new Error(planned.refusal.is)
const decision = { verdict: 'approve', by: ada, at: now } as const
const opened = requestFor(planned.plan, change, { is: 'done', decision, at: now, result: 'effective' }, now)
const place = { tenantId: dana.tenantId, key: 'thread', kind: 'channel', address: {} } as const

async function extended(limit: LimitEntered, language: 'en' | 'fr' = 'en') {
  const ports: IntentPorts = {
    ...lookUpPorts(labelsFor(language), [prod]),
    requests: memoryRequests(opened),
    policy: () => ({ askers: 'tenant', approvers: [ada], approvalExpiryMs: 1e9, executionExpiryMs: 1e9 }),
    ...portsNotNeeded,
    answersInPlace: true,
    newId: () => '22222222-2222-4222-8222-222222222222',
  }
  const entered = { request: opened.id, form: '22222222-2222-4222-8222-222222222222', reason: 'On.', limit }
  const reply = await submitExtendForm(entered, dana, { conversation: place }, ports)
  if (reply.kind !== 'card') throw new Error(`The reply is ${reply.kind}.`)
  return textOf(reply.card).join('\n')
}

it('an extension that ends no later than what it extends is refused in the form, and for good is always longer', async () => {
  expect(await extended({ days: '7' })).toContain('an end that is later than the present one')
  expect(await extended({ days: '7' }, 'fr')).toContain('une fin plus tardive que l’actuelle')
  const day = new Date(now + 60 * dayMs).toISOString().slice(0, 10)
  for (const limit of [{ days: '0' }, { day }])
    expect(await extended(limit)).not.toContain('later than the present one')
})
