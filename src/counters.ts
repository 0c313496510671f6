import type { Meter } from '@opentelemetry/api'

interface Count {
  /** Labels are words of ours, never a caller's. */
  add(by: number, labels: Readonly<Record<string, string>>): void
}

export interface Counters {
  readonly azureCalls: Count
  readonly appliedRequests: Count
  readonly sends: Count
  readonly watchedSeconds: Count
  /** What was counted since the start, in Prometheus' text format. */
  text(): string
}

/** Counts for `/metrics` and, where a meter is exported, there too. */
export function counters(meter: Meter): Counters {
  const texts: (() => string)[] = []

  function counter(name: string, help: string): Count {
    const exported = meter.createCounter(name.replaceAll('_', '.'), { description: help })
    const values = new Map<string, number>()
    texts.push(() =>
      [
        `# HELP ${name}_total ${help}`,
        `# TYPE ${name}_total counter`,
        ...[...values].map(([labels, value]) => `${name}_total${labels} ${value}`),
        '',
      ].join('\n'),
    )
    return {
      add: (by, labels) => {
        exported.add(by, labels)
        const words = Object.entries(labels).map(([label, word]) => `${label}="${word}"`)
        const key = words.length === 0 ? '' : `{${words.join(',')}}`
        values.set(key, (values.get(key) ?? 0) + by)
      },
    }
  }

  return {
    azureCalls: counter(
      'gatehouse_azure_calls',
      'Calls to Azure, each try by itself, by kind, purpose and status.',
    ),
    appliedRequests: counter(
      'gatehouse_applied_requests',
      'Requests whose change came to its end, by outcome.',
    ),
    sends: counter('gatehouse_sends', 'Messages posted and updated of our own accord, by outcome.'),
    watchedSeconds: counter(
      'gatehouse_watched_seconds',
      'Time for which workspaces are watched for people, in seconds.',
    ),
    text: () => texts.map(text => text()).join(''),
  }
}
