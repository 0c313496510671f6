import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Clock, type Db, type JobWithMetadata, PgBoss } from 'pg-boss'
import { bossQueue, type QueueOptions, queueDefaults } from './queue-options.ts'
import type { Store, TellStoreNews } from './store.ts'
import { within } from './within.ts'

export interface SendOptions {
  readonly startAfter?: Date
  readonly singletonKey?: string
  /** A UUID. A second job with the same one is ignored. */
  readonly id?: string
}

export interface JobContext {
  readonly id: string
  /** 1 at the first try. */
  readonly attempt: number
  readonly lastAttempt: boolean
  /** Aborted when the result can no longer count: time is up, the claim is lost, or the process is stopping. */
  readonly signal: AbortSignal
}

export type JobHandler<Data extends object> = (data: Data, job: JobContext) => Promise<void>

export interface Jobs {
  createQueue(name: string, options?: Partial<QueueOptions>): Promise<void>
  send(queue: string, data: object, options?: SendOptions): Promise<void>
  work<Data extends object>(
    queue: string,
    options: { readonly concurrency: number },
    handler: JobHandler<Data>,
  ): Promise<void>
  deadLetters(): Promise<number>
  stop(): Promise<void>
}

const deadQueue = 'dead'
const ninetyDaysInSeconds = 90 * 24 * 3600
const drainMs = 10_000
const lookForDeadEveryMs = 60_000
const sameErrorAgainMs = 10_000

// Delayed jobs and retries send no NOTIFY, so the poll decides how late they run. One worker of a queue polls for all:
// whoever finds a job wakes the others. That keeps an idle process idle, and drains a backlog without a pause per job.
const pollSeconds = 1
const helperPollSeconds = 30

/** Starts pg-boss on the store. `running` is the connection of the transaction that a call is made in, if any. */
export async function startJobs(
  store: Store,
  running: () => Db | undefined,
  clock: Clock,
  log: TellStoreNews,
): Promise<Jobs> {
  const boss = new PgBoss({
    ...store.bossOptions(running),
    clock,
    useListenNotify: true,
    schedule: false,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
  })
  // Without a listener an error would end the process; while a database is away each poll would log the same one.
  // After the end, a job that ran on cannot report to the closed store: it was given back, and that is no news.
  let ended = false
  const tell = oncePerError(clock, log)
  boss.on('error', error => {
    if (!ended) tell(error)
  })
  boss.on('warning', warning => log({ level: 'warn', message: `jobs: ${warning.message}` }))
  const queues = new Set<string>()

  const deadLetters = async () => {
    const { rows } = await store.pool.query<{ count: number }>(
      `select count(*)::int as count from pgboss.job where name = $1 and state < 'completed'`,
      [deadQueue],
    )
    return rows[0]?.count ?? 0
  }

  const jobs: Jobs = {
    async createQueue(name, options = {}) {
      const { policy, ...settings } = bossQueue({ ...queueDefaults, ...options })
      await boss.createQueue(name, { ...settings, policy, deadLetter: deadQueue })
      await boss.updateQueue(name, { ...settings, deadLetter: deadQueue })
    },
    async send(queue, data, options = {}) {
      const connection = running()
      await boss.send(queue, data, { ...options, ...(connection === undefined ? {} : { db: connection }) })
    },
    async work<Data extends object>(
      queue: string,
      options: { readonly concurrency: number },
      handler: JobHandler<Data>,
    ) {
      queues.add(queue)
      const workers: string[] = []
      for (let number = 0; number < options.concurrency; number += 1) {
        const seconds = number === 0 ? pollSeconds : helperPollSeconds
        const worker = await boss.work(
          queue,
          {
            pollingIntervalSeconds: seconds,
            notifyPollingIntervalSeconds: seconds,
            includeMetadata: true as const,
          },
          async (fetched: readonly JobWithMetadata<Data>[]) => {
            for (const id of workers) boss.notifyWorker(id)
            for (const job of fetched) await run(job, handler, log)
          },
        )
        workers.push(worker)
      }
    },
    deadLetters,
    async stop() {
      clock.clearInterval(deadWatch)
      await within(drainMs, Promise.all([...queues].map(queue => boss.offWork(queue))), undefined)
      // What still runs is given back to its queue and told so by its signal.
      ended = true
      await boss.stop({ graceful: false })
    },
  }

  try {
    await boss.start()
    await boss.createQueue(deadQueue, { retentionSeconds: ninetyDaysInSeconds })
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
  const lookForDead = watchDead(deadLetters, log)
  await lookForDead()
  const deadWatch = clock.setInterval(() => void lookForDead(), lookForDeadEveryMs)
  return jobs
}

async function run<Data extends object>(
  job: JobWithMetadata<Data>,
  handler: JobHandler<Data>,
  log: TellStoreNews,
): Promise<void> {
  // The embedded store answers without leaving the event loop's turn: a backlog would keep all else waiting.
  await nextTurn()
  const attempt = job.retryCount + 1
  const lastAttempt = job.retryCount >= job.retryLimit
  try {
    await handler(job.data, { id: job.id, attempt, lastAttempt, signal: job.signal })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const outcome = lastAttempt ? 'was given up' : 'will be tried again'
    const level = lastAttempt ? 'error' : 'warn'
    log({
      level,
      message: `a job failed and ${outcome}: ${message}`,
      queue: job.name,
      jobId: job.id,
      attempt,
    })
    // pg-boss stores what is thrown: the sentence, not the objects that hang on an SDK's error.
    throw new Error(message)
  }
}

/** Jobs also end dead without their handler failing: it hung, or took the process with it. */
function watchDead(count: () => Promise<number>, log: TellStoreNews): () => Promise<void> {
  let known = 0
  return async () => {
    const now = await count().catch(() => known)
    if (now > known)
      log({ level: 'error', message: `${now} job(s) were given up and wait in the queue "${deadQueue}"` })
    known = now
  }
}

function oncePerError(clock: Clock, log: TellStoreNews): (error: Error) => void {
  const saidAt = new Map<string, number>()
  return error => {
    // pg-boss appends the worker, which differs each time.
    const message = error.message.replace(/ \(Queue: .*\)$/, '')
    const before = saidAt.get(message)
    if (before !== undefined && clock.now() - before < sameErrorAgainMs) return
    saidAt.set(message, clock.now())
    log({ level: 'warn', message: `jobs: ${message}` })
  }
}
