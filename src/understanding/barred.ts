import { asks, withoutPolite } from './change-talk.ts'
import { act } from './speech-act.ts'
import type { Clause } from './wording.ts'

/** A text, clause by clause, and each clause as a line asked plainly. */
export interface Talk {
  readonly clauses: readonly Clause[]
  readonly lines: readonly string[]
}

/** "Add X to W was rejected": what looks like an order is what the sentence is about. */
const toldOf =
  /@\w+ (?:\S+ ){0,6}(?:was|were|has been|have been|had been|failed|means|took|takes|by pressing|you press|you click)\b/

/** "Yes or no please, so I can close this": what the answer is for. */
const tellsWhy =
  /^(?:(?:and|et) )*(?:so(?: that)?|in order that|comme ca|pour que|afin que|histoire que|que) (?:i|we|he|she|they|it|the \w+|my \w+|our \w+|je|on|nous|il|elle|ils) (?:can|could|may|might|will|am able|are able|know|knows|puisse|puissions|puissent|peux|peut|pourrai\p{L}*|pourra|sache)\b/u
/** An order of its own, drawn from what was told before it. */
const drawn =
  /^(?:so|donc|hence|therefore|du coup|alors) (?:please|kindly|can you|could you|would you|merci de|peux tu|pouvez vous|pourrais tu|pourriez vous)\b/
/** Not at their head, these tell when in what is told. */
const times =
  /(?<=\S )(?:before|after|once|when|whenever|until|while|avant de|avant d|avant que|apres|quand|lorsque|une fois|des que)\b/g

/** Whether what stands in or around a clause keeps it from being an order: it asks, supposes, tells, denies or quotes. */
export function isBarred({ clauses, lines }: Talk, at: number): boolean {
  const line = withoutReason(lines[at] ?? '')
  if (tellsWhy.test(line)) return true
  // A reason after a dash or comma is a clause of its own: "turn down #48 - we don't allow wildcards" is an order.
  if (
    asks.test(line) ||
    act.negative.test(withoutPolite(line)) ||
    act.unreal.test(line) ||
    act.past.test(line) ||
    toldOf.test(line) ||
    act.reported.test(line)
  )
    return true
  return clauses.some((other, before) => {
    if (before === at || other.sentence !== clauses[at]?.sentence)
      return other.ends === ':' && before === at - 1 && !isLabel(lines[before] ?? '')
    const said = lines[before] ?? ''
    if (before > at)
      return (
        act.unreal.test(said.split(' ').slice(0, 2).join(' ')) ||
        (/^(?:right|ok|or should|yes or no|or what|non|hein|n est ce pas|or is)\b/.test(said) &&
          endOf({ clauses }, before) === '?')
      )
    const told = drawn.test(line) ? said.replace(times, ' ') : said
    return asks.test(said) || act.unreal.test(told) || act.reported.test(said) || isProhibition(said)
  })
}

/** "Please don't, whatever happens, …": a denial that waits for its verb. "We don't use it any more" waits for nothing. */
function isProhibition(line: string): boolean {
  const dangles =
    /\b(?:not|never|ever|to|should|must|can|could|would|will|shall|may|might|that|if|when|whether|want|ne|pas|jamais|de|d|que|si|quand|veux|doit|faut|stop|avoid|surtout|you|me|nobody|anyone|personne)$/
  const forbids =
    /^(?:(?:please|but|and|also|ok|hi|hello|so|bonjour|svp|mais|et) )*(?:do not|don t|never|no (?!longer|problem|worries|objections?|need)|not |nobody|no one|avoid|stop|refrain|under no|in no|at no|by no|on no|ne |il ne faut|surtout pas|jamais|personne|en aucun|sous aucun|a aucun|evite|arrete|pas question|hors de question|interdi|forbid)/
  return act.negative.test(line) && (dangles.test(line) || forbids.test(line))
}

/** "Add X to W because we don't …": once the order is complete, its reason denies nothing. */
function withoutReason(line: string): string {
  const at = line.search(
    /\b(?:so that|so we|so i|so it|so the|so our|because|since|as we|as it|as they|otherwise|cause|car|parce que|pour que|afin que|puisque|vu que|sinon|comme ca|que on n|that we)\b|\b(?:and|then|et|puis) (?:please |then |also |me |m |moi |nous |de me |de nous |just )*(?:tell|let|notify|ping|inform|message|update|keep|drop|alert|give me|give us|shout|say|report|confirm|previens|prevenez|prevenir|avertir|avertis|dis|dites|dire|tiens|tenez|tenir|informe|informer|notifie|notifier|confirme|confirmer)\b/,
  )
  return at > 0 && line.slice(0, at).includes('@') ? line.slice(0, at) : line
}

function isLabel(line: string): boolean {
  return (
    line.split(' ').length <= 4 &&
    !act.reported.test(line) &&
    !/\b(?:about|note|title|rule|policy|regle|example|warning|todo)\b/.test(line)
  )
}

/** Tells what somebody said. */
export function isReported({ clauses, lines }: Talk, at: number): boolean {
  return act.reported.test(lines[at] ?? '') && clauses[at]?.ends !== '?'
}

/** The mark that ends the sentence of a clause. */
export function endOf({ clauses }: Pick<Talk, 'clauses'>, at: number): string {
  const sentence = clauses[at]?.sentence
  return clauses.findLast(clause => clause.sentence === sentence)?.ends ?? ''
}
