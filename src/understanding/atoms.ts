import type { Span } from './span.ts'

/** A run of letters and digits of a text, or a stretch of it that is already known to be one thing. */
export interface Atom {
  readonly text: string
  readonly start: number
  readonly end: number
  /** What stands between it and the next one. */
  readonly glue: 'nothing' | 'joint' | 'apostrophe' | 'blank' | 'slash' | 'break'
  readonly span?: Span
}

/** The runs of letters and digits of a folded text, around the stretches that are taken. */
export function textAtoms(folded: string, taken: readonly Span[]): readonly Atom[] {
  const spans = [...taken].sort((a, b) => a.start - b.start)
  const places: { text: string; start: number; end: number; span?: Span }[] = []
  let next = 0
  // "Command R+" is another model than "Command R".
  for (const { 0: found, index: start } of folded.matchAll(/[\p{L}\p{N}]+|(?<=\p{L})\+(?![\p{L}\p{N}+])/gu)) {
    const text = found === '+' ? 'plus' : found
    while (next < spans.length) {
      const span = spans[next]
      if (span === undefined || span.start > start) break
      places.push({ text: folded.slice(span.start, span.end), start: span.start, end: span.end, span })
      next += 1
    }
    if (start >= (places.at(-1)?.end ?? 0)) places.push({ text, start, end: start + found.length })
  }
  for (const span of spans.slice(next))
    places.push({ text: folded.slice(span.start, span.end), start: span.start, end: span.end, span })
  return places.map((place, at) => {
    const following = places[at + 1]
    return {
      ...place,
      glue: following === undefined ? 'nothing' : glueOf(folded.slice(place.end, following.start)),
    }
  })
}

function glueOf(between: string): Atom['glue'] {
  if (/^[-_.]$|^__?$|^$/.test(between)) return 'joint'
  if (between === "'") return 'apostrophe'
  if (/^ ?\/ ?$/.test(between)) return 'slash'
  return /^(?:[^\S\n]+| ?[-_] ?| \(| ?\()$/.test(between) ? 'blank' : 'break'
}
