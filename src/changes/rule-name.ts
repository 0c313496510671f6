import { createHash } from 'node:crypto'

/** `combined`: one rule lists all hosts, one operation in Azure. `per-host`: a rule for each, where the service refuses a list. */
export type RuleShape = 'combined' | 'per-host'

/**
 * The name of the rule that lets these hosts through: the same hosts always get the same name, others another one.
 * Fits ARM's pattern for rule names, `^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$`.
 */
export function ruleName(purpose: string, hosts: readonly string[]): string {
  const digest = createHash('sha256')
    .update([...hosts].sort().join(','))
    .digest('hex')
    .slice(0, 12)
  const slug = purpose.replace(/[^a-z0-9-]/gi, '-').slice(0, 16)
  return `gh-${slug}-${digest}`
}
