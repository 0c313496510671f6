import { followUpFormCard } from '../cards/follow-up-form-card.ts'
import { endsLater, extensionOf } from '../changes/extension.ts'
import type { Refusal } from '../changes/refusal.ts'
import type { ApprovalRequest, Instant } from '../changes/request.ts'
import { type LimitEntered, limitDays, limitOf } from '../changes/time-limit.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { openFollowUpForm } from './follow-up-form.ts'
import type { IntentPorts } from './intent-ports.ts'
import { liveNetwork } from './judged-network.ts'
import { planChange } from './plan-change.ts'
import { refuse } from './refuse.ts'
import { type Asked, submit } from './submit-request.ts'

export interface ExtendEntered {
  /** The id of the request whose time limit is to be moved. */
  readonly request: string
  readonly form: string
  readonly reason?: string
  readonly limit: LimitEntered
}

/** How much longer, where nobody has said so yet: the shortest period from a week on that ends later than now. */
function offeredFor(request: ApprovalRequest, now: Instant): LimitEntered {
  const days = limitDays.slice(1).find(each => {
    const limit = limitOf({ days: String(each) }, now)
    return limit.ok && endsLater(request, limit.until)
  })
  return { days: String(days ?? limitDays.at(-1)) }
}

/** The form that asks for how much longer and why. */
export async function openExtendForm(id: string, person: KnownPerson, ports: IntentPorts): Promise<Reply> {
  const request = await found(id, ports)
  if (request === undefined) return refuse({ is: 'no-such-request' }, ports)
  const offered = offeredFor(request, ports.now())
  const limit = limitOf(offered, ports.now())
  const wanted = extensionOf(request, limit.ok ? limit.until : undefined)
  if (wanted === undefined) return refuse({ is: 'no-limit', number: request.number }, ports)
  return openFollowUpForm(request, wanted, person, ports, { limit: offered })
}

/** The form was filled in: the hosts are those on record, the end is what was entered, and somebody else approves it. */
export async function submitExtendForm(
  entered: ExtendEntered,
  person: KnownPerson,
  asked: Asked,
  ports: IntentPorts,
): Promise<Reply> {
  const request = await found(entered.request, ports)
  if (request === undefined) return refuse({ is: 'no-such-request' }, ports)
  const limit = limitOf(entered.limit, ports.now())
  const later = limit.ok && endsLater(request, limit.until)
  const wanted = extensionOf(request, later ? limit.until : request.plan.effect.until)
  if (wanted === undefined) return refuse({ is: 'no-limit', number: request.number }, ports)
  const seen = await liveNetwork(wanted.workspaceId, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const { change, planned } = await planChange(wanted, seen.judged, person, ports)
  if (!planned.ok) return refuse({ is: 'no-plan', because: planned.refusal }, ports)
  const { plan } = planned
  const reason = entered.reason?.trim() ?? ''
  const problem: Refusal | undefined = later
    ? reason === ''
      ? { is: 'reason-missing' }
      : undefined
    : { is: limit.ok ? 'not-later' : 'bad-limit' }
  if (problem === undefined) return submit({ id: entered.form, change, plan, reason, person, asked }, ports)
  return {
    kind: 'card',
    ...followUpFormCard(
      { form: entered.form, request, change, plan, problem, entered: { reason, limit: entered.limit } },
      ports.labels,
    ),
  }
}

async function found(id: string, { requests, tenantId }: Pick<IntentPorts, 'requests' | 'tenantId'>) {
  const request: ApprovalRequest | undefined = await requests.find(id)
  return request?.requester.tenantId === tenantId ? request : undefined
}
