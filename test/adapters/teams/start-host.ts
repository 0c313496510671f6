import pino from 'pino'
import { type TeamsHostOptions, teamsHost } from '../../../src/adapters/teams/server.ts'
import type { Incoming } from '../../../src/conversation/incoming.ts'
import type { Reply } from '../../../src/conversation/reply.ts'

/** A host on a free port whose rooms are one function; keeps what came in and what was logged. */
export async function startHost(
  reply: (incoming: Incoming) => Reply | Promise<Reply>,
  more: Partial<TeamsHostOptions> = {},
) {
  const incomings: Incoming[] = []
  const logged: string[] = []
  const clock = { now: 1_700_000_000_000 }
  const host = teamsHost({
    port: 0,
    bind: '127.0.0.1',
    mode: 'local',
    onTurn: async incoming => {
      incomings.push(incoming)
      return reply(incoming)
    },
    ready: async () => [],
    log: pino({ level: 'info' }, { write: line => logged.push(line) }),
    now: () => clock.now,
    ...more,
  })
  const { port } = await host.listen()
  return { ...host, port, url: `http://127.0.0.1:${port}`, incomings, logged, clock }
}

export const nothing = (): Reply => ({ kind: 'nothing' })
