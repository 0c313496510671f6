import type { Change } from '../../src/changes/change.ts'
import { digestOf } from '../../src/changes/effect.ts'
import type { Plan } from '../../src/changes/plan.ts'
import type { ApprovalRequest, RequestState } from '../../src/changes/request.ts'
import type { KnownPerson } from '../../src/conversation/person.ts'

const tenantId = '00000000-0000-4000-8000-0000000000aa'

export const dana: KnownPerson = {
  tenantId,
  objectId: '00000000-0000-4000-8000-0000000000d1',
  userId: '29:dana',
  name: 'Dana Scientist',
}

export const ada: KnownPerson = {
  tenantId,
  objectId: '00000000-0000-4000-8000-0000000000a1',
  userId: '29:ada',
  name: 'Ada Approver',
}

export const amir: KnownPerson = {
  tenantId,
  objectId: '00000000-0000-4000-8000-0000000000a2',
  userId: '29:amir',
  name: 'Amir Approver',
}

export function requestFor(plan: Plan, change: Change, state: RequestState, now: number): ApprovalRequest {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    number: 12,
    version: 1,
    requester: dana,
    reason: 'We want to try small translation models for the help desk.',
    change,
    plan,
    digest: digestOf(plan.effect),
    thread: { tenantId, key: '19:science@thread.tacv2;messageid=1', kind: 'channel', address: {} },
    requestedAt: now - 20 * 60_000,
    expiresAt: now + 24 * 3_600_000,
    state,
  }
}
