import type { Capability, DeploymentOption } from '../knowledge/collection.ts'

const start = '(?<![\\p{L}\\p{N}])'
const end = '(?![\\p{L}\\p{N}])'
const any = (...phrases: readonly string[]) => new RegExp(`${start}(?:${phrases.join('|')})${end}`, 'u')

const options: readonly (readonly [DeploymentOption, RegExp])[] = [
  [
    'serverless',
    any(
      'serverless',
      'maas',
      'pay-as-you-go',
      'models?[ -]as[ -]a[ -]service',
      'sans serveur',
      "paiement a l'(?:utilisation|usage)",
    ),
  ],
  [
    'managed-compute',
    any('managed (?:online )?compute', 'calcul (?:manage|gere)', 'capacite de calcul (?:managee|geree)'),
  ],
]

const capabilities: readonly (readonly [Capability, RegExp])[] = [
  [
    'batch-inference',
    any(
      'batch(?:[ -](?:inference|scoring|endpoints?|deployments?))?',
      '(?:inference|traitement|scoring) par lots?',
    ),
  ],
  [
    'fine-tuning',
    any('fine[ -]?tun(?:e|ed|es|ing)', 'affin(?:er|age)', 'fine[ -]?tuner', 'reglages? (?:precis|fin)s?'),
  ],
]

/** The deployment option that a text speaks of, if it does. `folded`: lower case, without diacritics. */
export function optionIn(folded: string): DeploymentOption | undefined {
  return options.find(([, words]) => words.test(folded))?.[0]
}

/** What a text wants to do with a model, if it says so. */
export function capabilityIn(folded: string): Capability | undefined {
  return capabilities.find(([, words]) => words.test(folded))?.[0]
}

const sparkless = any(
  '(?:without|with no|no|not?(?: for)?|minus|excluding|sans|hors|pas(?: de)?|aucun)(?: [\\p{L}-]+){0,3}? spark',
  'spark (?:off|is not needed|not needed|pas)',
)
const sparked = any('spark')

/** Whether a text wants serverless Spark served too; undefined where it does not speak of it. */
export function sparkIn(folded: string): boolean | undefined {
  return sparkless.test(folded) ? false : sparked.test(folded) ? true : undefined
}
