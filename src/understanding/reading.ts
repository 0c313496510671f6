import type { Entities } from './parsed.ts'

/** What a run of words names. */
export type Named =
  | 'workspace'
  | 'collection'
  | 'model'
  | 'fqdn'
  | 'request'
  | 'rule'
  | 'mode'
  | 'unknown-workspace'

/**
 * A word of a text, folded (NFKC, lower case, no diacritics: "don't", "peut-on", but "l" and "operation"), or a run of words that names something, as one.
 */
export interface Token {
  readonly text: string
  readonly names?: Named
  /** What it names: a workspace's exact name, a collection's id, a host, a request's number. */
  readonly value?: string
  /** Counts from 0; a clause ends at `. ! ? ; :` or a line's end, or at a comma or dash before a conjunction. */
  readonly clause: number
  /** The punctuation that ends its clause, where this is the last word of it. */
  readonly ends?: string
  /** A comma or a free-standing dash follows, within its clause: what comes next may be an order of its own, or an aside. */
  readonly comma?: true
}

/** A text after layers 0 and 2: what is left of it to understand, and what it names. Quotations and code are not in `tokens`. */
export interface Reading {
  /** As it was written, cut to 1,000 characters. */
  readonly raw: string
  readonly tokens: readonly Token[]
  readonly entities: Entities
  /**
   * Names that several things answer to. A workspace that is here and in `entities` too was misspelt: it is the only one that
   * can be meant, and still to be confirmed.
   */
  readonly ambiguous: Readonly<Partial<Record<'workspace' | 'collection' | 'model', readonly string[]>>>
  /** Names that look like a workspace's and belong to none. */
  readonly unknown: readonly string[]
  /** What stood in quotation marks, in code or in a pasted block: never an order, but it may hold a host or a name. */
  readonly quoted: readonly string[]
}
