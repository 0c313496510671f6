import { expect, test } from 'vitest'
import { welcome } from '../../src/bot/welcome.ts'
import type { Policy } from '../../src/changes/policy.ts'
import type { ConversationReference } from '../../src/conversation/messenger.ts'
import type { IntentPorts } from '../../src/intents/intent-ports.ts'
import { labelsFor } from '../../src/language/languages.ts'
import type { FleetSeen } from '../../src/workspace/reader.ts'
import { ada, dana } from '../cards/sample-requests.ts'
import { dev, live, prod } from '../cards/sample-verdicts.ts'
import { textOf } from '../harness/card-content.ts'

const place = (key: string, kind: ConversationReference['kind'] = 'channel'): ConversationReference => ({
  tenantId: dana.tenantId,
  key,
  kind,
  address: {},
})
const here = place('19:here')
const policy: Policy = {
  askers: 'tenant',
  approvers: [ada],
  approvalExpiryMs: 1,
  executionExpiryMs: 1,
}
const two: FleetSeen = { ok: true, fleet: { workspaces: [prod, dev], unread: [] }, freshness: live }

async function saidTo(given: {
  readonly person?: typeof dana
  readonly policy?: Partial<Policy>
  readonly listed?: FleetSeen
  readonly chosen?: ConversationReference
  readonly known?: readonly ConversationReference[]
  readonly isNew?: boolean
  readonly locale?: string
  readonly kind?: ConversationReference['kind']
}) {
  const known = given.known ?? []
  const ports = {
    references: {
      remember: async () => given.isNew ?? true,
      conversation: async (_tenant: string, key: string) => known.find(each => each.key === key),
      approvalsPlace: async () => given.chosen,
    },
    policy: () => ({ ...policy, ...given.policy }),
    reader: { recent: async () => given.listed ?? two },
    labels: labelsFor(given.locale),
  } as unknown as IntentPorts
  const incoming = {
    kind: 'installed',
    activityId: 'a',
    person: given.person ?? dana,
    conversation: { ...here, kind: given.kind ?? 'channel' },
  } as const
  const reply = await welcome(incoming, ports)
  return reply.kind === 'card' ? textOf(reply.card) : reply.kind
}

test('the welcome says which workspaces are seen, who approves and where requests go', async () => {
  const said = await saidTo({})
  for (const part of ['Gatehouse is ready', '2 workspaces', 'Ada', 'go where each one is made', 'ws-prod'])
    expect(said).toContain(part)
  expect(said).toContain('Mention Gatehouse')
  expect(await saidTo({ kind: 'personal' })).not.toContain('Mention Gatehouse')
})

test('and in French', async () => {
  expect(await saidTo({ locale: 'fr-FR' })).toContain('Gatehouse est prêt')
})

test('it is said once for each installation', async () => {
  expect(await saidTo({ isNew: false })).toBe('nothing')
})

test.each([
  ['nobody approves', { policy: { approvers: [] } }, 'Nobody is named as an approver'],
  [
    'no workspace is seen',
    { listed: { ...two, fleet: { workspaces: [], unread: [] } } as FleetSeen },
    'sees no workspace',
  ],
  [
    'Azure does not answer',
    { listed: { ok: false, trouble: { is: 'timed-out' } } as FleetSeen },
    'cannot list workspaces',
  ],
  [
    'the policy names a place where the bot is not',
    { policy: { approvalsConversation: '19:there' } },
    'has not been added there',
  ],
])('where %s, it says what is still to be set up', async (_what, given, sentence) => {
  const said = await saidTo(given)
  expect(said).toContain('something is still to be set up')
  expect(said).toContain(sentence)
})

test.each([
  [
    'the policy names this conversation',
    { policy: { approvalsConversation: here.key }, known: [here] },
    'to this conversation',
  ],
  [
    'the policy names another one',
    { policy: { approvalsConversation: '19:x' }, known: [place('19:x')], chosen: here },
    'that was chosen',
  ],
  ['an approver chose this one', { chosen: here }, 'to this conversation'],
  ['an approver chose another one', { chosen: place('19:x') }, 'that was chosen'],
])('where %s, it says so', async (_what, given, sentence) => {
  expect(await saidTo(given)).toContain(sentence)
})

test('somebody who may not ask gets help, and hears of no workspace and no approver', async () => {
  const said = await saidTo({ policy: { askers: [] } })
  expect(said).toContain('What Gatehouse does')
  expect(said).not.toMatch(/2 workspaces|Ada/)
})
