export type Unit = 'ms' | 's' | 'µs' | 'MB' | 'per second' | 'per minute' | 'calls' | 'times'

/** One thing that was measured. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: Unit
  /** The same of something else, measured in the same run: on a busy machine only the ratio says anything. */
  readonly beside?: { readonly what: string; readonly value: number }
  /** What was promised: a bound in the unit of the figure, or as a part of the reference. */
  readonly goal?: { readonly atMost: number } | { readonly atMostOfReference: number }
}

/** How a figure grows with the work. */
export interface Growth {
  readonly what: string
  readonly unit: Unit
  /** How much of the work there was, and the figure. */
  readonly points: readonly { readonly work: string; readonly value: number }[]
  /** One sentence: why it grows like this. */
  readonly because: string
}

export interface Measured {
  readonly figures: readonly Figure[]
  readonly growth?: readonly Growth[]
}

export interface Benchmark {
  /** The word by which it is chosen. */
  readonly name: string
  /** Takes less than a minute. Leaves nothing running. */
  run(): Promise<Measured>
}

/** Whether the promise was kept; undefined where nothing was promised. */
export function isReached({ value, goal, beside }: Figure): boolean | undefined {
  if (goal === undefined) return undefined
  if ('atMost' in goal) return value <= goal.atMost
  return beside !== undefined && value <= goal.atMostOfReference * beside.value
}
