import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noStore, tonguesOf } from '../../src/adapters/console/no-store.ts'
import { turn } from '../../src/bot/turn.ts'
import { verbs } from '../../src/cards/verbs.ts'
import { type Permissions, readAction } from '../../src/changes/permissions.ts'
import type { Policy } from '../../src/changes/policy.ts'
import type { Page, PageAsked, Register, RegisterFilter } from '../../src/changes/register.ts'
import type { ApprovalRequest, RequestState } from '../../src/changes/request.ts'
import type { Incoming } from '../../src/conversation/incoming.ts'
import type { KnownPerson } from '../../src/conversation/person.ts'
import { intentNames } from '../../src/understanding/parsed.ts'
import type { GatewayAnswer } from '../../src/workspace/gateway.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { workspaceReader } from '../../src/workspace/reader.ts'
import { parseWorkspaceId, sameWorkspace } from '../../src/workspace/workspace-id.ts'
import { memoryRequests } from '../bot/memory-requests.ts'
import { library } from '../cards/sample-answers.ts'
import { ada, amir, dana, requestFor } from '../cards/sample-requests.ts'
import { fqdn, planFor, workspaceNamed } from '../cards/sample-tenant.ts'
import { fileOf } from '../understanding/corpus-index.ts'

const now = Date.UTC(2026, 10, 22, 14, 5)
const hosts = ['docker.io', 'hf.co']
const rules = [fqdn('hub', ['huggingface.co'])]
const common = [
  workspaceNamed('ws-prod', { rules }),
  workspaceNamed('ws-dev', { isolationMode: 'AllowInternetOutbound' }),
  workspaceNamed('ws-research', { status: 'Inactive' }),
]
/** In a resource group where nobody of the test may read. */
const vault = elsewhere(workspaceNamed('wz-vault', { rules }))
/** Spoken of in one channel only. */
const lodge = workspaceNamed('wz-lodge', { rules })
const secret = /wz-vault|wz-lodge|rg-vault|of the vault/

function elsewhere(workspace: Workspace): Workspace {
  const id = parseWorkspaceId(workspace.id.replace('rg-science', 'rg-vault'))
  if (id === undefined) throw new Error('this is no id')
  return { ...workspace, id }
}

const policy: Policy = {
  askers: 'tenant',
  approvers: [ada, amir],
  approvalExpiryMs: 1e9,
  executionExpiryMs: 1e9,
  rules: [{ name: 'lodge', where: { workspaces: ['wz-lodge'] }, sets: { conversations: ['19:lodge'] } }],
}

const decision = { verdict: 'approve', by: ada, at: now, comment: 'of the vault' } as const
const states: readonly RequestState[] = [
  { is: 'awaiting-approval' },
  { is: 'approved', decision },
  { is: 'done', decision, at: now, result: 'effective' },
  { is: 'rejected', decision: { ...decision, verdict: 'reject' }, at: now },
]
const idOf = (number: number) => `11111111-1111-4111-8111-${String(number).padStart(12, '0')}`
function requestIn(workspace: Workspace, number: number, state: RequestState): ApprovalRequest {
  const change = { kind: 'allow-hosts', workspaceId: workspace.id, hosts } as const
  return {
    ...requestFor(planFor(workspace, hosts), change, state, now),
    ...{ id: idOf(number), number, digest: String(number), requester: amir },
    reason: workspace.name === 'ws-prod' ? 'A sprint.' : 'The treasure of the vault.',
  }
}
const open = requestIn(common[0] ?? vault, 3, { is: 'awaiting-approval' })
const hiddenOnes = states.flatMap((state, at) => [
  requestIn(vault, 10 + at, state),
  requestIn(lodge, 20 + at, state),
])

