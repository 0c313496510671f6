import { type Audience, audienceOf, audienceOfPerson } from '../conversation/audience.ts'
import type { Incoming } from '../conversation/incoming.ts'
import { isKnown } from '../conversation/person.ts'
import { heardFrom, heardIn, spokenBy, type Tongue } from '../conversation/tongue.ts'
import type { Tongues } from '../conversation/tongues.ts'
import { languageOf } from '../language/detect.ts'
import type { Labels } from '../language/labels.ts'
import { labelsFor } from '../language/languages.ts'

/** Whatever somebody did that is answered. */
export type Heard = Exclude<Incoming, { kind: 'ignored' | 'malformed' | 'uninstalled' }>

/**
 * Remembers the language of whoever speaks and of the place, and says in which one to answer: what everybody reads in the
 * place's, what only this person sees in theirs.
 */
export async function listen(incoming: Heard, tongues: Tongues): Promise<Labels> {
  const { person, conversation, kind } = incoming
  const place = audienceOf(conversation)
  const own = isKnown(person) ? audienceOfPerson(person) : undefined
  const written = kind === 'message' ? languageOf(incoming.text) : undefined
  const audiences = own === undefined || own.key === place.key ? [place] : [place, own]
  const before = await tongues.of(audiences)
  const after = audiences.map((audience, at) =>
    (audience === own || conversation.kind === 'personal' ? heardFrom : heardIn)(
      before[at] ?? {},
      written,
      person.locale,
    ),
  )
  // A card that refreshes by itself and a link that is pasted where we may not be only read.
  const reads = kind === 'link' || (kind === 'press' && incoming.trigger === 'automatic')
  await Promise.all(
    audiences.map(async (audience, at) => {
      if (!reads && !same(before[at], after[at])) await tongues.keep(audience, after[at] ?? {})
    }),
  )
  const forOneOnly = kind === 'other-invoke' || (kind === 'press' && incoming.via !== 'submit')
  const reader = forOneOnly && own !== undefined ? after.at(-1) : after[0]
  return labelsFor((reader && spokenBy(reader)) ?? person.locale)
}

/** The language of whoever reads there, when it is us who speak first. */
export async function labelsOf(audience: Audience, tongues: Tongues, locale?: string): Promise<Labels> {
  const [tongue = {}] = await tongues.of([audience])
  return labelsFor(spokenBy(tongue) ?? locale)
}

function same(a: Tongue = {}, b: Tongue = {}): boolean {
  return a.chosen === b.chosen && a.written === b.written && a.lead === b.lead && a.locale === b.locale
}
