import type { Permissions } from './permissions.ts'

const rememberedMs = 60_000
const rememberedAtMost = 10_000

/**
 * Remembers for a minute what a person has in a subscription, since every question asks; whoever asks meanwhile shares the
 * answer. Trouble is forgotten at once, and what is asked of one workspace for a change is never remembered.
 */
export function rememberedPermissions(permissions: Permissions, now: () => number): Permissions {
  type Answer = ReturnType<Permissions['inSubscription']>
  const known = new Map<string, { readonly at: number; readonly answer: Answer }>()
  return {
    onWorkspace: permissions.onWorkspace,
    inSubscription: (person, subscriptionId) => {
      const key = `${person.tenantId} ${person.objectId} ${subscriptionId.toLowerCase()}`
      const before = known.get(key)
      if (before !== undefined && now() - before.at < rememberedMs) return before.answer
      const answer = permissions.inSubscription(person, subscriptionId)
      if (known.size >= rememberedAtMost) known.clear()
      const kept = { at: now(), answer }
      known.set(key, kept)
      const forget = () => {
        if (known.get(key) === kept) known.delete(key)
      }
      answer.then(value => (value.ok ? undefined : forget()), forget)
      return answer
    },
  }
}
