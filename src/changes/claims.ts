import { type KnownPerson, samePerson } from '../conversation/person.ts'
import { type Change, undoneBy } from './change.ts'
import type { Claim } from './removal.ts'
import type { ApprovalRequest, Instant } from './request.ts'

export type Claims = ReadonlyMap<string, readonly Claim[]>

/**
 * Who has a claim on which host of a workspace. Each request that is done claims the hosts that it asked for, those that were
 * there already included; a removal that was done later ends the claims on what it took out.
 */
export function claimsOf(done: readonly ApprovalRequest[]): Claims {
  const claims = new Map<string, readonly Claim[]>()
  for (const { change, plan, number, requester, state } of done.toSorted((a, b) => endOf(a) - endOf(b))) {
    const kept = state.is === 'done' ? (state.kept ?? []) : []
    for (const host of plan.effect.removed ?? [])
      if (!kept.some(each => each.host === host)) claims.delete(host)
    if (change.kind !== 'allow-hosts') continue
    const claim: Claim = {
      request: number,
      by: { tenantId: requester.tenantId, objectId: requester.objectId, name: requester.name },
      ...(change.purpose === undefined ? {} : { collection: change.purpose.collection }),
      ...(change.until === undefined ? {} : { until: change.until }),
    }
    for (const host of [...plan.effect.hosts, ...plan.alreadyCovered.map(each => each.host)])
      claims.set(host, [...(claims.get(host) ?? []), claim])
  }
  return claims
}

/**
 * The claims on a host that stand in the way of this person's removing it by this change: those of others, and where a whole
 * collection is given up, their own for another one. What takes back one request leaves the
 * claims of every other one but its extensions. A claim
 * for a time ends with it.
 */
export function claimsOfOthers(
  claims: Claims,
  host: string,
  remover: Pick<KnownPerson, 'tenantId' | 'objectId'>,
  change: Change,
  now: Instant,
): readonly Claim[] {
  const undone = undoneBy(change)
  const collection = change.kind === 'remove-hosts' ? change.collection : undefined
  const standing = (claims.get(host) ?? []).filter(({ until }) => until === undefined || now < until)
  return standing.filter(claim =>
    undone === undefined
      ? !samePerson(claim.by, remover) || (collection !== undefined && claim.collection !== collection)
      : claim.request !== undone.request && undone.with?.includes(claim.request) !== true,
  )
}

function endOf({ state }: ApprovalRequest): number {
  return state.is === 'done' ? state.at : 0
}
