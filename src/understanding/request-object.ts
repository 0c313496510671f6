import { adverbs } from './change-frame.ts'
import { pronouns } from './change-words.ts'
import type { Offered } from './offered.ts'

/** A request is the object: by its number, or the one that was last spoken of. */
export function isAboutRequest(tail: readonly string[], { request, earlierRequest }: Offered): boolean {
  const at = tail.indexOf('@request')
  const allowed =
    /^(?:the|la|le|l|this|that|my|our|it|de|of|pending|open|last|latest|request|requests|reqest|requete|demande|demmande|demandes|approval|number|numero|no|n|nr|id|change|for|me|please|pls|up|off|on|ahead|with|ticket|both|docker|rule|moi|d|ouverture|stp|svp|bien|celle|one|also|now|à|a|to)$/
  if (at >= 0) return tail.slice(0, at).every(word => allowed.test(word) || adverbs.has(word))
  const [first, ...others] = tail.filter(
    word =>
      !/^(?:the|la|le|l|this|that|cette|please|for|me|moi|stp|svp|pending|open|last|latest|derniere|en|attente|now|then|thanks|merci|one|us|him|her)$/.test(
        word,
      ),
  )
  const spoken =
    /^(?:request|reqest|demande|demmande|requete)$/.test(first ?? '') &&
    others.every(
      word =>
        adverbs.has(word) ||
        /^(?:for|from|in|of|de|pour|dans|sur|@\p{L}+|dana|as|well|too|asap)$/u.test(word),
    )
  if (spoken) return true
  return (
    (request || earlierRequest) &&
    (tail.length === 0 ||
      tail.every(
        word => pronouns.has(word) || adverbs.has(word) || /^(?:one|please|then|now|alors|donc)$/.test(word),
      ))
  )
}
