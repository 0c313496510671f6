import { AuthorizationManagementClient, type RoleAssignment } from '@azure/arm-authorization'
import { createDefaultHttpClient } from '@azure/core-rest-pipeline'
import type { TokenCredential } from '@azure/identity'
import type { Grant, Permissions } from '../../changes/permissions.ts'
import type { GatewayAnswer } from '../../workspace/gateway.ts'
import { partsOf } from '../../workspace/workspace-id.ts'
import type { ArmBudget } from './arm-budget.ts'
import { type Deadline, deadline } from './arm-client.ts'
import { loopbackHttpClient } from './loopback.ts'
import { troubleIn } from './rest-trouble.ts'

export interface PermissionsOptions {
  readonly credential: TokenCredential
  /** A simulator's loopback address: what is meant for Azure goes there instead. */
  readonly endpoint?: string
  /** Milliseconds for all that one answer takes; 5000. */
  readonly timeoutMs?: number
  /** Shared by all who speak to Azure in this process. Without one nothing is held back. */
  readonly budget?: ArmBudget
}

const guid = /^[0-9a-f-]{1,64}$/i

/**
 * Role assignments and definitions over ARM, with the bot's own identity: it needs Microsoft.Authorization/roleAssignments/read
 * and roleDefinitions/read there. `assignedTo` counts groups, nested ones too (role-assignments-list-rest).
 */
export function azurePermissions({
  credential,
  endpoint,
  timeoutMs = 5_000,
  budget,
}: PermissionsOptions): Permissions {
  const plain = createDefaultHttpClient()
  const httpClient = endpoint === undefined ? plain : loopbackHttpClient(endpoint, plain)
  const clientFor = (subscriptionId: string) => {
    const client = new AuthorizationManagementClient(credential, subscriptionId, {
      httpClient,
      retryOptions: { maxRetries: endpoint === undefined ? 2 : 0 },
      userAgentOptions: { userAgentPrefix: 'gatehouse' },
    })
    if (budget !== undefined) client.pipeline.addPolicy(budget.policy, { afterPhase: 'Retry' })
    return client
  }

  async function grantsAt(
    subscriptionId: string,
    objectId: string,
    list: (
      client: AuthorizationManagementClient,
      filter: string,
      until: Deadline,
    ) => AsyncIterable<RoleAssignment>,
  ): Promise<GatewayAnswer<readonly Grant[]>> {
    // It stands in a filter.
    if (!guid.test(objectId)) return { ok: true, value: [] }
    const until = deadline(timeoutMs)
    try {
      const client = clientFor(subscriptionId)
      const assignments: RoleAssignment[] = []
      for await (const each of list(client, `assignedTo('${objectId}')`, until)) assignments.push(each)
      // What a condition lets through cannot be told from here.
      const certain = assignments.filter(({ condition }) => !condition)
      const roles = new Map(
        await Promise.all(
          [...new Set(certain.flatMap(({ roleDefinitionId }) => roleDefinitionId ?? []))].map(
            async id => [id, await permissionsOf(client, id, until)] as const,
          ),
        ),
      )
      return {
        ok: true,
        value: certain.flatMap(({ scope, roleDefinitionId }) =>
          scope === undefined
            ? []
            : (roles.get(roleDefinitionId ?? '') ?? []).map(role => ({ scope, ...role })),
        ),
      }
    } catch (error) {
      return { ok: false, trouble: troubleIn(error, until) }
    }
  }

  return {
    inSubscription: ({ objectId }, subscriptionId) =>
      grantsAt(subscriptionId, objectId, (client, filter, { signal }) =>
        client.roleAssignments.listForSubscription({ filter, abortSignal: signal }),
      ),
    onWorkspace: ({ objectId }, workspace) => {
      const { subscriptionId, resourceGroup, name } = partsOf(workspace)
      return grantsAt(subscriptionId, objectId, (client, filter, { signal }) =>
        client.roleAssignments.listForResource(
          resourceGroup,
          'Microsoft.MachineLearningServices',
          'workspaces',
          name,
          { filter, abortSignal: signal },
        ),
      )
    },
  }
}

async function permissionsOf(client: AuthorizationManagementClient, id: string, { signal }: Deadline) {
  // The client puts a slash before it.
  const { permissions = [] } = await client.roleDefinitions.getById(id.replace(/^\/+/, ''), {
    abortSignal: signal,
  })
  return permissions.map(({ actions = [], notActions = [] }) => ({ actions, notActions }))
}
