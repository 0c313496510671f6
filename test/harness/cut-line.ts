import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A line to a server that can fall silent or be cut. */
export interface CutLine {
  /** The server's address, by way of this line. */
  readonly url: string
  /** `cut`: connections end, and none is taken. `silent`: they stay, and nothing comes through. */
  set(state: 'open' | 'cut' | 'silent'): void
}

export async function cutLine(to: string): Promise<CutLine> {
  const target = new URL(to)
  const sockets = new Set<Socket>()
  let state: Parameters<CutLine['set']>[0] = 'open'
  const server = createServer(near => {
    if (state === 'cut') return near.destroy()
    const far = connect(Number(target.port), target.hostname)
    const pair = [near, far] as const
    for (const [socket, other] of [pair, [far, near] as const]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
      // What is said while the line is silent is lost, and with it the connection's sense.
      socket.on('data', data => {
        if (state === 'open') other.write(data)
      })
    }
    return undefined
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(() => {
    hangUp()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the line has no port')
  const url = new URL(to)
  url.hostname = '127.0.0.1'
  url.port = String(address.port)
  return {
    url: url.href,
    set: next => {
      // After a silence the connections are of no use to anybody.
      if (next === 'cut' || state === 'silent') hangUp()
      state = next
    },
  }
}
