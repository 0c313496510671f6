import { landed } from '../changes/actions/landed.ts'
import { isBusy } from '../changes/actions/provision.ts'
import type { PlannedStep } from '../changes/change.ts'
import { readBack, troubleMeans } from '../changes/outcome.ts'
import type { Instant } from '../changes/request.ts'
import { judge } from '../knowledge/judge.ts'
import type { OperationHandle } from '../workspace/gateway.ts'
import type { Workspace } from '../workspace/managed-network.ts'
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
        now + waitMs(answer.value.retryAfterSeconds, ports.pace),
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
  const { phase } = request.state.progress
  const since = phase.is === 'running' ? phase.since : now
  const mayStillCome = standing.is === 'under-way' || isBusy(read.value.provisioningState)
  if (mayStillCome && now - since < ports.pace.watchMs)
    return goOn(request, request.state.progress.phase, now + ports.pace.pollMs, 'request.watched')
  return fail(request, failureOf(standing, step), now)
}

/** Reads the whole rule set back. Nothing else may say that a change is done. */
export async function readBackNow(request: Applying, ports: TickPorts): Promise<Next> {
  const now = ports.now()
  const read = await ports.gateway.read(request.plan.workspaceId)
  if (!read.ok) return heldUp(request, read.trouble, ports.pace, now)
  ports.forget(request.plan.workspaceId)
  const { phase } = request.state.progress
  const since = phase.is === 'reading-back' ? phase.since : now
  const result = readBack(request.plan, read.value)
  switch (result.is) {
    case 'effective':
    case 'configured':
      return {
        state: {
          is: 'done',
          decision: request.state.decision,
          at: now,
          result: result.is,
          ...answerAnew(request, read.value, ports),
        },
        action: 'request.done',
      }
    case 'failed':
      return fail(request, result.failure, now)
    case 'under-way':
      return now - since < ports.pace.patienceMs
        ? goOn(request, { is: 'reading-back', since }, now + ports.pace.pollMs, 'request.read-back')
        : fail(request, { is: 'not-there-afterwards', hosts: request.plan.effect.hosts }, now)
  }
}

/** The question that the request began with, judged again on what was read back. */
function answerAnew({ change }: Applying, workspace: Workspace, { library }: TickPorts) {
  const collection = change.kind === 'allow-hosts' ? library.collection(change.purpose.collection) : undefined
  return collection === undefined ? {} : { answer: judge({ collection }, workspace) }
}
