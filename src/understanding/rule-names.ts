import { foreign, verbs } from './change-words.ts'
import type { NameIndex } from './name-index.ts'
import { isOrdinary } from './ordinary-words.ts'
import type { Span } from './span.ts'

const part = '[\\p{L}\\p{N}]+'
const several = `${part}(?:[-_]${part})+`
const next = `(?:(?: ?, ?| and | et )(?:the |la )?(?:rule |regle )?${several})*`
const noun = '(?:outbound |fqdn |custom )*(?:rules?|regles?)'
const removes = [...verbs.request_remove].join('|')
const before = `(?<![\\p{L}\\p{N}])(?:(?:${removes}) (?:the |la |le |l'|my |our |this |that |cette |old )?)`
const after = '(?![\\p{L}\\p{N}_-])'
const called = `(?:,? (?:named|called|nommee|appelee))?`

/** Where a rule's name stands: after "rule"; between a verb of removal and "rule"; and, if it has several parts, after the verb alone. */
const forms: readonly { readonly written: RegExp; readonly one?: true }[] = [
  { written: new RegExp(`(?<![\\p{L}\\p{N}])${noun}${called} (?<list>${several}${next})${after}`, 'dgu') },
  { written: new RegExp(`${before}${noun}${called} (?<list>${part})${after}`, 'dgu'), one: true },
  { written: new RegExp(`${before}(?<list>${several}${next})${after}`, 'dgu') },
]

/** "Meta-models" are a collection. */
const ofCollections = /^(?:models?|modeles?|collections?|family|famille)$/

/**
 * Names that are given to outbound rules, as stretches of a text. Which rules a workspace has is not known here: it shows when
 * the workspace is read. What is anything else's whole name is no rule's. `folded` and `cased` run alongside.
 */
export function ruleNamesIn(folded: string, cased: string, index: NameIndex): readonly Span[] {
  const found: Span[] = []
  for (const { written, one } of forms)
    for (const match of folded.matchAll(written)) {
      const [from = 0] = match.indices?.groups?.list ?? []
      const list = match.groups?.list ?? ''
      for (const { 0: name, index: at } of list.matchAll(new RegExp(one === true ? part : several, 'gu'))) {
        const start = from + at
        const end = start + name.length
        const known = found.some(other => start < other.end && end > other.start)
        if (!known && mayName(name, index))
          found.push({ start, end, is: 'rule', value: cased.slice(start, end) })
      }
    }
  return found
}

function mayName(name: string, index: NameIndex): boolean {
  const parts = name.split(/[-_]/)
  return (
    !index.names.has(parts.join('')) &&
    !index.workspaces.has(name) &&
    !parts.some(each => foreign.has(each) || ofCollections.test(each)) &&
    (parts.length > 1 || (!isOrdinary(name) && !/^\d+$/.test(name)))
  )
}
