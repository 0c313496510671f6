import type { QueuedFault } from './fault.ts'
import type { Rule, Rules } from './rule.ts'
import type { Tenant, WorkspaceBody } from './tenant.ts'

export type Change =
  | {
      readonly is: 'put-rule'
      readonly rule: string
      /** The rule was sent with `status: Inactive`: it is kept, switched off. */
      readonly switchedOff: boolean
      readonly before?: Rule
    }
  | { readonly is: 'delete-rule'; readonly rule: string; readonly before: Rule }
  | { readonly is: 'provision'; readonly includeSpark: boolean; readonly before: Rules }

/** How an operation ends, decided by the faults when it starts. `vanishes`: it says Succeeded and the rule is gone. */
export type Ending =
  | { readonly is: 'succeeds' }
  | { readonly is: 'vanishes' }
  | { readonly is: 'fails'; readonly code: string; readonly message: string }

export interface Operation {
  readonly id: string
  readonly subscriptionId: string
  readonly region: string
  readonly workspace: string
  readonly startedAt: number
  readonly endsAt: number
  readonly settled: boolean
  readonly change: Change
  readonly ending: Ending
  /** Rules of operations that it overlapped: their change is undone when this one ends (azapi#453). */
  readonly loses: readonly { readonly rule: string; readonly before?: Rule }[]
}

/** Everything that the simulated Azure remembers. Workspaces by their id in lower case. */
export interface State {
  readonly workspaces: Readonly<Record<string, WorkspaceBody>>
  readonly operations: readonly Operation[]
  readonly faults: readonly QueuedFault[]
}

export function initialState(tenant: Tenant): State {
  const entries = tenant.workspaces.map(body => [body.id.toLowerCase(), completed(body)] as const)
  return { workspaces: Object.fromEntries(entries), operations: [], faults: [] }
}

/** Fills in what ARM always answers and a tenant file may leave out. */
function completed(body: WorkspaceBody): WorkspaceBody {
  const network = body.properties.managedNetwork
  const properties = {
    ...body.properties,
    provisioningState: body.properties.provisioningState ?? 'Succeeded',
  }
  const base = { type: 'Microsoft.MachineLearningServices/workspaces', ...body, kind: body.kind ?? 'Default' }
  if (!network) return { ...base, properties }
  const isolated = network.isolationMode !== 'Disabled'
  const status = network.status ?? (isolated ? { status: 'Inactive', sparkReady: false } : undefined)
  const word = status?.status === 'Active' ? 'Active' : 'Inactive'
  const outboundRules: Record<string, Rule> = {}
  for (const [name, rule] of Object.entries(network.outboundRules ?? {})) {
    outboundRules[name] = { category: 'UserDefined', status: word, ...rule }
  }
  const managedNetwork = { ...network, ...(status ? { status } : {}), outboundRules }
  return { ...base, properties: { ...properties, managedNetwork } }
}

export function rulesOf(workspace: WorkspaceBody): Rules {
  return workspace.properties.managedNetwork?.outboundRules ?? {}
}

/** A project has no network of its own; neither has a workspace without isolation. */
export function isNetworkActive(workspace: WorkspaceBody): boolean {
  return workspace.properties.managedNetwork?.status?.status === 'Active'
}

/** Finds a rule as ARM does, whatever the case of the name, and tells the name as it is kept. */
export function findRule(workspace: WorkspaceBody, name: string): { name: string; rule: Rule } | undefined {
  const wanted = name.toLowerCase()
  for (const [kept, rule] of Object.entries(rulesOf(workspace))) {
    if (kept.toLowerCase() === wanted) return { name: kept, rule }
  }
  return undefined
}

export function withNetwork(
  workspace: WorkspaceBody,
  change: { readonly rules: Rules; readonly status?: { status: string; sparkReady: boolean } },
): WorkspaceBody {
  const network = workspace.properties.managedNetwork
  if (!network) throw new Error(`${workspace.name} has no managed network to change.`)
  const status = change.status ? { status: change.status } : {}
  const managedNetwork = { ...network, ...status, outboundRules: { ...change.rules } }
  return { ...workspace, properties: { ...workspace.properties, managedNetwork } }
}

export function withWorkspace(state: State, workspace: WorkspaceBody): State {
  return { ...state, workspaces: { ...state.workspaces, [workspace.id.toLowerCase()]: workspace } }
}

export function runningOn(state: State, workspace: WorkspaceBody): readonly Operation[] {
  const key = workspace.id.toLowerCase()
  return state.operations.filter(operation => !operation.settled && operation.workspace === key)
}
