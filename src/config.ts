import { z } from 'zod'
import type { RuleShape } from './changes/rule-name.ts'

interface Common {
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl?: string
  readonly apiVersion: string
  /** A simulator's loopback address; nothing else is ever accepted here. */
  readonly armEndpoint?: string
  readonly policyFile?: string
  /** Whether what people may do in Azure counts beside the policy. */
  readonly permissions: 'azure' | 'policy-only'
  readonly knowledgeDir?: string
  readonly ruleShape: RuleShape
  readonly logLevel: string
}

/** Bot, page and simulator on this machine's loopback, without a token, never on a real subscription. */
export interface LocalConfig extends Common {
  readonly mode: 'local'
  readonly simulatorPort: number
  readonly simulatorTenant?: string
}

export interface ServiceConfig extends Common {
  readonly mode: 'service'
  readonly appId: string
  readonly appPassword?: string
  readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant'
  readonly tenantId: string
  readonly allowedTenantIds: readonly string[]
  readonly subscriptionIds: readonly string[]
  readonly azureClientId?: string
  /** How many proxies stand before the bot and write X-Forwarded-For. */
  readonly trustedProxies: number
  /** `--local` was given and does not count. */
  readonly localIgnored: boolean
}

export type Config = LocalConfig | ServiceConfig

export type ConfigRead =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

const guid = z.guid().transform(text => text.toLowerCase())
const guids = z
  .string()
  .transform(text =>
    text
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== ''),
  )
  .pipe(z.array(guid).min(1))
const port = z.coerce.number().int().min(0).max(65_535)
const loopback = z.string().refine(text => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
})

/** What each variable must be, in words that can follow its name. */
const variables = {
  PORT: { shape: port, must: 'a port number from 0 to 65535' },
  SIMULATOR_PORT: { shape: port, must: 'a port number from 0 to 65535' },
  DATABASE_URL: {
    shape: z.url({ protocol: /^postgres(ql)?$/ }),
    must: 'the address of a PostgreSQL server, postgres://user:password@host:5432/database',
  },
  MicrosoftAppId: { shape: guid, must: "the bot's app id, a GUID" },
  MicrosoftAppTenantId: { shape: guid, must: 'the id of the tenant in which the bot is registered, a GUID' },
  MicrosoftAppType: {
    shape: z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']),
    must: 'SingleTenant, UserAssignedMSI or MultiTenant',
  },
  ALLOWED_TENANT_IDS: { shape: guids, must: 'tenant ids, separated by commas' },
  AZURE_SUBSCRIPTION_IDS: { shape: guids, must: 'subscription ids, separated by commas' },
  TRUSTED_PROXIES: { shape: z.coerce.number().int().min(0).max(9), must: 'a number from 0 to 9' },
  AZURE_CLIENT_ID: { shape: guid, must: 'the client id of a managed identity, a GUID' },
  AZURE_ML_API_VERSION: {
    shape: z.string().regex(/^\d{4}-\d{2}-\d{2}(-preview)?$/),
    must: 'an API version such as 2025-06-01',
  },
  AZURE_ARM_ENDPOINT: { shape: loopback, must: 'the http address of a simulator on this machine' },
  PERMISSIONS: { shape: z.enum(['azure', 'policy-only']), must: 'azure or policy-only' },
  RULE_SHAPE: { shape: z.enum(['combined', 'per-host']), must: 'combined or per-host' },
  LOG_LEVEL: {
    shape: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    must: 'fatal, error, warn, info, debug, trace or silent',
  },
} as const

type Variable = keyof typeof variables
type Environment = Readonly<Record<string, string | undefined>>

