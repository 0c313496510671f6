import type { ListScope, RegisterQuestion } from '../cards/register-data.ts'
import { rowsOfRegister } from '../cards/register-rows.ts'
import { requestListCard } from '../cards/request-list-card.ts'
import { isApprover } from '../changes/policy.ts'
import type { RegisterFilter } from '../changes/register.ts'
import { moves, type StateName } from '../changes/request.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { filterOf } from './register-filter.ts'
import type { RegisterPorts } from './register-ports.ts'

export interface ListAsked extends RegisterQuestion {
  readonly scope: ListScope
  /** The number of a request: only older ones. */
  readonly before?: number
}

const openStates = (Object.keys(moves) as StateName[]).filter(state => moves[state].length > 0)

/** "My requests", "my approvals", "what is open in ws-prod?". Of the asker's tenant only. */
export async function answerListRequests(
  { scope, before, ...question }: ListAsked,
  person: KnownPerson,
  ports: Pick<RegisterPorts, 'register' | 'library' | 'labels' | 'policy' | 'now' | 'tenantId'>,
): Promise<Reply> {
  const now = ports.now()
  const approves = isApprover(ports.policy(), person)
  const whose: Partial<RegisterFilter> =
    scope === 'mine'
      ? { requester: person.objectId }
      : scope === 'open'
        ? { states: openStates }
        : { awaits: { objectId: person.objectId, now } }
  const page =
    scope === 'for-me' && !approves
      ? { items: [] }
      : await ports.register.requests(
          { ...filterOf(question, ports.tenantId), ...whose },
          { atMost: rowsOfRegister, ...(before === undefined ? {} : { before }) },
        )
  const card = requestListCard(
    {
      ...{ scope, question, page, now },
      isApprover: approves,
      newest: before === undefined,
      collection: ports.library.collection,
    },
    ports.labels,
  )
  return { kind: 'card', ...card }
}
