import { type Atom, textAtoms } from './atoms.ts'
import { hostsIn } from './hosts.ts'
import { modeIn } from './mode-words.ts'
import { foreignModelsIn } from './model-like.ts'
import type { NameIndex } from './name-index.ts'
import { type Match, namesIn } from './name-spans.ts'
import { nearNamesIn, type Work } from './near-names.ts'
import { normalise, spellings, type Written } from './normalise.ts'
import { capabilityIn, optionIn, sparkIn } from './option-words.ts'
import type { Entities } from './parsed.ts'
import type { Reading, Token } from './reading.ts'
import { referencesIn } from './references.ts'
import { requestNumbersIn } from './request-numbers.ts'
import { ruleNamesIn } from './rule-names.ts'
import type { Span } from './span.ts'
import { tokensOf } from './tokens.ts'
import { workspaceLikesIn } from './workspace-like.ts'

/** What one stretch of text names, and its words. */
interface Part {
  readonly tokens: readonly Token[]
  readonly spans: readonly Span[]
  readonly matches: readonly Match[]
}

/**
 * Layers 0 and 2: what a text names, and the words that are left to understand. Pure; the work on misspelt names is capped.
 * `work` counts it.
 */
export function read(text: string, index: NameIndex, work: Work = { compared: 0 }): Reading {
  const written = normalise(text, quotation => isOnlyNames(quotation, index, work))
  const said = partOf(written, index, work)
  const quoted = written.quoted.map(each => partOf(spellings(each), index, work))
  const all = [said, ...quoted]
  const everything = [written, ...written.quoted.map(spellings)].map(({ folded }) => folded).join('\n')
  return {
    raw: written.raw,
    tokens: said.tokens,
    entities: entitiesOf(all, everything),
    ambiguous: ambiguousOf(all),
    unknown: unique(
      all.flatMap(({ matches }) =>
        matches.flatMap(each => (each.is === 'unknown-workspace' ? each.values : [])),
      ),
    ),
    quoted: written.quoted,
  }
}

function partOf(
  { cased, plain, folded }: Pick<Written, 'cased' | 'plain' | 'folded'>,
  index: NameIndex,
  work: Work,
): Part {
  const references = referencesIn(folded, cased, index)
  const hosts = apartFrom(
    references,
    hostsIn(plain, cased, dotted => index.workspaces.has(dotted), index.sites),
  )
  const spans = [...references, ...hosts]
  spans.push(...apartFrom(spans, requestNumbersIn(folded)))
  spans.push(...apartFrom(spans, foreignModelsIn(folded, cased, index)))
  spans.push(...apartFrom(spans, ruleNamesIn(folded, cased, index)))
  const atoms = textAtoms(folded, spans)
  const exact = namesIn(atoms, index)
  const firm = takenBy(
    atoms,
    exact.filter(({ soft }) => soft !== true),
  )
  const near = nearNamesIn(atoms, at => firm.has(at), index, work)
  const named = [
    ...exact.filter(each => !near.some(other => each.from < other.to && each.to > other.from)),
    ...near,
  ]
  const taken = takenBy(atoms, named)
  const likes = workspaceLikesIn(atoms, at => taken.has(at), index, folded, named.length + spans.length > 0)
  const matches = [...named, ...likes].sort((a, b) => a.from - b.from)
  return { tokens: tokensOf(folded, atoms, matches), spans: spans.filter(({ is }) => is !== 'word'), matches }
}

function apartFrom(taken: readonly Span[], spans: readonly Span[]): readonly Span[] {
  return spans.filter(({ start, end }) => !taken.some(other => start < other.end && end > other.start))
}

function takenBy(atoms: readonly Atom[], matches: readonly Match[]): ReadonlySet<number> {
  const taken = new Set<number>()
  atoms.forEach(({ span }, at) => {
    if (span !== undefined) taken.add(at)
  })
  for (const { from, to } of matches) for (let at = from; at < to; at += 1) taken.add(at)
  return taken
}

/** A quotation that is nothing but a name or a host is one of them in quotation marks, and no quotation. */
function isOnlyNames(quotation: string, index: NameIndex, work: Work): boolean {
  if (quotation.length > 120) return false
  const { tokens } = partOf(spellings(quotation), index, work)
  return (
    tokens.length > 0 &&
    tokens.every(
      ({ names, text }) => (names !== undefined && names !== 'request') || /^(?:and|et|or|ou)$/.test(text),
    )
  )
}

function entitiesOf(parts: readonly Part[], folded: string): Entities {
  const named = (is: Span['is']) =>
    unique(parts.flatMap(({ tokens, spans, matches }) => valuesOf(is, tokens, spans, matches)))
  const [request] = named('request')
  const rules = named('rule')
  const mode = modeIn(folded)
  const option = optionIn(folded)
  const capability = capabilityIn(folded)
  const spark = sparkIn(folded)
  return {
    collections: unique([
      ...named('collection'),
      ...parts.flatMap(({ spans }) => spans.flatMap(({ collection }) => collection ?? [])),
    ]),
    workspaces: named('workspace'),
    models: named('model'),
    fqdns: named('fqdn'),
    ...(rules.length === 0 ? {} : { rules }),
    ...(request === undefined ? {} : { requestId: Number(request) }),
    ...(mode === undefined ? {} : { isolationMode: mode }),
    ...(option === undefined ? {} : { option }),
    ...(capability === undefined ? {} : { capability }),
    ...(spark === undefined ? {} : { spark }),
  }
}

function valuesOf(
  is: Span['is'],
  tokens: readonly Token[],
  spans: readonly Span[],
  matches: readonly Match[],
): readonly string[] {
  return [
    ...tokens.flatMap(token => (token.names === is && token.value !== undefined ? [token.value] : [])),
    ...spans.flatMap(span => (span.is === is && span.value !== undefined ? [span.value] : [])),
    ...matches.flatMap(match => (match.is === is && isMeant(match) ? match.values : [])),
  ]
}

/** Whether it is said which one is meant. */
function isMeant({ values, near }: Match): boolean {
  return values.length === 1 && near !== 'part'
}

/** Names that several things answer to, and workspaces that were written nearly so: the person says which is meant. */
function ambiguousOf(parts: readonly Part[]): Reading['ambiguous'] {
  const unsure = parts.flatMap(({ matches }) =>
    matches.filter(
      ({ is, values, near }) =>
        values.length > 1 || near === 'part' || (is === 'workspace' && near !== undefined),
    ),
  )
  const of = (is: Match['is']) =>
    unique(unsure.filter(match => match.is === is).flatMap(({ values }) => values)).slice(0, 5)
  const [workspace, collection, model] = [of('workspace'), of('collection'), of('model')]
  return {
    ...(workspace.length === 0 ? {} : { workspace }),
    ...(collection.length === 0 ? {} : { collection }),
    ...(model.length === 0 ? {} : { model }),
  }
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
