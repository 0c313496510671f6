export interface Metrics {
  turn(kind: string, outcome: string): void
  refusal(reason: string): void
  /** The state in Prometheus' text format. */
  text(): string
}

/** Counts what the host did since it started. Labels are words of ours, never a caller's. */
export function hostMetrics(): Metrics {
  const turns = new Map<string, number>()
  const refusals = new Map<string, number>()
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  const lines = (name: string, map: ReadonlyMap<string, number>) =>
    [...map].map(([labels, value]) => `${name}{${labels}} ${value}`)
  return {
    turn: (kind, outcome) => count(turns, `kind="${kind}",outcome="${outcome}"`),
    refusal: reason => count(refusals, `reason="${reason}"`),
    text: () =>
      [
        '# HELP gatehouse_up Whether the process serves.',
        '# TYPE gatehouse_up gauge',
        'gatehouse_up 1',
        '# HELP gatehouse_turns_total Activities handled, by kind and outcome.',
        '# TYPE gatehouse_turns_total counter',
        ...lines('gatehouse_turns_total', turns),
        '# HELP gatehouse_requests_refused_total Requests refused at the door, by reason.',
        '# TYPE gatehouse_requests_refused_total counter',
        ...lines('gatehouse_requests_refused_total', refusals),
        '',
      ].join('\n'),
  }
}
