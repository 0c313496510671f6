import type { LookUp } from '../cards/look-up.ts'
import type { Workspace } from '../workspace/managed-network.ts'

/** What a list of workspaces can be narrowed to. */
export type FleetFilter = Pick<
  LookUp,
  'isolationMode' | 'networkState' | 'publicAccess' | 'region' | 'named' | 'show'
>

const inactive =
  /\b(not|isn't|aren't|un)[ -]?(yet )?(provisioned|active)\b|\binactive\b|\b(non|pas( encore)?) (provisionn|acti)/iu
const active = /\b(are|is|already|being)? ?(provisioned|active)\b|\b(sont|déjà) (provisionn|acti)/iu
const publicly =
  /\bpublic(?:ly)? (?:network |internet )?(?:access(?:ible)?|reachable|traffic|endpoints?)\b|\bpna\b|\bpublic\b.*\b(?:workspaces|hubs)\b|\b(?:workspaces|hubs)\b.*\bpublic\b|\bacc[eè]s (?:au )?(?:r[ée]seau )?publi[cq]|\bpubli(?:cs|ques?)\b/iu
const shut =
  /\b(?:disabled?|disabling|off|closed|blocked|denied|without|no|not|isn['’]?t|aren['’]?t|non|sans|pas)\b|\b(?:d[ée]sactiv|coup[ée]|ferm[ée]|bloqu)/iu
const blocked =
  /\b(block(ed|s)?|cannot|can['’]?t|not able|unable|missing|held up)\b|\bbloqu|\bne (peu(ven)?t|sont) pas\b|\bmanqu/iu
const namedLike =
  /\b(?:named|called|containing|contain|starting with|start with|begin with|beginning with|nommée?s?|contenant|contiennent|commençant par|commencent par)\s+["“«']?\s*([\p{L}\p{N}_-]{2,64})/iu

/** What a text narrows a list to. Regions are those that workspaces really are in, so that no word is taken for one. */
export function filterIn(text: string, workspaces: readonly Workspace[]): FleetFilter {
  const squeezed = lettersOf(text)
  const region = [...new Set(workspaces.map(({ location }) => location))]
    .filter(location => location !== '' && squeezed.includes(lettersOf(location)))
    .toSorted((a, b) => b.length - a.length)[0]
  const named = namedLike.exec(text)?.[1]
  return {
    ...(region === undefined ? {} : { region }),
    ...(named === undefined ? {} : { named }),
    ...(publicly.test(text) ? { publicAccess: shut.test(text) ? 'Disabled' : 'Enabled' } : {}),
    ...(inactive.test(text)
      ? { networkState: 'Inactive' as const }
      : active.test(text)
        ? { networkState: 'Active' as const }
        : {}),
    ...(blocked.test(text) ? { show: 'blocked' as const } : {}),
  }
}

/** Whether a workspace is one of those that are asked for. A Project is what its hub is. */
export function passes(
  workspace: Workspace,
  { isolationMode, networkState, publicAccess, region, named }: FleetFilter,
  judged: Workspace,
): boolean {
  const { network } = judged
  return (
    (isolationMode === undefined || network.isolationMode === isolationMode) &&
    (networkState === undefined ||
      (network.isolationMode !== 'Disabled' && network.status === networkState)) &&
    (publicAccess === undefined || workspace.publicNetworkAccess === publicAccess) &&
    (region === undefined || lettersOf(workspace.location) === lettersOf(region)) &&
    (named === undefined || workspace.name.toLowerCase().includes(named.toLowerCase()))
  )
}

/** "West Europe" and "westeurope" are one region. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
