import type { NamedPerson, Policy } from '../../changes/policy.ts'
import { usualDeniedHosts } from './usual-denied-hosts.ts'

const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'
const dana: NamedPerson = {
  tenantId,
  objectId: 'd0000000-0000-4000-8000-00000000000d',
  name: 'Dana Scientist',
}
const ada: NamedPerson = { tenantId, objectId: 'a0000000-0000-4000-8000-00000000000a', name: 'Ada Approver' }
const amir: NamedPerson = {
  tenantId,
  objectId: 'a1000000-0000-4000-8000-00000000000b',
  name: 'Amir Approver',
}

/** The people of local mode: Dana asks, Ada and Amir approve, and whoever is not here gets help and nothing else. */
export const localPolicy: Policy = {
  askers: [dana],
  approvers: [ada, amir],
  approvalExpiryMs: 72 * 3_600_000,
  executionExpiryMs: 24 * 3_600_000,
  deniedHosts: usualDeniedHosts.map(pattern => ({ pattern })),
}
