import type { AuditRecord } from '../changes/audit.ts'
import type { NoticeMatter } from '../changes/notice-matter.ts'
import type { Instant } from '../changes/request.ts'
import type { ConversationReference } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'

/** A text that somebody is told once, and that is about no request. */
export interface Notice {
  readonly id: string
  readonly reader: KnownPerson
  readonly conversation: ConversationReference
  readonly what: NoticeMatter
  readonly attempts: number
}

/** The outbox of notices. */
export interface Notices {
  /** Takes it for a while. Undefined: somebody else has it, or it was sent or given up. */
  claim(id: string, now: Instant, until: Instant): Promise<Notice | undefined>
  sent(id: string, activityId: string): Promise<void>
  /** Gives it back; it may be tried again from `next` on. `untried`: nothing was sent. */
  release(id: string, next: Instant, untried?: boolean): Promise<void>
  park(id: string, why: string, record: AuditRecord): Promise<void>
}

/** A job that is due: one notice. */
export interface NoticeJob {
  readonly notice: string
}
