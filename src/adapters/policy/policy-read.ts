import type { Member } from '../../changes/directory.ts'
import type { Policy } from '../../changes/policy.ts'

export type PolicyRead =
  | {
      readonly ok: true
      readonly policy: Policy /** Entra groups that it names. */
      readonly groups: readonly string[]
    }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Who is in an Entra group; undefined where that is not known, so that nobody of it counts. */
export type MembersOf = (group: string) => readonly Member[] | undefined

/** Where in the file something stands, from 1. Of a key that is missing: where it should be. */
export type LineOf = (path: readonly PropertyKey[]) => number
