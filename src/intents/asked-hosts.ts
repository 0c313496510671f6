import type { AskedHost, HostState } from '../cards/answer-data.ts'
import type { Library } from '../knowledge/library.ts'
import { normaliseHost } from '../workspace/host.ts'
import { coverageOf, destinationCovers, type HostCoverage } from '../workspace/host-coverage.ts'
import type { Workspace } from '../workspace/managed-network.ts'

/** What is known of these hosts, each once: who needs them, and how they stand in a workspace, if one is given. */
export function askedHosts(
  hosts: readonly string[],
  library: Library,
  judged?: Workspace,
): readonly AskedHost[] {
  return [...new Set(hosts.map(normaliseHost))].map(host => {
    const seen = judged === undefined ? undefined : stateOf(host, judged)
    return {
      host,
      needs: library.collections.flatMap(collection => {
        // The list's own line for the host weighs more than a wildcard that happens to cover it.
        const needed =
          collection.hosts.find(each => each.host === host) ??
          collection.hosts.find(each => destinationCovers(each.host, host))
        return needed === undefined ? [] : [{ collection, needed }]
      }),
      published: library.published.flatMap(({ collection: id, source, hosts: own }) => {
        const collection = library.collection(id)
        return collection !== undefined && own.some(each => each.host === host)
          ? [{ collection, source }]
          : []
      }),
      ...seen,
    }
  })
}

/** Whether this network lets a host through, and what makes it so. */
function stateOf(
  host: string,
  { network }: Workspace,
): { readonly state: HostState; readonly coverage?: HostCoverage } {
  switch (network.isolationMode) {
    case 'Disabled':
      return { state: { is: 'unrestricted' } }
    case 'AllowInternetOutbound':
      return { state: { is: network.status === 'Active' ? 'unrestricted' : 'unrestricted-later' } }
    case 'unknown':
      return { state: { is: 'unknown' } }
    case 'AllowOnlyApprovedOutbound': {
      if (network.rulesUnread) return { state: { is: 'unknown' } }
      const coverage = coverageOf(host, network)
      return { state: stateBy(coverage), coverage }
    }
  }
}

function stateBy({ by, disregarded: [first] }: HostCoverage): HostState {
  if (by === undefined)
    return first === undefined
      ? { is: 'missing' }
      : { is: 'disregarded', rule: first.rule, status: first.status }
  const { rule, destination, standing } = by
  return { is: standing === 'effective' ? 'allowed' : standing, rule, destination }
}
