import { effortOfProvisioning } from '../knowledge/effort.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { Change } from './change.ts'
import { basics, effectOf } from './plan-parts.ts'
import { planRules } from './plan-rules.ts'
import type { NoPlan, Planned, PlanOptions } from './planned.ts'
import { preflightOf } from './preflight.ts'
import type { NotRemoved } from './removal.ts'
import { warningsOf } from './warning.ts'

export type { Effect } from './effect.ts'
export type { NoPlan, Plan, Planned, PlanOptions } from './planned.ts'
export type { Warning } from './warning.ts'

/** The plan that brings this change about in the workspace as it is now. `notRemoved`: what claims of others keep. */
export function plan(
  change: Change,
  workspace: Workspace,
  options: PlanOptions,
  claimed: readonly NotRemoved[] = [],
): Planned {
  if (workspace.kind === 'Project') return refuse({ is: 'project-has-no-network' })
  switch (change.kind) {
    case 'allow-hosts':
      return planRules(
        { allow: change.hosts, remove: change.remove ?? [], claimed },
        {
          purpose: change.purpose?.collection ?? 'hosts',
          includeSpark: change.includeSpark === true,
          extending: change.extends !== undefined,
          ...(change.until === undefined ? {} : { until: change.until }),
          ...(change.undoes === undefined ? {} : { only: change.undoes.rules }),
        },
        workspace,
        options,
      )
    case 'remove-hosts':
      return planRules(
        { allow: [], remove: change.hosts, claimed },
        {
          purpose: change.collection ?? 'hosts',
          includeSpark: false,
          ...(change.undoes === undefined ? {} : { only: change.undoes.rules }),
        },
        workspace,
        options,
      )
    case 'provision-network':
      return planProvisioning(change.includeSpark, workspace, options)
  }
}

const refuse = (refusal: NoPlan): Planned => ({ ok: false, refusal })

function planProvisioning(includeSpark: boolean, workspace: Workspace, options: PlanOptions): Planned {
  const { network } = workspace
  if (network.isolationMode === 'Disabled' || network.isolationMode === 'unknown')
    return refuse({ is: 'wrong-mode', isolationMode: network.isolationMode })
  if (network.status === 'Active' && (!includeSpark || network.sparkReady))
    return refuse({ is: 'nothing-to-do' })
  const effort = effortOfProvisioning(network)
  const effect = effectOf(workspace, [], [], effort, includeSpark)
  return {
    ok: true,
    plan: {
      ...basics(workspace),
      alreadyCovered: [],
      steps: [{ do: 'provision', includeSpark }],
      effect,
      effort,
      warnings: warningsOf(effect, undefined, network, options.isWritable),
      preflight: preflightOf(workspace, includeSpark),
    },
  }
}
