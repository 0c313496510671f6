import type { Audience } from './audience.ts'
import type { Tongue } from './tongue.ts'

/** Which language each audience speaks, after a restart too. */
export interface Tongues {
  /** In the order of the audiences; of one that is not known, an empty one. */
  of(audiences: readonly Audience[]): Promise<readonly Tongue[]>
  keep(audience: Audience, tongue: Tongue): Promise<void>
}
