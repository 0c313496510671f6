import type { Plan } from './plan.ts'
import type { ApprovalRequest } from './request.ts'

/**
 * How long changes of this kind took in this workspace: minutes of the quickest and the slowest. Of the same kind are those that
 * make as much of the network: a firewall or none, provisioned or not. Nothing before there is one.
 */
export function measuredFor(
  plan: Pick<Plan, 'effect' | 'networkStatus'>,
  done: readonly ApprovalRequest[],
): Plan['measured'] {
  const minutes = done.flatMap(({ plan: past, state }) => {
    const { effect } = past
    const alike =
      effect.provisions === plan.effect.provisions &&
      effect.createsFirewall === plan.effect.createsFirewall &&
      past.networkStatus === plan.networkStatus
    return alike && state.is === 'done' && state.tookMs !== undefined ? [state.tookMs / 60_000] : []
  })
  if (minutes.length === 0) return undefined
  const whole = (each: number) => Math.max(1, Math.round(each))
  return { minutes: [whole(Math.min(...minutes)), whole(Math.max(...minutes))], changes: minutes.length }
}
