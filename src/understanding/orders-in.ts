import { endOf, isBarred, type Talk } from './barred.ts'
import { adverbs, framesAt } from './change-frame.ts'
import { changeOf } from './change-object.ts'
import { asks } from './change-talk.ts'
import { starters, verbs } from './change-words.ts'
import type { Offered } from './offered.ts'
import type { ChangeIntent } from './parsed.ts'
import { asked, askedState, decisionIn } from './short-request.ts'

/** Orders that are joined in one clause, at most; nobody says more in a breath. */
const mostJoined = 8
const conjunctions = /^(?:and|then|et|puis|or|ou|but|mais|plus|also|aussi|ensuite|so|donc|alors)$/
/** After these a conjunction goes on ordering: "check ws-dev and add what is missing". */
const ordersFirst =
  /^(?:(?:please|can you|could you|peux tu|pouvez vous|merci de|also|so|then) )*(?:check|look|see|go|do|have|verify|compare|find|tell|show|take|let|regarde|verifie|va|compare|montre|ok|yes|great|fine)\b/
const requestLabel =
  /^(?:(?:new|access|outbound|nouvelle|hi|hello|bonjour|my|i want|i) ?)*(?:(?:fqdn |outbound |access )?(?:rule )?request|requesting|demande|i want|rule please|regle please)(?: @workspace)?(?: (?:d |de |for |a )?(?:access|acces|ouverture|outbound|flux))*$/
const asksForAction =
  /^(?:please|can you|could you|peux tu|pouvez vous|pourrais tu|pourriez vous|merci de|tu peux)\b/

/** The kinds of change that a clause orders, one after another; none if anything around it keeps it from being an order. */
export function ordersIn(talk: Talk, at: number, offered: Offered): readonly ChangeIntent[] {
  const line = talk.lines[at] ?? ''
  const isQuestion = endOf(talk, at) === '?' && !isAskedAfter(talk, at)
  const without = (words: RegExp): Talk => ({ ...talk, lines: talk.lines.with(at, line.replace(words, ' ')) })
  // In "no to #12" the "no" is the order, and in "X should be opened, please" the "should" asks for it.
  const decision = isQuestion ? undefined : decisionIn(line)
  if (decision !== undefined && !isBarred(without(/\b(?:no|not|non|pas)\b/g), at)) return [decision]
  const isLabelled = talk.clauses[at - 1]?.ends === ':' && requestLabel.test(talk.lines[at - 1] ?? '')
  const state = askedState(line, talk.lines.join(' '), isQuestion, isLabelled)
  // "Could the network of W be provisioned please" asks for it as well.
  const asking = /\bplease\b/.test(line)
    ? /\b(?:should|devraient|devrait)\b|^(?:can|could)\b/g
    : /\b(?:should|devraient|devrait)\b/g
  if (state !== undefined && !isBarred(without(asking), at)) return [state]
  if (isBarred(talk, at)) return []
  const words = line.split(' ').filter(word => word !== '')
  const first = orderAt(upToNext(words), talk, at, offered, isQuestion)
  let joined = 0
  const rest = words.flatMap((word, place) => {
    if (place === 0 || !conjunctions.test(word) || joined === mostJoined) return []
    joined += 1
    const next = words.slice(place + 1)
    if (first === undefined && !ordersFirst.test(line) && !asksForAction.test(next.join(' '))) return []
    return orderAt(upToNext(next), talk, at, offered, isQuestion && first === undefined) ?? []
  })
  return first === undefined ? rest : [first, ...rest]
}

/** "I have to provision W, can you do that?": the question is whether it will be done. */
function isAskedAfter({ clauses, lines }: Talk, at: number): boolean {
  const sentence = clauses[at]?.sentence
  const last = clauses.findLastIndex(clause => clause.sentence === sentence)
  return last > at && asked.test(lines[last] ?? '') && !/^(?:please)?$/.test(lines[last] ?? '')
}

/** The words before a conjunction after which another order begins. */
function upToNext(words: readonly string[]): readonly string[] {
  const end = words.findIndex(
    (word, place) => place > 0 && conjunctions.test(word) && beginsOrder(words.slice(place + 1)),
  )
  return words.slice(0, end < 0 ? undefined : end)
}

/** "For the new project we need …": the order comes after what it is for. */
function laterStarts(words: readonly string[]): readonly number[] {
  if (
    !/^(?:for|in|as|given|with|dans|pour|suite|afin|comme|due|following|to|on|hello|dear|bonjour|hi)$/.test(
      words[0] ?? '',
    )
  )
    return []
  return words.flatMap((word, at) =>
    at > 1 && /^(?:we|i|can|could|please|nous|je|on|merci|pourriez|pourrais|peux|pouvez|veuillez)$/.test(word)
      ? [at]
      : [],
  )
}

function beginsOrder(words: readonly string[]): boolean {
  const verb = words.find(word => !adverbs.has(word)) ?? ''
  return starters.has(verb) || Object.values(verbs).some(each => each.has(verb))
}

function orderAt(
  words: readonly string[],
  talk: Talk,
  at: number,
  offered: Offered,
  isQuestion: boolean,
): ChangeIntent | undefined {
  const asksBeside = talk.lines.some(
    (other, where) => where !== at && asks.test(other) && endOf(talk, where) === '?',
  )
  const frames = [0, ...laterStarts(words)].flatMap(start => framesAt(words.slice(start)))
  for (const frame of frames) {
    if ((isQuestion && !frame.polite) || (frame.wish && asksBeside)) continue
    const kind = changeOf(frame, offered)
    if (kind !== undefined) return kind
  }
  return undefined
}
