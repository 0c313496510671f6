import { isFqdn, type OutboundRule } from '../workspace/outbound-rule.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork } from './judged-network.ts'

/** Whether no rule of this workspace is called by any of these names, and a rule of another one is that could be removed. */
export async function isRuleElsewhere(
  names: readonly string[],
  workspace: WorkspaceId,
  reader: IntentPorts['reader'],
): Promise<boolean> {
  const wanted = new Set(names.map(name => name.toLowerCase()))
  const isCalledSo = ({ name }: OutboundRule) => wanted.has(name.toLowerCase())
  const [here, seen] = await Promise.all([judgedNetwork(workspace, reader), reader.recent()])
  if (!here.ok || !seen.ok || here.judged.network.rules.some(isCalledSo)) return false
  return seen.fleet.workspaces.some(({ network }) =>
    network.rules.some(rule => isCalledSo(rule) && isFqdn(rule) && rule.category === 'UserDefined'),
  )
}
