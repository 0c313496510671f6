import { setTimeout as sleep } from 'node:timers/promises'
import { CloudAdapter } from 'botbuilder'
import restify, { type Request, type Response, type Server } from 'restify'
import type { Messenger } from '../../conversation/messenger.ts'
import { teamsAuthentication } from './authentication.ts'
import {
  bodyDoor,
  headerRefusal,
  localRefusal,
  mostBytes,
  type Refusal,
  tenantRefusal,
  unauthorized,
} from './gate.ts'
import { guestBook } from './guests.ts'
import type { TeamsHostOptions } from './host-options.ts'
import { personLimits } from './hurry.ts'
import { teamsMessenger } from './messenger.ts'
import { hostMetrics } from './metrics.ts'
import { refusalOf } from './restify-error.ts'
import type { ServiceUrlRule } from './service-url.ts'
import { addressLimit, strangers } from './strangers.ts'
import { type HttpAnswer, turnRunner } from './turn-runner.ts'

export interface TeamsHost {
  /** Rejects where the port is taken. */
  listen(): Promise<{ readonly port: number }>
  readonly messenger: Messenger
  readonly server: Server
  /** Lets running turns end, and drops idle connections. */
  close(): Promise<void>
}

/** The bot's HTTP server and its voice. Without a token it trusts only local mode, and there only this machine. */
export function teamsHost(options: TeamsHostOptions): TeamsHost {
  const { mode, log } = options
  const identity = mode === 'local' ? undefined : mode
  if (identity?.appId === '') throw new Error('Without an app id botbuilder asks nobody for a token.')
  if (!identity && options.bind !== '127.0.0.1') throw new Error('Local mode must be bound to 127.0.0.1.')
  const serviceUrls: ServiceUrlRule = identity
    ? { is: 'teams', alsoOrigins: options.overrides?.serviceOrigins ?? [] }
    : { is: 'loopback' }
  const metrics = hostMetrics()
  const { metadataUrl, limits } = options.overrides ?? {}
  const authentication = teamsAuthentication(identity, {
    now: options.now,
    ...(metadataUrl === undefined ? {} : { metadataUrl }),
    sending: { timeoutMs: 15_000, retries: 3, longestWaitMs: 10_000, sleep, ...options.overrides?.sending },
  })
  const adapter = new CloudAdapter(authentication.botFramework)
  const run = turnRunner({
    adapter,
    ...(identity ? { botId: `28:${identity.appId}` } : {}),
    onTurn: options.onTurn,
    ...(options.onPosted === undefined ? {} : { onPosted: options.onPosted }),
    log,
    metrics,
    now: options.now,
    timers: options.timers,
    newId: options.newId,
    limits: { ...personLimits, ...limits },
    ...(identity ? { guests: guestBook({ now: options.now, timers: options.timers }) } : {}),
  })
  const knocking = strangers({
    limit: limits?.address ?? addressLimit,
    now: options.now,
    trustedProxies: options.trustedProxies ?? 0,
  })

  const server = restify.createServer({
    name: 'gatehouse',
    // restify's own logger would print requests; ours says what there is to say.
    log: log.child({}, { level: 'silent' }) as never,
    handleUncaughtExceptions: false,
  })
  server.on('restifyError', (request: Request, response: Response, error: unknown, done: () => void) => {
    const refusal = refusalOf(error)
    if (refusal.status === 500) log.error({ err: error, url: request.url }, 'A request failed')
    else metrics.refusal(refusal.code)
    if (!response.headersSent) answer(response, { status: refusal.status, body: bodyOf(refusal) })
    done()
  })
  if (!identity) {
    server.pre((request: Request, response: Response, next) => {
      const refusal = localRefusal(request.headers, request.socket.localPort ?? 0)
      if (!refusal) return next()
      refuse(response, refusal)
      return next(false)
    })
  }

  server.post(
    '/api/messages',
    (request: Request, response: Response, next) => {
      // Local mode serves this machine alone.
      const refusal =
        identity && knocking.areTooMany(request)
          ? tooMany
          : headerRefusal(request.headers, identity !== undefined)
      if (!refusal) return next()
      refuse(response, refusal, request)
      return next(false)
    },
    restify.plugins.bodyReader({ maxBodySize: mostBytes }),
    restify.plugins.jsonBodyParser({ bodyReader: true, mapParams: false }),
    async (request: Request, response: Response) => {
      const door = bodyDoor(request.body, serviceUrls)
      if (door.is === 'refused') return refuse(response, door.refusal, request)
      const outcome = await authentication.authenticate(door.activity, request.headers.authorization)
      if (outcome.is === 'refused') {
        // Strangers must not fill the log; how many there were is a metric.
        log.debug({ reason: outcome.reason.slice(0, 200) }, 'A request was not authenticated')
        return refuse(response, outcome.status === 401 ? unauthorized : keysMissing, request)
      }
      knocking.wasGood(request)
      const foreign = identity && tenantRefusal(door.activity, identity.allowedTenantIds)
      if (foreign) return refuse(response, foreign)
      return answer(response, await run(outcome.request, door.activity))
    },
  )
  server.get('/healthz', async (_request: Request, response: Response) =>
    answer(response, { status: 200, body: { status: 'serving' } }),
  )
  server.get('/readyz', async (_request: Request, response: Response) => {
    const missing = await options.ready().catch(error => {
      log.error({ err: error }, 'The check of readiness failed')
      return [{ what: 'readiness', detail: 'The check itself failed.' }]
    })
    answer(response, { status: missing.every(each => 'serves' in each) ? 200 : 503, body: missing })
  })
  server.get('/metrics', async (_request: Request, response: Response) => {
    const text = metrics.text() + (options.metrics?.() ?? '')
    response.sendRaw(200, text, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  options.mount?.(server)

  /** `by`: a stranger, whose refusals count. */
  function refuse(response: Response, refusal: Refusal, by?: Request): void {
    metrics.refusal(refusal.code)
    if (by && refusal.status < 429) knocking.wasRefused(by)
    if (refusal.status === 429) response.header('retry-after', '60')
    answer(response, { status: refusal.status, body: bodyOf(refusal) })
  }

  const http = server.server
  // A caller that sends slowly must not hold a connection for ever.
  http.headersTimeout = 15_000
  http.requestTimeout = 30_000
  http.keepAliveTimeout = 65_000

  return {
    messenger: teamsMessenger({ adapter, appId: identity?.appId ?? '', serviceUrls }),
    server,
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(options.port, options.bind, () => {
          server.removeListener('error', reject)
          resolve({ port: server.address().port })
        })
      }),
    close: () =>
      new Promise(resolve => {
        // A page that listens for events would keep its connection for ever.
        const enough = setTimeout(() => http.closeAllConnections(), 5000)
        server.close(() => {
          clearTimeout(enough)
          resolve()
        })
        http.closeIdleConnections()
      }),
  }
}

const tooMany: Refusal = {
  status: 429,
  code: 'TooManyRefusals',
  message: 'Too many requests from this address were refused. Try again in a minute.',
}

const keysMissing: Refusal = {
  status: 503,
  code: 'KeysUnavailable',
  message: 'The keys that Teams signs with cannot be fetched just now.',
}

function bodyOf(refusal: { readonly code: string; readonly message: string }) {
  return { error: { code: refusal.code, message: refusal.message } }
}

function answer(response: Response, { status, body }: HttpAnswer): void {
  const text = body === undefined ? '' : JSON.stringify(body)
  response.sendRaw(status, text, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
}
