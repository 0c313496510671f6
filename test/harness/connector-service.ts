import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { CardJson } from './card-content.ts'
import { complaintsAbout } from './connector-rules.ts'
import type { Thread } from './people.ts'

/** What the bot posted or put. */
export interface Received {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly conversationId: string
  /** The id under which the message now stands in the conversation. */
  readonly activityId: string
  readonly replyToId?: string
  readonly authorization?: string
  readonly activity: Readonly<Record<string, unknown>> & { readonly text?: string; readonly summary?: string }
  readonly card?: CardJson
}

/** How the next requests of the bot go wrong. `stored-500`: the message is kept and the bot is told that it is not. */
export type Fault = number | 'hang' | 'reset' | 'stored-500'

/** A strict Bot Connector over HTTP that keeps what the bot sends, and complains of what Teams would not accept. */
export async function startConnectorService(options: {
  readonly port: number
  readonly bot: { readonly id: string }
  readonly asksForToken: boolean
}) {
  const { bot } = options
  let sequence = 0
  const activities: Received[] = []
  const complaints: string[] = []
  const typings: Received[] = []
  const faults: {
    fault: Fault
    headers: Record<string, string>
    only?: Received['method']
    where?: string
  }[] = []
  const known = new Map<string, Map<string, Received | undefined>>()
  const guests = new Set<string>()
  const hanging = new Set<ServerResponse>()
  const watchers = new Set<() => void>()

  const server = createServer((request, response) => {
    serve(request, response).catch(error => {
      complaints.push(String(error))
      response.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(options.port, '127.0.0.1', resolve))

  /** What Teams says of somebody in a conversation: of guests, whatever their role, by the name that they have in the tenant. */
  function sendMember(response: ServerResponse, id: string): void {
    const name = `${id.replace(/^29:/, '')}${guests.has(id) ? '_elsewhere.example#EXT#' : ''}@example.onmicrosoft.com`
    send(response, 200, { id, userPrincipalName: name, userRole: 'user' })
  }

  function complain(response: ServerResponse, status: number, message: string): void {
    complaints.push(message)
    send(response, status, { error: { code: 'BadArgument', message } })
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const member = /^\/v3\/conversations\/[^/]+\/members\/([^/]+)$/.exec(request.url ?? '')?.[1]
    if (member !== undefined && request.method === 'GET')
      return sendMember(response, decodeURIComponent(member))
    const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(request.url ?? '')
    const method = request.method ?? ''
    const [, conversation = '', target] = (path ?? []).map(part => decodeURIComponent(part ?? ''))
    if (!path || !['POST', 'PUT', 'DELETE'].includes(method) || (method !== 'POST' && !target)) {
      return complain(response, 404, `There is no ${method} ${request.url}.`)
    }
    const thread = known.get(conversation)
    if (!thread) return complain(response, 404, `The bot is in no conversation ${conversation}.`)
    const next = faults.findIndex(
      ({ only = method, where = conversation }) => only === method && where === conversation,
    )
    const [broken] = next < 0 ? [] : faults.splice(next, 1)
    if (broken && broken.fault !== 'stored-500') return misbehave(request, response, broken)
    // A bot may answer to anybody's message, and change only its own.
    if (target && !(method === 'POST' ? thread.has(target) : thread.get(target)))
      return send(response, 404, { error: { code: 'ActivityNotFoundInConversation' } })
    const activity = method === 'DELETE' ? {} : (JSON.parse(body) as Received['activity'])
    const wrong = method === 'DELETE' ? [] : complaintsAbout(activity, conversation, bot.id)
    if (options.asksForToken && !request.headers.authorization?.startsWith('Bearer '))
      wrong.push('The bot sent no token.')
    if (wrong.length > 0) return complain(response, 400, wrong.join(' '))
    const id = method === 'POST' ? `m${++sequence}` : (target ?? '')
    const received = receivedOf(method as Received['method'], conversation, id, activity, {
      ...(method === 'POST' && target ? { replyToId: target } : {}),
      ...(request.headers.authorization ? { authorization: request.headers.authorization } : {}),
    })
    if (activity.type === 'typing') {
      typings.push(received)
      return send(response, 201, { id })
    }
    thread.set(id, received)
    activities.push(received)
    for (const look of [...watchers]) look()
    if (broken) return send(response, 500, { error: { code: 'ServiceError' } })
    send(response, method === 'POST' ? 201 : 200, { id })
  }

  function misbehave(
    request: IncomingMessage,
    response: ServerResponse,
    broken: (typeof faults)[number],
  ): void {
    if (broken.fault === 'hang') hanging.add(response)
    else if (broken.fault === 'reset') request.socket.destroy()
    else
      send(response, Number(broken.fault), { error: { code: 'Fault', message: 'As asked.' } }, broken.headers)
  }

  /** The first message, past or future, of which this is true. */
  function waitFor(wanted: (received: Received) => boolean, timeoutMs = 20_000): Promise<Received> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => finish(), timeoutMs)
      const finish = (found?: Received) => {
        clearTimeout(timer)
        watchers.delete(look)
        const seen = activities.map(
          ({ method, activity }) => `${method} ${activity.summary ?? activity.text ?? ''}`,
        )
        if (found) resolve(found)
        else reject(new Error(`Nothing such came within ${timeoutMs} ms. There were:\n${seen.join('\n')}`))
      }
      const look = () => {
        const found = activities.find(wanted)
        if (found) finish(found)
      }
      watchers.add(look)
      look()
    })
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    activities,
    /** How often the bot showed that it is typing, and where. */
    typings,
    complaints,
    /** Teams' ids of those who were invited from another tenant. */
    guests,
    waitFor,
    /** The bot is in this conversation now. */
    enter: (thread: Thread): void => {
      if (!known.has(thread.id)) known.set(thread.id, new Map())
    },
    /** A person's own message, which the bot may answer to. */
    remember: (thread: Thread, activityId: string): void => {
      known.get(thread.id)?.set(activityId, undefined)
    },
    /** What a message of the conversation says now, after its updates. */
    messageNow: (thread: Thread, activityId: string) => known.get(thread.id)?.get(activityId),
    /** The next requests of the bot, or those of one method or in one conversation, fail like this, one after the other. */
    fail: (
      fault: Fault,
      times = 1,
      headers: Record<string, string> = {},
      only?: Received['method'],
      where?: Thread,
    ): void => {
      for (let n = 0; n < times; n++)
        faults.push({ fault, headers, ...(only ? { only } : {}), ...(where ? { where: where.id } : {}) })
    },
    assertClean: (): void => {
      if (complaints.length > 0) throw new Error(`Teams would not have taken this:\n${complaints.join('\n')}`)
    },
    close: async (): Promise<void> => {
      for (const response of hanging) response.destroy()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

function receivedOf(
  method: Received['method'],
  conversationId: string,
  activityId: string,
  activity: Received['activity'],
  more: Pick<Received, 'replyToId' | 'authorization'>,
): Received {
  const [attachment] = Array.isArray(activity.attachments) ? activity.attachments : []
  const card = attachment?.content as CardJson | undefined
  return { method, conversationId, activityId, activity, ...more, ...(card ? { card } : {}) }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  // Not chained: in a process with restify, which patches it, writeHead returns nothing.
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
