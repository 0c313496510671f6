import { parseWorkspaceId, type WorkspaceId } from './workspace-id.ts'

const studio = 'ml.azure.com'
const portal = 'portal.azure.com'

const place =
  /\/subscriptions\/([\da-f-]{36})\/resourceGroups\/([\w.()-]{1,90})(?:\/providers\/Microsoft\.MachineLearningServices)?\/workspaces\/([\w-]{1,64})(?=$|[/?#&])/i

/**
 * The workspace that a page of Azure ML studio or of the Azure portal is about; undefined for any other page. Studio names it in
 * `wsid`, in either of two forms; the portal in the path behind the `#`.
 */
export function workspaceOfLink(link: string): WorkspaceId | undefined {
  if (!URL.canParse(link)) return undefined
  const url = new URL(link)
  if (url.protocol !== 'https:' || url.username !== '' || url.port !== '') return undefined
  const said =
    url.hostname === studio
      ? url.searchParams.get('wsid')
      : url.hostname === portal
        ? decoded(url.hash + url.pathname)
        : null
  const [, subscription, group, name] = place.exec(said ?? '') ?? []
  if (said === null || name === undefined) return undefined
  // In the portal other resources stand in the same place, so there the provider must be named.
  if (url.hostname === portal && !/\/Microsoft\.MachineLearningServices\/workspaces\//i.test(said))
    return undefined
  return parseWorkspaceId(
    `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.MachineLearningServices/workspaces/${name}`,
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
