import type { Access } from './access.ts'
import type { Answer } from './answer.ts'
import type { State } from './state.ts'

/** A request as the handlers see it. `path` is as sent, without the query. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Parsed JSON. Undefined: no body was sent. */
  readonly body?: unknown
}

interface Settings {
  readonly timeScale: number
  readonly pageSize: number
  readonly newId: () => string
  readonly access: Access
}

/** One request, the state it meets and the moment (milliseconds). */
export interface Exchange {
  readonly state: State
  readonly now: number
  readonly settings: Settings
  readonly request: Request
  /** The names that the path holds, decoded. */
  readonly names: Readonly<Record<string, string>>
}

export interface Outcome {
  readonly state: State
  readonly answer: Answer
}

export type Handler = (exchange: Exchange) => Outcome
