import type { Tongues } from '../conversation/tongues.ts'
import type { PressPorts } from './press.ts'

/** What somebody's message may need. */
export interface MessagePorts extends PressPorts {
  readonly tongues: Tongues
}
