import { historyCard } from '../cards/history-card.ts'
import type { RegisterQuestion } from '../cards/register-data.ts'
import { rowsOfRegister } from '../cards/register-rows.ts'
import type { Reply } from '../conversation/reply.ts'
import { filterOf } from './register-filter.ts'
import type { RegisterPorts } from './register-ports.ts'

export interface HistoryAsked extends RegisterQuestion {
  /** A place in the audit: only what is older. */
  readonly before?: number
}

type Ports = Pick<RegisterPorts, 'register' | 'library' | 'labels' | 'now' | 'tenantId'>

/** "Who approved #12?", "history of ws-prod", "did anyone open huggingface.co?": from the audit, not from Azure. */
export async function answerHistory({ before, ...question }: HistoryAsked, ports: Ports): Promise<Reply> {
  const { register, library, labels, now, tenantId } = ports
  const filter = filterOf(question, tenantId)
  const one = { atMost: 1 }
  const [page, requests, opened] = await Promise.all([
    register.history(filter, { atMost: rowsOfRegister, ...(before === undefined ? {} : { before }) }),
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
