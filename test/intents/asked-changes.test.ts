import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/adapters/console/structured-facts.ts'
import { cardOfText } from '../../src/bot/last-card.ts'
import { limitMeant } from '../../src/bot/limit-said.ts'
import { proposeAsked } from '../../src/bot/propose-asked.ts'
import { answerCard } from '../../src/cards/answer-card.ts'
import { type LookUp, lookUp, readLookUp } from '../../src/cards/look-up.ts'
import { requestCard } from '../../src/cards/request-card.ts'
import type { Change } from '../../src/changes/change.ts'
import { plan } from '../../src/changes/plan.ts'
import type { ApprovalRequest, RequestState } from '../../src/changes/request.ts'
import type { KnownPerson } from '../../src/conversation/person.ts'
import type { IntentPorts } from '../../src/intents/intent-ports.ts'
import { answerLookUp } from '../../src/intents/look-up.ts'
import { submitChangeForm } from '../../src/intents/request-change.ts'
import { requestView, viewOf } from '../../src/intents/request-view.ts'
import { answerShowRequest } from '../../src/intents/show-request.ts'
import { pressWatch } from '../../src/intents/watch-request.ts'
import { labelsFor } from '../../src/language/languages.ts'
import type { Parsed } from '../../src/understanding/parsed.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { memoryRequests } from '../bot/memory-requests.ts'
import { portsNotNeeded } from '../bot/not-needed.ts'
import { buttonsOf, elementsOf, textOf } from '../cards/card-reading.ts'
import { library, lookUpPorts } from '../cards/sample-answers.ts'
import { ada, amir, dana, requestFor } from '../cards/sample-requests.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'
import { hub, now, project } from '../cards/sample-verdicts.ts'

const en = labelsFor('en')
const open = fqdn('python-packages', ['pypi.org', 'anaconda.com', '*huggingface.co', '*docker.io'])
const prod = workspaceNamed('ws-prod', { rules: [open] })
const research = workspaceNamed('ws-research', { rules: [open] })
const place = { tenantId: dana.tenantId, key: 'thread', kind: 'channel', address: {} } as const

function portsOver(
  workspaces: readonly Workspace[],
  requests: readonly ApprovalRequest[] = [],
  approvers: readonly KnownPerson[] = [ada],
): IntentPorts {
  return {
    ...lookUpPorts(en, workspaces),
    requests: memoryRequests(...requests),
    policy: () => ({ askers: 'tenant', approvers, approvalExpiryMs: 1e9, executionExpiryMs: 1e9 }),
    ...portsNotNeeded,
    answersInPlace: true,
    newId: () => '22222222-2222-4222-8222-222222222222',
  }
}

function requested(change: Change, workspace: Workspace, state: RequestState): ApprovalRequest {
  const planned = plan(change, workspace, { ruleShape: 'combined', isWritable: () => false })
  if (!planned.ok) throw new Error(`There is no plan: ${planned.refusal.is}.`)
  return requestFor(planned.plan, change, state, now)
}

const about = { collections: [], workspaces: [], models: [], fqdns: ['docs.foo.org'] }
const asksFor = (fqdns: readonly string[]): Parsed => ({
  ...{ intent: 'request_allow', entities: { ...about, fqdns }, confidence: 1, clarify: [] },
  ...{ ambiguous: {}, unknown: [], suggestions: [] },
})
const removal: Change = { kind: 'remove-hosts', workspaceId: prod.id, hosts: ['*huggingface.co'] }
const allowed: Change = {
  kind: 'allow-hosts',
  workspaceId: prod.id,
  hosts: ['cdn.example.org'],
}

async function proposed(
  intent: 'request_allow' | 'request_remove' | 'provision_network',
  asked: Parameters<typeof lookUp>[1],
  ports = portsOver([prod, research]),
) {
  const reply = await proposeAsked(intent, lookUp('show_network', asked), dana, ports)
  if (reply?.kind !== 'card') throw new Error(`The reply is ${reply?.kind}.`)
  return { said: textOf(reply.card).join('\n').replaceAll('\\', ''), buttons: buttonsOf(reply.card) }
}

