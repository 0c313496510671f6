import type { IntentName, ReadIntent } from './parsed.ts'

/** Layer 6: up to three read-only intents that may have been meant, best first. */
export function suggestionsFor(_words: readonly string[], _intent: IntentName): readonly ReadIntent[] {
  return ['can_use', 'show_network', 'list_workspaces']
}
