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
  const left = state.setAside.filter(({ notIn }) => notIn !== undefined)
  const lacking = state.setAside.filter(({ notIn }) => notIn === undefined)
  const namesOf = (all: typeof left) => all.map(({ by }) => by.name)
  const each = <T>(all: readonly T[]) => [...new Set(all)]
  return [
    ...(left.length === 0
      ? []
      : [labels.underPolicy.leftGroup(namesOf(left), each(left.flatMap(({ notIn = [] }) => notIn)))]),
    ...(lacking.length === 0
      ? []
      : [labels.underPolicy.setAside(namesOf(lacking), each(lacking.flatMap(({ lacks }) => lacks)))]),
  ].join(' ')
}
