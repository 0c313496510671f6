import { documentRules } from './document-rules.ts'
import type { Facts } from './facts.ts'
import type { ReadIntent } from './parsed.ts'
import { stateRules } from './state-rules.ts'
import { subjectRules } from './subject-rules.ts'

/** Layer 5: what a text that changes nothing asks for. */
export function readIntentOf(facts: Facts): { readonly intent: ReadIntent; readonly sure: number } {
  return (
    [...subjectRules, ...stateRules, ...documentRules].find(({ when }) => when(facts)) ?? {
      intent: 'out_of_scope',
      sure: 0.2,
    }
  )
}
