import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Attributes,
  type Meter,
  metrics,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api'
import type { CallWatch } from './adapters/azure/arm-budget.ts'
import type { Engine } from './adapters/store/engine.ts'
import { queues } from './adapters/store/queues.ts'
import type { RequestStore } from './changes/store.ts'
import type { Subscriptions } from './changes/subscriptions.ts'
import type { Incoming } from './conversation/incoming.ts'
import type { Messenger } from './conversation/messenger.ts'
import { type Counters, counters } from './counters.ts'
import type { WorkspaceGateway } from './workspace/gateway.ts'

/** What work is done for: calls to Azure are counted by it. */
type Purpose = 'question' | 'press' | 'apply' | 'announce' | 'watch' | 'list' | 'readiness' | 'other'

/** Traces and counts what passes through, and changes nothing of it. Spans go wherever an exporter was started, else nowhere. */
export interface Telemetry {
  turn<T>(kind: Incoming['kind'], work: () => Promise<T>): Promise<T>
  readiness<T>(work: () => Promise<T>): Promise<T>
  /** For the budget, which sees every call. */
  readonly azure: CallWatch
  gateway(gateway: WorkspaceGateway): WorkspaceGateway
  engine(engine: Engine): Engine
  requests(store: RequestStore): RequestStore
  messenger(messenger: Messenger): Messenger
  subscriptions(subscriptions: Subscriptions, now: () => number): Subscriptions
  /** The counts in Prometheus' text format. */
  text(): string
}

const purposeOf: Readonly<Record<string, Purpose>> = {
  [queues.tick]: 'apply',
  [queues.announce]: 'announce',
  [queues.tell]: 'announce',
  [queues.watch]: 'watch',
}

/** To be made once the exporters, if any, have been started: counts that exist before are not exported. */
export function telemetry(
  tracer: Tracer = trace.getTracer('gatehouse'),
  meter: Meter = metrics.getMeter('gatehouse'),
): Telemetry {
  const count = counters(meter)
  const purposes = new AsyncLocalStorage<Purpose>()

  function span<T>(
    name: string,
    kind: SpanKind,
    attributes: Attributes,
    work: (span: Span) => Promise<T>,
  ): Promise<T> {
    return tracer.startActiveSpan(name, { kind, attributes }, async started => {
      try {
        return await work(started)
      } catch (error) {
        // The kind of error at most: messages may name people and hosts.
        started.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : 'Error',
        })
        throw error
      } finally {
        started.end()
      }
    })
  }
  const during = <T>(purpose: Purpose, name: string, work: () => Promise<T>) =>
    purposes.run(purpose, () => span(name, SpanKind.INTERNAL, { 'gatehouse.purpose': purpose }, work))

  return {
    turn: (kind, work) => {
      const purpose = kind === 'message' ? 'question' : kind === 'press' ? 'press' : 'other'
      return during(purpose, `turn ${kind}`, work)
    },
    readiness: work => during('readiness', 'readiness', work),

    azure: ({ kind, method }, send) => {
      const purpose = purposes.getStore() ?? 'other'
      return span(`azure ${kind}`, SpanKind.CLIENT, { 'http.request.method': method }, async call => {
        let status = 'none'
        try {
          const answer = await send()
          status = String(answer.status)
          call.setAttribute('http.response.status_code', answer.status)
          return answer
        } finally {
          count.azureCalls.add(1, { kind, purpose, status })
        }
      })
    },

    gateway: gateway => ({
      ...gateway,
      // One list serves whoever asks: it is nobody's in particular.
      list: urgency => during('list', 'list workspaces', () => gateway.list(urgency)),
    }),

    engine: engine => ({
      ...engine,
      tx: work => span('store transaction', SpanKind.CLIENT, {}, () => engine.tx(work)),
      work: (queue, options, handler) =>
        engine.work(queue, options, (data, job) =>
          during(purposeOf[queue] ?? 'other', `job ${queue}`, () => handler(data as never, job)),
        ),
    }),

    requests: store => ({
      ...store,
      move: async (from, to, look, record) => {
        const moved = await store.move(from, to, look, record)
        const isEnd = from.state.is === 'applying' && to.is !== 'applying'
        if (moved.is === 'moved' && isEnd) count.appliedRequests.add(1, { outcome: to.is })
        return moved
      },
    }),

    messenger: messenger => ({
      post: (conversation, message) =>
        sent(count, 'post', () =>
          span('teams post', SpanKind.CLIENT, {}, () => messenger.post(conversation, message)),
        ),
      update: (conversation, activityId, message) =>
        sent(count, 'update', () =>
          span('teams update', SpanKind.CLIENT, {}, () =>
            messenger.update(conversation, activityId, message),
          ),
        ),
    }),

    subscriptions: (subscriptions, now) => ({
      ...subscriptions,
      lookAgain: async (workspace, at) => {
        await subscriptions.lookAgain(workspace, at)
        count.watchedSeconds.add(Math.max(0, at - now()) / 1000, {})
      },
    }),

    text: count.text,
  }
}

async function sent<T extends { readonly is: string }>(
  count: Counters,
  how: 'post' | 'update',
  work: () => Promise<T>,
): Promise<T> {
  const outcome = await work()
  count.sends.add(1, { how, outcome: outcome.is })
  return outcome
}
