import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'
import type { TokenCredential } from '@azure/identity'
import type { Accepted, GatewayAnswer, Urgency, WorkspaceGateway } from '../../workspace/gateway.ts'
import type { Workspace } from '../../workspace/managed-network.ts'
import { partsOf, sameWorkspace, type WorkspaceId } from '../../workspace/workspace-id.ts'
import { givenAddress, withApiVersion, workspaceAddress } from './arm-address.ts'
import type { ArmBudget } from './arm-budget.ts'
import {
  type ArmCall,
  type ArmLogEntry,
  armClient,
  type Deadline,
  deadline,
  deadlineWithin,
} from './arm-client.ts'
import { armErrorOf } from './arm-error.ts'
import { armList } from './arm-list.ts'
import { fleetOf, visibleSubscriptions } from './fleet.ts'
import { freshConnections } from './fresh-connections.ts'
import { loopbackHttpClient } from './loopback.ts'
import { acceptedOf, operationFrom, statusOf } from './operation.ts'
import { findInGraph } from './resource-graph.ts'
import { notUnderstood, troubleOf } from './trouble.ts'
import { namedRuleOf, workspaceOf } from './wire.ts'

export interface AzureGatewayOptions {
  /** `all-visible`: those that the identity may see, asked anew for each list. */
  readonly subscriptionIds: readonly string[] | 'all-visible'
  readonly apiVersion: string
  readonly credential: TokenCredential
  /** A simulator's loopback address: what is meant for Azure goes there instead. */
  readonly endpoint?: string
  /** Milliseconds for the reading of one workspace, for which a person waits; 3000. */
  readonly readTimeoutMs?: number
  /** Milliseconds for anything else, each page of a list; 20000. */
  readonly timeoutMs?: number
  /** Milliseconds for the list of all workspaces, for which nobody waits to the end; six times that. */
  readonly listTimeoutMs?: number
  /** Workspaces are found by their names in Azure Resource Graph too. */
  readonly resourceGraph?: boolean
  /** Shared by all who speak to Azure in this process. Without one nothing is held back. */
  readonly budget?: ArmBudget
  /** For reads. A write is sent once: only the caller knows whether it may be sent again. */
  readonly retry?: {
    readonly maxRetries: number
    readonly retryDelayInMs: number
    readonly maxRetryDelayInMs: number
  }
  readonly log?: (entry: ArmLogEntry) => void
}

