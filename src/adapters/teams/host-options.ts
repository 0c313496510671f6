import type { Logger } from 'pino'
import type { Server } from 'restify'
import type { Incoming } from '../../conversation/incoming.ts'
import type { CardReply, Reply } from '../../conversation/reply.ts'
import type { Limit } from './allowance.ts'
import type { BotIdentity } from './authentication.ts'
import type { SendPolicy } from './connector-pipeline.ts'
import type { PersonLimits } from './hurry.ts'
import type { Timers } from './typing.ts'

export interface TeamsHostOptions {
  /** 0: any free port. */
  readonly port: number
  readonly bind: '127.0.0.1' | '0.0.0.0'
  readonly mode: 'local' | (BotIdentity & { readonly allowedTenantIds: readonly string[] })
  /** How many proxies stand before the bot and write X-Forwarded-For. */
  readonly trustedProxies?: number
  /** For tests, which play the connector and the issuer on loopback. */
  readonly overrides?: {
    readonly metadataUrl?: string
    readonly serviceOrigins?: readonly string[]
    readonly sending?: Partial<SendPolicy>
    readonly limits?: Partial<PersonLimits & { readonly address: Limit }>
  }
  readonly onTurn: (incoming: Incoming) => Promise<Reply>
  /** A card that answered a message is there, as this activity. */
  readonly onPosted?: (incoming: Incoming, card: CardReply, activityId: string) => Promise<void>
  /** What does not work right now; empty when ready. */
  readonly ready: () => Promise<readonly { readonly what: string; readonly detail: string }[]>
  readonly log: Logger
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly timers: Timers
  readonly newId: () => string
  /** Adds routes before the server listens: the local page. */
  readonly mount?: (server: Server) => void
  /** More lines in Prometheus' text format. */
  readonly metrics?: () => string
}
