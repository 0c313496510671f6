import type { z } from 'zod'
import type { RuleShape } from './changes/rule-name.ts'
import { variables } from './config-variables.ts'

interface Common {
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl?: string
  /** `entra`: the password is a token of the process's own identity. */
  readonly databaseAuth: 'password' | 'entra'
  readonly apiVersion: string
  /** A simulator's loopback address; nothing else is ever accepted here. */
  readonly armEndpoint?: string
  /** Workspaces are found by their names in Azure Resource Graph too. */
  readonly resourceGraph: boolean
  readonly policyFile?: string
  /** Whether what people may do in Azure counts beside the policy. */
  readonly permissions: 'azure' | 'policy-only'
  readonly knowledgeDir?: string
  readonly ruleShape: RuleShape
  readonly logLevel: string
  /** Where traces and metrics go beside `/metrics`. */
  readonly exported?: 'otlp' | 'azure-monitor'
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
    databaseAuth: read('DATABASE_AUTH') ?? 'password',
    apiVersion: read('AZURE_ML_API_VERSION') ?? '2025-06-01',
    ...given('armEndpoint', read('AZURE_ARM_ENDPOINT')),
    resourceGraph: read('AZURE_RESOURCE_GRAPH') === 'true',
    ...given('policyFile', text('POLICY_FILE')),
    ...given('knowledgeDir', text('KNOWLEDGE_DIR')),
    permissions: read('PERMISSIONS') ?? 'azure',
    ruleShape: read('RULE_SHAPE') ?? 'combined',
    logLevel: read('LOG_LEVEL') ?? 'info',
    ...given(
      'exported',
      read('OTEL_EXPORTER_OTLP_ENDPOINT') !== undefined
        ? ('otlp' as const)
        : text('APPLICATIONINSIGHTS_CONNECTION_STRING') !== undefined
          ? ('azure-monitor' as const)
          : undefined,
    ),
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
