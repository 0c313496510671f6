import type { OpenRequest } from '../cards/card-data.ts'
import { purposeOf } from '../changes/change.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import { type Person, samePerson } from '../conversation/person.ts'
import type { Collection } from '../knowledge/collection.ts'

/** Our own change that is being applied and concerns this collection. */
export function changeUnderWay(open: readonly ApprovalRequest[], collection: string) {
  const applying = open.find(
    ({ state, change }) =>
      state.is === 'applying' &&
      (change.kind === 'provision-network' || purposeOf(change)?.collection === collection),
  )
  return applying === undefined ? undefined : { request: applying.number }
}

/** A request that already asks for some of these hosts: it is shown in place of the offer to request them again. */
export function openRequestFor(
  open: readonly ApprovalRequest[],
  hosts: readonly string[],
  asker: Person | undefined,
): OpenRequest | undefined {
  const same = open.find(({ plan }) => plan.effect.hosts.some(host => hosts.includes(host)))
  return same === undefined ? undefined : openRequestOf(same, asker)
}

/** A removal that was approved and takes hosts of this collection away: what its rules let through now is about to end. */
export function closingOf(
  open: readonly ApprovalRequest[],
  { hosts }: Collection,
  asker: Person | undefined,
): OpenRequest | undefined {
  const closing = open.find(
    ({ state, plan }) =>
      (state.is === 'approved' || state.is === 'applying') &&
      plan.effect.removed?.some(host => hosts.some(each => each.host === host)),
  )
  return closing === undefined ? undefined : openRequestOf(closing, asker)
}

/** `asker`: who is told of it, where that is known. */
export function openRequestOf(
  { id, number, requester, state }: ApprovalRequest,
  asker?: Person,
): OpenRequest {
  return {
    id,
    number,
    requester: requester.name,
    state: state.is,
    ...(asker !== undefined && samePerson(asker, requester) ? { own: true } : {}),
  }
}
