import type { Refusal } from '../changes/refusal.ts'
import { isUnread, type LimitEntered, limitDays, unreadLimit } from '../changes/time-limit.ts'
import type { Labels } from '../language/labels.ts'
import { bareText } from './escape.ts'
import { inputs } from './verbs.ts'

/** The fields for how long hosts are to be let through: a few periods, and a day of one's own. */
export function limitInputs(
  { days = '', day = '' }: LimitEntered,
  labels: Labels,
  problem?: Refusal,
  forGood: string = labels.lifetime.forGood,
) {
  const { lifetime } = labels
  // What was wanted for a time is not preselected to be for good, and sent so it comes back.
  const unread = isUnread({ days, day })
  return {
    limit: [
      {
        id: inputs.limit,
        label: bareText(lifetime.limitLabel),
        value: unread || limitDays.some(each => String(each) === days) ? days : '0',
        choices: [
          ...(unread ? [{ value: unreadLimit.days, title: bareText(lifetime.choose) }] : []),
          { value: '0', title: bareText(forGood) },
          ...limitDays.map(each => ({ value: String(each), title: bareText(lifetime.days(each)) })),
        ],
      },
    ],
    limitDay: [
      {
        id: inputs.limitDay,
        label: bareText(lifetime.dayLabel),
        value: /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : '',
        missing:
          problem?.is === 'bad-limit' || problem?.is === 'not-later'
            ? bareText(labels.refusal(problem))
            : unread
              ? bareText(lifetime.limitUnread)
              : '',
      },
    ],
  }
}
