import { randomUUID } from 'node:crypto'
import type { AuditRecord } from '../../../src/changes/audit.ts'
import { digestOf } from '../../../src/changes/effect.ts'
import type { Effect } from '../../../src/changes/plan.ts'
import type { ApprovalRequest, Decision, Progress } from '../../../src/changes/request.ts'
import type { NewRequest } from '../../../src/changes/store.ts'
import type { ConversationReference } from '../../../src/conversation/messenger.ts'
import type { KnownPerson } from '../../../src/conversation/person.ts'
import { type WorkspaceId, workspaceKey } from '../../../src/workspace/workspace-id.ts'

const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'
export const dana: KnownPerson = { tenantId, objectId: 'd0', userId: '29:dana', name: 'Dana' }
export const ada: KnownPerson = { tenantId, objectId: 'a0', userId: '29:ada', name: 'Ada' }
export const thread: ConversationReference = {
  tenantId,
  key: '19:general;messageid=1',
  kind: 'channel',
  address: { serviceUrl: 'http://127.0.0.1:1' },
}
export const noon = Date.UTC(2026, 10, 22, 12)
export const hour = 3_600_000

export function workspaceNamed(name: string): WorkspaceId {
  return `/subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/${name}` as WorkspaceId
}

/** A request for some hosts in a workspace; each call has an id of its own. */
export function newRequest(
  workspace: string,
  hosts: readonly string[],
  more: Partial<NewRequest> = {},
): NewRequest {
  const workspaceId = workspaceNamed(workspace)
  const effect: Effect = {
    workspace: workspaceKey(workspaceId),
    isolationMode: 'AllowOnlyApprovedOutbound',
    hosts,
    createsFirewall: false,
    provisions: false,
  }
  return {
    id: randomUUID(),
    requester: dana,
    reason: 'to try a model',
    change: {
      kind: 'allow-hosts',
      workspaceId,
      hosts,
      purpose: { collection: 'huggingface', tier: 'current' },
    },
    plan: {
      workspaceId,
      workspaceName: workspace,
      location: 'westeurope',
      isolationMode: 'AllowOnlyApprovedOutbound',
      networkStatus: 'Active',
      alreadyCovered: [],
      steps: [{ do: 'put-rule', ruleName: 'gh-test', hosts }],
      effect,
      effort: { minutes: [10, 15], createsFirewall: false, provisions: false },
      warnings: [],
    },
    digest: digestOf(effect),
    thread,
    requestedAt: noon,
    expiresAt: noon + hour,
    ...more,
  }
}

export function record(action: string, subject: string): AuditRecord {
  return { at: noon, actor: dana, action, subject, detail: {} }
}

export function approval(by: KnownPerson, at = noon): Decision {
  return { verdict: 'approve', by, at }
}

export function applying(decision: Decision): Extract<ApprovalRequest['state'], { is: 'applying' }> {
  const progress: Progress = { startedAt: noon, step: 0, phase: { is: 'waiting' }, correlationIds: [] }
  return { is: 'applying', decision, progress }
}
