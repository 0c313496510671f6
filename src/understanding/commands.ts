import { isOtherLanguageOrdered, languageOrdered } from './language-command.ts'
import { folded } from './wording.ts'

/** No command is longer. */
const longest = 200

/** What is said to the bot itself, matched whole: nothing else that a person writes does any of it. */
export type Command =
  | { readonly is: 'approvals-here' }
  | { readonly is: 'my-requests' }
  | { readonly is: 'my-approvals' }
  | { readonly is: 'withdraw'; readonly requestId: number }
  | { readonly is: 'undo'; readonly requestId: number }
  | { readonly is: 'speak'; readonly language: 'en' | 'fr' }
  /** A language that there is not. */
  | { readonly is: 'speak-other' }
  /** From now on a question in this conversation that names no workspace is about this one. The name is as it was written. */
  | { readonly is: 'use-workspace'; readonly name: string }
  | { readonly is: 'use-no-workspace' }
  | { readonly is: 'stop' }

const number =
  '(?:(?:request|demande|la demande|ma demande|my request|the request|number|no|n)\\s*)*(?:#|n°|nº)?\\s*(\\d{1,9})'
const forms: readonly (readonly [RegExp, (found: RegExpExecArray) => Command])[] = [
  [
    /^(?:send|post|put|bring) (?:the |all |your )?(?:approvals?|approval (?:cards?|requests?)) (?:here|(?:in|to) this (?:channel|chat|conversation|thread))$/,
    () => ({ is: 'approvals-here' }),
  ],
  [
    /^(?:envoie|envoyez|envoyer|envoie-moi|poste|postez|mets|mettez) (?:les |toutes les )?(?:approbations|demandes d'approbation|cartes d'approbation) (?:ici|dans (?:ce|cette) (?:canal|conversation|fil|discussion))$/,
    () => ({ is: 'approvals-here' }),
  ],
  [/^(?:(?:show|list|see) (?:me )?)?my (?:open |pending |own )?requests$/, () => ({ is: 'my-requests' })],
  [
    /^(?:(?:affiche|montre|liste|voir)(?:-moi| moi)? )?mes demandes(?: en cours| en attente)?$/,
    () => ({ is: 'my-requests' }),
  ],
  [/^(?:(?:show|list|see) (?:me )?)?my (?:open |pending )?approvals$/, () => ({ is: 'my-approvals' })],
  [
    /^(?:(?:affiche|montre|liste|voir)(?:-moi| moi)? )?mes (?:approbations|validations)(?: en cours| en attente)?$/,
    () => ({ is: 'my-approvals' }),
  ],
  [
    new RegExp(`^(?:withdraw|retract|take back|retire[rz]?|annule[rz]?) ${number}$`),
    ([, id]) => ({ is: 'withdraw', requestId: Number(id) }),
  ],
  [
    new RegExp(`^(?:undo|revert|roll back|defais|defaire|reviens sur|revenir sur) ${number}$`),
    ([, id]) => ({ is: 'undo', requestId: Number(id) }),
  ],
  [
    /^(?:(?:use|default to) no|forget the|drop the|clear the) (?:default )?workspace (?:here|in this (?:channel|chat|conversation))$/,
    () => ({ is: 'use-no-workspace' }),
  ],
  [
    /^(?:(?:n'utilise|n'utilisez|utilise|utilisez|ne prends|ne prenez) (?:aucun|plus d'|pas d') ?|oublie[rz]? l')(?:espace de travail|espace|workspace)(?: par defaut)? (?:ici|dans (?:ce canal|cette conversation))$/,
    () => ({ is: 'use-no-workspace' }),
  ],
  [
    /^(?:use|default to) (?:the workspace |workspace )?([\p{L}\p{N}][\p{L}\p{N}_.-]*) (?:here|in this (?:channel|chat|conversation))$/u,
    ([, name = '']) => ({ is: 'use-workspace', name }),
  ],
  [
    /^(?:utilise|utilisez|prends|prenez) (?:l'espace de travail |l'espace |le workspace )?([\p{L}\p{N}][\p{L}\p{N}_.-]*) (?:ici|dans (?:ce canal|cette conversation))$/u,
    ([, name = '']) => ({ is: 'use-workspace', name }),
  ],
  [/^(?:stop|stop it|unsubscribe|arrete|arretez|arreter|stoppe)$/, () => ({ is: 'stop' })],
]
const politeness =
  /^(?:please|pls|svp|stp|s'il (?:te|vous) plait),? |,? (?:please|pls|thanks|merci|svp|stp|s'il (?:te|vous) plait)$/g

/** The command that a text is, if it is one and nothing else. Case, accents and courtesy do not matter. */
export function commandOf(text: string): Command | undefined {
  const language = languageOrdered(text)
  if (language !== undefined) return { is: 'speak', language }
  if (isOtherLanguageOrdered(text)) return { is: 'speak-other' }
  const line = folded(
    text
      .slice(0, longest)
      .normalize('NFKC')
      .replace(/<at\b[^<>]*>[^<>]*<\/at>/gi, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!\s]+$/, '')
    .replace(politeness, '')
    .trim()
  for (const [form, command] of forms) {
    const found = form.exec(line)
    if (found !== null) return command(found)
  }
  return undefined
}
