import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TokenCredential } from '@azure/identity'
import { type AzureGatewayOptions, azureGateway } from '../../../src/adapters/azure/gateway.ts'
import { parseWorkspaceId, type WorkspaceId } from '../../../src/workspace/workspace-id.ts'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** `hang` never answers, `reset` breaks the connection, `truncate` breaks it in the middle of the body. */
export type Told =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'hang'
  | 'reset'
  | 'truncate'

/** A hand-written ARM on a port of its own: `answer` decides, `asked` keeps what came. */
export async function fakeArm(answer: (asked: Asked, nth: number) => Told) {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake')
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', headers } = request
    const one = { method, path: url.pathname, query: Object.fromEntries(url.searchParams), headers, body }
    asked.push(one)
    const told = answer(one, asked.length)
    if (told === 'hang') return
    if (told === 'reset') return void request.socket.destroy()
    if (told === 'truncate') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
      return void response.write('{"id":', () => request.socket.destroy())
    }
    response.writeHead(told.status, { 'content-type': 'application/json', ...told.headers })
    response.end(typeof told.body === 'string' ? told.body : JSON.stringify(told.body))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const secret = 'eyJhbGciOi.very.secret'

const stubCredential: TokenCredential = {
  getToken: async () => ({ token: secret, expiresOnTimestamp: Date.now() + 3_600_000 }),
}

export function gatewayAt(endpoint: string, options: Partial<AzureGatewayOptions> = {}) {
  return azureGateway({
    subscriptionIds: ['sub-1'],
    apiVersion: '2025-06-01',
    credential: stubCredential,
    endpoint,
    // Generous, for a busy machine; a test of a time-out sets its own.
    readTimeoutMs: 30_000,
    timeoutMs: 30_000,
    retry: { maxRetries: 2, retryDelayInMs: 1, maxRetryDelayInMs: 2 },
    ...options,
  })
}

export function workspaceId(name: string, subscription = 'sub-1'): WorkspaceId {
  const id = parseWorkspaceId(
    `/subscriptions/${subscription}/resourceGroups/rg-1/providers/Microsoft.MachineLearningServices/workspaces/${name}`,
  )
  if (id === undefined) throw new Error('The test spells an id wrongly.')
  return id
}

/** The body of a GET, with these managed network settings and properties. */
export function workspaceBody(name: string, managedNetwork?: unknown, properties: object = {}) {
  return {
    id: workspaceId(name),
    name,
    type: 'Microsoft.MachineLearningServices/workspaces',
    location: 'westeurope',
    kind: 'Default',
    properties: {
      publicNetworkAccess: 'Disabled',
      provisioningState: 'Succeeded',
      managedNetwork,
      ...properties,
    },
  }
}

export function armError(code: string, message: string, more: object = {}) {
  return { error: { code, message, ...more } }
}

/** Puts a rule that is answered with these headers, polls it, and closes. */
export async function polled(headers: Readonly<Record<string, string>>, told: Told, status = 202) {
  const fake = await fakeArm(asked => (asked.method === 'PUT' ? { status, headers } : told))
  try {
    const gateway = gatewayAt(fake.url)
    const accepted = await gateway.putFqdnRule(workspaceId('ws-prod'), 'hf', ['a.example'])
    if (!accepted.ok || accepted.value.operation === undefined) throw new Error('There is no operation.')
    return { answer: await gateway.poll(accepted.value.operation), polls: fake.asked.slice(1) }
  } finally {
    await fake.close()
  }
}