/** Azure's managed networks over ARM. Throws only for an endpoint that is not loopback, and for bugs. */
export function azureGateway(options: AzureGatewayOptions): WorkspaceGateway {
  const { subscriptionIds, apiVersion, credential, log, readTimeoutMs = 3000, timeoutMs = 20_000 } = options
  const { endpoint, retry = { maxRetries: 3 }, budget, listTimeoutMs = 6 * timeoutMs } = options
  const over = (http: HttpClient) => (endpoint === undefined ? http : loopbackHttpClient(endpoint, http))
  const client = {
    credential,
    ...(log === undefined ? {} : { log }),
    ...(budget === undefined ? {} : { budget }),
  }
  const reading = armClient({ ...client, httpClient: over(createDefaultHttpClient()), retry })
  const writing = armClient({ ...client, httpClient: over(freshConnections()), retry: { maxRetries: 0 } })

  const configured =
    subscriptionIds === 'all-visible' ? undefined : new Set(subscriptionIds.map(each => each.toLowerCase()))

  /** The identity may see more subscriptions than we are configured for: what is in those does not exist for us. */
  function addressOf(id: WorkspaceId, ...path: readonly string[]): string | undefined {
    if (configured?.has(partsOf(id).subscriptionId.toLowerCase()) === false) return undefined
    return workspaceAddress(id, ...path)
  }

  async function readWorkspace(
    address: string,
    until: Deadline,
    urgency?: Urgency,
  ): Promise<GatewayAnswer<Workspace>> {
    const url = withApiVersion(address, apiVersion)
    const outcome = await reading({
      ...{ method: 'GET', url, deadline: until },
      ...(urgency === undefined ? {} : { urgency }),
    })
    if (!outcome.ok) return outcome
    if (outcome.answer.status !== 200) return { ok: false, trouble: troubleOf(outcome.answer) }
    const value = workspaceOf(outcome.answer.body)
    if (value !== undefined) return { ok: true, value }
    return { ok: false, trouble: notUnderstood('Azure answered with something that is no workspace.') }
  }

  async function change(
    method: ArmCall['method'],
    address: string | undefined,
    body: unknown,
    isDone = (_status: number, _code: string) => false,
  ): Promise<GatewayAnswer<Accepted>> {
    if (address === undefined) {
      const message = 'The name cannot stand in an address of Azure.'
      return { ok: false, trouble: { is: 'refused', code: 'InvalidName', message } }
    }
    const url = withApiVersion(address, apiVersion)
    const outcome = await writing({ method, url, body, deadline: deadline(timeoutMs) })
    if (!outcome.ok) return outcome
    const { answer } = outcome
    if ([200, 201, 202, 204].includes(answer.status))
      return { ok: true, value: acceptedOf(answer, apiVersion) }
    if (isDone(answer.status, armErrorOf(answer.body).code)) return { ok: true, value: {} }
    return { ok: false, trouble: troubleOf(answer) }
  }

  return {
    async list(urgency) {
      const until = deadlineWithin(listTimeoutMs, timeoutMs)
      const list = (address: string, version: string) => armList(reading, address, version, until, urgency)
      const known =
        subscriptionIds === 'all-visible'
          ? await visibleSubscriptions(list)
          : { ok: true as const, value: subscriptionIds }
      return known.ok ? fleetOf(known.value, list, apiVersion) : known
    },

    async read(id, urgency) {
      const address = addressOf(id)
      if (address === undefined) return { ok: false, trouble: { is: 'not-found' } }
      const until = deadline(readTimeoutMs)
      const [workspace, listed] = await Promise.all([
        readWorkspace(address, until, urgency),
        armList(reading, `${address}/outboundRules`, apiVersion, () => until, urgency),
      ])
      if (!workspace.ok) return workspace
      if (!sameWorkspace(workspace.value.id, id)) {
        return { ok: false, trouble: notUnderstood('Azure answered with another workspace.') }
      }
      const { network } = workspace.value
      // Without a managed network there is no list to be had, and none is needed.
      if (network.isolationMode === 'Disabled' && isAbsence(listed.trouble?.is)) return workspace
      if (listed.trouble !== undefined) return { ok: false, trouble: listed.trouble }
      const rules = listed.items.map(namedRuleOf).filter(rule => rule !== undefined)
      if (rules.length < listed.items.length) {
        return { ok: false, trouble: notUnderstood('Azure answered with a rule that has no name.') }
      }
      const { rulesUnread: _, ...rest } = network
      return { ok: true, value: { ...workspace.value, network: { ...rest, rules } } }
    },

    ...(options.resourceGraph === true
      ? {
          find: (name: string) =>
            findInGraph(
              name,
              subscriptionIds === 'all-visible' ? undefined : subscriptionIds,
              reading,
              deadline(readTimeoutMs),
            ),
        }
      : {}),

    putFqdnRule(id, ruleName, destinations) {
      const properties = { type: 'FQDN', destination: destinations.join(','), category: 'UserDefined' }
      return change('PUT', addressOf(id, 'outboundRules', ruleName), { properties })
    },

    deleteRule(id, ruleName) {
      // Without its workspace a rule is not "already gone": the workspace is the wrong one.
      const isGone = (status: number, code: string) => status === 404 && !missingParents.includes(code)
      return change('DELETE', addressOf(id, 'outboundRules', ruleName), undefined, isGone)
    },

    provision(id, { includeSpark }) {
      // The description calls the body optional; without it the call fails (azure-rest-api-specs).
      return change('POST', addressOf(id, 'provisionManagedNetwork'), { includeSpark })
    },

    async poll(stored) {
      const operation = operationFrom(stored)
      if (operation?.kind === 'unwatched') return { ok: true, value: { is: 'gone' } }
      const url = operation === undefined ? undefined : givenAddress(operation.url, apiVersion)
      if (operation === undefined || url === undefined) {
        return { ok: false, trouble: notUnderstood('The stored operation has no address at Azure.') }
      }
      const outcome = await reading({ method: 'GET', url, deadline: deadline(timeoutMs) })
      return outcome.ok ? statusOf(operation.kind, outcome.answer) : outcome
    },
  }
}

const missingParents = ['ParentResourceNotFound', 'ResourceGroupNotFound', 'SubscriptionNotFound']

function isAbsence(trouble: string | undefined): boolean {
  return trouble === 'not-found' || trouble === 'refused'
}
