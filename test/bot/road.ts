import { simulatedPace } from '../../src/bot/pace.ts'
import { tick } from '../../src/bot/tick.ts'
import type { TickPorts } from '../../src/bot/tick-ports.ts'
import { type PlanOptions, plan } from '../../src/changes/plan.ts'
import type { Policy } from '../../src/changes/policy.ts'
import { type ApprovalRequest, isOpen, type RequestState } from '../../src/changes/request.ts'
import type { RuleShape } from '../../src/changes/rule-name.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { ada, requestFor } from '../cards/sample-requests.ts'
import { type MemoryRequests, memoryRequests } from './memory-requests.ts'
import { type ScriptedAzure, scriptedAzure } from './scripted-azure.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
export const { library } = loaded

const approvedAt = 1_000_000
const approved: RequestState = {
  is: 'approved',
  decision: { verdict: 'approve', by: ada, at: approvedAt },
}
const planOptions: PlanOptions = { ruleShape: 'combined', isWritable: () => false }
const policy: Policy = {
  askers: 'tenant',
  approvers: [ada],
  approvalExpiryMs: 72 * 3_600_000,
  executionExpiryMs: 3_600_000,
}

/** An approved request for these hosts, or without hosts for provisioning, in the workspace as it is. */
export function approvedRequest(
  workspace: Workspace,
  hosts: readonly string[],
  ruleShape: RuleShape = 'combined',
): ApprovalRequest {
  const change =
    hosts.length === 0
      ? ({ kind: 'provision-network', workspaceId: workspace.id, includeSpark: false } as const)
      : ({
          kind: 'allow-hosts',
          workspaceId: workspace.id,
          hosts,
          purpose: { collection: 'huggingface', tier: 'current' },
        } as const)
  const planned = plan(change, workspace, { ...planOptions, ruleShape })
  if (!planned.ok) throw new Error(planned.refusal.is)
  return requestFor(planned.plan, change, approved, approvedAt)
}

/** A store, an Azure and a clock, with one approved request on its way. */
export interface Road {
  readonly azure: ScriptedAzure
  readonly store: MemoryRequests
  readonly forgotten: () => number
  request(): ApprovalRequest
  state(): RequestState
  /** One tick on the request as it stands; the clock goes on to when it is due. `workers`: so many at once. */
  tick(workers?: number): Promise<void>
  /** Ticks until the request has ended; fails after `most` of them. */
  drive(most?: number): Promise<RequestState>
  /** The clock goes on. */
  pass(ms: number): void
  readonly now: () => number
}

export function road(
  workspace: Workspace,
  request: ApprovalRequest,
  { others = [], ...more }: Partial<TickPorts> & { others?: readonly ApprovalRequest[] } = {},
): Road {
  const azure = scriptedAzure(workspace)
  const store = memoryRequests(request, ...others)
  let now = approvedAt
  let lives = 0
  let forgotten = 0
  const ports = (): TickPorts => ({
    store,
    gateway: azure,
    library,
    policy: () => policy,
    permissions: 'policy-only',
    worker: { id: `worker-${lives}`, alone: false },
    pace: simulatedPace,
    now: () => now,
    newId: () => `successor-${store.all().length}`,
    planOptions,
    forget: () => {
      forgotten += 1
    },
    ...more,
  })

  const step = async (workers = 1): Promise<void> => {
    now = Math.max(now, store.look(request.id) ?? 0)
    const job = { request: request.id, version: store.now(request.id).version }
    const ends = await Promise.allSettled(Array.from({ length: workers }, () => tick(job, ports())))
    for (const end of ends) {
      if (end.status === 'fulfilled') continue
      // A worker that died is followed by another one, under another name.
      if (String(end.reason).includes('the process died')) lives += 1
      else throw end.reason
    }
  }

  return {
    azure,
    store,
    forgotten: () => forgotten,
    request: () => store.now(request.id),
    state: () => store.now(request.id).state,
    tick: step,
    drive: async (most = 100) => {
      for (let ticks = 0; isOpen(store.now(request.id)); ticks += 1) {
        if (ticks === most)
          throw new Error(`${most} ticks were not enough: ${JSON.stringify(store.now(request.id).state)}`)
        await step()
      }
      return store.now(request.id).state
    },
    pass: ms => {
      now += ms
    },
    now: () => now,
  }
}
