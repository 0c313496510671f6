import { landed } from '../changes/actions/landed.ts'
import { ruleTaken } from '../changes/actions/not-as-planned.ts'
import { isBusy } from '../changes/actions/provision.ts'
import { start } from '../changes/actions/start.ts'
import type { PlannedStep } from '../changes/change.ts'
import { notCleared } from '../changes/clearance.ts'
import { withinApproval } from '../changes/effect.ts'
import { keepClaimed } from '../changes/keep-claimed.ts'
import { troubleMeans } from '../changes/outcome.ts'
import { perHost } from '../changes/per-host.ts'
import { type ApprovalRequest, stepsOf } from '../changes/request.ts'
import { policyOn, startDeadline } from '../changes/terms.ts'
import { effectNow } from '../changes/verify.ts'
import type { Accepted, GatewayTrouble } from '../workspace/gateway.ts'
import { workspaceKey } from '../workspace/workspace-id.ts'
import { effectGrew } from './effect-grew.ts'
import { heldUp } from './hold-up.ts'
import {
  type Applying,
  fail,
  failureOf,
  finishStep,
  goOn,
  isInPlace,
  type Next,
  recordOf,
  waitMs,
} from './next.ts'
import { noPermission, permittedNow } from './permitted.ts'
import type { TickPorts } from './tick-ports.ts'

/**
 * Writes one step to Azure. That we are about to is written down first, so that whoever comes after a crash looks before it
 * writes. What Azure answers is stored before anything else is done with it.
 */
export async function write(
  request: Applying,
  step: PlannedStep,
  ports: TickPorts,
): Promise<Next | undefined> {
  const { plan } = request
  const less = await leaveClaimed(request, ports)
  if (less !== undefined) return less
  const before = await ports.gateway.read(plan.workspaceId)
  if (!before.ok) return heldUp(request, before.trouble, ports.pace, ports.now())
  const standing = landed(step, before.value)
  if (standing.is === 'name-taken') return fail(request, ruleTaken(step), ports.now())
  if (isInPlace(standing)) return finishStep(request, ports.now())
  // Between the beginning and this write, or two steps, others may have changed what the write would bring about.
  if (!withinApproval(plan.effect, effectNow(request, before.value)))
    return effectGrew(request, before.value, ports)
  if (isBusy(before.value.provisioningState))
    return heldUp(request, { is: 'busy', message: '' }, ports.pace, ports.now())

  const against = notCleared(request, request.state.decision, ports.policy())
  if (against !== undefined) return fail(request, against, ports.now())
  const permitted = await permittedNow(request, request.state.decision, ports.policy(), ports)
  if (permitted.is === 'trouble') return heldUp(request, permitted.trouble, ports.pace, ports.now())
  if (permitted.is === 'no') return fail(request, noPermission(permitted.setAside), ports.now())
  const now = ports.now()
  // Reading takes a while: what was in time when the tick began may be too late by now.
  if (now >= startDeadline(policyOn(ports.policy(), request), request, request.state.decision.at))
    return fail(request, { is: 'execution-expired' }, now)
  const until = now + ports.pace.leaseMs
  const fence = request.version + 1
  const announcement: Next = {
    ...goOn(request, { is: 'starting', worker: ports.worker.id, until, fence }, until, 'request.writing'),
    detail: { step, fence },
  }
  const announced = await ports.store.move(
    request,
    announcement.state,
    announcement.look,
    recordOf(request, announcement, now),
  )
  if (announced.is !== 'moved') return undefined
  // Whoever was held up so long that its write could outlast the lease has lost the workspace: the next worker looks.
  if (ports.now() > until - ports.pace.writeMs) return undefined
  await send({ ...announced.request, state: request.state }, announced.request, step, ports)
  return undefined
}

