import { partsOf, type WorkspaceId } from '../../workspace/workspace-id.ts'

/** The public cloud: Hugging Face models are offered there only, so no other cloud is spoken to. */
export const armHost = 'https://management.azure.com'

/** One path segment, or nothing where the text would change the path: `..` would turn "delete a rule" into "delete a workspace". */
export function segment(text: string): string | undefined {
  if (text === '' || text === '.' || text === '..') return undefined
  try {
    return encodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The address of a workspace or of something below it; undefined where a name cannot stand in a path. */
export function workspaceAddress(id: WorkspaceId, ...below: readonly string[]): string | undefined {
  const { subscriptionId, resourceGroup, name } = partsOf(id)
  const encoded = [subscriptionId, resourceGroup, name, ...below].map(segment)
  const [subscription, group, workspace, ...rest] = encoded.filter(text => text !== undefined)
  if (encoded.includes(undefined)) return undefined
  return [
    `${armHost}/subscriptions/${subscription}/resourceGroups/${group}`,
    `providers/Microsoft.MachineLearningServices/workspaces/${workspace}`,
    ...rest,
  ].join('/')
}

/** An address that Azure gave us, with an api-version added where it lacks one (azapi#498); undefined unless it is Azure's own. */
export function givenAddress(address: string, apiVersion: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  // The bearer token goes along with every request: never to another host.
  if (url.origin !== armHost || url.username !== '' || url.password !== '') return undefined
  return withApiVersion(url.href, apiVersion)
}

/** Adds the api-version, unless the address carries one. */
export function withApiVersion(address: string, apiVersion: string): string {
  const url = new URL(address)
  const present = [...url.searchParams.keys()].some(key => key.toLowerCase() === 'api-version')
  if (!present) url.searchParams.set('api-version', apiVersion)
  return url.href
}
