import { noticeMessage } from '../cards/notice-message.ts'
import type { Instant } from '../changes/request.ts'
import { audienceOfPerson } from '../conversation/audience.ts'
import type { Messenger } from '../conversation/messenger.ts'
import type { Tongues } from '../conversation/tongues.ts'
import { labelsOf } from './listen.ts'
import type { Notice, NoticeJob, Notices } from './notices.ts'
import { claimMs, retryAfter } from './retry-after.ts'
import type { SendSlots } from './send-slots.ts'

export interface TellPorts {
  readonly notices: Notices
  readonly messenger: Messenger
  readonly slots: SendSlots
  readonly tongues: Tongues
  readonly now: () => Instant
  /** Asks for the same job again, later. */
  readonly again: (job: NoticeJob, at: Instant) => Promise<void>
}

/** Tells one person one thing, once. */
export async function tell(job: NoticeJob, ports: TellPorts): Promise<void> {
  const now = ports.now()
  const notice = await ports.notices.claim(job.notice, now, now + claimMs)
  if (notice === undefined) return
  const slot = await ports.slots.take(notice.conversation.key, now)
  if (!slot.ok) {
    await ports.notices.release(notice.id, slot.freeAt, true)
    return ports.again(job, slot.freeAt)
  }
  const { reader } = notice
  const labels = await labelsOf(audienceOfPerson(reader), ports.tongues, reader.locale)
  const outcome = await ports.messenger.post(notice.conversation, noticeMessage(notice, labels))
  if (outcome.is === 'sent') return ports.notices.sent(notice.id, outcome.activityId)
  const rule = retryAfter(outcome, notice.attempts, false)
  if (rule.is === 'later') {
    const at = ports.now() + rule.ms
    await ports.notices.release(notice.id, at)
    return ports.again(job, at)
  }
  await giveUp(notice, rule.why, ports)
}

async function giveUp({ id, conversation, what }: Notice, why: string, ports: TellPorts): Promise<void> {
  await ports.notices.park(id, why, {
    at: ports.now(),
    actor: 'gatehouse',
    action: 'notice.parked',
    subject: id,
    detail: { what: what.is, conversation: conversation.key, why },
  })
}
