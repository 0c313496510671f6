import type { ApprovalRequest, Instant, Reminder } from './request.ts'

/** The parts of the time to decide after which approvers are reminded. */
const parts: readonly { readonly reminder: Reminder; readonly part: number }[] = [
  { reminder: 'half', part: 0.5 },
  { reminder: 'nine-tenths', part: 0.9 },
]

type Waiting = Pick<ApprovalRequest, 'requestedAt' | 'expiresAt'>

/** The reminder that is due at `now`; after a long silence the last one alone. */
export function dueReminder(
  request: Waiting,
  reminded: Reminder | undefined,
  now: Instant,
): Reminder | undefined {
  const due = parts.findLast(({ part }) => now >= instantOf(request, part))?.reminder
  return due === reminded || (due === 'half' && reminded === 'nine-tenths') ? undefined : due
}

/** When time is next asked of a request that waits for its approval: at a reminder, else at its expiry. */
export function nextLook(request: Waiting, now: Instant): Instant {
  const next = parts.map(({ part }) => instantOf(request, part)).find(instant => instant > now)
  return next ?? request.expiresAt
}

function instantOf({ requestedAt, expiresAt }: Waiting, part: number): Instant {
  return Math.ceil(requestedAt + (expiresAt - requestedAt) * part)
}
