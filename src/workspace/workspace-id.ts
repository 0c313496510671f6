declare const brand: unique symbol

/** The ARM id of an Azure ML workspace, as Azure spells it. Compare with `sameWorkspace`: ARM ids ignore case. */
export type WorkspaceId = string & { readonly [brand]: 'WorkspaceId' }

export interface WorkspaceIdParts {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
}

const shape =
  /^\/subscriptions\/([^/?#]+)\/resourceGroups\/([^/?#]+)\/providers\/Microsoft\.MachineLearningServices\/workspaces\/([^/?#]+)$/i

/** Reads an ARM id. Anything but the id of a workspace, a child resource included, is undefined. */
export function parseWorkspaceId(text: string): WorkspaceId | undefined {
  return shape.test(text) ? (text as WorkspaceId) : undefined
}

export function partsOf(id: WorkspaceId): WorkspaceIdParts {
  const [, subscriptionId = '', resourceGroup = '', name = ''] = shape.exec(id) ?? []
  return { subscriptionId, resourceGroup, name }
}

/** The form under which two spellings of one id are equal: the key for stores and maps. */
export function workspaceKey(id: WorkspaceId): string {
  return id.toLowerCase()
}

export function sameWorkspace(a: WorkspaceId, b: WorkspaceId): boolean {
  return workspaceKey(a) === workspaceKey(b)
}
