import type { Incoming } from '../../conversation/incoming.ts'
import type { Person } from '../../conversation/person.ts'
import type { Reply } from '../../conversation/reply.ts'
import { labelsFor } from '../../language/languages.ts'
import { allowance, type Limit } from './allowance.ts'

export interface PersonLimits {
  /** Messages and presses of one person. */
  readonly person: Limit
  /** Cards that one person's clients refresh by themselves. */
  readonly refresh: Limit
}

export const personLimits: PersonLimits = {
  person: { burst: 30, perMinute: 60 },
  refresh: { burst: 120, perMinute: 240 },
}

/**
 * What answers a person who is faster than anybody writes or presses; undefined where the turn goes on. A press always gets its
 * sentence; messages get it once a minute, so that a flood of them is not answered by another one.
 */
export function hurry(
  limits: PersonLimits,
  now: () => number,
): (incoming: Incoming, isInvoke: boolean) => Reply | undefined {
  const turns = allowance(limits.person, now)
  const refreshes = allowance(limits.refresh, now)
  const told = allowance({ burst: 1, perMinute: 1 }, now)
  return (incoming, isInvoke) => {
    if (!('person' in incoming)) return undefined
    const automatic = incoming.kind === 'press' && incoming.trigger === 'automatic'
    const key = keyOf(incoming.person)
    if ((automatic ? refreshes : turns).take(key)) return undefined
    if (!isInvoke && !told.take(key)) return { kind: 'nothing' }
    return { kind: 'text', text: labelsFor(incoming.person.locale).host.tooFast }
  }
}

function keyOf({ tenantId, objectId, userId }: Person): string {
  return `${tenantId} ${objectId ?? userId}`
}
