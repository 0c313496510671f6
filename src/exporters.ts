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

/**
 * Starts what sends traces and metrics away, as its own OTEL_ variables say; gives what ends it. Rejects with a sentence for the
 * operator where the package is not installed. `load` imports a package.
 */
export async function startExporters(
  which: Exported | undefined,
  load: (name: string) => Promise<Loaded> = name => import(name),
): Promise<() => Promise<void>> {
  if (which === undefined) return async () => {}
  const name = packages[which]
  const loaded = await load(name).catch((error: unknown) => {
    const absent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
    const why = absent ? 'is not installed' : 'cannot be loaded'
    throw Object.assign(new Error(`The package ${name} ${why}: docs/operate.md says how it is added.`), {
      code: 'NoExporter',
    })
  })
  if (which === 'azure-monitor') {
    const { useAzureMonitor, shutdownAzureMonitor } = loaded as {
      useAzureMonitor(): void
      shutdownAzureMonitor(): Promise<void>
    }
    useAzureMonitor()
    return shutdownAzureMonitor
  }
  const { NodeSDK } = loaded as { NodeSDK: new (options: object) => Sdk }
  // Nothing is instrumented behind our back: a span of ours never holds a text, a header or an address.
  const sdk = new NodeSDK({ instrumentations: [] })
  sdk.start()
  return () => sdk.shutdown()
}
