import type { Meter, MetricsAPI, TraceAPI, Tracer } from '@opentelemetry/api'

export type Exported = 'otlp' | 'azure-monitor'

/** Packages that are looked for only where they are asked for: they are large, and most services have no use for them. */
const packages: Readonly<Record<Exported, string>> = {
  otlp: '@opentelemetry/sdk-node',
  'azure-monitor': '@azure/monitor-opentelemetry',
}

interface Sdk {
  start(): void
  shutdown(): Promise<void>
}

type Loaded = Readonly<Record<string, unknown>>

export interface Exporters {
  /** Of the package that came with the exporters: a registration is seen only by interfaces as old as its own. */
  readonly tracer?: Tracer
  readonly meter?: Meter
  end(): Promise<void>
}

/**
 * Starts what sends traces and metrics away, as its own OTEL_ variables say. Rejects with a sentence for the operator where the
 * package is not installed. `load` imports a package.
 */
export async function startExporters(
  which: Exported | undefined,
  load: (name: string) => Promise<Loaded> = name => import(name),
): Promise<Exporters> {
  if (which === undefined) return { end: async () => {} }
  const loaded = await loadedOr(packages[which], load)
  const end = which === 'azure-monitor' ? startMonitor(loaded) : startSdk(loaded)
  const { trace, metrics } = (await loadedOr('@opentelemetry/api', load)) as {
    trace: TraceAPI
    metrics: MetricsAPI
  }
  return { tracer: trace.getTracer('gatehouse'), meter: metrics.getMeter('gatehouse'), end }
}

async function loadedOr(name: string, load: (name: string) => Promise<Loaded>): Promise<Loaded> {
  return load(name).catch((error: unknown) => {
    const absent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    const why = absent ? 'is not installed' : 'cannot be loaded'
    throw Object.assign(new Error(`The package ${name} ${why}: docs/operate.md says how it is added.`), {
      code: 'NoExporter',
    })
  })
}

function startMonitor(loaded: Loaded): () => Promise<void> {
  const { useAzureMonitor, shutdownAzureMonitor } = loaded as {
    useAzureMonitor(): void
    shutdownAzureMonitor(): Promise<void>
  }
  useAzureMonitor()
  return shutdownAzureMonitor
}

function startSdk(loaded: Loaded): () => Promise<void> {
  const { NodeSDK } = loaded as { NodeSDK: new (options: object) => Sdk }
  // Nothing is instrumented behind our back: a span of ours never holds a text, a header or an address.
  const sdk = new NodeSDK({ instrumentations: [] })
  sdk.start()
  return () => sdk.shutdown()
}
