import { expect, it } from 'vitest'
import { newsOf } from '../../src/cards/news.ts'
import { claimsOf } from '../../src/changes/claims.ts'
import { plan } from '../../src/changes/plan.ts'
import type { ApprovalRequest } from '../../src/changes/request.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { ada, dana, requestFor } from '../cards/sample-requests.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'
import { road } from './road.ts'

const workspace = workspaceNamed('ws-prod', {
  rules: [fqdn('docker', ['docker.io', 'production.cloudflare.docker.com']), fqdn('hub', ['hf.co'])],
})
const options = { ruleShape: 'combined', isWritable: () => false } as const
const approved = { is: 'approved', decision: { verdict: 'approve', by: ada, at: 1_000_000 } } as const

function removal(hosts: readonly string[]): ApprovalRequest {
  const change = { kind: 'remove-hosts', workspaceId: workspace.id, hosts } as const
  const planned = plan(change, workspace, options)
  if (!planned.ok) throw new Error(planned.refusal.is)
  return requestFor(planned.plan, change, approved, 1_000_000)
}

/** Somebody else's request, which let these hosts through and was done while the removal waited. */
function claim(like: ApprovalRequest, hosts: readonly string[], at: number): ApprovalRequest {
  return {
    ...like,
    id: '22222222-2222-4222-8222-222222222222',
    number: 11,
    requester: ada,
    change: { kind: 'allow-hosts', workspaceId: workspace.id, hosts },
    plan: {
      ...like.plan,
      effect: {
        workspace: like.plan.effect.workspace,
        isolationMode: 'AllowOnlyApprovedOutbound',
        hosts,
        createsFirewall: false,
        provisions: false,
      },
      alreadyCovered: [],
    },
    state: { is: 'done', decision: { verdict: 'approve', by: dana, at }, at, result: 'effective' },
  }
}

it('a removal leaves in place what somebody came to count on while it waited, and says who', async () => {
  const request = removal(['docker.io', 'production.cloudflare.docker.com'])
  const on = road(workspace, request, { others: [claim(request, ['docker.io'], 1_000_000)] })
  const state = await on.drive()
  expect(state).toMatchObject({ is: 'done', kept: [{ host: 'docker.io', why: 'claimed' }] })
  expect(on.azure.workspace().network.rules.find(({ name }) => name === 'docker')).toMatchObject({
    destinations: ['docker.io'],
  })
  const done = on.request()
  const text = newsOf(done, undefined, undefined, labelsFor('en')).text
  expect(text).toContain('docker.io')
  expect(text).toContain('#11')
  // The claim outlives the removal that left the host alone.
  expect(claimsOf([claim(request, ['docker.io'], 1), done]).get('docker.io')).toHaveLength(1)
})

it('a removal of nothing but such hosts ends without a write', async () => {
  const request = removal(['hf.co'])
  const on = road(workspace, request, { others: [claim(request, ['hf.co'], 1_000_000)] })
  expect(await on.drive()).toMatchObject({ is: 'done', kept: [{ host: 'hf.co' }] })
  expect(on.azure.writes).toEqual([])
})
