import { isByPolicy } from '../changes/clearance.ts'
import type { Decision, RequestState } from '../changes/request.ts'
import type { Labels } from '../language/labels.ts'

/** Everybody whose word the decision rests on: one rejection is enough. */
export function decidersOf({ verdict, by, after = [] }: Decision, labels: Labels): readonly string[] {
  if (isByPolicy({ by })) return [labels.underPolicy.itself(by.name)]
  return verdict === 'reject' ? [by.name] : [...after.map(each => each.by.name), by.name]
}

/** Whose approval did not count, and what to do about it; '' where there is none. */
export function setAsideOf(state: RequestState, labels: Labels): string {
  if (state.is !== 'awaiting-approval' || state.setAside === undefined) return ''
  const names = state.setAside.map(({ by }) => by.name)
  return labels.underPolicy.setAside(names, [...new Set(state.setAside.flatMap(({ lacks }) => lacks))])
}
