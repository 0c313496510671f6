import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import restify from 'restify'
import { localPage } from '../../../src/adapters/page/local-page.ts'

export type Activity = Readonly<Record<string, unknown>> & {
  readonly type: string
  readonly serviceUrl: string
  readonly conversation: { readonly id: string }
  readonly from: { readonly id: string }
}

/** What the bot does with an activity; what it returns is the HTTP answer. */
export type Behaviour = (
  activity: Activity,
) => Promise<{ status?: number; body?: unknown }> | { status?: number; body?: unknown }

export interface World {
  readonly url: string
  readonly received: Activity[]
  readonly page: ReturnType<typeof localPage>
  /** Calls the Connector as a bot does. */
  connector(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }>
  post(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown> }>
  close(): Promise<void>
}

/** The local page on a server of its own, with a bot that does as it is told. */
export async function startWorld(
  behave: Behaviour,
  options: { readonly stateFile?: string; readonly assets?: string; readonly clock?: { now(): number } } = {},
): Promise<World> {
  const received: Activity[] = []
  const stateFile = options.stateFile ?? join(await mkdtemp(join(tmpdir(), 'page-')), 'transcript.json')
  let ids = 0
  let url = ''
  const server = restify.createServer()
  const page = localPage({
    botUrl: () => url,
    stateFile,
    clock: options.clock ?? { now: () => Date.now() },
    newId: () => `id-${++ids}`,
    assets: options.assets ?? join(stateFile, '..'),
    examples: { open: 'ws-prod', show: 'ws-research' },
    log: { warn: () => undefined },
  })
  page.mount(server)
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    const parts: Buffer[] = []
    for await (const part of request as unknown as AsyncIterable<Buffer>) parts.push(part)
    const activity = JSON.parse(Buffer.concat(parts).toString()) as Activity
    received.push(activity)
    const { status = 200, body } = await behave(activity)
    response.json(status, body ?? {})
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${server.address().port}`

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) }
  }

  return {
    url,
    received,
    page,
    connector: (method, path, body) => call(method, `/local/connector/v3/conversations${path}`, body),
    post: (path, body, headers) => call('POST', path, body, headers),
    async close() {
      page.close()
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      // `fetch` keeps connections open for a next call, which Node would wait for.
      server.server.closeAllConnections()
      await closed
    },
  }
}

export function cardMessage(card: object, summary = 'A card') {
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  }
}

export const channel = '19:ml-platform@thread.tacv2'
export const approvers = '19:network-approvers@thread.v2'

export const plainCard = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Hello' }],
}
export const idPart = (text: string) => encodeURIComponent(text)
