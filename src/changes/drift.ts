import { normaliseHost } from '../workspace/host.ts'
import { coverageOf } from '../workspace/host-coverage.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { type FqdnRule, isFqdn } from '../workspace/outbound-rule.ts'
import { claimsOf } from './claims.ts'
import { planNow } from './keep-claimed.ts'
import type { Claim } from './removal.ts'
import type { ApprovalRequest, Instant } from './request.ts'
import { rulesOf } from './undo.ts'

/** How often a workspace with finished requests is looked at, in milliseconds. */
export const driftEveryMs = 6 * 3_600_000

/** What of a finished request is otherwise by now, and was not made so from here. */
export interface Drift {
  readonly request: ApprovalRequest
  /** Hosts that it opened, that are still claimed, and that nothing lets through. */
  readonly vanished: readonly string[]
  /** Hosts that its rules list and that it did not write there. */
  readonly widened: readonly string[]
}

/** Each finished request of these, of one tenant, that the workspace does not stand as it left it. */
export function driftOf(
  done: readonly ApprovalRequest[],
  { network }: Workspace,
  now: Instant,
): readonly Drift[] {
  const claims = claimsOf(done)
  const extended = new Set(
    done.flatMap(({ change }) =>
      change.kind === 'allow-hosts' && change.extends !== undefined ? [change.extends] : [],
    ),
  )
  return done.flatMap((request): readonly Drift[] => {
    const { number, change } = request
    if (change.kind !== 'allow-hosts' || extended.has(number)) return []
    const { hosts } = planNow(request).effect
    const mine = hosts.filter(host =>
      (claims.get(host) ?? []).some(claim => claim.request === number && stands(claim, now)),
    )
    const vanished = mine.filter(host => {
      const standing = coverageOf(host, network).by?.standing
      return standing === undefined || standing === 'failed'
    })
    const own = new Set(rulesOf(request))
    const written = new Set(hosts.map(normaliseHost))
    const widened = network.rules
      .filter(isFqdn)
      .filter(({ name }) => own.has(name))
      .flatMap(listedBy)
      .filter(host => !written.has(host))
    return vanished.length + widened.length === 0 ? [] : [{ request, vanished, widened }]
  })
}

/** Hosts in people's own rules that no finished request of these has claimed, each with its rule. */
export function unrequestedIn(
  done: readonly ApprovalRequest[],
  { network }: Workspace,
  now: Instant,
): readonly { readonly host: string; readonly rule: string }[] {
  const claims = claimsOf(done)
  return network.rules
    .filter(isFqdn)
    .filter(({ category, status }) => category === 'UserDefined' && status !== 'Deleting')
    .flatMap(rule => listedBy(rule).map(host => ({ host, rule: rule.name })))
    .filter(({ host }) => !(claims.get(host) ?? []).some(claim => stands(claim, now)))
}

function stands({ until }: Claim, now: Instant): boolean {
  return until === undefined || now < until
}

function listedBy({ destinations }: FqdnRule): readonly string[] {
  return destinations.map(normaliseHost)
}