describe('a change that is asked for without a workspace', () => {
  it('is asked back with the change on every button, where it can do something', async () => {
    const named = { fqdns: ['cdn.example.org'], text: 'open cdn.example.org' }
    const { said, buttons } = await proposed('request_allow', named)
    expect(said).toContain('Which workspace do you mean?')
    expect(buttons.slice(0, 2).map(({ title, data }) => [title, data?.allow])).toEqual([
      ['ws-prod', 'cdn.example.org'],
      ['ws-research', 'cdn.example.org'],
    ])
    const waiting = workspaceNamed('ws-new', { status: 'Inactive' })
    const asked = { spark: true, text: 'provision the network with spark' }
    const one = await proposed('provision_network', asked, portsOver([prod, waiting]))
    expect(one.said).toContain('Do you mean ws-new?')
    expect(one.buttons[0]?.data).toMatchObject({ spark: 'true' })
  })

  it('takes the time for which it is wanted along on every button, of a workspace that is not known too', async () => {
    const limit = { days: '30' }
    for (const workspaces of [[], ['ws-prodd']])
      for (const asked of [{ fqdns: ['docs.foo.org'] }, { collections: ['huggingface'] }]) {
        const { buttons } = await proposed('request_allow', { ...asked, workspaces, limit, text: '' })
        expect(buttons[0]?.data?.limitDays).toBe('30')
      }
  })

  it('keeps the time for an answer that is typed, of the same hosts only', () => {
    const last = { ...about, lastIntent: 'request_allow', limit: { days: '30' } } as const
    expect(limitMeant('ws-prod', asksFor(['docs.foo.org']), last, now)).toEqual({ days: '30' })
    expect(limitMeant('ws-prod for 7 days', asksFor(['docs.foo.org']), last, now)).toEqual({ days: '7' })
    expect(limitMeant('allow bar.org', asksFor(['bar.org']), last, now)).toBeUndefined()
    const card = cardOfText(asksFor(['docs.foo.org']), { kind: 'nothing' }, {}, last.limit)
    expect(card.limit).toEqual({ days: '30' })
  })

  it('says where a time was not understood, and the form does not offer for good in its place', async () => {
    for (const [language, words] of [
      ['en', 'was not understood'],
      ['fr', 'n’a pas été comprise'],
    ] as const) {
      const labels = labelsFor(language)
      const ports = { ...portsOver([prod]), labels }
      const limit = limitMeant(
        'allow docs.foo.org in ws-prod for 400 days',
        asksFor(['docs.foo.org']),
        {},
        now,
      )
      expect(limit).toEqual({ days: '?' })
      const asked = { fqdns: ['docs.foo.org'], workspaces: ['ws-prod'], limit: limit ?? {}, text: '' }
      const { said, buttons } = await proposed('request_allow', asked, ports)
      expect(said).toContain(words)
      expect(buttons[0]?.data).toMatchObject({ limitDays: '?' })
      const form = {
        workspace: prod.id,
        form: '1',
        allow: 'docs.foo.org',
        reason: 'A pilot.',
        limit: { days: '?' },
      }
      const sent = await submitChangeForm(form, dana, { conversation: place }, ports)
      const again = sent.kind === 'card' ? sent.card : {}
      expect(elementsOf(again).find(({ id }) => id === 'in_limit')?.value).toBe('?')
    }
  })

  it('offers for a rule by its name only the workspaces that have it', async () => {
    const own = workspaceNamed('ws-own', { rules: [fqdn('allow-hf', ['huggingface.co'])] })
    const asked = { rules: ['allow-hf'], text: 'remove rule allow-hf' }
    const { said, buttons } = await proposed('request_remove', asked, portsOver([prod, own]))
    expect(said).toContain('Do you mean ws-own?')
    expect(buttons[0]?.data?.remove).toBe('huggingface.co')
  })

  it.each(['remove rule allow-hf', 'supprime la règle allow-hf'])(
    'does so too where the last card showed one without it: %s',
    async text => {
      const own = workspaceNamed('ws-own', { rules: [fqdn('allow-hf', ['huggingface.co'])] })
      const asked = { rules: ['allow-hf'], workspaces: ['ws-prod'], text }
      const { said, buttons } = await proposed('request_remove', asked, portsOver([prod, own]))
      expect(said).toContain('Do you mean ws-own?')
      expect(buttons[0]?.data?.remove).toBe('huggingface.co')
    },
  )

  it.each(['remove rule allow-hf from WS prod', 'remove rule allow-hf there', 'remove rule python-packages'])(
    'but keeps to a workspace that is meant: %s',
    async text => {
      const own = workspaceNamed('ws-own', { rules: [fqdn('allow-hf', ['huggingface.co'])] })
      const rules = text.match(/allow-hf|python-packages/) ?? []
      const asked = { rules, workspaces: ['ws-prod'], text }
      const { said } = await proposed('request_remove', asked, portsOver([prod, own]))
      expect(said).not.toContain('ws-own')
      expect(said).toContain('ws-prod')
    },
  )
})

