import { partsOf, type WorkspaceId } from '../workspace/workspace-id.ts'
import type { Policy, PolicyRule, Where } from './policy.ts'

/** What a rule can tell workspaces by. */
export interface Place {
  readonly id: WorkspaceId
  readonly tags?: Readonly<Record<string, string>>
}

/**
 * What holds in this workspace: every rule that fits it, from the top of the file to its end, each thing as the last one says.
 * Denied hosts and those that take more approvers add up, so that no rule can open what another one closes.
 */
export function policyFor({ rules = [], ...base }: Policy, place: Place): Policy {
  const all = [
    base,
    ...rulesFor(rules, place).map(({ sets, says }) => ({ ...sets, ...(says === undefined ? {} : { says }) })),
  ]
  const deniedHosts = all.flatMap(each => each.deniedHosts ?? [])
  const moreApprovers = all.flatMap(each => each.moreApprovers ?? [])
  return {
    ...base,
    ...Object.assign({}, ...all),
    ...(deniedHosts.length === 0 ? {} : { deniedHosts }),
    ...(moreApprovers.length === 0 ? {} : { moreApprovers }),
    says: Object.assign({}, ...all.map(({ says }) => says)),
  }
}

export function rulesFor(rules: readonly PolicyRule[], place: Place): readonly PolicyRule[] {
  return rules.filter(({ where }) => fits(where, place))
}

function fits({ workspaces, resourceGroups, subscriptions, tags = {} }: Where, place: Place): boolean {
  const { name, resourceGroup, subscriptionId } = partsOf(place.id)
  const any = (patterns: readonly string[] | undefined, text: string) =>
    patterns === undefined || patterns.some(pattern => like(pattern, text))
  return (
    any(workspaces, name) &&
    any(resourceGroups, resourceGroup) &&
    any(subscriptions, subscriptionId) &&
    Object.entries(tags).every(([key, pattern]) => {
      const value = tagOf(place.tags, key)
      return value !== undefined && like(pattern, value)
    })
  )
}

/** Azure compares the names of tags without regard to case (tag-resources, Limitations). */
function tagOf(tags: Place['tags'], key: string): string | undefined {
  return Object.entries(tags ?? {}).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
}

function like(pattern: string, text: string): boolean {
  const [first = '', ...others] = pattern.toLowerCase().split('*')
  const given = text.toLowerCase()
  const last = others.pop()
  if (last === undefined) return given === first
  if (!given.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = given.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return given.length - last.length >= at && given.endsWith(last)
}
