import type { Tongues } from '../conversation/tongues.ts'
import type { PressPorts } from './press.ts'

/** What somebody's message may need. */
export interface MessagePorts extends PressPorts {
  readonly tongues: Tongues
  /** Lets other turns go first, where a long piece of work is done in slices. */
  readonly pause?: () => Promise<unknown>
}
