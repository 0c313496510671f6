import type { Rule, Rules } from './rule.ts'
import { isNetworkActive, type Operation, rulesOf, type State, withNetwork, withWorkspace } from './state.ts'
import type { WorkspaceBody } from './tenant.ts'

/** Carries out what the operations that have ended by `now` (milliseconds) do, in the order of their ends. */
export function settle(state: State, now: number): State {
  const due = state.operations
    .filter(operation => !operation.settled && operation.endsAt <= now)
    .toSorted((a, b) => a.endsAt - b.endsAt)
  return due.reduce(settleOne, state)
}

function settleOne(state: State, operation: Operation): State {
  const operations = state.operations.map(each =>
    each.id === operation.id ? { ...each, settled: true } : each,
  )
  const workspace = state.workspaces[operation.workspace]
  if (!workspace) return { ...state, operations }
  const changed = lose(ended(workspace, operation), operation)
  return withWorkspace({ ...state, operations }, changed)
}

function ended(workspace: WorkspaceBody, { change, ending }: Operation): WorkspaceBody {
  const rules = rulesOf(workspace)
  switch (change.is) {
    case 'put-rule': {
      const rule = rules[change.rule]
      // An overlapping operation took it.
      if (!rule) return workspace
      if (ending.is === 'vanishes') return withNetwork(workspace, { rules: without(rules, change.rule) })
      if (ending.is === 'succeeds') {
        const status = isNetworkActive(workspace) && !change.switchedOff ? 'Active' : 'Inactive'
        return withNetwork(workspace, { rules: { ...rules, [change.rule]: { ...rule, status } } })
      }
      const failed = change.before ?? { ...rule, status: 'Failed', errorInformation: ending.message }
      return withNetwork(workspace, { rules: { ...rules, [change.rule]: failed } })
    }
    case 'delete-rule': {
      if (ending.is !== 'fails') return withNetwork(workspace, { rules: without(rules, change.rule) })
      return withNetwork(workspace, { rules: { ...rules, [change.rule]: change.before } })
    }
    case 'provision': {
      if (ending.is === 'fails') return withNetwork(workspace, { rules: { ...rules, ...change.before } })
      const ready = workspace.properties.managedNetwork?.status?.sparkReady === true || change.includeSpark
      const status = { status: 'Active', sparkReady: ready }
      const active = Object.entries(rules).map(([name, rule]) => [name, activated(rule)] as const)
      return withNetwork(workspace, { rules: Object.fromEntries(active), status })
    }
  }
}

function lose(workspace: WorkspaceBody, { loses, ending }: Operation): WorkspaceBody {
  if (ending.is === 'fails') return workspace
  let rules = rulesOf(workspace)
  for (const { rule, before } of loses) {
    rules = before ? { ...rules, [rule]: before } : without(rules, rule)
  }
  return loses.length > 0 ? withNetwork(workspace, { rules }) : workspace
}

function activated({ errorInformation: _gone, ...rule }: Rule): Rule {
  return { ...rule, status: 'Active' } as Rule
}

function without(rules: Rules, name: string): Rules {
  const { [name]: _gone, ...rest } = rules
  return rest
}