/** What others have come to count on while this waited is not taken out. */
async function leaveClaimed(request: Applying, ports: TickPorts): Promise<Next | undefined> {
  const { plan, state } = request
  if (plan.effect.removed === undefined) return undefined
  const done = await ports.store.doneIn(workspaceKey(plan.workspaceId))
  const less = keepClaimed(request, state.progress.step, done, ports.now())
  if (less === undefined) return undefined
  const { steps, kept } = less
  return {
    ...goOn(request, { is: 'waiting' }, ports.now(), 'request.kept-claimed', {
      steps,
      kept: [...(state.progress.kept ?? []), ...kept],
    }),
    detail: { kept: kept.map(({ host, claims }) => ({ host, requests: claims.map(each => each.request) })) },
  }
}

async function send(
  request: Applying,
  stored: ApprovalRequest,
  step: PlannedStep,
  ports: TickPorts,
): Promise<void> {
  const answer = await start(step, request.plan.workspaceId, ports.gateway)
  ports.forget(request.plan.workspaceId)
  const next = answer.ok
    ? accepted(request, answer.value, ports)
    : (split(request, answer.trouble, ports) ?? notAccepted(request, answer.trouble, ports))
  await ports.store.move(stored, next.state, next.look, recordOf(request, next, ports.now()))
}

/** Azure will not have several hosts in one rule: the same hosts, a rule for each. What it says of one host alone counts. */
function split(request: Applying, trouble: GatewayTrouble, ports: TickPorts): Next | undefined {
  if (trouble.is !== 'refused') return undefined
  const steps = perHost(stepsOf(request), request.state.progress.step)
  if (steps === undefined) return undefined
  const { code, message } = trouble
  return {
    ...goOn(request, { is: 'waiting' }, ports.now(), 'request.split', { steps }),
    detail: { code, message, steps: steps.length },
  }
}

function accepted(
  request: Applying,
  { operation, retryAfterSeconds, correlationId }: Accepted,
  ports: TickPorts,
): Next {
  const now = ports.now()
  const { correlationIds } = request.state.progress
  const next = goOn(
    request,
    { is: 'running', since: now, ...(operation === undefined ? {} : { operation }) },
    operation === undefined ? now : now + waitMs(retryAfterSeconds, 0, ports.pace),
    'request.accepted-by-azure',
    {
      correlationIds: correlationId === undefined ? correlationIds : [...correlationIds, correlationId],
      writtenAt: request.state.progress.writtenAt ?? now,
    },
  )
  return { ...next, detail: { correlationId } }
}

function notAccepted(request: Applying, trouble: GatewayTrouble, ports: TickPorts): Next {
  const now = ports.now()
  const means = troubleMeans(trouble)
  // Open: it may have landed. The phase stays `starting`, so that the next tick looks before anything is written again.
  if (means.is === 'open')
    return {
      ...goOn(
        request,
        { is: 'starting', worker: ports.worker.id, until: now + ports.pace.obstacleMs },
        now + ports.pace.obstacleMs,
        'request.write-unanswered',
        { obstacle: { is: 'azure-unreachable', detail: trouble.is } },
      ),
      detail: { trouble: trouble.is },
    }
  return heldUp(
    {
      ...request,
      state: { ...request.state, progress: { ...request.state.progress, phase: { is: 'waiting' } } },
    },
    trouble,
    ports.pace,
    now,
  )
}

/** After a crash or an unanswered write: looks whether the step landed, and only writes it if it surely did not. */
export async function recover(request: Applying, step: PlannedStep, ports: TickPorts): Promise<Next> {
  const now = ports.now()
  const read = await ports.gateway.read(request.plan.workspaceId)
  if (!read.ok) return heldUp(request, read.trouble, ports.pace, now)
  ports.forget(request.plan.workspaceId)
  const standing = landed(step, read.value)
  if (isInPlace(standing)) return finishStep(request, now)
  const busy = isBusy(read.value.provisioningState)
  if (standing.is === 'under-way' || busy)
    return goOn(request, { is: 'running', since: now }, now + ports.pace.pollMs, 'request.found-under-way')
  if (standing.is === 'absent') return goOn(request, { is: 'waiting' }, now, 'request.found-unwritten')
  return fail(request, failureOf(standing, step), now)
}
