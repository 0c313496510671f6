import type { Person } from '../conversation/person.ts'
import type { Instant, StateName } from './request.ts'

/** One line of the audit: written before the state that it tells of, in the same transaction. Never changed. */
export interface AuditRecord {
  readonly at: Instant
  /** Who caused it. `gatehouse`: time passed, and the worker acted. */
  readonly actor: Pick<Person, 'tenantId' | 'objectId' | 'name'> | 'gatehouse'
  readonly action: string
  /** The id of the request that it is about, or of what was refused. */
  readonly subject: string
  readonly from?: StateName
  readonly to?: StateName
  readonly detail: Readonly<Record<string, unknown>>
}
