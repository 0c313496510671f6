import type { Engine } from './engine.ts'

/** What waits in the database to be done. The job row commits with the state that it follows from: it is the outbox. */
export const queues = {
  tick: 'request.tick',
  announce: 'request.announce',
  tell: 'notice.tell',
  watch: 'workspace.watch',
  limit: 'request.limit',
  drift: 'workspace.drift',
} as const

/** Which requests and versions wait already is known by the job's key, so that the net under the jobs adds none twice. */
export async function createQueues(engine: Engine): Promise<void> {
  await engine.createQueue(queues.tick, { policy: 'exclusive' })
  await engine.createQueue(queues.announce, { policy: 'exclusive' })
  await engine.createQueue(queues.tell, { policy: 'exclusive' })
  await engine.createQueue(queues.limit, { policy: 'exclusive' })
  await engine.createQueue(queues.drift, { policy: 'exclusive' })
  // One look waits per workspace, whoever asks for it; the one that runs asks for the next.
  await engine.createQueue(queues.watch, { policy: 'short' })
}

/** A request as somebody saw it: the whole of a job. */
export interface RequestJob {
  readonly request: string
  readonly version: number
}

/** `why` tells jobs apart that may wait beside each other for the same version. */
export function keyOf({ request, version }: RequestJob, why = ''): string {
  return `${request}:${version}:${why}`
}
