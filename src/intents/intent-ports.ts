import type { PlanOptions } from '../changes/plan.ts'
import type { Policy } from '../changes/policy.ts'
import type { ApprovalRequest, Instant } from '../changes/request.ts'
import type { RequestLookup } from '../changes/request-lookup.ts'
import type { RequestStore } from '../changes/store.ts'
import type { Subscriptions } from '../changes/subscriptions.ts'
import type { Person } from '../conversation/person.ts'
import type { ReferenceStore } from '../conversation/references.ts'
import type { Library } from '../knowledge/library.ts'
import type { Labels } from '../language/labels.ts'
import type { WorkspaceReader } from '../workspace/reader.ts'

/** What intents may need. Each takes the few that it names; none of them can reach Azure but through the reader. */
export interface IntentPorts {
  readonly reader: WorkspaceReader
  readonly library: Library
  readonly requests: RequestStore
  readonly lookup: RequestLookup
  readonly subscriptions: Subscriptions
  readonly references: ReferenceStore
  readonly policy: () => Policy
  readonly planOptions: PlanOptions
  readonly labels: Labels
  /** Of the person who asks: other tenants' requests are not spoken of. */
  readonly tenantId: string
  /** Whether who asks may be told of this request: of its workspace they may know. */
  readonly mayHearOf: (request: ApprovalRequest) => Promise<boolean>
  /** Who asks, where that is known: their own request is spoken of as theirs. */
  readonly asker?: Person
  readonly now: () => Instant
  readonly newId: () => string
  /** Whether a card that is answered replaces the pressed one. Otherwise it becomes a message of its own. */
  readonly answersInPlace: boolean
}