describe('a change that is asked for in several workspaces', () => {
  it('is asked back, and each button carries only what was said of its workspace', async () => {
    const { said, buttons } = await proposed('request_remove', {
      fqdns: ['pypi.org', 'anaconda.com'],
      workspaces: ['ws-prod', 'ws-research'],
      text: 'remove pypi.org from ws-prod and anaconda.com from ws-research',
    })
    expect(said).toContain('One workspace at a time: which first?')
    expect(buttons.slice(0, 2).map(({ title, data }) => [title, data?.remove])).toEqual([
      ['ws-prod', 'pypi.org'],
      ['ws-research', 'anaconda.com'],
    ])
  })

  it('carries every host to every workspace where they are not told apart', async () => {
    const { buttons } = await proposed('request_allow', {
      fqdns: ['a.example.org', 'b.example.org'],
      workspaces: ['ws-prod', 'ws-research'],
      text: 'allow a.example.org and b.example.org in ws-prod and ws-research',
    })
    expect(buttons.slice(0, 2).map(({ data }) => data?.allow)).toEqual([
      'a.example.org,b.example.org',
      'a.example.org,b.example.org',
    ])
  })

  it('is asked back where all are meant', async () => {
    const { said, buttons } = await proposed('request_allow', {
      fqdns: ['huggingface.co'],
      text: 'allow huggingface.co in all workspaces',
    })
    expect(said).toContain('One workspace at a time')
    expect(buttons.map(({ title }) => title)).toContain('ws-research')
  })
})

it('a change in a project says that it is one of its hub', async () => {
  const { said } = await proposed(
    'request_allow',
    { fqdns: ['ghcr.io'], workspaces: [project.name], text: '' },
    portsOver([hub, project]),
  )
  expect(said).toContain(`${project.name} is a project and uses the managed network of its hub, ${hub.name}`)
  expect(said).toContain('all projects of that hub')
})

it('a project whose hub cannot be read is told as one, and its hub named', async () => {
  const answer = await answerLookUp(
    lookUp('can_use', { collections: ['huggingface'], workspaces: [project.name] }),
    portsOver([project]),
  )
  const said = textOf(answerCard(answer, en).card).join('\n')
  expect(said).toContain(hub.name)
  expect(said).not.toContain('There is no workspace')
})

it('the form for a change keeps the ticks when it is shown again', async () => {
  const reply = await submitChangeForm(
    {
      workspace: prod.id,
      form: '22222222-2222-4222-8222-222222222222',
      allow: 'https://quay.example.org/simple',
      remove: 'pypi.org,anaconda.com',
      reason: 'Not used any more.',
    },
    dana,
    { conversation: place },
    portsOver([prod]),
  )
  if (reply.kind !== 'card') throw new Error(`The reply is ${reply.kind}.`)
  const body = reply.card.body as readonly { readonly id?: string; readonly value?: string }[]
  expect(body.find(({ id }) => id === 'in_remove')?.value).toBe('pypi.org,anaconda.com')
})

describe('an answer about several', () => {
  const asked = lookUp('can_use', {
    collections: ['huggingface', 'curated'],
    workspaces: ['ws-bare', 'ws-bear', 'ws-other'],
  })
  const bare = workspaceNamed('ws-bare', {})
  const ports = portsOver([bare, workspaceNamed('ws-other', {})])

  it('lets each be requested with one press, and names the closest to a name that is none', async () => {
    const { card } = answerCard(await answerLookUp(asked, ports), en)
    const requests = buttonsOf(card).filter(({ title }) => title?.startsWith('Request '))
    expect(requests.map(({ title }) => title)).toContain('Request Hugging Face in ws-bare…')
    expect(requests).toHaveLength(4)
    expect(textOf(card).join('\n')).toContain('The closest name is ws-bare.')
  })

  it('names the hosts, and each workspace once, to a program', async () => {
    const facts = factsOf(await answerLookUp({ ...asked, workspaces: ['ws-bare'] }, ports), en)
    expect(facts.hosts).toContain('huggingface.co')
    expect(facts.workspaces).toEqual(['ws-bare'])
  })
})

it('a removal under way is told in place of an offer to request', async () => {
  const decision = { verdict: 'approve', by: ada, at: now } as const
  const closing = requested(removal, prod, { is: 'approved', decision })
  const asked = lookUp('can_use', { collections: ['huggingface'], workspaces: ['ws-prod'] })
  const hf = library.collection('huggingface')?.hosts[0]?.host ?? ''
  const listed = workspaceNamed('ws-prod', { rules: [fqdn('hf', [hf])] })
  const goes = requested({ ...removal, hosts: [hf] }, listed, closing.state)
  const { card } = answerCard(await answerLookUp(asked, portsOver([listed], [goes])), en)
  expect(textOf(card).join('\n')).toContain('is closing it now')
  expect(buttonsOf(card).filter(({ title }) => title?.startsWith('Request '))).toEqual([])
})

