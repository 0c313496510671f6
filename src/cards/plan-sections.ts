import type { Plan } from '../changes/plan.ts'
import type { StateName } from '../changes/request.ts'
import type { Labels } from '../language/labels.ts'
import { type HostRow, hostRow, hostSection, section } from './fragments.ts'

/**
 * What a plan does to hosts: those that it lets through, takes out, leaves in with why, and finds there already. `row`: of a
 * host that is let through.
 */
export function planSections(plan: Plan, row: (host: string) => HostRow, labels: Labels) {
  const { effect, notRemoved = [], alreadyCovered, preflight = [] } = plan
  const removed = effect.removed ?? []
  const outOf = (host: string) => {
    const rules = plan.steps.flatMap(step => {
      if (step.do === 'delete-rule') return step.hosts.includes(host) ? [step.ruleName] : []
      return step.do === 'put-rule' && step.replaces?.includes(host) === true ? [step.ruleName] : []
    })
    return rules.length === 0 ? '' : labels.plan.outOf(rules)
  }
  return {
    added: hostSection(labels.headings.addedHosts(effect.hosts.length), effect.hosts.map(row)),
    removed: hostSection(
      labels.plan.removedHosts(removed.length),
      removed.map(host => hostRow(host, outOf(host))),
    ),
    notRemoved: section(
      labels.plan.notRemovedTitle(notRemoved.length),
      notRemoved.map(labels.plan.notRemoved),
    ),
    covered: hostSection(
      labels.headings.alreadyThere,
      alreadyCovered.map(({ host, rule }) => hostRow(host, labels.verdict.coveredBy(rule))),
    ),
    preflight: section(
      labels.plan.preflightTitle,
      preflight.map(({ check, standing }) => labels.plan.preflight(check, standing)),
    ),
  }
}

/** The same on a request's card, where what to see to before provisioning stands only while it is being decided. */
export function requestSections(
  plan: Plan,
  state: StateName,
  row: (host: string) => HostRow,
  labels: Labels,
) {
  const { added, preflight, ...others } = planSections(plan, row, labels)
  return { hosts: added, ...others, preflight: state === 'awaiting-approval' ? preflight : [] }
}