/** As the store's: newest first, of the tenant. */
function registerOf(requests: readonly ApprovalRequest[]): Register {
  const found = (filter: RegisterFilter) =>
    requests
      .filter(each => filter.number === undefined || each.number === filter.number)
      .filter(each => filter.requester === undefined || each.requester.objectId === filter.requester)
      .filter(each => filter.states === undefined || filter.states.includes(each.state.is))
      .filter(each => filter.workspaces?.includes(each.plan.workspaceName) ?? true)
      .filter(_each => filter.hosts?.some(host => hosts.includes(host)) ?? true)
      .filter(each => filter.awaits === undefined || each.state.is === 'awaiting-approval')
      .toSorted((a, b) => b.number - a.number)
  const pageOf = <Item>(
    all: readonly Item[],
    placeOf: (item: Item) => number,
    { before, atMost }: PageAsked,
  ) => {
    const rest = all.filter(each => before === undefined || placeOf(each) < before)
    const items = rest.slice(0, atMost)
    const last = items.at(-1)
    const page: Page<Item> = { items }
    return rest.length > atMost && last !== undefined ? { ...page, older: placeOf(last) } : page
  }
  return {
    requests: async (filter, asked) => pageOf(found(filter), each => each.number, asked),
    history: async (filter, asked) =>
      pageOf(
        found(filter).map(request => ({
          seq: request.number,
          at: now,
          by: 'Amir Approver',
          event: 'submitted' as const,
          comment: request.reason,
          request,
        })),
        each => each.seq,
        asked,
      ),
  }
}

const mayRead = async (): Promise<GatewayAnswer<readonly []>> => ({ ok: true, value: [] })
const permissions: Permissions = {
  onWorkspace: mayRead,
  inSubscription: async () => ({
    ok: true,
    value: [
      {
        scope: '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-science',
        actions: [readAction],
        notActions: [],
      },
    ],
  }),
}

/** All that somebody is answered, and what is done for them, in a tenant with these workspaces and requests. */
function tenant(workspaces: readonly Workspace[], requests: readonly ApprovalRequest[], sees = permissions) {
  const gateway = {
    list: async () => ({ ok: true, value: { workspaces, unread: [] } }) as const,
    read: async (id: Workspace['id']) => {
      const value = workspaces.find(each => sameWorkspace(each.id, id))
      return value === undefined
        ? ({ ok: false, trouble: { is: 'not-found' } } as const)
        : ({ ok: true, value } as const)
    },
  }
  return async (incoming: Incoming) => {
    const done: unknown[] = []
    const store = memoryRequests(...requests)
    const reply = await turn(incoming, {
      ...noStore,
      reader: workspaceReader(gateway, () => now),
      library,
      requests: store,
      register: registerOf(requests),
      lookup: {
        byNumber: async (_, number) => requests.find(each => each.number === number),
        latestOf: async ({ objectId }) => requests.findLast(each => each.requester.objectId === objectId),
        durations: async () => [],
      },
      subscriptions: {
        ...noStore.subscriptions,
        subscribe: async ({ workspaceName }) => void done.push(['subscribed', workspaceName]),
      },
      conversations: {
        recall: async () =>
          workspaces.includes(vault) ? { here: { name: vault.name, by: 'Amir Approver' } } : {},
        keep: async () => {},
        setDefault: async () => {},
      },
      openDecision: async ({ id }) => void done.push(['opened', id]),
      tongues: tonguesOf(undefined),
      policy: () => policy,
      permissions: sees,
      planOptions: { ruleShape: 'combined', isWritable: () => false },
      now: () => now,
      newId: () => '22222222-2222-4222-8222-222222222222',
    })
    const watched = store.all().flatMap(({ watchers = [] }) => watchers)
    return JSON.stringify({ reply, done, watched })
  }
}

const place = {
  tenantId: dana.tenantId,
  key: '19:science;messageid=1',
  kind: 'channel',
  address: {},
} as const
const from = (person: KnownPerson) => ({ activityId: 'u1', person, conversation: place })
const says = (text: string, person: KnownPerson): Incoming => ({ kind: 'message', text, ...from(person) })
const presses = (verb: string, data: Readonly<Record<string, unknown>>, person: KnownPerson): Incoming => ({
  ...{ kind: 'press', verb, data, trigger: 'manual', via: 'execute' },
  ...from(person),
})

const known = tenant(common, [open])
const whole = tenant([...common, vault, lodge], [open, ...hiddenOnes])

/** A few texts of each intent, about the hidden workspaces and requests, or something that is spelt like them. */
const perIntent = 3
const corpus = `${fileOf('corpus/own.jsonl')}\n${fileOf('corpus/development.jsonl')}`
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as { readonly text: string; readonly intent: string })
const texts = intentNames
  .flatMap(intent => corpus.filter(each => each.intent === intent).slice(0, perIntent))
  .map(({ text }) => text)
const spelt = ['wz-vault', 'wz-vautl', 'wz-lodge', 'wz-lodg', 'ws-prod']
const numbers = [3, 10, 12, 20, 22]

