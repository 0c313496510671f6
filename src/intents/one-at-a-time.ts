import { clarifyCard } from '../cards/clarify-card.ts'
import type { LookUp } from '../cards/look-up.ts'
import type { Reply } from '../conversation/reply.ts'
import { buttonFor, type ChangeAsked, formFor } from './change-button.ts'
import { type Candidate, closest } from './find-workspace.ts'
import type { IntentPorts } from './intent-ports.ts'
import type { Target } from './targets.ts'

const allWorkspaces =
  /\b((all|every|each|any)( of)?( the| our| my)? workspaces?|everywhere)\b|partout|tous (les|nos|mes) espaces|chaque espace/iu

/** "In all workspaces", "partout": every one is meant, and none is named. */
export function asksForAllWorkspaces({ text = '' }: Pick<LookUp, 'text'>): boolean {
  return allWorkspaces.test(text)
}

/**
 * A change that a text asks for in several workspaces: each is a request of its own, so it is asked which comes first. A button
 * opens the form with what the text says of its workspace. Undefined where no form can be filled: then the question is answered.
 */
export async function whichFirst(
  intent: ChangeAsked,
  asked: LookUp,
  targets: readonly Target[],
  { reader, library, labels }: Pick<IntentPorts, 'reader' | 'library' | 'labels'>,
): Promise<Reply | undefined> {
  const named: readonly Named[] = targets.length > 0 ? candidatesOf(targets) : await closest('', reader)
  const filled = named.flatMap(({ title, id, as }) => {
    const hosts = hostsSaidOf(as ?? title, asked)
    // Of workspaces that are named, the verdicts say more of a collection, and can be requested from.
    const form = formFor(
      intent,
      { ...asked, fqdns: hosts },
      library,
      targets.length === 0 || asked.limit !== undefined,
    )
    return form === undefined ? [] : [{ title, id, form }]
  })
  if (filled.length === 0) return undefined
  const same = new Set(filled.map(({ form }) => JSON.stringify(form))).size === 1
  const candidates = filled.map(({ title, id, form }) => buttonFor(form, title, id))
  const oneAtATime = same ? 'the-same' : 'each-its-own'
  return { kind: 'card', ...clarifyCard({ asks: 'workspace', oneAtATime, candidates }, labels) }
}

/** `as`: how the text says it, where that is not the name. */
interface Named extends Candidate {
  readonly as?: string
}

/** Each workspace that is found; of a name that is not, the one that is most like it. */
function candidatesOf(targets: readonly Target[]): readonly Named[] {
  return targets.flatMap((target): readonly Named[] => {
    if (target.is === 'found') return [{ title: target.name, id: target.id }]
    if (target.is === 'trouble') return []
    const meant = target.is === 'several' ? target.candidates : target.candidates.slice(0, 1)
    return meant.map(each => ({ ...each, as: target.name }))
  })
}

/**
 * "Remove pypi.org from ws-prod and anaconda.com from ws-research": a host is said of the workspace that is named next after it.
 * Where that leaves a workspace without any, all hosts are said of all of them.
 */
function hostsSaidOf(name: string, { text = '', fqdns, workspaces }: LookUp): readonly string[] {
  const said = text.toLowerCase()
  const places = workspaces
    .map(workspace => ({ workspace, at: said.indexOf(workspace.toLowerCase()) }))
    .toSorted((a, b) => a.at - b.at)
  const pairs = fqdns.map(host => {
    const at = said.indexOf(host.toLowerCase())
    return { host, workspace: places.find(place => place.at > at)?.workspace }
  })
  const paired = workspaces.every(each => pairs.some(({ workspace }) => workspace === each))
  return paired && workspaces.includes(name) && pairs.every(({ workspace }) => workspace !== undefined)
    ? pairs.filter(({ workspace }) => workspace === name).map(({ host }) => host)
    : fqdns
}
