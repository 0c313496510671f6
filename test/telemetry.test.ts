import { metrics, type Span, type Tracer } from '@opentelemetry/api'
import { expect, it } from 'vitest'
import type { SendOutcome } from '../src/conversation/messenger.ts'
import { startExporters } from '../src/exporters.ts'
import { telemetry } from '../src/telemetry.ts'

/** A tracer that writes down what spans say of themselves, as they end. */
function notebook() {
  const ended: object[] = []
  const startActiveSpan = (name: string, options: object, work: (span: Span) => unknown) => {
    const said: Record<string, unknown> = { name, ...options }
    const span = {
      setAttribute: (key: string, value: unknown) => {
        said[key] = value
      },
      setStatus: (status: object) => Object.assign(said, { status }),
      end: () => void ended.push(said),
    }
    return work(span as unknown as Span)
  }
  return { ended, tracer: { startActiveSpan } as unknown as Tracer }
}

const meter = metrics.getMeter('test')
const answers = (status: number) => async () => ({ status })
const read = { kind: 'read', method: 'GET' } as const

it('counts calls to Azure by what they are made for, each try and each status by itself', async () => {
  const { text, azure, turn, gateway } = telemetry(notebook().tracer, meter)
  const seen = gateway({
    list: async () => {
      await azure(read, answers(200))
      return { ok: true, value: { workspaces: [], unread: [] } }
    },
  } as unknown as Parameters<typeof gateway>[0])
  await turn('message', async () => {
    await Promise.all([azure(read, answers(200)), azure(read, answers(429)), azure(read, answers(200))])
    await seen.list()
  })
  await turn('press', async () => {
    await azure(read, () => Promise.reject(new Error('reset'))).catch(() => {})
  })
  await azure({ kind: 'write', method: 'PUT' }, answers(201))
  expect(
    text()
      .match(/^gatehouse_azure_calls_total.*$/gm)
      ?.toSorted(),
  ).toEqual([
    'gatehouse_azure_calls_total{kind="read",purpose="list",status="200"} 1',
    'gatehouse_azure_calls_total{kind="read",purpose="press",status="none"} 1',
    'gatehouse_azure_calls_total{kind="read",purpose="question",status="200"} 2',
    'gatehouse_azure_calls_total{kind="read",purpose="question",status="429"} 1',
    'gatehouse_azure_calls_total{kind="write",purpose="other",status="201"} 1',
  ])
})

it('traces turns, calls and sends without a word of what was said', async () => {
  const { ended, tracer } = notebook()
  const { azure, turn, messenger, text } = telemetry(tracer, meter)
  const outcome: SendOutcome = { is: 'throttled', retryAfterSeconds: 7 }
  const { post } = messenger({ post: async () => outcome, update: async () => outcome })
  await turn('message', async () => {
    await azure(read, answers(404))
    const conversation = { key: 'secret', tenantId: 'secret', kind: 'personal', address: {} } as const
    await post(conversation, { kind: 'text', text: 'secret', mentions: [] })
    throw new TypeError('secret')
  }).catch(() => {})
  expect(ended).toMatchObject([
    { name: 'azure read', attributes: { 'http.request.method': 'GET' }, 'http.response.status_code': 404 },
    { name: 'teams post' },
    { name: 'turn message', status: { message: 'TypeError' } },
  ])
  expect(JSON.stringify(ended) + text()).not.toContain('secret')
  expect(text()).toContain('gatehouse_sends_total{how="post",outcome="throttled"} 1')
})

it('says which package an exporter lacks, and starts and ends the one that is there', async () => {
  const absent = Object.assign(new Error('Cannot find it'), { code: 'ERR_MODULE_NOT_FOUND' })
  await expect(startExporters('otlp', () => Promise.reject(absent))).rejects.toThrow(
    'The package @opentelemetry/sdk-node is not installed',
  )
  const done: string[] = []
  class NodeSDK {
    start = () => void done.push('started')
    shutdown = async () => void done.push('ended')
  }
  const { tracer } = notebook()
  // Their own interface, which need not be of the version of ours.
  const api = { trace: { getTracer: () => tracer }, metrics: { getMeter: () => meter } }
  const installed: Readonly<Record<string, object>> = {
    '@opentelemetry/sdk-node': { NodeSDK },
    '@azure/monitor-opentelemetry': {
      useAzureMonitor: () => done.push('monitored'),
      shutdownAzureMonitor: async () => void done.push('no more'),
    },
    '@opentelemetry/api': api,
  }
  const load = async (name: string) => ({ ...installed[name] })
  for (const which of ['otlp', 'azure-monitor'] as const) {
    const exporters = await startExporters(which, load)
    expect(exporters).toMatchObject({ tracer, meter })
    await exporters.end()
  }
  await (await startExporters(undefined, () => Promise.reject(absent))).end()
  expect(done).toEqual(['started', 'ended', 'monitored', 'no more'])
})
