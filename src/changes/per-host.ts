import type { PlannedStep } from './change.ts'
import { ruleName } from './rule-name.ts'

/**
 * The same hosts with a rule for each, for a service that refuses a list of them in one rule. The names are those that the
 * shape `per-host` gives from the start, so that both ways find each other's rules.
 */
export function perHost(steps: readonly PlannedStep[], index: number): readonly PlannedStep[] | undefined {
  const step = steps[index]
  // A rule that is there with several hosts was taken as a list before.
  if (step?.do !== 'put-rule' || step.hosts.length < 2 || step.replaces !== undefined) return undefined
  const purpose = step.ruleName.replace(/^gh-/, '').replace(/-[0-9a-f]{12}$/, '')
  return [
    ...steps.slice(0, index),
    ...step.hosts.map(
      host => ({ do: 'put-rule', ruleName: ruleName(purpose, [host]), hosts: [host] }) as const,
    ),
    ...steps.slice(index + 1),
  ]
}
