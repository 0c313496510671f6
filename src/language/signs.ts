/** By what a text is known to be written in a language. */
export interface Signs {
  /** Words that no other language has, in lower case, with `'` for an apostrophe: of "on", "a" and "plus" none. */
  readonly words: ReadonlySet<string>
  /** Points for how a word looks that is not among them: 2 for what no other language writes, 1 for a hint. */
  readonly looks?: (word: string) => 0 | 1 | 2
}

/** The words of a text, for a set. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}
