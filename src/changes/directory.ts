import type { GatewayAnswer } from '../workspace/gateway.ts'

/** Somebody in an Entra group. */
export interface Member {
  readonly objectId: string
  /** Absent where the bot may not read it. */
  readonly name?: string
  /** Known to be a guest of the tenant. */
  readonly guest?: true
}

/**
 * Microsoft Entra ID: the people in a group, those of the groups in it too. In a group that does not exist there is nobody. What
 * cannot be read is trouble, and trouble makes nobody a member.
 */
export interface Directory {
  members(group: string): Promise<GatewayAnswer<readonly Member[]>>
}
