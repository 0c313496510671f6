import type { NamedMode } from './parsed.ts'

const start = '(?<![\\p{L}\\p{N}])'
const end = '(?![\\p{L}\\p{N}])'
const any = (...phrases: readonly string[]) => new RegExp(`${start}(?:${phrases.join('|')})${end}`, 'u')

/** How people say a mode, in folded text. The first that matches is meant: the narrow before the wide. */
const modes: readonly (readonly [NamedMode, RegExp])[] = [
  [
    'AllowOnlyApprovedOutbound',
    any(
      'allow[ _-]?only[ _-]?approved(?:[ _-]?outbound)?',
      'only approved(?: outbound)?',
      'approved(?: outbound)? only',
      'approved outbound',
      'uniquement (?:le trafic sortant )?approuve(?: uniquement)?',
      'sortants? approuves?(?: uniquement)?',
      'trafic sortant approuve',
      'seulement (?:le trafic sortant )?approuve',
      'only[ _-]?approved[ _-]?outbound',
    ),
  ],
  [
    'AllowInternetOutbound',
    any(
      'allow[ _-]?internet(?:[ _-]?outbound)?',
      'internet[ _-]?outbound',
      'outbound internet',
      '(?:all|any|unrestricted|unlimited) (?:outbound|egress)(?: traffic)?(?! (?:rules?|hosts?|fqdns?|entries|domains?|destinations?))',
      '(?:tout (?:le )?(?:trafic|flux) sortant|tous (?:les )?flux sortants)',
      '(?:open|full|direct|unrestricted) internet(?: access)?',
      '(?:internet|web) access',
      'access to (?:the )?internet',
      'acces (?:a |au |direct a )?(?:l.)?(?:internet|web)',
      'sortie (?:vers )?internet',
      'trafic sortant (?:vers )?internet',
      'internet sortant',
    ),
  ],
  [
    'Disabled',
    any(
      '(?:no|without|zero) (?:network )?isolation(?: (?:at all|whatsoever))?',
      'isolation (?:mode )?(?:is |are |set to )?(?:disabled|off|turned off)',
      '(?:disabled|switched off|turned off) isolation',
      'mode (?:is )?disabled',
      'not (?:network )?isolated',
      "(?:isn't|aren't) isolated",
      'unisolated',
      "(?:sans|aucune|pas d') ?isolation",
      'isolation (?:est )?desactivee?',
      '(?:no|without (?:a|any)|w/o (?:a|any)|without) managed (?:virtual )?(?:network|vnet)',
      'sans reseau (?:virtuel )?(?:gere|manage)',
      'non isoles?',
      'disabled mode',
    ),
  ],
]

/** The isolation mode that a text speaks of, if it does. `folded`: lower case, without diacritics. */
export function modeIn(folded: string): NamedMode | undefined {
  return modes.find(([, words]) => words.test(folded))?.[0]
}
