import type { Answer, Cell, Subject, Unread } from '../cards/answer-data.ts'
import type { VerdictData } from '../cards/card-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import { plan } from '../changes/plan.ts'
import { planAsCode } from '../changes/plan-as-code.ts'
import { policyFor } from '../changes/policy-for.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { Capability, DeploymentOption } from '../knowledge/collection.ts'
import { effortOfHosts } from '../knowledge/effort.ts'
import { judge } from '../knowledge/judge.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import { type WorkspaceId, workspaceKey } from '../workspace/workspace-id.ts'
import { whichCollection, whichOf, whichWorkspace } from './clarify.ts'
import type { IntentPorts } from './intent-ports.ts'
import { type JudgedNetwork, judgedNetwork } from './judged-network.ts'
import { changeUnderWay, closingOf, openRequestFor } from './open-request.ts'
import { readOnce } from './read-once.ts'
import { subjectsOf } from './subjects.ts'
import { type Target, targetsOf } from './targets.ts'
import { unknownModel } from './unknown-model.ts'

export interface CanUseQuestion {
  readonly collection: string
  readonly workspace: WorkspaceId
  readonly option?: DeploymentOption
  readonly capability?: Capability
}

export type CanUseAnswer =
  | { readonly ok: true; readonly data: VerdictData }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

export type JudgePorts = Pick<
  IntentPorts,
  'reader' | 'library' | 'requests' | 'policy' | 'tenantId' | 'planOptions' | 'asker'
>

/** One collection in one workspace. Reads the network live and holds it against what the documents say. */
export async function canUse(question: CanUseQuestion, ports: JudgePorts): Promise<CanUseAnswer> {
  const collection = ports.library.collection(question.collection)
  if (collection === undefined) throw new Error(`no collection has the id ${question.collection}`)
  const { option, capability } = question
  const subject = option === undefined ? { collection } : { collection, option }
  const judged = await judgedIn(question.workspace, [subject], capability, ports)
  if (!judged.ok) return judged
  const [data] = judged.data
  if (data === undefined) throw new Error('one subject has one verdict')
  return { ok: true, data }
}

/**
 * "Can I use Hugging Face and Meta in ws-prod and ws-dev?": every workspace is read once, whatever is asked of it. One workspace
 * and one subject is a verdict; more are a matrix; what is missing is asked back.
 */
export async function answerCanUse(asked: LookUp, ports: JudgePorts): Promise<Answer> {
  const { subjects, unknown } = subjectsOf(asked, ports.library)
  const [unlisted] = unknown
  if (subjects.length === 0 && unlisted !== undefined) return unknownModel(unlisted, ports.library)
  const targets = await targetsOf(asked, ports.reader)
  const [target] = targets
  if (subjects.length === 0) return whichCollection(asked, targets, ports)
  if (target === undefined) return whichWorkspace(asked, ports.reader)

  const here = Math.max(1, Math.floor(cellsShown / subjects.length))
  const cells = await cellsOf(subjects, targets.slice(0, here), asked.capability, ports)
  const [cell] = cells
  // Where the only workspace is not known, it is asked for; among others it has its place in the matrix.
  if (targets.length === 1 && (target.is === 'several' || target.is === 'none'))
    return whichOf(asked, target, cells)
  if (cells.length === 1 && cell?.is === 'judged') return { is: 'verdict', data: cell.data }
  if (targets.length === 1 && cell?.is === 'unread' && cell.why.is !== 'ambiguous')
    return { is: 'trouble', data: { trouble: cell.why, workspace: cell.workspace }, cells }
  const rest = targets.slice(here).flatMap(each => (each.is === 'found' ? [each.id] : []))
  return { is: 'matrix', data: { cells, asked, rest } }
}

/** Workspaces times subjects of one card: each is about 1 kB. */
const cellsShown = 12

/** Every subject in every workspace, workspace by workspace. */
async function cellsOf(
  subjects: readonly Subject[],
  targets: readonly Target[],
  capability: Capability | undefined,
  ports: JudgePorts,
): Promise<readonly Cell[]> {
  const reader = { ...ports.reader, ...readOnce(ports.reader) }
  const rows = await Promise.all(
    targets.map(async (target): Promise<readonly Cell[]> => {
      const unread = (why: Unread) =>
        subjects.map(subject => ({ is: 'unread', workspace: target.name, subject, why }) as const)
      if (target.is === 'none') {
        const [near] = target.candidates
        return unread(near === undefined ? { is: 'not-found' } : { is: 'not-found', closest: near.title })
      }
      if (target.is === 'several') return unread({ is: 'ambiguous' })
      if (target.is === 'trouble') return unread(target.trouble)
      const judged = await judgedIn(target.id, subjects, capability, { ...ports, reader })
      if (!judged.ok) return unread(judged.trouble)
      return judged.data.map(data => ({ is: 'judged', data }) as const)
    }),
  )
  return rows.flat()
}

type Judged =
  | { readonly ok: true; readonly data: readonly VerdictData[] }
  | { readonly ok: false; readonly trouble: GatewayTrouble }

/** What each subject's verdict is in one workspace, which is read once. */
export async function judgedIn(
  id: WorkspaceId,
  subjects: readonly Subject[],
  capability: Capability | undefined,
  ports: JudgePorts,
): Promise<Judged> {
  const seen = await judgedNetwork(id, ports.reader)
  if (!seen.ok) return seen
  const open = await ports.requests.openIn(workspaceKey(seen.judged.id))
  return { ok: true, data: subjects.map(subject => verdictOn(subject, capability, seen, open, ports)) }
}

function verdictOn(
  subject: Subject,
  capability: Capability | undefined,
  { workspace, hub, judged, freshness }: Extract<JudgedNetwork, { ok: true }>,
  open: readonly ApprovalRequest[],
  { policy, tenantId, planOptions, asker }: JudgePorts,
): VerdictData {
  const { collection } = subject
  const question = capability === undefined ? subject : { ...subject, capability }
  const verdict = judge(question, judged, changeUnderWay(open, collection.id))
  const wanted = [...verdict.missing, ...verdict.later].map(({ host }) => host)
  const ours = open.filter(({ requester }) => requester.tenantId === tenantId)
  const closing = closingOf(ours, collection, asker)
  const openRequest = openRequestFor(ours, wanted, asker)
  const planned = plan(
    {
      kind: 'allow-hosts',
      workspaceId: judged.id,
      hosts: wanted,
      purpose: { collection: collection.id, tier: 'current' },
    },
    judged,
    planOptions,
  )
  return {
    ...subject,
    workspace,
    ...(hub === undefined ? {} : { hub }),
    verdict:
      hub === undefined
        ? verdict
        : { ...verdict, reasons: [{ code: 'via-hub', hub: hub.name }, ...verdict.reasons] },
    ...(verdict.offersRequest ? { effort: effortOfHosts(judged.network) } : {}),
    ...(openRequest === undefined ? {} : { openRequest }),
    ...(closing === undefined ? {} : { closing }),
    ...(planned.ok ? { code: planAsCode(planned.plan) } : {}),
    canRequest: policyFor(policy(), judged).approvers.length > 0,
    freshness,
  }
}
