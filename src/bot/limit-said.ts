import type { Instant } from '../changes/request.ts'
import { dayMs, type LimitEntered, limitDays } from '../changes/time-limit.ts'
import { limitSaidIn } from '../understanding/limit-words.ts'

/** What a message says of how long something is wanted, as a form's fields hold it; nothing where it says nothing. */
export function limitSaid(text: string, now: Instant): LimitEntered | undefined {
  const said = limitSaidIn(text, now)
  if (said === undefined || 'day' in said) return said
  return limitDays.some(each => each === said.days)
    ? { days: String(said.days) }
    : { day: new Date(now + said.days * dayMs).toISOString().slice(0, 10) }
}
