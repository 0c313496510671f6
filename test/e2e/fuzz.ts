import fc from 'fast-check'
import { verbs } from '../../src/cards/verbs.ts'
import type { Speaker, Thread } from '../harness/connector.ts'

type Path = readonly string[]
type Json = Readonly<Record<string, unknown>>

export interface FuzzedActivity {
  readonly by: Speaker
  readonly thread: Thread
  /** What is posted: mostly JSON. */
  readonly body: string
}

const workspace =
  '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/ws-prod'
const link = `https://ml.azure.com/home?wsid=${workspace}`

const texts = [
  ...[
    'hi',
    'HELP',
    'salut',
    'can I use Hugging Face in ws-prod?',
    'show ws-prod',
    'which workspaces are there?',
  ],
  ...[
    'allow *.huggingface.co in ws-dev',
    'approve request 1',
    'reject #1',
    'remove pypi.org from ws-prod',
    'yes',
  ],
  ...[
    'send approvals here',
    'provision ws-research',
    'compare hugging face and nvidia',
    'parle français',
    '2',
  ],
  ...[
    'puis-je utiliser Meta dans ws-prod ?',
    'what is blocked?',
    'my requests',
    '',
    ' ',
    '<at>Gatehouse</at>',
  ],
]

const invokes = [
  ...['adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/queryLink'],
  ...['composeExtension/anonymousQueryLink', 'composeExtension/query', 'composeExtension/submitAction'],
  ...['message/submitAction', 'message/fetchTask', 'suggestedAction/submit', 'signin/verifyState'],
  ...[
    'signin/tokenExchange',
    'signin/failure',
    'application/search',
    'fileConsent/invoke',
    'config/fetch',
    '',
    'x',
  ],
]

const events = [
  { type: 'conversationUpdate', membersAdded: [{ id: '28:gatehouse' }] },
  { type: 'conversationUpdate', membersAdded: [{ id: '29:new' }] },
  { type: 'conversationUpdate', membersRemoved: [{ id: '28:gatehouse' }] },
  { type: 'installationUpdate', action: 'add' },
  { type: 'installationUpdate', action: 'remove-upgrade' },
  { type: 'messageUpdate', text: 'show ws-prod', channelData: { eventType: 'editMessage' } },
  { type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } },
  { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] },
  { type: 'event', name: 'application/vnd.microsoft.meetingStart', value: {} },
  { type: 'typing' },
  { type: 'handoff' },
]

const strange = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, '', ' ', 0, -1, 1e308, true, [], {}, [{}], { $ne: null }, '__proto__', 'constructor'],
    ...[
      'x'.repeat(5_000),
      '\u0000',
      '\ud800',
      '\u202e\u200b',
      '{{7*7}}',
      '$\u007b1+1}',
      '<at>Ada</at>',
      link,
    ],
    ...[
      'http://127.0.0.1:1/',
      'https://smba.trafficmanager.net/emea/',
      '../../etc/passwd',
      "'; drop table requests; --",
    ],
    ...Object.values(verbs),
    workspace,
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant('deep').map(() => JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`) as unknown),
)

const paths: readonly Path[] = [
  ...['type', 'id', 'name', 'text', 'textFormat', 'channelId', 'serviceUrl', 'locale', 'replyToId'],
  ...['from', 'recipient', 'conversation', 'channelData', 'entities', 'attachments', 'value', 'timestamp'],
  ...[
    'action',
    'membersAdded',
    'membersRemoved',
    'deliveryMode',
    'suggestedActions',
    'callerId',
    'relatesTo',
  ],
  ...['from.id', 'from.name', 'from.role', 'conversation.id', 'conversation.conversationType'],
  ...['conversation.isGroup', 'conversation.tenantId', 'channelData.tenant', 'channelData.tenant.id'],
  ...[
    'value.action',
    'value.action.verb',
    'value.action.data',
    'value.action.type',
    'value.trigger',
    'value.data',
  ],
  ...['value.url', 'value.verb', 'value.state', 'value.authentication'],
  ...[
    'request',
    'workspace',
    'collection',
    'form',
    'view',
    'in_reason',
    'in_tier',
    'in_comment',
    'option',
    'extra',
  ].flatMap(key => [`value.action.data.${key}`, `value.data.${key}`]),
].map(path => path.split('.'))

function withValue(object: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  const base = typeof object === 'object' && object !== null && !Array.isArray(object) ? (object as Json) : {}
  return { ...base, [key]: withValue(base[key], rest, value) }
}

/** Well-formed activities of every kind, some of whose parts were put out of shape; the same ones for the same seed. */
export function fuzzedActivities(options: {
  readonly runs: number
  readonly seed: number
  readonly serviceUrl: string
  readonly bot: Json
  readonly request: string
  /** None of them may decide: whatever they send, nothing may change. */
  readonly people: readonly (readonly [Speaker, Thread])[]
}): readonly FuzzedActivity[] {
  const data = (verb: string) => ({
    ...{ verb, workspace, collection: 'huggingface', request: options.request, view: 'status' },
    ...{ form: '00000000-0000-4000-8000-000000000001', in_reason: '', in_tier: 'current', in_comment: 'No.' },
  })
  // Somebody who takes back what is theirs does nothing wrong, but then nothing is left to be tried on.
  const said = fc.constantFrom(...Object.values(verbs).filter(verb => verb !== verbs.withdraw))
  const base = fc.oneof(
    fc.constantFrom(...texts).map(text => ({ type: 'message', text })),
    said.map(verb => ({ type: 'message', value: data(verb) })),
    fc
      .tuple(fc.constantFrom(...invokes), said, fc.constantFrom('manual', 'automatic', undefined))
      .map(([name, verb, trigger]) => ({
        ...{ type: 'invoke', name, replyToId: 'm1' },
        value: {
          action: { type: 'Action.Execute', verb, data: data(verb) },
          trigger,
          data: data(verb),
          url: link,
        },
      })),
    fc.constantFrom(...events),
  )
  const activities = fc.tuple(
    fc.constantFrom(...options.people),
    base,
    fc.array(fc.tuple(fc.constantFrom(...paths), strange), { maxLength: 3 }),
    fc.oneof(
      { weight: 14, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.tuple(
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.string({ unit: 'binary', maxLength: 3 }),
        ),
      },
    ),
  )
  return fc
    .sample(activities, { numRuns: options.runs, seed: options.seed })
    .map(([[by, thread], activity, changes, broken], at) => {
      const whole = {
        ...{ id: `fuzz-${at}`, channelId: 'msteams', serviceUrl: options.serviceUrl, recipient: options.bot },
        from: { id: by.id, name: by.name, aadObjectId: by.aadObjectId },
        conversation: { id: thread.id, conversationType: thread.type, tenantId: by.tenantId },
        channelData: { tenant: { id: by.tenantId } },
        locale: by.locale,
        ...activity,
      }
      const text = JSON.stringify(
        changes.reduce<unknown>((made, [path, value]) => withValue(made, path, value), whole),
      )
      // Now and then the text itself is broken in one place.
      const body =
        broken === null
          ? text
          : `${text.slice(0, broken[0] * text.length)}${broken[1]}${text.slice(broken[0] * text.length + 1)}`
      return { by, thread, body }
    })
}