describe('a workspace that somebody may not know of', () => {
  it('leaves no trace in what a text is answered, of whatever intent', async () => {
    const asked = texts.map((text, at) =>
      text
        .replace(/\b(?:ws|mlw|genai|finance|prod|claims|hub)-[\w-]+/g, spelt[at % spelt.length] ?? '')
        .replace(/#\d+/g, `#${numbers[at % numbers.length]}`),
    )
    const own = [
      'my requests',
      'my approvals',
      'what is pending?',
      'show its network',
      'use no workspace here',
    ]
    const byName = spelt.flatMap(each => [`show ${each}`, `history of ${each}`, `requests in ${each}`])
    const byNumber = numbers.flatMap(each => [
      ...[`show #${each}`, `approve #${each}`, `who approved #${each}?`],
      ...[`how far is #${each}?`, `tell me when #${each} is done`],
    ])
    const plain = [...own, ...byName, ...byNumber, 'did anyone open docker.io?', 'use wz-vautl here']
    const people = [dana, ada]
    for (const [at, text] of [...asked, ...plain].entries())
      for (const person of at < asked.length ? people.slice(at % 2, (at % 2) + 1) : people) {
        const without = await known(says(text, person))
        expect([text, await whole(says(text, person))]).toEqual([text, without])
        if (!secret.test(text)) expect(without).not.toMatch(secret)
      }
  }, 60_000)

  it('leaves none in what a button is answered, whatever it carries', async () => {
    const workspace = fc.constantFrom(vault.id, lodge.id)
    const request = fc.constantFrom(...hiddenOnes.map(({ id }) => id))
    const question = fc.record({ workspace, collection: fc.constantFrom('huggingface', 'meta') })
    const pressed = fc.oneof(
      fc.tuple(fc.constantFrom(verbs.showRequest, verbs.watch), fc.record({ request })),
      fc.tuple(fc.constantFrom(verbs.canUse, verbs.openRequest), question),
      fc.tuple(
        fc.constantFrom(verbs.showNetwork, verbs.waitForNetwork, verbs.openProvisioning, verbs.openChange),
        fc.record({ workspace, allow: fc.constantFrom('', 'hf.co') }),
      ),
      fc.tuple(
        fc.constant(verbs.listRequests),
        fc.record({
          scope: fc.constantFrom('mine', 'open', 'for-me'),
          before: fc.constantFrom('4', '21', '99'),
        }),
      ),
      fc.tuple(fc.constant(verbs.history), fc.record({ number: fc.constantFrom('10', '20') })),
    )
    await fc.assert(
      fc.asyncProperty(pressed, fc.constantFrom(dana, ada), async ([verb, data], person) => {
        const incoming = presses(verb, data, person)
        expect(await whole(incoming)).toEqual(await known(incoming))
      }),
      { numRuns: 200 },
    )
  })

  it('is there for whoever may read it, and in the place where it may be spoken of', async () => {
    const all = tenant([...common, vault, lodge], [open, ...hiddenOnes], {
      ...permissions,
      inSubscription: async () => ({
        ok: true,
        value: [{ scope: '/', actions: [readAction], notActions: [] }],
      }),
    })
    expect(await all(says('which workspaces are there?', dana))).toContain('wz-vault')
    expect(await all(says('history of wz-vault', dana))).toContain('The treasure of the vault')
    expect(await all(says('show #10', dana))).toContain('wz-vault')
    expect(await all(says('what is pending?', dana))).not.toContain('wz-lodge')
    const there = { ...place, key: '19:lodge;messageid=7' }
    expect(await all({ ...says('what is pending?', dana), conversation: there } as Incoming)).toContain(
      'wz-lodge',
    )
  })

  it('is not told of, and that is said, where permissions cannot be read; one’s own requests are', async () => {
    const blind = tenant([...common, vault], [open, ...hiddenOnes], {
      ...permissions,
      inSubscription: async () => ({ ok: false, trouble: { is: 'timed-out' } }),
    })
    for (const text of ['what is pending?', 'show #10', 'history of wz-vault', 'approve #10']) {
      const said = await blind(says(text, ada))
      expect(said).toContain('Azure did not answer in time')
      expect(said).not.toContain('the vault')
    }
    expect(await blind(says('my requests', amir))).toContain('wz-vault')
  })
})
