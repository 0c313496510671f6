import type { Server } from 'restify'
import { atWork } from './at-work.ts'
import { connector } from './connector.ts'
import { eventStream } from './event-stream.ts'
import { gatehouseBot, localConversations, localPeople } from './local-people.ts'
import { mountRoutes } from './page-routes.ts'
import type { PagePerson, PageSnapshot } from './page-state.ts'
import { personDeeds } from './person-deeds.ts'
import { openTranscript } from './transcript.ts'

export interface LocalPageOptions {
  /** The bot's own address, such as `http://127.0.0.1:3978`; asked for when it is needed, after the server listens. */
  readonly botUrl: () => string
  /** Where the transcript is kept, so that posted cards outlive the process. */
  readonly stateFile: string
  readonly clock: { now(): number }
  readonly newId: () => string
  /** The folder with the built client. */
  readonly assets: string
  readonly people?: readonly PagePerson[]
  readonly examples?: NonNullable<PageSnapshot['examples']>
  readonly log: { warn(details: object, message: string): void }
}

export interface LocalPage {
  mount(server: Server): void
  /** Tells the bot, once for each conversation, that it was added there. Call it when the server listens. */
  install(): Promise<void>
  /** Ends the event streams, without which the server would not close. */
  close(): void
}

/** A Teams-like page and the Bot Connector behind it, for loopback only. It knows the bot by its protocol alone. */
export function localPage(options: LocalPageOptions): LocalPage {
  const { botUrl, clock, newId, log, people = localPeople, examples = {} } = options
  const conversations = localConversations(people)
  const transcript = openTranscript({
    file: options.stateFile,
    clock,
    newId,
    onUnreadable: reason =>
      log.warn({ file: options.stateFile, reason }, 'The transcript was unreadable and is set aside'),
  })
  const events = eventStream(transcript, { bot: gatehouseBot, people, conversations, examples })
  const working = atWork(events.tell)
  const deeds = personDeeds({ botUrl, people, conversations, transcript, clock, newId, working })
  const api = connector({ people, conversations, transcript, clock, onTyping: working.typing })
  return {
    mount: server => mountRoutes(server, { assets: options.assets, events, deeds, connector: api, log }),
    install: deeds.install,
    close: events.close,
  }
}
