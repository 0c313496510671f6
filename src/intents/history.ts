import { historyCard } from '../cards/history-card.ts'
import type { AskedDeed, RegisterQuestion } from '../cards/register-data.ts'
import type { HistoryFilter } from '../changes/register.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { filterOf } from './register-filter.ts'
import type { RegisterPorts } from './register-ports.ts'

export interface HistoryAsked extends RegisterQuestion {
  /** A place in the audit: only what is older. */
  readonly before?: number
  readonly deed?: AskedDeed
}

/** What a card has room for where little is said in each row. */
const rowsToCopy = 60

type Ports = Pick<RegisterPorts, 'register' | 'library' | 'labels' | 'now' | 'tenantId'>

/** "Who approved #12?", "history of ws-prod", "did anyone open huggingface.co?": from the audit, not from Azure. */
export async function answerHistory(
  { before, deed, ...question }: HistoryAsked,
  person: KnownPerson,
  ports: Ports,
): Promise<Reply> {
  const { register, library, labels, now, tenantId } = ports
  const filter = filterOf(question, tenantId)
  const one = { atMost: 1 }
  const deeds = { ...filter, ...deedFilter(deed, person) }
  const from = before === undefined ? {} : { before }
  const [page, requests, opened] = await Promise.all([
    register.history(deeds, { atMost: rowsToCopy, ...from }),
    question.number === undefined ? { items: [] } : register.requests(filter, one),
    question.hosts.length === 0
      ? { items: [] }
      : register.requests({ ...filter, states: ['done'], kind: 'allow-hosts' }, one),
  ])
  const [request] = requests.items
  const [opener] = opened.items
  const card = historyCard(
    {
      ...{ question, page },
      ...(deed === undefined ? {} : { deed }),
      newest: before === undefined,
      now: now(),
      collection: library.collection,
      ...(request === undefined ? {} : { request }),
      ...(opener === undefined ? {} : { opened: opener.number }),
    },
    labels,
  )
  return { kind: 'card', ...card }
}

const eventsOf = {
  approve: ['approved', 'approval-counted'],
  reject: ['rejected'],
  decide: ['approved', 'approval-counted', 'rejected'],
  ask: ['submitted'],
  make: ['done'],
} as const

function deedFilter(
  deed: AskedDeed | undefined,
  { objectId }: KnownPerson,
): Pick<HistoryFilter, 'events' | 'by'> {
  if (deed === undefined) return {}
  const { did, by } = deed
  return {
    events: eventsOf[did],
    ...(by === undefined ? {} : { by: by === 'me' ? { objectId } : { named: by } }),
  }
}
