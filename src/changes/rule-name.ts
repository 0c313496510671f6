import { createHash } from 'node:crypto'
import { normaliseHost } from '../workspace/host.ts'
import { isFqdn, type OutboundRule } from '../workspace/outbound-rule.ts'

/** `combined`: one rule lists all hosts, one operation in Azure. `per-host`: a rule for each, where the service refuses a list. */
export type RuleShape = 'combined' | 'per-host'

/**
 * The name of the rule that lets these hosts through: the same hosts always get the same name, others another one.
 * Fits ARM's pattern for rule names, `^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$`.
 */
export function ruleName(purpose: string, hosts: readonly string[]): string {
  return nameOf(purpose, hosts, '')
}

/**
 * The same, in a network whose rules may have the name already: a rule with other hosts, or of another kind, is never
 * written over.
 */
export function freeRuleName(
  purpose: string,
  hosts: readonly string[],
  rules: readonly OutboundRule[],
): string {
  for (let turn = 0; ; turn += 1) {
    const name = nameOf(purpose, hosts, turn === 0 ? '' : `#${turn}`)
    const holder = rules.find(rule => rule.name.toLowerCase() === name.toLowerCase())
    if (holder === undefined || listsExactly(holder, hosts)) return name
  }
}

function listsExactly(rule: OutboundRule, hosts: readonly string[]): boolean {
  if (!isFqdn(rule) || rule.category !== 'UserDefined') return false
  const listed = new Set(rule.destinations.map(normaliseHost))
  return listed.size === hosts.length && hosts.every(host => listed.has(normaliseHost(host)))
}

function nameOf(purpose: string, hosts: readonly string[], salt: string): string {
  const digest = createHash('sha256')
    .update([...hosts].sort().join(',') + salt)
    .digest('hex')
    .slice(0, 12)
  const slug = purpose.replace(/[^a-z0-9-]/gi, '-').slice(0, 16)
  return `gh-${slug}-${digest}`
}
