import type { MembersOf } from './adapters/policy/policy-read.ts'
import type { Directory, Member } from './changes/directory.ts'

export interface KeptMembers {
  /** From memory, never a call. Undefined: not read yet, or read too long ago. */
  readonly membersOf: MembersOf
  /** Reads these groups where that is due; from then on they are the ones that are kept. */
  refresh(groups: readonly string[]): Promise<void>
}

interface Surroundings {
  readonly clock: { now(): number }
  readonly log: { warn(what: object, sentence: string): void }
}

/** How old a list may become before nobody of it counts any more, in milliseconds. */
export const staleAfterMs = 4 * 3_600_000
const readEveryMs = 3_600_000
const againAfterMs = 60_000

/**
 * Who is in the Entra groups that the policy names, read in the background every hour, and every minute where that fails: so a
 * press looks nobody up. What was read counts for four hours.
 */
export function keepMembers(directory: Directory, { clock, log }: Surroundings): KeptMembers {
  const kept = new Map<string, { readonly at: number; readonly members: readonly Member[] }>()
  const tried = new Map<string, number>()

  const isDue = (group: string): boolean => {
    const now = clock.now()
    const at = kept.get(group)?.at
    if (at !== undefined && now - at < readEveryMs) return false
    const last = tried.get(group)
    return last === undefined || now - last >= againAfterMs
  }

  async function read(group: string): Promise<void> {
    tried.set(group, clock.now())
    const answer = await directory.members(group)
    if (!answer.ok) {
      log.warn(
        { group, trouble: answer.trouble.is },
        'The members of a group in the policy could not be read',
      )
      return
    }
    if (answer.value.length === 0) log.warn({ group }, 'Nobody is in a group that the policy names')
    kept.set(group, { at: clock.now(), members: answer.value })
  }

  return {
    membersOf: group => {
      const found = kept.get(group)
      return found === undefined || clock.now() - found.at >= staleAfterMs ? undefined : found.members
    },
    refresh: async groups => {
      for (const group of kept.keys()) if (!groups.includes(group)) kept.delete(group)
      await Promise.all(groups.filter(isDue).map(read))
    },
  }
}
