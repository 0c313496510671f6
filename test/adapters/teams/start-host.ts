import { TestClock } from 'pg-boss'
import pino from 'pino'
import type { TeamsHostOptions } from '../../../src/adapters/teams/host-options.ts'
import { teamsHost } from '../../../src/adapters/teams/server.ts'
import type { Incoming } from '../../../src/conversation/incoming.ts'
import type { Reply } from '../../../src/conversation/reply.ts'

/** A host on a free port whose rooms are one function; keeps what came in and what was logged. */
export async function startHost(
  reply: (incoming: Incoming) => Reply | Promise<Reply>,
  more: Partial<TeamsHostOptions> = {},
) {
  const incomings: Incoming[] = []
  const logged: string[] = []
  const clock = new TestClock(1_700_000_000_000)
  let turns = 0
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
    now: () => clock.now(),
    timers: clock,
    newId: () => `turn-${++turns}`,
    ...more,
    overrides: { ...more.overrides, limits: { ...unlimited, ...more.overrides?.limits } },
  })
  const { port } = await host.listen()
  return { ...host, port, url: `http://127.0.0.1:${port}`, incomings, logged, clock }
}

/** Most tests are faster than people. */
export const unlimited = {
  person: { burst: 1e9, perMinute: 1e9 },
  refresh: { burst: 1e9, perMinute: 1e9 },
  address: { burst: 1e9, perMinute: 1e9 },
}

export const nothing = (): Reply => ({ kind: 'nothing' })
