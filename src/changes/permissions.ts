import type { KnownPerson } from '../conversation/person.ts'
import type { GatewayAnswer } from '../workspace/gateway.ts'
import { type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import type { PlannedStep } from './change.ts'

type Who = Pick<KnownPerson, 'tenantId' | 'objectId'>

/** What a role gives somebody at a scope, and everywhere below it. */
export interface Grant {
  /** An ARM id: of a subscription, a resource group, a resource or a management group above them; `/` is the whole tenant. */
  readonly scope: string
  readonly actions: readonly string[]
  readonly notActions: readonly string[]
}

/**
 * What Azure's role assignments give a person, groups included. Deny assignments, conditions and roles that are only eligible in
 * Privileged Identity Management give nothing here. What cannot be read is trouble, and trouble is never a permission.
 */
export interface Permissions {
  /** All that they have in a subscription: for lists. */
  inSubscription(person: Who, subscriptionId: string): Promise<GatewayAnswer<readonly Grant[]>>
  /** What they have on one workspace, read live. */
  onWorkspace(person: Who, workspace: WorkspaceId): Promise<GatewayAnswer<readonly Grant[]>>
}

const provider = 'Microsoft.MachineLearningServices/workspaces'
export const readAction = `${provider}/read`

/** As the operations of the REST API are named; Microsoft's list of operations lags behind them. */
const actionFor: Readonly<Record<PlannedStep['do'], string>> = {
  'put-rule': `${provider}/outboundRules/write`,
  'delete-rule': `${provider}/outboundRules/delete`,
  provision: `${provider}/provisionManagedNetwork/action`,
}

/** The actions that these steps need of whoever approves them. */
export function actionsOf(steps: readonly PlannedStep[]): readonly string[] {
  return [...new Set(steps.map(step => actionFor[step.do]))]
}

/**
 * Whether one of the grants allows this on the workspace: its actions match and its own notActions do not. What one role leaves
 * out another may give (azure-docs, role-definitions).
 */
export function isGranted(grants: readonly Grant[], workspace: WorkspaceId, action: string): boolean {
  return grants.some(
    ({ scope, actions, notActions }) =>
      holdsAt(scope, workspaceKey(workspace)) &&
      actions.some(pattern => matches(pattern, action)) &&
      !notActions.some(pattern => matches(pattern, action)),
  )
}

function holdsAt(scope: string, workspace: string): boolean {
  const outer = scope.toLowerCase().replace(/\/+$/, '')
  // A management group is only ever named to us where it stands above what was asked for.
  if (outer === '' || outer.startsWith('/providers/microsoft.management/managementgroups/')) return true
  return workspace === outer || workspace.startsWith(`${outer}/`)
}

// A star stands for any text, slashes included; case does not count. Between two slashes it may stand for nothing: the built-in
// AzureML Data Scientist takes out workspaces/write, which only its workspaces/*/write can have given (built-in-roles).
function matches(pattern: string, action: string): boolean {
  const known = expressions.get(pattern) ?? expressionOf(pattern)
  if (expressions.size >= keptAtMost) expressions.clear()
  expressions.set(pattern, known)
  return known.test(action.toLowerCase())
}

const expressions = new Map<string, RegExp>()
const keptAtMost = 1_000

function expressionOf(pattern: string): RegExp {
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const whole = pattern
    .toLowerCase()
    .split('/*/')
    .map(part => part.split('*').map(literal).join('[^]*'))
  return new RegExp(`^${whole.join('/(?:[^]*/)?')}$`)
}
