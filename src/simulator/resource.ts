import type { Rule } from './rule.ts'
import { runningOn, type State } from './state.ts'
import type { WorkspaceBody } from './tenant.ts'

const ruleType = 'Microsoft.MachineLearningServices/workspaces/outboundRules'

/** A rule as lists and PUTs answer it. */
export function ruleResource(workspace: WorkspaceBody, name: string, rule: Rule) {
  return { id: `${workspace.id}/outboundRules/${name}`, name, type: ruleType, properties: rule }
}

/** A rule as its own GET answers it, with the `id` that is no ARM id (azure-rest-api-specs#28982). */
export function singleRuleResource(workspace: WorkspaceBody, name: string, rule: Rule) {
  return {
    id: `${workspace.name}/outboundRules/${name}`,
    location: null,
    name,
    properties: rule,
    systemData: null,
    tags: null,
    type: ruleType,
  }
}

/** A workspace as it stands: `Updating` while an operation runs on it. */
export function workspaceResource(state: State, workspace: WorkspaceBody): WorkspaceBody {
  if (runningOn(state, workspace).length === 0) return workspace
  return { ...workspace, properties: { ...workspace.properties, provisioningState: 'Updating' } }
}
