import type { Named } from './reading.ts'

/** A stretch of a text that is one thing: it names something, or is a word of its own that names nothing. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly is: Named | 'word'
  /** What it names. */
  readonly value?: string
  /** Of a model: the collection that the reference says. */
  readonly collection?: string
}
