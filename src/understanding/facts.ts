import { asks } from './change-talk.ts'
import type { Concept } from './concept.ts'
import type { Said } from './concepts-in.ts'
import type { ReadIntent } from './parsed.ts'
import type { Reading } from './reading.ts'
import { type Clause, folded } from './wording.ts'

/** What the rules look at. */
export interface Facts {
  /** Whether any of these was said. */
  readonly has: (...concepts: readonly Concept[]) => boolean
  /** The words say this and nothing else. */
  readonly only: (...concepts: readonly Concept[]) => boolean
  readonly workspaces: number
  /** Collections and models. */
  readonly things: number
  readonly collections: number
  readonly hosts: number
  readonly request: boolean
  readonly mode: boolean
  /** A line of a log or of an error was pasted. */
  readonly pasted: boolean
  readonly words: readonly string[]
  /** Something is shown with a picture rather than said. */
  readonly emoji: boolean
  /** Whether a word is like this. */
  readonly said: (word: RegExp) => boolean
  /** It ends as a question does, or begins as one. */
  readonly question: boolean
  /** A sentence of its own asks whether something can be used in a workspace, whatever the others tell. */
  readonly asksMay: boolean
  /** Whether the words begin like this. */
  readonly first: (beginning: RegExp) => boolean
}

export interface Rule {
  readonly intent: ReadIntent
  /** From 0 to 1: how sure this rule is of itself. */
  readonly sure: number
  readonly when: (facts: Facts) => boolean
}

const pastedError =
  /failed to do request|connection reset|connection broken|max retries|httpsconnectionpool|imagepullbackoff|errimagepull|condahttperror|no such host|i\/o timeout|errno|traceback|could not install packages|dial tcp|rpc error|connecttimeout|newconnectionerror|could not resolve host|temporary failure in name|name or service not known|request canceled|context deadline|tls handshake|ssl(?:error|v3)|getaddrinfo|remotedisconnected|connectionerror|urlopen error|readtimeout|proxyerror|http error \d|failed to pull|back-off pulling|oserror|couldn't connect|connection refused|connection timed out|failed to connect|failed to establish|econn|enotfound|etimedout|retrying \(|unable to access|filenotfounderror|could not find a version|curl: \(/

const mayUse =
  /^(?:(?:hi|hello|hey|so|and|ok|quick question|bonjour|salut|et|alors|dis|please) )*(?:(?:can|could|may) (?:i|we|you|someone|my team|our team|the team|people) (?:now |already |please |actually |just )*(?:use|run|deploy|try|pull|play with|consume|load|get)|(?:puis je|peut on|pouvons nous|(?:est ce que )?(?:je peux|on peut|nous pouvons)) (?:deja |bien |aussi )*(?:utiliser|deployer|prendre|charger|tester|lancer|avoir)) (?!.*\b(?:without|before|missing|sans|avant)\b).*@(?:collection|model)\b.*@workspace/

/** What the rules look at, out of what was read and said. */
export function factsOf(
  { raw, entities, unknown, ambiguous, quoted }: Reading,
  words: readonly string[],
  said: readonly Said[],
  clauses: readonly Clause[],
): Facts {
  const spoken = new Set(said.map(({ concept }) => concept))
  const own = words.filter(word => !word.startsWith('@'))
  return {
    has: (...concepts) => concepts.some(each => spoken.has(each)),
    only: (...concepts) =>
      words.length > 0 &&
      words.every((_, at) =>
        said.some(({ concept, from, to }) => concepts.includes(concept) && from <= at && at < to),
      ),
    workspaces: entities.workspaces.length + unknown.length + (ambiguous.workspace === undefined ? 0 : 1),
    things:
      entities.collections.length +
      entities.models.length +
      (ambiguous.collection === undefined && ambiguous.model === undefined ? 0 : 1),
    collections: entities.collections.length,
    hosts: entities.fqdns.length,
    request: entities.requestId !== undefined,
    mode: entities.isolationMode !== undefined,
    pasted: [raw, ...quoted].some(each => pastedError.test(folded(each))),
    words: own,
    emoji: /\p{Extended_Pictographic}/u.test(raw),
    said: word => own.some(each => word.test(each)),
    question: raw.trimEnd().endsWith('?') || asks.test(words.join(' ')),
    asksMay: clauses.some(
      ({ words: each, ends }) => ends === '?' && mayUse.test(each.map(({ text }) => text).join(' ')),
    ),
    first: beginning => beginning.test(words.join(' ')),
  }
}

/** Nothing is named. */
export function isBare({ workspaces, things, hosts, request }: Facts): boolean {
  return workspaces + things + hosts === 0 && !request
}
