import { type HostCoverage, isDotlessWildcard } from '../workspace/host-coverage.ts'
import type { ManagedNetwork } from '../workspace/managed-network.ts'
import type { Reason } from './reason.ts'
import type { OwnChange, Question } from './verdict.ts'

/** Said beside a reason that weighs more: on such a network nothing takes effect yet. */
export function inactive({ status }: ManagedNetwork): Reason[] {
  return status === 'Inactive' ? [{ code: 'network-inactive' }] : []
}

export function underWay(change: OwnChange): Reason {
  return { code: 'change-under-way', request: change.request }
}

export function note({ collection, model }: Question): Reason[] {
  return collection.note === undefined || model !== undefined ? [] : [{ code: collection.note }]
}

/** What is odd about the rules that name a host, whether or not they let it through. */
export function remarksOn(coverages: readonly HostCoverage[]): Reason[] {
  const remarks = coverages.flatMap(({ host, by, disregarded }): Reason[] => [
    ...disregarded.map(({ rule, status }) => ({ code: 'rule-disregarded', rule, host, status }) as const),
    ...(by !== undefined && isDotlessWildcard(by.destination)
      ? [{ code: 'wide-wildcard', rule: by.rule, destination: by.destination } as const]
      : []),
  ])
  // One wildcard lets many hosts through, and is odd once.
  return [...new Map(remarks.map(remark => [JSON.stringify(remark), remark])).values()]
}
