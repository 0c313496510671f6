import { afterEach } from 'vitest'
import { type Behaviour, startWorld, type World } from './fake-bot.ts'

/** Gives a suite worlds of its own, each closed after the test that opened it. */
export function useWorlds() {
  const open: World[] = []
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close()
  })
  return async (
    behave: Behaviour = () => ({}),
    options: Parameters<typeof startWorld>[1] = {},
  ): Promise<World> => {
    const started = await startWorld(behave, options)
    open.push(started)
    return started
  }
}
