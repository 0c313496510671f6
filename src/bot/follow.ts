import { landed } from '../changes/actions/landed.ts'
import { isBusy } from '../changes/actions/provision.ts'
import type { PlannedStep } from '../changes/change.ts'
import { troubleMeans } from '../changes/outcome.ts'
import type { Instant } from '../changes/request.ts'
import type { OperationHandle } from '../workspace/gateway.ts'
import { heldUp } from './hold-up.ts'
import { type Applying, fail, failureOf, finishStep, goOn, isInPlace, type Next, waitMs } from './next.ts'
import type { TickPorts } from './tick-ports.ts'

/** Asks the operation how it stands. HTTP 200 with a failed status is a failure; a lost address is no news at all. */
export async function poll(request: Applying, operation: OperationHandle, ports: TickPorts): Promise<Next> {
  const answer = await ports.gateway.poll(operation)
  const now = ports.now()
  if (!answer.ok) {
    const means = troubleMeans(answer.trouble)
    // A role that may not read operations is no reason to give up a change that runs: the result can be read.
    if (means.is === 'failure') return unattended(request, now)
    return heldUp(request, answer.trouble, ports.pace, now)
  }
  switch (answer.value.is) {
    case 'running':
      return goOn(
        request,
        request.state.progress.phase,
        now + waitMs(answer.value.retryAfterSeconds, now - sinceOf(request, now), ports.pace),
        'request.polled',
      )
    case 'succeeded':
      ports.forget(request.plan.workspaceId)
      return finishStep(request, now)
    case 'failed':
      ports.forget(request.plan.workspaceId)
      return fail(
        request,
        { is: 'operation-failed', code: answer.value.code, message: answer.value.message },
        now,
      )
    case 'gone':
      return unattended(request, now)
  }
}

function unattended(request: Applying, now: Instant): Next {
  return goOn(request, { is: 'running', since: now }, now, 'request.operation-address-lost')
}

/** Watches the result of a step whose operation nobody can ask for any more. */
export async function watch(request: Applying, step: PlannedStep, ports: TickPorts): Promise<Next> {
  const now = ports.now()
  const read = await ports.gateway.read(request.plan.workspaceId)
  if (!read.ok) return heldUp(request, read.trouble, ports.pace, now)
  const standing = landed(step, read.value)
  if (isInPlace(standing)) return finishStep(request, now)
  const since = sinceOf(request, now)
  const mayStillCome = standing.is === 'under-way' || isBusy(read.value.provisioningState)
  if (mayStillCome && now - since < ports.pace.watchMs)
    return goOn(request, request.state.progress.phase, now + ports.pace.pollMs, 'request.watched')
  return fail(request, failureOf(standing, step), now)
}

function sinceOf(request: Applying, now: Instant): Instant {
  const { phase } = request.state.progress
  return phase.is === 'running' ? phase.since : now
}
