import { onTestFinished } from 'vitest'
import type { Call } from '../../src/simulator/call-log.ts'
import {
  builtInTenant,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
  type Tenant,
} from '../../src/simulator/simulator.ts'

const minute = 60_000
export const subscription = '/subscriptions/11111111-2222-4333-8444-555555555555'
const provider = 'providers/Microsoft.MachineLearningServices'
const place = (group: string, name: string) =>
  `${subscription}/resourceGroups/${group}/${provider}/workspaces/${name}`

export const workspaces = `${subscription}/${provider}/workspaces`
export const prod = place('rg-ml-prod', 'ws-prod')
export const dev = place('rg-ml-dev', 'ws-dev')
export const research = place('rg-ml-research', 'ws-research')
export const open = place('rg-ml-sandbox', 'ws-public')
export const hub = place('rg-genai', 'genai-hub')
export const project = place('rg-genai', 'genai-playground')
export const staging = place('rg-ml-staging', 'ws-staging')

export function fqdnBody(...hosts: string[]) {
  return { properties: { type: 'FQDN', destination: hosts.join(','), category: 'UserDefined' } }
}

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  /** What stands in the body at a path like `value.0.name`; undefined where nothing does. */
  at(path: string): unknown
}

function within(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined
  }, value)
}

export interface Ask {
  readonly body?: unknown
  readonly text?: string
  readonly version?: string | null
  readonly token?: string | null
  readonly headers?: Record<string, string>
  readonly signal?: AbortSignal
}

/** The built-in tenant at Azure's own pace, so that a test counts in minutes. */
export const unhurried: Tenant = { ...builtInTenant, timeScale: 1 }

/** Starts a simulator with a clock that the test moves, and speaks to it as a client of ARM would. */
export async function simulatedArm(options: Partial<SimulatorOptions> = {}) {
  const time = { now: Date.UTC(2026, 0, 15, 9) }
  let ids = 0
  const simulator: Simulator = await startSimulator({
    tenant: unhurried,
    clock: { now: () => time.now },
    newId: () => `id-${++ids}`,
    ...options,
  })
  let closed = false
  const close = async () => {
    if (!closed) await simulator.close()
    closed = true
  }
  onTestFinished(close)
  const issued = (await (await fetch(`${simulator.url}/_sim/token`)).json()) as { access_token: string }

  async function ask(method: string, path: string, asked: Ask = {}): Promise<Reply> {
    const version = path.startsWith('/_sim') || asked.version === null ? '' : (asked.version ?? '2025-06-01')
    const mark = path.includes('?') ? '&' : '?'
    const url = `${simulator.url}${path}${version === '' ? '' : `${mark}api-version=${version}`}`
    const token = asked.token === undefined ? issued.access_token : asked.token
    const text = asked.text ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body))
    const response = await fetch(url, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(text === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(text === undefined ? {} : { body: text }),
      ...(asked.signal ? { signal: asked.signal } : {}),
    })
    const received = await response.text()
    const body: unknown = received ? JSON.parse(received) : undefined
    return { status: response.status, headers: response.headers, body, at: path => within(body, path) }
  }

  return {
    simulator,
    token: issued.access_token,
    ask,
    close,
    wait: (minutes: number) => {
      time.now += minutes * minute
    },
    setTime: (at: number) => {
      time.now = at
    },
    now: () => time.now,
    get: (path: string, asked?: Ask) => ask('GET', path, asked),
    put: (path: string, body: unknown, asked?: Ask) => ask('PUT', path, { ...asked, body }),
    remove: (path: string, asked?: Ask) => ask('DELETE', path, asked),
    post: (path: string, body?: unknown, asked?: Ask) => ask('POST', path, { ...asked, body }),
    faults: (...faults: unknown[]) => ask('POST', '/_sim/faults', { body: faults }),
    calls: async () => (await ask('GET', '/_sim/calls')).at('calls') as Call[],
    /** The status of a rule, or undefined where there is no such rule. */
    ruleStatus: async (workspace: string, rule: string): Promise<unknown> => {
      const rules = (await ask('GET', workspace)).at('properties.managedNetwork.outboundRules')
      const found = Object.entries(rules as object).find(([name]) => name === rule)
      return within(found?.[1], 'status')
    },
    /** Polls the address of an answer's header, with the api-version that a client must add. */
    poll: (reply: Reply, header = 'location') => {
      const address = new URL(reply.headers.get(header) ?? 'no-address:')
      if (!address.searchParams.has('api-version')) address.searchParams.set('api-version', '2025-06-01')
      return ask('GET', `${address.pathname}${address.search}`, { version: null })
    },
  }
}
