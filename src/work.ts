import { postgresDrifts } from './adapters/store/drifts.ts'
import type { Engine } from './adapters/store/engine.ts'
import { postgresLimits } from './adapters/store/limits.ts'
import { keyOf, queues } from './adapters/store/queues.ts'
import { type AnnouncePorts, announce } from './bot/announce.ts'
import { type EndLimitPorts, endLimit, type LimitJob } from './bot/end-limit.ts'
import { type DriftJob, lookForDrift } from './bot/look-for-drift.ts'
import type { NoticeJob } from './bot/notices.ts'
import { type TellPorts, tell } from './bot/tell.ts'
import { tick } from './bot/tick.ts'
import type { TickJob, TickPorts } from './bot/tick-ports.ts'
import { type WatchJob, type WatchPorts, watchWorkspace } from './bot/watch-workspace.ts'
import type { RequestStore } from './changes/store.ts'

type Ports = Omit<TickPorts, 'store'> &
  Omit<AnnouncePorts, 'store' | 'again' | 'job'> &
  Omit<TellPorts, 'again'> &
  Omit<EndLimitPorts, 'limits'> &
  WatchPorts & { readonly requests: RequestStore }

// One kind of work does not wait for another: a workspace that keeps its workers busy silences nobody.
const workers = { tick: 8, announce: 8, tell: 2, watch: 2, limit: 2, drift: 1 }

/** Takes up whatever is due: what time asks of requests, what the chat is to be told, what people wait for. */
export async function startWork(engine: Engine, ports: Ports): Promise<void> {
  const { requests } = ports
  const limits = postgresLimits(engine, ports.newId)
  const drifts = postgresDrifts(engine, ports.newId)
  await engine.work<TickJob>(queues.tick, { concurrency: workers.tick }, job =>
    tick(job, { ...ports, store: requests }),
  )
  await engine.work<TickJob>(queues.announce, { concurrency: workers.announce }, (job, { id }) =>
    announce(job, {
      ...ports,
      store: requests,
      job: id,
      again: (again, at) =>
        engine.send(queues.announce, again, {
          singletonKey: keyOf(again, `again at ${at}`),
          startAfter: new Date(at),
        }),
    }),
  )
  await engine.work<NoticeJob>(queues.tell, { concurrency: workers.tell }, job =>
    tell(job, {
      ...ports,
      again: (again, at) =>
        engine.send(queues.tell, again, {
          singletonKey: `${again.notice}:again at ${at}`,
          startAfter: new Date(at),
        }),
    }),
  )
  await engine.work<LimitJob>(queues.limit, { concurrency: workers.limit }, job =>
    endLimit(job, { ...ports, limits }),
  )
  await engine.work<DriftJob>(queues.drift, { concurrency: workers.drift }, job =>
    lookForDrift(job, { ...ports, drifts }),
  )
  await engine.work<WatchJob>(queues.watch, { concurrency: workers.watch }, job => watchWorkspace(job, ports))
}
