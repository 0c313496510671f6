import type { Instant } from './request.ts'

const hourMs = 3_600_000
export const dayMs = 24 * hourMs
/** Longer is for good. */
const mostMs = 366 * dayMs

/** The periods that a form offers, in days. */
export const limitDays = [1, 7, 30] as const

/** What a form's fields for the time limit hold: a number of days or nothing, and a day of one's own, which counts first. */
export interface LimitEntered {
  readonly days?: string
  /** `2026-12-01`. */
  readonly day?: string
}

/** A limit was named that we could not read, or that is too long: the form asks, and "for good" is never taken for it. */
export const unreadLimit = { days: '?' } as const satisfies LimitEntered

export function isUnread({ days, day = '' }: LimitEntered): boolean {
  return days === unreadLimit.days && day.trim() === ''
}

export type Limit =
  /** Without `until`: for good. */
  | { readonly ok: true; readonly until?: Instant }
  /** No period that a form offers; no day at all, one that is past, or more than a year away. */
  | { readonly ok: false }

/** Until when hosts are to be let through: so many days rounded up to the hour, or the end of a day, in UTC. */
export function limitOf({ days = '', day = '' }: LimitEntered, now: Instant): Limit {
  const own = day.trim()
  if (own !== '') {
    const start = /^\d{4}-\d{2}-\d{2}$/.test(own) ? Date.parse(`${own}T00:00:00Z`) : Number.NaN
    const until = start + dayMs - 60_000
    return Number.isFinite(until) && until > now + hourMs && until <= now + mostMs
      ? { ok: true, until }
      : { ok: false }
  }
  if (['', '0'].includes(days.trim())) return { ok: true }
  const many = limitDays.find(each => String(each) === days.trim())
  return many === undefined
    ? { ok: false }
    : { ok: true, until: Math.ceil((now + many * dayMs) / hourMs) * hourMs }
}

/** When whoever asked is told that the end is near: a day before, and of a short time after three quarters of it. */
export function warningTime(doneAt: Instant, until: Instant): Instant {
  return until - Math.min(dayMs, Math.max(0, Math.round((until - doneAt) / 4)))
}
