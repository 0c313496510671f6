import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Request, Response, Server } from 'restify'
import type { Connector } from './connector.ts'
import type { EventStream } from './event-stream.ts'
import { jsonBody } from './json-body.ts'
import { type Answer, refusalOf, refused } from './page-guard.ts'
import type { PersonDeeds } from './person-deeds.ts'

interface Parts {
  readonly assets: string
  readonly events: EventStream
  readonly deeds: PersonDeeds
  readonly connector: Connector
  readonly log: { warn(details: object, message: string): void }
}

/** One megabyte: ten times what Teams lets a person say, so that the bot's own limits can be tried. */
const bodyLimit = 1024 * 1024

const security = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

const assetTypes: Readonly<Record<string, string>> = {
  'main.js': 'text/javascript; charset=utf-8',
  'main.js.map': 'application/json',
  'style.css': 'text/css; charset=utf-8',
}

type Params = Readonly<Record<string, string>>

/** Puts the page, its own calls and the Connector on the server. Every route is closed to everything but this machine's page. */
export function mountRoutes(server: Server, { assets, events, deeds, connector, log }: Parts): void {
  const guarded =
    (handle: (request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response): Promise<void> => {
      const refusal = refusalOf(request.method, request.headers)
      if (refusal !== undefined) return send(response, refusal)
      try {
        await handle(request, response)
      } catch (error) {
        log.warn({ err: error, route: request.method }, 'The local page failed')
        if (!response.headersSent) send(response, refused(500, 'ServiceError', 'The local page failed.'))
      }
    }
  const calling = (answer: (params: Params, body: unknown) => Promise<Answer> | Answer) =>
    guarded(async (request, response) => {
      const hasBody = request.method === 'POST' || request.method === 'PUT'
      const body = hasBody ? await jsonBody(request, bodyLimit) : { ok: true as const, value: undefined }
      send(response, body.ok ? await answer(request.params, body.value) : body.answer)
    })
  const file = (name: (params: Params) => string, type: (name: string) => string | undefined) =>
    guarded(async (request, response) => {
      const wanted = name(request.params)
      const contentType = type(wanted)
      const content =
        contentType === undefined ? undefined : await readFile(join(assets, wanted)).catch(() => undefined)
      if (content === undefined || contentType === undefined)
        return send(
          response,
          refused(404, 'NotFound', 'There is no such file. Was the page built (npm run build)?'),
        )
      raw(response).writeHead(200, {
        ...security,
        'content-type': contentType,
        'content-length': content.length,
      })
      raw(response).end(content)
    })

  server.get(
    '/',
    file(
      () => 'index.html',
      () => 'text/html; charset=utf-8',
    ),
  )
  server.get(
    '/local/assets/:name',
    file(
      params => params.name ?? '',
      name => (Object.hasOwn(assetTypes, name) ? assetTypes[name] : undefined),
    ),
  )
  server.get(
    '/local/events',
    guarded(async (request, response) => events.open(request as IncomingMessage, raw(response))),
  )
  server.post(
    '/local/say',
    calling((_, body) => deeds.say(body)),
  )
  server.post(
    '/local/press',
    calling((_, body) => deeds.press(body)),
  )

  const base = '/local/connector/v3/conversations'
  const id = (params: Params) => params.conversation ?? ''
  const activity = (params: Params) => params.activity ?? ''
  server.post(
    base,
    calling((_, body) => connector.open(body)),
  )
  server.post(
    `${base}/:conversation/activities`,
    calling((params, body) => connector.post(id(params), body)),
  )
  // A reply to an activity lands in the same thread as any other post to it.
  server.post(
    `${base}/:conversation/activities/:activity`,
    calling((params, body) => connector.post(id(params), body)),
  )
  server.put(
    `${base}/:conversation/activities/:activity`,
    calling((params, body) => connector.update(id(params), activity(params), body)),
  )
  server.del(
    `${base}/:conversation/activities/:activity`,
    calling(params => connector.remove(id(params), activity(params))),
  )
  server.get(
    `${base}/:conversation/members`,
    calling(params => connector.members(id(params))),
  )
  server.get(
    `${base}/:conversation/pagedmembers`,
    calling(params => {
      const { status, body } = connector.members(id(params))
      return { status, body: status === 200 ? { members: body } : body }
    }),
  )
  server.get(
    `${base}/:conversation/members/:member`,
    calling(params => connector.member(id(params), params.member ?? '')),
  )
}

/** Restify adds to the response but keeps Node's own under it. */
function raw(response: Response): ServerResponse {
  return response as unknown as ServerResponse
}

function send(response: Response, { status, body }: Answer): void {
  const text = body === undefined ? '' : JSON.stringify(body)
  raw(response).writeHead(status, { ...security, 'content-type': 'application/json; charset=utf-8' })
  raw(response).end(text)
}
