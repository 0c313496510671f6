import type { Engine } from './engine.ts'

/** What waits in the database to be done. The job row commits with the state that it follows from: it is the outbox. */
export const queues = { tick: 'request.tick', announce: 'request.announce' } as const

/** Names the same job twice only by what it is about: handlers read the rest, and fence themselves. */
export async function createQueues(engine: Engine): Promise<void> {
  await engine.createQueue(queues.tick)
  await engine.createQueue(queues.announce)
}
