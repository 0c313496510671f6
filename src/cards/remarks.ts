import type { RequestState } from '../changes/request.ts'
import type { Labels } from '../language/labels.ts'

/** What a finished request has to add: that a rule had to be put back, or that others' rules are gone. */
export function remarksOf(
  { restored = [], othersGone = [] }: Extract<RequestState, { is: 'done' }>,
  { road }: Labels,
): readonly string[] {
  return [
    ...(restored.length === 0 ? [] : [road.restored(restored)]),
    ...(othersGone.length === 0 ? [] : [road.othersGone(othersGone)]),
  ]
}
