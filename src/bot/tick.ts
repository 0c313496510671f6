import { isDeepStrictEqual } from 'node:util'
import { notCleared } from '../changes/clearance.ts'
import { withinApproval } from '../changes/effect.ts'
import { nextLook } from '../changes/remind.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import { type Step, stepOf } from '../changes/step.ts'
import { effectNow } from '../changes/verify.ts'
import { effectGrew } from './effect-grew.ts'
import { poll, watch } from './follow.ts'
import { heldUp } from './hold-up.ts'
import { type Applying, endIn, type Next, recordOf } from './next.ts'
import { permittedNow, waitForAnother } from './permitted.ts'
import { readBackNow } from './read-back.ts'
import type { TickJob, TickPorts } from './tick-ports.ts'
import { recover, write } from './write.ts'

/**
 * Time passed: does whatever this request is due for, one step, and writes down what came of it. Safe to repeat: every write
 * is bound to the version that was read, and a write to Azure is announced in the store before it is made.
 */
export async function tick(job: TickJob, ports: TickPorts): Promise<void> {
  const request = await ports.store.find(job.request)
  if (request === undefined || request.version !== job.version) return
  const step = stepOf(request, ports.policy(), ports.worker, ports.now())
  const next = await perform(step, request, ports)
  if (next === undefined) return
  // A poll that found nothing new is no move: it only takes the fence and the next look along.
  const quiet = isDeepStrictEqual(next.state, request.state)
  const record = quiet ? undefined : recordOf(request, next, ports.now())
  await ports.store.move(request, next.state, next.look, record)
}

async function perform(step: Step, request: ApprovalRequest, ports: TickPorts): Promise<Next | undefined> {
  const now = ports.now()
  switch (step.do) {
    case 'nothing':
    case 'wait':
      return undefined
    case 'expire':
      return { state: { is: 'expired', at: now }, action: 'request.expired' }
    case 'remind': {
      if (request.state.is !== 'awaiting-approval') return undefined
      const state = { ...request.state, reminded: step.reminder }
      return {
        state,
        look: nextLook(request, now),
        action: 'request.reminded',
        detail: { after: step.reminder },
      }
    }
    case 'give-up':
      return endIn(request, { is: 'execution-expired' }, now)
    case 'begin':
      return begin(request, ports)
    default: {
      const { state } = request
      if (state.is !== 'applying')
        throw new Error(`request ${request.id} is ${state.is} and asks for ${step.do}`)
      const applying: Applying = { ...request, state }
      switch (step.do) {
        case 'write':
          return write(applying, step.step, ports)
        case 'recover':
          return recover(applying, step.step, ports)
        case 'poll':
          return poll(applying, step.operation, ports)
        case 'watch':
          return watch(applying, step.step, ports)
        case 'read-back':
          return readBackNow(applying, ports)
      }
    }
  }
}

/** Sees that what would happen now is still what was approved, then takes the workspace. The write itself is the next tick. */
async function begin(request: ApprovalRequest, ports: TickPorts): Promise<Next | undefined> {
  const { state } = request
  if (state.is !== 'approved') throw new Error(`request ${request.id} is ${state.is} and cannot begin`)
  const now = ports.now()
  const read = await ports.gateway.read(request.plan.workspaceId)
  if (!read.ok) return heldUp(request, read.trouble, ports.pace, now)
  if (!withinApproval(request.plan.effect, effectNow(request, read.value)))
    return effectGrew(request, read.value, ports)
  const against = notCleared(request, state.decision, ports.policy())
  if (against !== undefined) return endIn(request, against, now)
  const permitted = await permittedNow(request, state.decision, ports.policy(), ports)
  if (permitted.is === 'trouble') return heldUp(request, permitted.trouble, ports.pace, now)
  if (permitted.is === 'no') return waitForAnother(request, permitted.setAside, now)
  const { rules } = read.value.network
  const before = rules.map(({ name }) => name)
  const next: Next = {
    state: {
      is: 'applying',
      decision: state.decision,
      progress: { startedAt: now, step: 0, phase: { is: 'waiting' }, correlationIds: [], before },
    },
    look: now,
    action: 'request.begun',
    detail: { before: rules },
  }
  const moved = await ports.store.move(request, next.state, next.look, recordOf(request, next, now))
  if (moved.is !== 'blocked') return undefined
  return {
    state: { ...state, obstacle: { is: 'queued-behind', request: moved.by } },
    look: now + ports.pace.queueMs,
    action: 'request.queued',
  }
}
