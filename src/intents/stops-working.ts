import type { Effect } from '../changes/effect.ts'
import { judge } from '../knowledge/judge.ts'
import type { Library } from '../knowledge/library.ts'
import { normaliseHost } from '../workspace/host.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { isFqdn, type OutboundRule } from '../workspace/outbound-rule.ts'

/** The names of the collections that can be used in a workspace now, and no longer once this effect is reached. */
export function stopsWorking(
  { hosts, removed = [] }: Pick<Effect, 'hosts' | 'removed'>,
  workspace: Workspace,
  library: Pick<Library, 'collections'>,
): readonly string[] {
  if (removed.length === 0) return []
  const gone = new Set(removed)
  const staying = workspace.network.rules.flatMap((rule): readonly OutboundRule[] => {
    if (!isFqdn(rule) || rule.category !== 'UserDefined') return [rule]
    const destinations = rule.destinations.filter(host => !gone.has(normaliseHost(host)))
    return destinations.length === 0 ? [] : [{ ...rule, destinations }]
  })
  const added: readonly OutboundRule[] =
    hosts.length === 0
      ? []
      : [{ name: '', category: 'UserDefined', status: 'Active', type: 'FQDN', destinations: hosts }]
  const after = { ...workspace, network: { ...workspace.network, rules: [...staying, ...added] } }
  return library.collections
    .filter(
      collection =>
        judge({ collection }, workspace).headword === 'yes' &&
        judge({ collection }, after).headword !== 'yes',
    )
    .map(({ name }) => name)
}
