import type { RequestFormData } from '../cards/form-data.ts'
import { requestFormCard } from '../cards/request-form-card.ts'
import type { Change } from '../changes/change.ts'
import { type Planned, plan } from '../changes/plan.ts'
import type { Refusal } from '../changes/refusal.ts'
import type { Instant } from '../changes/request.ts'
import { type LimitEntered, limitOf } from '../changes/time-limit.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { type Collection, hostsOfTier, type Tier } from '../knowledge/collection.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import { canUse } from './can-use.ts'
import type { IntentPorts } from './intent-ports.ts'
import { liveNetwork } from './judged-network.ts'
import { planChange } from './plan-change.ts'
import { refuse } from './refuse.ts'
import { requestedAlready } from './requested-already.ts'
import { type Asked, submit } from './submit-request.ts'

export interface HostsForm {
  readonly workspace: WorkspaceId
  readonly collection: string
  /** The models that it is for, in the table's spelling; those of another collection are left out. */
  readonly models?: readonly string[]
  readonly limit?: LimitEntered
}

export interface HostsEntered extends HostsForm {
  /** Identifies the form: sent twice, it makes one request. */
  readonly form: string
  readonly tier?: string
  readonly reason?: string
}

/** The form that asks for tier and reason, where the verdict offers a request. */
export async function openHostsForm(
  form: HostsForm,
  person: KnownPerson,
  ports: IntentPorts,
): Promise<Reply> {
  const answer = await canUse(form, ports)
  if (!answer.ok) return refuse({ is: 'azure-trouble', trouble: answer.trouble }, ports)
  if (!answer.data.canRequest) return refuse({ is: 'no-approver-configured' }, ports)
  if (!answer.data.verdict.offersRequest) return refuse({ is: 'nothing-offered' }, ports)
  if (answer.data.openRequest !== undefined) return requestedAlready(answer.data.openRequest, person, ports)
  const { collection, verdict } = answer.data
  return showForm(answer.data.hub ?? answer.data.workspace, collection, ports.newId(), ports, {
    // The hosts that the button counted.
    preselected: verdict.missing.length > 0 ? 'documented' : 'current',
    ...(form.limit === undefined ? {} : { entered: { limit: form.limit } }),
    ...modelsOf(form, collection, ports),
  })
}

/** The form was filled in: plans from what Azure says now, never from what the card said, and makes the request. */
export async function submitHostsForm(
  entered: HostsEntered,
  person: KnownPerson,
  asked: Asked,
  ports: IntentPorts,
): Promise<Reply> {
  const collection = ports.library.collection(entered.collection)
  if (collection === undefined) return refuse({ is: 'no-such-collection' }, ports)
  const seen = await liveNetwork(entered.workspace, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const again = (problem: Refusal) =>
    showForm(seen.judged, collection, entered.form, ports, {
      problem,
      entered,
      ...modelsOf(entered, collection, ports),
    })

  const reason = entered.reason?.trim() ?? ''
  if (reason === '') return again({ is: 'reason-missing' })
  const tier: Tier = entered.tier === 'documented' ? 'documented' : 'current'
  const limit = limitOf(entered.limit ?? {}, ports.now())
  if (!limit.ok) return again({ is: 'bad-limit' })
  const { models } = modelsOf(entered, collection, ports)
  const wanted = changeFor(seen.judged, collection, tier, models, limit.until)
  const { change, planned } = await planChange(wanted, seen.judged, person, ports)
  if (!planned.ok) return again({ is: 'no-plan', because: planned.refusal })
  return submit({ id: entered.form, change, plan: planned.plan, reason, person, asked }, ports)
}

/** The models that were named and are of this collection. */
function modelsOf(
  { models = [] }: HostsForm,
  collection: Collection,
  { library }: Pick<IntentPorts, 'library'>,
): { readonly models?: readonly string[] } {
  const own = models.filter(name => library.model(name)?.collection === collection.id)
  return own.length === 0 ? {} : { models: own }
}

function changeFor(
  workspace: Workspace,
  collection: Collection,
  tier: Tier,
  models: readonly string[] | undefined,
  until?: Instant,
): Change {
  return {
    kind: 'allow-hosts',
    workspaceId: workspace.id,
    hosts: hostsOfTier(collection, tier).map(({ host }) => host),
    purpose: { collection: collection.id, tier, ...(models === undefined ? {} : { models }) },
    ...(until === undefined ? {} : { until }),
  }
}

/** The hosts of a tier that nothing lets through yet, and the plan for them. */
function planTier(workspace: Workspace, collection: Collection, tier: Tier, { planOptions }: IntentPorts) {
  const planned: Planned = plan(changeFor(workspace, collection, tier, undefined), workspace, planOptions)
  return { planned }
}

function showForm(
  workspace: Workspace,
  collection: Collection,
  form: string,
  ports: IntentPorts,
  { preselected, ...more }: Partial<Pick<RequestFormData, 'problem' | 'entered' | 'models' | 'preselected'>>,
): Reply {
  // The form shows what would be planned, which asks again for hosts of a failed rule.
  const tiers = (['documented', 'current'] as const).flatMap(tier => {
    const { planned } = planTier(workspace, collection, tier, ports)
    const added = planned.ok ? planned.plan.effect.hosts : []
    const hosts = hostsOfTier(collection, tier).filter(({ host }) => added.includes(host))
    return hosts.length === 0 ? [] : [{ tier, hosts }]
  })
  // Where both tiers ask for the same hosts there is nothing to choose.
  const [documented, current] = tiers
  const offered = documented?.hosts.length === current?.hosts.length ? tiers.slice(-1) : tiers
  const widest = planTier(workspace, collection, 'current', ports).planned
  if (!widest.ok) return refuse({ is: 'no-plan', because: widest.refusal }, ports)
  return {
    kind: 'card',
    ...requestFormCard(
      {
        form,
        workspace,
        collection,
        tiers: offered,
        preselected: offered.find(({ tier }) => tier === preselected)?.tier ?? 'current',
        effort: widest.plan.effort,
        warnings: widest.plan.warnings,
        ...more,
      },
      ports.labels,
    ),
  }
}
