import { effortOfHosts, effortOfRemoval } from '../knowledge/effort.ts'
import { hostProblem, normaliseHost } from '../workspace/host.ts'
import { coverageOf } from '../workspace/host-coverage.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { basics, effectOf, ruleSteps } from './plan-parts.ts'
import type { NoPlan, Planned, PlanOptions } from './planned.ts'
import { preflightOf } from './preflight.ts'
import { type NotRemoved, removalOf } from './removal.ts'
import { freeRuleName } from './rule-name.ts'
import { warningsOf } from './warning.ts'

const refuse = (refusal: NoPlan): Planned => ({ ok: false, refusal })

interface Wanted {
  readonly allow: readonly string[]
  readonly remove: readonly string[]
  readonly claimed: readonly NotRemoved[]
}

interface How {
  readonly purpose: string
  readonly includeSpark: boolean
  /** The rules from which hosts may be taken out, where that is not every one. */
  readonly only?: readonly string[]
  readonly until?: number
  /** Hosts that are let through already are let through for longer: they are part of the effect, and their rule is not written. */
  readonly extending?: boolean
}

/** The plan that lets these hosts through and takes those out, in a network where outbound traffic is allowed host by host. */
export function planRules(
  wanted: Wanted,
  { purpose, includeSpark, only, until, extending = false }: How,
  workspace: Workspace,
  options: PlanOptions,
): Planned {
  const { network } = workspace
  if (network.isolationMode !== 'AllowOnlyApprovedOutbound')
    return refuse({ is: 'wrong-mode', isolationMode: network.isolationMode })
  const hosts = [...new Set(wanted.allow.map(normaliseHost))]
  for (const host of hosts) {
    const problem = hostProblem(host)
    if (problem !== undefined) return refuse({ is: 'bad-host', host, problem })
  }
  const unwanted = [...new Set(wanted.remove.map(normaliseHost))]
  const both = unwanted.filter(host => hosts.includes(host))
  if (both.length > 0) return refuse({ is: 'both-ways', hosts: both })

  const coverages = hosts.map(host => coverageOf(host, network))
  // A failed rule lets nothing through, so its hosts are asked for again.
  const added = coverages
    .filter(({ by }) => extending || by === undefined || by.standing === 'failed')
    .map(({ host }) => host)
  const alreadyCovered = coverages.flatMap(({ host, by }) =>
    by === undefined || added.includes(host) ? [] : [{ host, rule: by.rule }],
  )
  const nameFor = (host: string) => freeRuleName(purpose, [host], network.rules)
  const removal = removalOf(unwanted, network, options.ruleShape, nameFor, only)
  const notRemoved = [...wanted.claimed, ...removal.notRemoved]
  if (added.length === 0 && removal.removed.length === 0)
    return refuse(
      notRemoved.length === 0
        ? { is: 'nothing-to-do', covered: alreadyCovered }
        : { is: 'nothing-removable', notRemoved },
    )
  const provisions = added.length > 0 && network.status === 'Inactive'
  const effort = added.length > 0 ? effortOfHosts(network) : effortOfRemoval(network)
  const effect = effectOf(workspace, added, removal.removed, effort, provisions && includeSpark, until)
  return {
    ok: true,
    plan: {
      ...basics(workspace),
      alreadyCovered,
      ...(notRemoved.length === 0 ? {} : { notRemoved }),
      steps: [
        ...ruleSteps(added, purpose, network, options.ruleShape),
        ...removal.steps,
        ...(provisions ? [{ do: 'provision', includeSpark } as const] : []),
      ],
      effect,
      effort,
      warnings: warningsOf(effect, removal, network, options.isWritable),
      ...(provisions ? { preflight: preflightOf(workspace, includeSpark) } : {}),
    },
  }
}
