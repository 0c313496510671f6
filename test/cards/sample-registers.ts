import { historyCard } from '../../src/cards/history-card.ts'
import type { HistoryData, ListScope } from '../../src/cards/register-data.ts'
import type { Rendered } from '../../src/cards/render.ts'
import { requestListCard } from '../../src/cards/request-list-card.ts'
import { type HistoryEntry, toldEvents } from '../../src/changes/register.ts'
import type { ApprovalRequest } from '../../src/changes/request.ts'
import type { Labels } from '../../src/language/labels.ts'
import { ada, dana, requestFor } from './sample-requests.ts'
import { states } from './sample-states.ts'
import { planFor } from './sample-tenant.ts'
import { allHosts, huggingFace, now, prod, research } from './sample-verdicts.ts'

const hour = 3_600_000
const purpose = { collection: 'huggingface', tier: 'current' } as const
const opening = { kind: 'allow-hosts', workspaceId: prod.id, hosts: allHosts, purpose } as const
const provisioning = {
  kind: 'provision-network',
  workspaceId: research.id,
  includeSpark: false,
} as const
const oneOf = (state: keyof typeof states, number: number): ApprovalRequest => {
  const found = states[state]
  if (found === undefined) throw new Error(`there is no state ${state}`)
  const change = number % 3 === 0 ? provisioning : opening
  const plan = number % 3 === 0 ? planFor(research, []) : planFor(prod, allHosts)
  return { ...requestFor(plan, change, found, now - number * hour), number, id: `r-${number}` }
}
const some = [
  'awaiting-approval',
  'approved',
  'applying, running',
  'failed, effect-grew',
  'rejected',
  'expired',
]
  .filter(state => state in states)
  .map((state, index) => oneOf(state, 14 - index))
const many = Array.from({ length: 10 }, (_, index) => oneOf('awaiting-approval', 1_040 - index))

const entries: readonly HistoryEntry[] = [...toldEvents, 'configured' as const].map((event, index) => ({
  seq: 90 - index,
  at: now - index * hour,
  event,
  ...(['expired', 'begun', 'done', 'configured', 'failed'].includes(event)
    ? {}
    : { by: event === 'submitted' || event === 'withdrawn' ? dana.name : ada.name }),
  ...(event === 'rejected' ? { comment: '#4711, *.docker.io' } : {}),
  request: { id: 'r-12', number: 12, change: opening, plan: planFor(prod, allHosts) },
}))

/** Lists and histories in their states, with what the longest of them holds. */
export function registersIn(l: Labels): Readonly<Record<string, Rendered>> {
  const question = { workspaces: [], hosts: [], collections: [] }
  const basis = {
    question,
    now,
    newest: true,
    collection: (id: string) => (id === huggingFace.id ? huggingFace : undefined),
  }
  const list = (scope: ListScope, items: readonly ApprovalRequest[], more: object = {}) =>
    requestListCard({ ...basis, scope, isApprover: true, page: { items }, ...more }, l)
  const history = (more: Partial<HistoryData> = {}) =>
    historyCard({ ...basis, page: { items: entries }, ...more }, l)
  const one = { request: oneOf('approved', 14), question: { ...question, number: 14 } }
  return {
    mine: list('mine', some),
    'mine, none': list('mine', []),
    'for me': list('for-me', some.slice(0, 1)),
    'for me, none': list('for-me', []),
    'for me, no approver': list('for-me', [], { isApprover: false }),
    'open, many': list('open', many, { page: { items: many, older: 1_031 }, newest: false }),
    'open, of two': list('open', some, {
      question: { ...question, workspaces: ['ws-prod', 'ws-dev'], collections: ['huggingface'] },
    }),
    'history of all': history({ page: { items: entries, older: 81 } }),
    'history of a year': history({
      page: { items: Array.from({ length: 6 }, () => entries).flat(), older: 21 },
    }),
    'history of a workspace': history({ question: { ...question, workspaces: ['ws-prod'] } }),
    'history of a request': history(one),
    'history of an open request': history({ ...one, request: oneOf('awaiting-approval', 14) }),
    'history of no request': history({ question: { ...question, number: 99 }, page: { items: [] } }),
    'a host, opened': history({ question: { ...question, hosts: ['huggingface.co'] }, opened: 12 }),
    'a host, not opened': history({
      question: { ...question, hosts: ['pypi.org'], workspaces: ['ws-prod'] },
      page: { items: [] },
    }),
  }
}