/** Reads everything at once, so that whoever sets it up hears of every mistake at the first try. Nothing is logged. */
export function readConfig(environment: Environment, args: readonly string[]): ConfigRead {
  const problems: string[] = []
  const read = <Name extends Variable>(
    name: Name,
  ): z.output<(typeof variables)[Name]['shape']> | undefined => {
    const text = environment[name]?.trim()
    if (text === undefined || text === '') return undefined
    const { shape, must } = variables[name]
    const value = shape.safeParse(text)
    if (!value.success) problems.push(`${name} must be ${must}.`)
    return value.data as z.output<(typeof variables)[Name]['shape']> | undefined
  }
  const text = (name: string) => environment[name]?.trim() || undefined
  const given = <Key extends string, Value>(key: Key, value: Value | undefined) =>
    value === undefined ? {} : { [key]: value }

  const local = args.includes('--local')
  const appId = read('MicrosoftAppId')
  const subscriptionIds = read('AZURE_SUBSCRIPTION_IDS')
  const common = {
    port: read('PORT') ?? 3978,
    dataDir: text('DATA_DIR') ?? '.data',
    ...given('databaseUrl', read('DATABASE_URL')),
    apiVersion: read('AZURE_ML_API_VERSION') ?? '2025-06-01',
    ...given('armEndpoint', read('AZURE_ARM_ENDPOINT')),
    ...given('policyFile', text('POLICY_FILE')),
    ...given('knowledgeDir', text('KNOWLEDGE_DIR')),
    permissions: read('PERMISSIONS') ?? 'azure',
    ruleShape: read('RULE_SHAPE') ?? 'combined',
    logLevel: read('LOG_LEVEL') ?? 'info',
  } as const

  if (text('MicrosoftAppId') === undefined && local) {
    if (text('AZURE_SUBSCRIPTION_IDS') !== undefined)
      problems.push(
        'AZURE_SUBSCRIPTION_IDS is set without MicrosoftAppId: local mode asks nobody for a token and so never touches a real subscription. Unset it to try Gatehouse locally, or set MicrosoftAppId for the service.',
      )
    const simulatorPort = read('SIMULATOR_PORT') ?? portAfter(common.port)
    if (problems.length > 0) return { ok: false, problems }
    return {
      ok: true,
      config: {
        ...common,
        mode: 'local',
        simulatorPort,
        ...given('simulatorTenant', text('SIMULATOR_TENANT')),
      },
    }
  }
  if (text('MicrosoftAppId') === undefined)
    problems.push(
      'MicrosoftAppId is missing: without it nobody can be authenticated. To try Gatehouse on this machine, use npm start.',
    )

  const tenantId = read('MicrosoftAppTenantId')
  const appType = read('MicrosoftAppType') ?? 'SingleTenant'
  const appPassword = text('MicrosoftAppPassword')
  if (text('MicrosoftAppTenantId') === undefined)
    problems.push(`MicrosoftAppTenantId is missing: it must be ${variables.MicrosoftAppTenantId.must}.`)
  if (text('AZURE_SUBSCRIPTION_IDS') === undefined)
    problems.push(`AZURE_SUBSCRIPTION_IDS is missing: it must be ${variables.AZURE_SUBSCRIPTION_IDS.must}.`)
  if (appType === 'UserAssignedMSI' && appPassword !== undefined)
    problems.push('MicrosoftAppPassword must be empty where MicrosoftAppType is UserAssignedMSI.')
  if (appType !== 'UserAssignedMSI' && appPassword === undefined)
    problems.push(`MicrosoftAppPassword is missing: MicrosoftAppType ${appType} signs in with it.`)
  const allowedTenantIds = read('ALLOWED_TENANT_IDS')
  const azureClientId = read('AZURE_CLIENT_ID')
  const trustedProxies = read('TRUSTED_PROXIES') ?? 0
  if (problems.length > 0 || appId === undefined || tenantId === undefined || subscriptionIds === undefined)
    return { ok: false, problems }
  return {
    ok: true,
    config: {
      ...common,
      mode: 'service',
      appId,
      ...given('appPassword', appPassword),
      appType,
      tenantId,
      allowedTenantIds: allowedTenantIds ?? [tenantId],
      subscriptionIds,
      ...given('azureClientId', azureClientId),
      trustedProxies,
      localIgnored: local,
    },
  }
}

/** The port next to this one; any free one where there is none. */
function portAfter(port: number): number {
  return port === 0 || port === 65_535 ? 0 : port + 1
}
