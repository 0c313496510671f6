import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { accessOf } from './access.ts'
import { type Answer, armError } from './answer.ts'
import { callLog } from './call-log.ts'
import { answerControl, type Control, mayControl } from './control.ts'
import type { Request } from './exchange.ts'
import { takeFault } from './fault.ts'
import { faultAnswer, unauthorised } from './fault-answer.ts'
import { readRequest, targetOf } from './read-request.ts'
import { dispatch } from './route.ts'
import { settle } from './settle.ts'
import { initialState } from './state.ts'
import { stateFile } from './state-file.ts'
import type { Tenant } from './tenant.ts'

export { builtInTenant } from './built-in-tenant.ts'
export { type LoadedTenant, loadTenant, type Tenant } from './tenant.ts'

export interface SimulatorOptions {
  readonly tenant: Tenant
  /** Milliseconds since 1970. */
  readonly clock: { now(): number }
  /** Written after every change and read at the start; the calls are kept beside it. */
  readonly stateFile?: string
  /** 0, or absent: any free one. */
  readonly port?: number
  /** Items on a page of a list; 20. */
  readonly pageSize?: number
  readonly newId: () => string
  readonly log?: (line: string) => void
}

export interface Simulator {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Starts a simulated Azure Resource Manager on 127.0.0.1. Rejects when it cannot listen or cannot read its state file. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { tenant, clock, newId, log = () => undefined } = options
  const settings = {
    timeScale: tenant.timeScale ?? 1,
    pageSize: options.pageSize ?? 20,
    newId,
    access: accessOf(tenant),
  }
  const file = stateFile(options.stateFile, tenant, log)
  const calls = callLog(options.stateFile && `${options.stateFile}.calls`)
  const closing = new AbortController()
  let state = file.load()

  function keep(next: typeof state): void {
    if (next === state) return
    file.save(next)
    state = next
  }

  const control: Control = {
    now: () => clock.now(),
    calls,
    faults: () => state.faults,
    addFaults: faults => keep({ ...state, faults: [...state.faults, ...faults] }),
    reset() {
      calls.clear()
      keep(initialState(tenant))
    },
  }

  function carryOut(request: Request, authorization: string | undefined): Answer {
    const now = clock.now()
    keep(settle(state, now))
    const refusal = unauthorised(authorization)
    if (refusal) return refusal
    const outcome = dispatch({ state, now, settings, request })
    keep(outcome.state)
    return outcome.answer
  }

  function nextFault(request: Request) {
    const { fault, queue } = takeFault(state.faults, request, ['status', 'slow', 'hang', 'reset'])
    if (fault) keep({ ...state, faults: queue })
    return fault
  }

  async function serveArm(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const read = await readRequest(message, targetOf(message))
    const { request } = read
    const finished = calls.received({ ...request, at: clock.now() })
    const fault = nextFault(request)
    if (fault?.is === 'slow') await wait(fault.ms, undefined, { signal: closing.signal })
    const lost = fault !== undefined && fault.is !== 'slow'
    const lands = !lost || ('lands' in fault && fault.lands === true)
    const perform = () => (read.ok ? carryOut(request, message.headers.authorization) : read.refusal)
    const real = lands ? perform() : undefined
    if (fault?.is === 'hang') return
    if (fault?.is === 'reset') {
      message.socket.destroy()
      return
    }
    const told = fault?.is === 'status' ? faultAnswer(fault) : real
    if (!told) throw new Error('A request was left without an answer.')
    finished(told.status)
    log(`${request.method} ${request.path} ${told.status}`)
    send(response, told, armHeaders(request.method, newId))
  }

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = targetOf(message)
    if (!target.path.startsWith('/_sim/')) return serveArm(message, response)
    if (!mayControl(message)) {
      return send(response, armError(403, 'Forbidden', 'The controls are for programs on this machine.'), {})
    }
    const read = await readRequest(message, target)
    send(response, read.ok ? answerControl(read.request, control) : read.refusal, {})
  }

  const server = createServer((message, response) => {
    serve(message, response).catch((error: unknown) => {
      // A client that went away, or our own close; anything else is a bug.
      if (closing.signal.aborted || response.headersSent || message.socket.destroyed)
        return response.destroy()
      log(`The simulator failed: ${String(error)}`)
      return send(
        response,
        armError(500, 'InternalServerError', 'The simulator failed; its log says why.'),
        {},
      )
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        closing.abort()
        server.close(error => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

function armHeaders(method: string, newId: () => string): Record<string, string> {
  const kind = method === 'GET' ? 'reads' : method === 'DELETE' ? 'deletes' : 'writes'
  return {
    'x-ms-request-id': newId(),
    'x-ms-correlation-request-id': newId(),
    [`x-ms-ratelimit-remaining-subscription-${kind}`]: kind === 'reads' ? '249' : '199',
    'Cache-Control': 'no-cache',
  }
}

function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
  more: Record<string, string>,
): void {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const type = text === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }
  const length = status === 204 ? {} : { 'Content-Length': String(Buffer.byteLength(text ?? '')) }
  response.writeHead(status, { ...more, ...type, ...length, ...headers })
  response.end(text)
}
