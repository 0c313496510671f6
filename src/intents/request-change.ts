import { changeFormCard } from '../cards/change-form-card.ts'
import type { ChangeFormData } from '../cards/form-data.ts'
import type { Change } from '../changes/change.ts'
import { policyFor } from '../changes/policy-for.ts'
import type { Refusal } from '../changes/refusal.ts'
import type { Instant } from '../changes/request.ts'
import { noApprovers } from '../changes/requestable.ts'
import { type LimitEntered, limitOf } from '../changes/time-limit.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { type HostList, readHosts } from '../workspace/host-list.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { isFqdn } from '../workspace/outbound-rule.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'
import { judgedNetwork, liveNetwork } from './judged-network.ts'
import { planChange } from './plan-change.ts'
import { refuse } from './refuse.ts'
import { type Asked, submit } from './submit-request.ts'

export interface ChangeForm {
  readonly workspace: WorkspaceId
  /** Comma-separated hosts that a card named; like everything typed they are read anew. */
  readonly allow?: string
  readonly remove?: string
  /** The collection that is given up. */
  readonly collection?: string
  readonly limit?: LimitEntered
}

export interface ChangeEntered extends ChangeForm {
  /** Identifies the form: sent twice, it makes one request. */
  readonly form: string
  readonly spark?: string
  readonly reason?: string
}

/** The form for hosts that are typed, let through and taken out in one plan; for the presser alone. */
export async function openChangeForm(asked: ChangeForm, ports: IntentPorts): Promise<Reply> {
  const seen = await judgedNetwork(asked.workspace, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const here = policyFor(ports.policy(), seen.judged)
  if (here.approvers.length === 0) return refuse(noApprovers(here), ports)
  if (seen.judged.network.isolationMode !== 'AllowOnlyApprovedOutbound') {
    const { isolationMode } = seen.judged.network
    return refuse({ is: 'no-plan', because: { is: 'wrong-mode', isolationMode } }, ports)
  }
  return showForm(seen.judged, ports.newId(), asked, ports)
}

/** The form was filled in: every host is read and refused by itself; the plan comes from what Azure says now. */
export async function submitChangeForm(
  entered: ChangeEntered,
  person: KnownPerson,
  asked: Asked,
  ports: IntentPorts,
): Promise<Reply> {
  const seen = await liveNetwork(entered.workspace, ports.reader)
  if (!seen.ok) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  const workspace = seen.judged
  const allow = readHosts(entered.allow ?? '')
  const remove = readHosts(entered.remove ?? '')
  const again = (problem: Refusal, now: ChangeEntered = entered) =>
    showForm(workspace, entered.form, now, ports, problem)

  const refused = [...allow.refused, ...remove.refused]
  if (refused.length > 0)
    return again(
      { is: 'bad-hosts', refused },
      { ...entered, allow: corrected(allow).join(', '), remove: corrected(remove).join(ticked) },
    )
  if (allow.hosts.length + remove.hosts.length === 0) return again({ is: 'nothing-entered' })
  const reason = entered.reason?.trim() ?? ''
  if (reason === '') return again({ is: 'reason-missing' })
  const limit = limitOf(allow.hosts.length === 0 ? {} : (entered.limit ?? {}), ports.now())
  if (!limit.ok) return again({ is: 'bad-limit' })
  const wanted = changeOf(entered, workspace, allow.hosts, remove.hosts, limit.until, ports)
  const { change, planned } = await planChange(wanted, workspace, person, ports)
  if (!planned.ok) return again({ is: 'no-plan', because: planned.refusal })
  return submit({ id: entered.form, change, plan: planned.plan, reason, person, asked }, ports)
}

function changeOf(
  { collection, spark }: ChangeEntered,
  workspace: Workspace,
  allow: readonly string[],
  remove: readonly string[],
  until: Instant | undefined,
  { library }: Pick<IntentPorts, 'library'>,
): Change {
  const known = collection === undefined ? undefined : library.collection(collection)?.id
  if (allow.length === 0)
    return {
      kind: 'remove-hosts',
      workspaceId: workspace.id,
      hosts: remove,
      ...(known === undefined ? {} : { collection: known }),
    }
  return {
    kind: 'allow-hosts',
    workspaceId: workspace.id,
    hosts: allow,
    ...(remove.length === 0 ? {} : { remove }),
    ...(spark === 'true' ? { includeSpark: true } : {}),
    ...(until === undefined ? {} : { until }),
  }
}

/** How the choices that are ticked are told apart in one value: a blank would be part of the choice (Adaptive Cards, Input.ChoiceSet). */
const ticked = ','

/** What can be requested in place of what was typed; the rest stays to be put right. */
function corrected({ hosts, refused }: HostList): readonly string[] {
  return [...hosts, ...refused.map(({ host, offer }) => offer ?? host)]
}

function showForm(
  workspace: Workspace,
  form: string,
  entered: ChangeFormData['entered'] & Pick<ChangeForm, 'collection'>,
  { labels }: Pick<IntentPorts, 'labels'>,
  problem?: Refusal,
): Reply {
  const { collection } = entered
  return {
    kind: 'card',
    ...changeFormCard(
      {
        form,
        workspace,
        ...(collection === undefined ? {} : { collection }),
        removable: removableIn(workspace),
        entered,
        ...(problem === undefined ? {} : { problem }),
      },
      labels,
    ),
  }
}

function removableIn({ network }: Workspace): ChangeFormData['removable'] {
  const own = network.rules.filter(isFqdn).filter(({ category }) => category === 'UserDefined')
  const listed = own.flatMap(({ name, destinations }) =>
    destinations.flatMap(each => readHosts(each).hosts.map(host => [host, { host, rule: name }] as const)),
  )
  return [...new Map(listed).values()]
}
