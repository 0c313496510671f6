import type { Change } from './change.ts'
import type { ApprovalRequest, Instant } from './request.ts'

/**
 * The change that lets the hosts of a finished request through until later, or without `until` for good; none where they have no
 * time limit. It writes nothing where its rule still stands.
 */
export function extensionOf(
  { change, plan, state, number }: ApprovalRequest,
  until: Instant | undefined,
): Extract<Change, { kind: 'allow-hosts' }> | undefined {
  const { hosts, until: before } = plan.effect
  if (state.is !== 'done' || change.kind !== 'allow-hosts' || before === undefined || hosts.length === 0)
    return undefined
  return {
    kind: 'allow-hosts',
    workspaceId: plan.workspaceId,
    hosts,
    extends: number,
    ...(change.purpose === undefined ? {} : { purpose: change.purpose }),
    ...(until === undefined ? {} : { until }),
  }
}

/** Whether this end, or without one for good, lets the hosts of a request through for longer than they are. */
export function endsLater({ plan }: Pick<ApprovalRequest, 'plan'>, until: Instant | undefined): boolean {
  const { until: before } = plan.effect
  return until === undefined || (before !== undefined && until > before)
}
