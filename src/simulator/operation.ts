import { type Answer, answer, armError } from './answer.ts'
import { retryAfter } from './duration.ts'
import type { Exchange, Handler, Outcome } from './exchange.ts'
import { takeFault } from './fault.ts'
import { type Change, type Ending, type Operation, runningOn, type State, withWorkspace } from './state.ts'
import type { WorkspaceBody } from './tenant.ts'

const host = 'https://management.azure.com'

export type Turn =
  | { readonly is: 'free'; readonly state: State; readonly loses: Operation['loses'] }
  | { readonly is: 'refused'; readonly outcome: Outcome }

/** Takes the workspace for one operation; a running one refuses it, unless an `overlap` fault looks away. */
export function takeTurn({ state, request }: Exchange, workspace: WorkspaceBody, rule?: string): Turn {
  const running = runningOn(state, workspace)
  const [first] = running
  if (!first) return { is: 'free', state, loses: [] }
  const { fault, queue } = takeFault(state.faults, request, ['overlap'])
  if (fault) {
    const changes = running.map(operation => operation.change)
    const puts = changes.filter(change => change.is === 'put-rule').filter(change => change.rule !== rule)
    const loses = puts.map(put => (put.before ? { rule: put.rule, before: put.before } : { rule: put.rule }))
    return { is: 'free', state: { ...state, faults: queue }, loses }
  }
  const message = `The workspace '${workspace.name}' has an ongoing operation running (${first.id}). Try again when it has ended.`
  return { is: 'refused', outcome: { state, answer: armError(409, 'Conflict', message) } }
}

export interface Start {
  /** As it stands while the operation runs. */
  readonly workspace: WorkspaceBody
  readonly change: Change
  /** Milliseconds of Azure's time, before the scale. */
  readonly duration: number
  readonly loses: Operation['loses']
}

/** Starts an operation and answers 202 with the address where it can be asked for. */
export function startOperation(exchange: Exchange, start: Start): Outcome {
  const { request, settings, now } = exchange
  const kinds =
    start.change.is === 'put-rule'
      ? (['operation-fails', 'rule-vanishes'] as const)
      : (['operation-fails'] as const)
  const { fault, queue } = takeFault(exchange.state.faults, request, kinds)
  const operation: Operation = {
    id: freshId(exchange),
    subscriptionId: exchange.names.subscription ?? '',
    region: regionOf(start.workspace),
    workspace: start.workspace.id.toLowerCase(),
    startedAt: now,
    endsAt: now + start.duration / settings.timeScale,
    settled: false,
    change: start.change,
    ending: endingOf(fault),
    loses: start.loses,
  }
  const before = withWorkspace(exchange.state, start.workspace)
  const state = { ...before, faults: queue, operations: [...before.operations, operation] }
  return { state, answer: accepted(exchange, operation) }
}

function endingOf(
  fault: { is: 'operation-fails'; code: string; message: string } | { is: 'rule-vanishes' } | undefined,
): Ending {
  if (!fault) return { is: 'succeeds' }
  if (fault.is === 'rule-vanishes') return { is: 'vanishes' }
  return { is: 'fails', code: fault.code, message: fault.message }
}

function freshId({ state, settings }: Exchange): string {
  // A counter that was started again with the process may give an id a second time.
  for (let tries = 0; tries <= state.operations.length; tries++) {
    const id = settings.newId()
    if (!state.operations.some(operation => operation.id === id)) return id
  }
  throw new Error('newId gives no id that is new.')
}

function regionOf(workspace: WorkspaceBody): string {
  return workspace.location.replaceAll(' ', '').toLowerCase()
}

function addressOf(operation: Operation): string {
  const { subscriptionId, region, id } = operation
  const provider = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.MachineLearningServices`
  return `${host}${provider}/locations/${region}/workspaceOperationsStatus/${encodeURIComponent(id)}`
}

// Rules: Location alone and without an api-version, as seen in azapi#498. Provisioning: both headers, complete.
function accepted({ request, settings }: Exchange, operation: Operation): Answer {
  const address = addressOf(operation)
  const headers = { 'Retry-After': retryAfter(settings.timeScale) }
  if (operation.change.is !== 'provision') return answer(202, undefined, { ...headers, Location: address })
  const version = `api-version=${request.query['api-version'] ?? ''}`
  return answer(202, undefined, {
    ...headers,
    Location: `${address}?${version}`,
    'Azure-AsyncOperation': `${address}?${version}&type=async`,
  })
}

/** Answers how an operation stands. `Failed` comes with HTTP 200, as the service does (azapi#508). */
export const pollOperation: Handler = exchange => {
  const { state, names, request, settings } = exchange
  const { subscription = '', region = '', operation: id = '' } = names
  const type = request.query.type
  if (type !== undefined && type !== 'async') {
    return {
      state,
      answer: armError(
        400,
        'InvalidQueryParameterValue',
        `The value '${type}' of the query parameter 'type' is not known.`,
      ),
    }
  }
  const found = state.operations.find(
    each =>
      each.id === id &&
      each.subscriptionId.toLowerCase() === subscription.toLowerCase() &&
      each.region === region.toLowerCase(),
  )
  const { fault, queue } = takeFault(state.faults, request, ['location-expired'])
  if (!found || fault) {
    const message = `The operation '${id}' was not found in '${region}'.`
    return { state: { ...state, faults: queue }, answer: armError(404, 'NotFound', message) }
  }
  const startTime = new Date(found.startedAt).toISOString()
  const path = addressOf(found).slice(host.length)
  const base = { id: path, name: found.id, startTime }
  if (!found.settled) {
    const headers = { 'Retry-After': retryAfter(settings.timeScale) }
    const body = { ...base, status: 'InProgress' }
    if (type === 'async') return { state, answer: answer(200, body, headers) }
    const query = new URLSearchParams(request.query).toString()
    return { state, answer: answer(202, body, { ...headers, Location: `${addressOf(found)}?${query}` }) }
  }
  const endTime = new Date(found.endsAt).toISOString()
  const { ending } = found
  if (ending.is !== 'fails') return { state, answer: answer(200, { ...base, endTime, status: 'Succeeded' }) }
  const error = { code: ending.code, message: ending.message }
  return { state, answer: answer(200, { ...base, endTime, status: 'Failed', error }) }
}