it('what is odd about one rule is said once', async () => {
  const asked = lookUp('can_use', { collections: ['huggingface'], workspaces: ['ws-prod'] })
  const answer = await answerLookUp(asked, portsOver([prod]))
  if (answer.is !== 'verdict') throw new Error(`The answer is ${answer.is}.`)
  const odd = answer.data.verdict.reasons.filter(({ code }) => code === 'wide-wildcard')
  expect(odd).toHaveLength(2)
})

it('a removal names the collections that stop working', async () => {
  const hosts = library.collection('curated')?.hosts.map(({ host }) => host) ?? []
  const curated = workspaceNamed('ws-prod', { rules: [fqdn('curated', hosts)] })
  const [gone = ''] = hosts
  const asked = { fqdns: [gone], workspaces: ['ws-prod'], text: '' }
  const { said } = await proposed('request_remove', asked, portsOver([curated]))
  expect(said).toContain(`Usable now and no longer afterwards: ${library.collection('curated')?.name}`)
})

it('whichever workspace is meant can be picked, page by page', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `ws-${String(at).padStart(2, '0')}`)
  const ports = portsOver(names.map(name => workspaceNamed(name, {})))
  const seen: string[] = []
  let asked: LookUp | undefined = lookUp('can_use', { collections: ['huggingface'] })
  while (asked !== undefined) {
    const buttons = buttonsOf(answerCard(await answerLookUp(asked, ports), en).card)
    seen.push(...buttons.map(({ title }) => title).filter(title => title.startsWith('ws-')))
    const more = buttons.find(({ title }) => title === 'More…')
    asked = more === undefined ? undefined : readLookUp(more.data)
  }
  expect(seen).toEqual(names)
})

describe('an order about a request that a press would be refused for', () => {
  const asking = { activityId: 'a', person: dana, conversation: place }
  const registered = (request: ApprovalRequest) => ({
    ...portsOver([prod], [request]),
    register: {
      requests: async () => ({ items: [request] }),
      history: async () => ({ items: [] }),
    },
    openDecision: async () => {},
  })

  it.each([
    [
      'withdraw',
      { is: 'approved', decision: { verdict: 'approve', by: ada, at: now } },
      'neither be withdrawn nor decided',
    ],
    ['approve', { is: 'awaiting-approval' }, 'own request'],
  ] as const)('%s is answered with the card and why', async (wants, state, why) => {
    const request = requested(allowed, prod, state)
    const reply = await answerShowRequest(request.number, asking, registered(request), wants)
    if (reply.kind !== 'card') throw new Error(`The reply is ${reply.kind}.`)
    expect(textOf(reply.card).at(-1)).toContain(why)
  })
})

describe('whoever is told too', () => {
  const waiting = { is: 'awaiting-approval' } as const

  it('is not asked to watch their own request, and is warned before', async () => {
    const request = requested(allowed, prod, waiting)
    const asked = { fqdns: ['cdn.example.org'], workspaces: ['ws-prod'], text: '' }
    const own = await proposed('request_allow', asked, portsOver([prod], [request]))
    expect(own.buttons.map(({ title }) => title)).not.toContain('Tell me too')
    const other = requested(allowed, prod, waiting)
    const theirs = await proposed('request_allow', asked, portsOver([prod], [{ ...other, requester: amir }]))
    expect(theirs.buttons.map(({ title }) => title)).toContain('Tell me too')
    expect(theirs.said).toContain('cannot decide it any more')
  })

  it('stays able to decide where too few others are left', async () => {
    const request = requested(allowed, prod, waiting)
    const alone = await pressWatch(request.id, ada, place, portsOver([prod], [request], [ada]))
    expect(alone).toMatchObject({ kind: 'text', text: expect.stringContaining('You are needed to decide') })
    const second = portsOver([prod], [request], [ada, amir])
    const told = await pressWatch(request.id, ada, place, second)
    expect(told).toMatchObject({ kind: 'text', text: expect.stringContaining('You will be told here') })
    const third = await pressWatch(request.id, amir, place, second)
    expect(third).toMatchObject({ kind: 'text', text: expect.stringContaining('You are needed to decide') })
  })

  it('sees no buttons that decide', async () => {
    const request = { ...requested(allowed, prod, waiting), watchers: [{ person: ada, thread: place }] }
    const ports = portsOver([prod], [request], [ada, amir])
    const view = viewOf(request, ada, ports.policy())
    const { card } = requestCard(await requestView(request, 'approval', view, ports), en)
    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('Approve')
    expect(textOf(card).join('\n')).toContain('somebody else has to decide it')
  })
})
