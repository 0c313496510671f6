import { clarifyCard } from '../cards/clarify-card.ts'
import type { LookUp } from '../cards/look-up.ts'
import type { Reply } from '../conversation/reply.ts'
import { normaliseHost } from '../workspace/host.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { type FqdnRule, isFqdn } from '../workspace/outbound-rule.ts'
import { workspaceKey } from '../workspace/workspace-id.ts'
import { buttonFor, type ChangeAsked, formFor } from './change-button.ts'
import { type Candidate, sayableName } from './find-workspace.ts'
import type { IntentPorts } from './intent-ports.ts'
import type { Target } from './targets.ts'

/**
 * A change that a text asks for where it is not said, or not clearly, in which workspace: asked back with the change on every
 * button. What stands in no rule can be taken out nowhere, so for a removal only workspaces with such a rule are offered, if there
 * are any. Undefined where no form says the change: then it is answered as a question.
 */
export async function whichForChange(
  intent: ChangeAsked,
  asked: LookUp,
  target: Extract<Target, { is: 'several' | 'none' }> | undefined,
  { reader, library, labels }: Pick<IntentPorts, 'reader' | 'library' | 'labels'>,
): Promise<Reply | undefined> {
  const seen = await reader.recent()
  if (!seen.ok) return undefined
  const all = seen.fleet.workspaces
  const seenThrough = new Map(all.map(each => [workspaceKey(each.id), each]))
  const judgedOf = (workspace: Workspace) =>
    (workspace.hubId === undefined ? undefined : seenThrough.get(workspaceKey(workspace.hubId))) ?? workspace
  const candidates = target?.candidates ?? (await candidatesFor(intent, asked, all, judgedOf, reader))
  const filled = candidates.flatMap(({ id, title }) => {
    const workspace = seenThrough.get(workspaceKey(id))
    const rules = workspace === undefined ? [] : rulesOf(asked, judgedOf(workspace))
    const form = formFor(
      intent,
      { ...asked, fqdns: [...asked.fqdns, ...rules.flatMap(hostsOf)] },
      library,
      // A verdict's button would forget for how long.
      asked.limit !== undefined,
    )
    return form === undefined ? [] : [buttonFor(form, title, id)]
  })
  if (filled.length === 0) return undefined
  const unknown = target?.is === 'none' ? { unknown: target.name } : {}
  return { kind: 'card', ...clarifyCard({ asks: 'workspace', ...unknown, candidates: filled }, labels) }
}

async function candidatesFor(
  intent: ChangeAsked,
  asked: LookUp,
  all: readonly Workspace[],
  judgedOf: (workspace: Workspace) => Workspace,
  reader: IntentPorts['reader'],
): Promise<readonly Candidate[]> {
  const fitting = all.filter(each => fits(intent, asked, judgedOf(each)))
  const meant = fitting.length > 0 ? fitting : all
  return Promise.all(
    meant
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      .map(async ({ id }) => ({ id, title: await sayableName(id, reader) })),
  )
}

/** Whether the change can do anything there. */
function fits(intent: ChangeAsked, asked: LookUp, { network }: Workspace): boolean {
  switch (intent) {
    case 'provision_network':
      return network.isolationMode !== 'Disabled' && network.status !== 'Active'
    case 'request_allow':
      return network.isolationMode === 'AllowOnlyApprovedOutbound'
    case 'request_remove': {
      const wanted = new Set([...asked.fqdns].map(normaliseHost))
      return (
        rulesOf(asked, { network }).length > 0 ||
        network.rules.filter(isOwn).some(rule => hostsOf(rule).some(host => wanted.has(host)))
      )
    }
  }
}

/** The rules that are called so. */
function rulesOf({ rules = [] }: LookUp, { network }: Pick<Workspace, 'network'>): readonly FqdnRule[] {
  const names = rules.map(each => each.toLowerCase())
  return network.rules.filter(isOwn).filter(({ name }) => names.includes(name.toLowerCase()))
}

function isOwn(rule: Workspace['network']['rules'][number]): rule is FqdnRule {
  return isFqdn(rule) && rule.category === 'UserDefined'
}

function hostsOf({ destinations }: FqdnRule): readonly string[] {
  return destinations.map(normaliseHost)
}
