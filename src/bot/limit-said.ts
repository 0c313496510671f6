import type { Instant } from '../changes/request.ts'
import { dayMs, type LimitEntered, limitDays, limitOf, unreadLimit } from '../changes/time-limit.ts'
import { limitSaidIn } from '../understanding/limit-words.ts'
import type { Parsed } from '../understanding/parsed.ts'
import type { LastCard } from './conversations.ts'

/**
 * For how long a message wants hosts let through: what it says itself, else what was said of the same hosts before we asked back
 * or were asked to go on.
 */
export function limitMeant(
  text: string,
  { intent, entities }: Parsed,
  last: LastCard,
  now: Instant,
): LimitEntered | undefined {
  if (intent !== 'request_allow') return undefined
  const goesOn = last.lastIntent === intent && thingsOf(entities) === thingsOf(last)
  return limitSaid(text, now) ?? (goesOn ? last.limit : undefined)
}

function thingsOf({ fqdns = [], collections = [], models = [] }: Partial<Parsed['entities']>): string {
  return JSON.stringify([fqdns, collections, models].map(each => each.toSorted()))
}

/** What a message says of how long something is wanted, as a form's fields hold it; nothing where it says nothing. */
function limitSaid(text: string, now: Instant): LimitEntered | undefined {
  const said = limitSaidIn(text, now)
  if (said === undefined) return undefined
  const limit = 'unread' in said ? unreadLimit : 'day' in said ? said : enteredAs(said.days, now)
  return limitOf(limit, now).ok ? limit : unreadLimit
}

function enteredAs(days: number, now: Instant): LimitEntered {
  return limitDays.some(each => each === days)
    ? { days: String(days) }
    : { day: new Date(now + days * dayMs).toISOString().slice(0, 10) }
}
