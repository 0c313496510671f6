/** A role as ARM defines one. */
export interface Role {
  /** The GUID at the end of its id. */
  readonly id: string
  readonly name: string
  readonly custom: boolean
  readonly actions: readonly string[]
  readonly notActions: readonly string[]
  readonly dataActions: readonly string[]
  readonly notDataActions: readonly string[]
}

const ml = 'Microsoft.MachineLearningServices'

function builtIn(
  id: string,
  name: string,
  actions: readonly string[],
  notActions: readonly string[] = [],
): Role {
  return { id, name, custom: false, actions, notActions, dataActions: [], notDataActions: [] }
}

/** Azure's own roles that matter to workspaces (azure-docs, built-in-roles), reduced to their control plane. */
export const builtInRoles: readonly Role[] = [
  builtIn('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', 'Owner', ['*']),
  builtIn(
    'b24988ac-6180-42a0-ab88-20f7382dd24c',
    'Contributor',
    ['*'],
    [
      'Microsoft.Authorization/*/Delete',
      'Microsoft.Authorization/*/Write',
      'Microsoft.Authorization/elevateAccess/Action',
    ],
  ),
  builtIn('acdd72a7-3385-48ef-bd42-f606fba81ae7', 'Reader', ['*/read']),
  builtIn('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'User Access Administrator', [
    '*/read',
    'Microsoft.Authorization/*',
  ]),
  builtIn(
    'f6c7c914-8db3-469d-8ca1-694a8f32e121',
    'AzureML Data Scientist',
    ['*/read', '*/action', '*/delete', '*/write'].map(each => `${ml}/workspaces/${each}`),
    [
      ...[
        'delete',
        'write',
        'listKeys/action',
        'computes/*/write',
        'computes/*/delete',
        'computes/listKeys/action',
      ].map(each => `${ml}/workspaces/${each}`),
      ...['hubs/write', 'hubs/delete', 'featurestores/write', 'featurestores/delete'].map(
        each => `${ml}/workspaces/${each}`,
      ),
    ],
  ),
  builtIn('e503ece1-11d0-4e8e-8e2c-7a6c3bf38815', 'AzureML Compute Operator', [
    `${ml}/workspaces/computes/*`,
    `${ml}/workspaces/notebooks/vm/*`,
  ]),
  builtIn(
    '64702f94-c441-49e6-a78b-ef80e0188fee',
    'Azure AI Developer',
    [
      ...['*/read', '*/action', '*/delete', '*/write'].map(each => `${ml}/workspaces/${each}`),
      `${ml}/locations/*/read`,
    ],
    ['delete', 'write', 'listKeys/action', 'hubs/write', 'hubs/delete'].map(
      each => `${ml}/workspaces/${each}`,
    ),
  ),
  builtIn('b78c5d69-af96-48a3-bf8d-a8b4d589de94', 'Azure AI Administrator', [`${ml}/*`, '*/read']),
]

/** Finds a role by its GUID, its whole id or its name. */
export function roleNamed(roles: readonly Role[], given: string): Role | undefined {
  const wanted = (given.split('/').at(-1) ?? '').toLowerCase()
  return roles.find(
    ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === given.toLowerCase(),
  )
}
