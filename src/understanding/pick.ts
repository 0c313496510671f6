import type { Entities, ParseContext } from './parsed.ts'
import type { Reading } from './reading.ts'
import { spellOut } from './wording.ts'

const ordinals: readonly RegExp[] = [
  /^(?:1|1st|first|premier|premiere|one|un|une)$/,
  /^(?:2|2nd|second|two|deuxieme|seconde|deux)$/,
  /^(?:3|3rd|third|three|troisieme|trois)$/,
  /^(?:4|4th|fourth|four|quatrieme|quatre)$/,
  /^(?:5|5th|fifth|five|cinquieme|cinq)$/,
]
const pickWords =
  /^(?:the|le|la|l|one|number|option|numero|no|choice|choix|please|celui|celle|that|ce|take|prends|stp|svp|ok|yes|oui|pick|choose|go|with|use|la|bas|ci|je|prends|veux|i|want|it|is|est|du|milieu|of|them|candidate|workspace|first|last)$/

/** The words that name nothing. */
export function plainWords({ tokens }: Reading): string {
  return tokens.flatMap(({ text, names }) => (names === undefined ? [text] : [])).join(' ')
}

/** What a message picks that only picks: "the second one", "2", "la dernière". */
export function pickOf(
  reading: Reading,
  { candidates = [], pendingSlot }: ParseContext,
): Entities | undefined {
  const words = spellOut(plainWords(reading))
  const isOnlyPick =
    reading.tokens.every(({ names }) => names === undefined) && words.length > 0 && words.length < 7
  if (!isOnlyPick || candidates.length === 0) return undefined
  const isLast = words.some(word => /^(?:last|derniere?)$/.test(word))
  const at = isLast
    ? candidates.length - 1
    : ordinals.findIndex(each =>
        words.some(
          word => each.test(word) && !(word === 'one' && words.length > 1) && !/^(?:un|une)$/.test(word),
        ),
      )
  const value = candidates[at]
  if (
    value === undefined ||
    !words.every(
      word => pickWords.test(word) || ordinals.some(each => each.test(word)) || /^derniere?$/.test(word),
    )
  )
    return undefined
  const { entities } = reading
  switch (pendingSlot) {
    case 'collection':
      return { ...entities, collections: [value] }
    case 'model':
      return { ...entities, models: [value] }
    case 'fqdn':
      return { ...entities, fqdns: [value] }
    case 'requestId':
      return { ...entities, requestId: Number(value) }
    default:
      return { ...entities, workspaces: [value] }
  }
}
