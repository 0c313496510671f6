import { landed } from '../changes/actions/landed.ts'
import { purposeOf } from '../changes/change.ts'
import { readBack } from '../changes/outcome.ts'
import { type Failure, type Instant, type RequestState, stepsOf } from '../changes/request.ts'
import { judge } from '../knowledge/judge.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { heldUp } from './hold-up.ts'
import { type Applying, fail, goOn, type Next } from './next.ts'
import type { TickPorts } from './tick-ports.ts'

/**
 * Reads the whole rule set back, and once more after it has had time to settle: rules were seen to be gone a minute after
 * Azure had called them written. Nothing else may say that a change is done.
 */
export async function readBackNow(request: Applying, ports: TickPorts): Promise<Next> {
  const now = ports.now()
  const read = await ports.gateway.read(request.plan.workspaceId)
  if (!read.ok) return heldUp(request, read.trouble, ports.pace, now)
  ports.forget(request.plan.workspaceId)
  const { phase } = request.state.progress
  const result = readBack({ steps: stepsOf(request) }, read.value)
  switch (result.is) {
    case 'effective':
    case 'configured': {
      if (phase.is !== 'settling')
        return goOn(
          request,
          { is: 'settling', since: now },
          now + ports.pace.settleMs,
          'request.found-in-place',
        )
      const settled = phase.since + ports.pace.settleMs
      return now < settled
        ? goOn(request, phase, settled, 'request.found-in-place')
        : { state: doneAt(request, result.is, read.value, phase.since, ports), action: 'request.done' }
    }
    case 'failed':
      return putBack(request, result.failure, read.value, now) ?? fail(request, result.failure, now)
    case 'under-way': {
      const since = phase.is === 'reading-back' ? phase.since : now
      return now - since < ports.pace.patienceMs
        ? goOn(request, { is: 'reading-back', since }, now + ports.pace.pollMs, 'request.read-back')
        : fail(request, { is: 'not-there-afterwards', hosts: request.plan.effect.hosts }, now)
    }
  }
}

/** A rule that was written and is not there is written once more; what takes it away a second time is for people to find. */
function putBack(request: Applying, failure: Failure, workspace: Workspace, now: Instant): Next | undefined {
  if (failure.is !== 'not-there-afterwards' || request.state.progress.restored !== undefined) return undefined
  const steps = stepsOf(request)
  const lost = steps.filter(step => step.do === 'put-rule' && landed(step, workspace).is === 'absent')
  const [first] = lost
  if (first === undefined) return undefined
  const restored = lost.flatMap(step => (step.do === 'put-rule' ? [step.ruleName] : []))
  return {
    ...goOn(request, { is: 'waiting' }, now, 'request.rule-lost', { step: steps.indexOf(first), restored }),
    detail: { rules: restored },
  }
}

function doneAt(
  request: Applying,
  result: 'effective' | 'configured',
  workspace: Workspace,
  since: Instant,
  ports: TickPorts,
): RequestState {
  const { decision, progress } = request.state
  const { writtenAt, steps, restored, kept, before = [] } = progress
  const ours = new Set(stepsOf(request).flatMap(step => ('ruleName' in step ? [step.ruleName] : [])))
  const there = new Set(workspace.network.rules.map(({ name }) => name))
  const othersGone = before.filter(name => !there.has(name) && !ours.has(name))
  return {
    is: 'done',
    decision,
    at: ports.now(),
    result,
    ...(writtenAt === undefined ? {} : { tookMs: since - writtenAt }),
    ...(steps === undefined ? {} : { steps }),
    ...(restored === undefined ? {} : { restored }),
    ...(kept === undefined ? {} : { kept }),
    ...(othersGone.length === 0 ? {} : { othersGone }),
    ...answerAnew(request, workspace, ports),
  }
}

/** The question that the request began with, judged again on what was read back. */
function answerAnew({ change }: Applying, workspace: Workspace, { library }: TickPorts) {
  const purpose = purposeOf(change)
  const collection = purpose === undefined ? undefined : library.collection(purpose.collection)
  return collection === undefined ? {} : { answer: judge({ collection }, workspace) }
}
