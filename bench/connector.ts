import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the bot sent to a conversation. */
export interface Sent {
  readonly conversation: string
  readonly activity: Readonly<Record<string, unknown>>
  /** By this process's clock. */
  readonly at: number
}

/** A Bot Connector that takes everything at once: what is measured is the bot, and not what Teams thinks of it. */
export async function startConnector() {
  let sequence = 0
  let hear: ((sent: Sent) => void) | undefined
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      // The bot asks once for each person whether they are a guest.
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end('{"userRole":"user"}')
        return
      }
      const id = `m${++sequence}`
      response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' })
      response.end(`{"id":"${id}"}`)
      if (hear === undefined || request.method === 'DELETE') return
      const [, , , conversation = ''] = (request.url ?? '').split('/')
      const activity = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Sent['activity']
      hear({ conversation: decodeURIComponent(conversation), activity, at: Date.now() })
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** From now on this is told of everything; without it nothing is read, which is cheaper. */
    listen: (listener: ((sent: Sent) => void) | undefined): void => {
      hear = listener
    },
    close: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
