import type { LimitEntered } from '../changes/time-limit.ts'

/** How long it is to be, as a button carries it to the form. */
export function limitData({ days, day }: LimitEntered = {}): Readonly<Record<string, string>> {
  return {
    ...(days === undefined ? {} : { limitDays: days }),
    ...(day === undefined ? {} : { limitDay: day }),
  }
}
