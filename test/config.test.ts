import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

const appId = '11111111-2222-4333-8444-555555555555'
const tenant = '0F0F0F0F-1111-4222-8333-444444444444'
const subscription = '99999999-2222-4333-8444-555555555555'
const service = {
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: tenant,
  AZURE_SUBSCRIPTION_IDS: subscription,
}
type Environment = Parameters<typeof readConfig>[0]
const configOf = (environment: Environment, ...args: readonly string[]) => {
  const read = readConfig(environment, args)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.config
}
const problemsOf = (environment: Environment, ...args: readonly string[]) => {
  const read = readConfig(environment, args)
  return read.ok ? [] : read.problems
}
/** The variables that the problems begin with. */
const named = (...given: Parameters<typeof problemsOf>) =>
  problemsOf(...given)
    .map(problem => problem.split(' ')[0])
    .toSorted()

describe('local mode', () => {
  it('needs nothing but its flag', () => {
    expect(configOf({}, '--local')).toEqual({
      mode: 'local',
      port: 3978,
      simulatorPort: 3979,
      dataDir: '.data',
      databaseAuth: 'password',
      apiVersion: '2025-06-01',
      resourceGraph: false,
      permissions: 'azure',
      ruleShape: 'combined',
      logLevel: 'info',
    })
  })

  it('takes an empty variable for one that is not set', () => {
    const empty = { PORT: '', MicrosoftAppId: ' ', AZURE_SUBSCRIPTION_IDS: '', RULE_SHAPE: '', DATA_DIR: ' ' }
    expect(configOf(empty, '--local')).toEqual(configOf({}, '--local'))
  })

  it('takes what it is given', () => {
    expect(
      configOf(
        {
          PORT: '8080',
          SIMULATOR_PORT: '9090',
          DATA_DIR: '/var/gatehouse',
          DATABASE_URL: 'postgres://user:password@host:5432/gatehouse',
          DATABASE_AUTH: 'entra',
          AZURE_ML_API_VERSION: '2026-07-15-preview',
          AZURE_ARM_ENDPOINT: 'http://127.0.0.1:4000',
          AZURE_RESOURCE_GRAPH: 'true',
          SIMULATOR_TENANT: 'tenant.json',
          POLICY_FILE: 'policy.yaml',
          KNOWLEDGE_DIR: 'knowledge',
          RULE_SHAPE: 'per-host',
          LOG_LEVEL: 'debug',
        },
        '--local',
      ),
    ).toEqual({
      mode: 'local',
      port: 8080,
      simulatorPort: 9090,
      dataDir: '/var/gatehouse',
      databaseUrl: 'postgres://user:password@host:5432/gatehouse',
      databaseAuth: 'entra',
      apiVersion: '2026-07-15-preview',
      armEndpoint: 'http://127.0.0.1:4000',
      resourceGraph: true,
      simulatorTenant: 'tenant.json',
      policyFile: 'policy.yaml',
      knowledgeDir: 'knowledge',
      permissions: 'azure',
      ruleShape: 'per-host',
      logLevel: 'debug',
    })
  })

  it.each([
    ['0', 0],
    ['65535', 0],
    ['4000', 4001],
  ])('with the port %s finds one for the simulator: %s', (PORT, simulatorPort) => {
    expect(configOf({ PORT }, '--local')).toMatchObject({ simulatorPort })
  })

  it('never touches a real subscription', () => {
    expect(named({ AZURE_SUBSCRIPTION_IDS: subscription }, '--local')).toEqual(['AZURE_SUBSCRIPTION_IDS'])
  })
})

describe('the service', () => {
  it('is what an app id makes, with or without the flag, which is then ignored', () => {
    const config = {
      mode: 'service',
      port: 3978,
      dataDir: '.data',
      databaseAuth: 'password',
      apiVersion: '2025-06-01',
      resourceGraph: false,
      permissions: 'azure',
      ruleShape: 'combined',
      logLevel: 'info',
      appId,
      appPassword: 'secret',
      appType: 'SingleTenant',
      tenantId: tenant.toLowerCase(),
      allowedTenantIds: [tenant.toLowerCase()],
      subscriptionIds: [subscription],
      trustedProxies: 0,
      localIgnored: false,
    }
    expect(configOf(service)).toEqual(config)
    expect(configOf(service, '--local')).toEqual({ ...config, localIgnored: true })
  })

  it('reads lists with blanks and trailing commas', () => {
    const two = `${subscription} , ${appId},`
    expect(configOf({ ...service, AZURE_SUBSCRIPTION_IDS: two, ALLOWED_TENANT_IDS: two })).toMatchObject({
      subscriptionIds: [subscription, appId],
      allowedTenantIds: [subscription, appId],
    })
  })

  it('signs in as a managed identity without a password', () => {
    const { MicrosoftAppPassword: _, ...without } = service
    expect(
      configOf({ ...without, MicrosoftAppType: 'UserAssignedMSI', AZURE_CLIENT_ID: appId }),
    ).toMatchObject({ appType: 'UserAssignedMSI', azureClientId: appId })
    expect(named({ ...service, MicrosoftAppType: 'UserAssignedMSI' })).toEqual(['MicrosoftAppPassword'])
  })

  it.each(['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'AZURE_SUBSCRIPTION_IDS'])(
    'does not start without %s',
    missing => {
      expect(named({ ...service, [missing]: undefined })).toEqual([missing])
      expect(named({ ...service, [missing]: ' ' }, '--local')).toEqual([missing])
    },
  )

  it('does not start without an app id where nobody asked for local mode, and names all that is missing', () => {
    expect(named({})).toEqual([
      'AZURE_SUBSCRIPTION_IDS',
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
    ])
    expect(named({ ...service, MicrosoftAppId: undefined })).toEqual(['MicrosoftAppId'])
  })
})

describe('a wrong value', () => {
  it.each([
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['PORT', '39.78'],
    ['DATABASE_URL', 'mysql://host/database'],
    ['DATABASE_URL', 'host:5432'],
    ['AZURE_ML_API_VERSION', 'latest'],
    ['AZURE_ML_API_VERSION', '2025-6-1'],
    ['AZURE_ARM_ENDPOINT', 'https://management.azure.com'],
    ['AZURE_ARM_ENDPOINT', 'http://10.0.0.4:4000'],
    ['AZURE_ARM_ENDPOINT', 'http://localhost.example.org'],
    ['AZURE_ARM_ENDPOINT', 'http://127.0.0.1@example.org'],
    ['AZURE_ARM_ENDPOINT', 'localhost:4000'],
    ['RULE_SHAPE', 'both'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s is named, in both modes', (name, value) => {
    expect(named({ [name]: value }, '--local')).toEqual([name])
    expect(named({ ...service, [name]: value })).toEqual([name])
  })

  it.each([
    ['MicrosoftAppId', 'gatehouse'],
    ['MicrosoftAppTenantId', 'contoso.example'],
    ['MicrosoftAppType', 'Single'],
    ['ALLOWED_TENANT_IDS', 'contoso.example'],
    ['ALLOWED_TENANT_IDS', ','],
    ['AZURE_SUBSCRIPTION_IDS', `${subscription},production`],
    ['AZURE_SUBSCRIPTION_IDS', ','],
    ['AZURE_CLIENT_ID', 'me'],
    ['TRUSTED_PROXIES', 'some'],
  ])('%s=%s is named', (name, value) => {
    expect(named({ ...service, [name]: value })).toEqual([name])
  })

  it.each(['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])(
    'is not %s: a simulator on this machine',
    AZURE_ARM_ENDPOINT => {
      expect(named({ AZURE_ARM_ENDPOINT }, '--local')).toEqual([])
    },
  )

  it('does not hide the next one', () => {
    expect(
      named({
        PORT: 'x',
        DATABASE_URL: 'x',
        AZURE_ML_API_VERSION: 'x',
        AZURE_ARM_ENDPOINT: 'x',
        RULE_SHAPE: 'x',
        LOG_LEVEL: 'x',
        MicrosoftAppId: 'x',
        MicrosoftAppPassword: 'x',
        MicrosoftAppTenantId: 'x',
        MicrosoftAppType: 'x',
        ALLOWED_TENANT_IDS: 'x',
        AZURE_SUBSCRIPTION_IDS: 'x',
        AZURE_CLIENT_ID: 'x',
        TRUSTED_PROXIES: 'x',
      }),
    ).toEqual([
      'ALLOWED_TENANT_IDS',
      'AZURE_ARM_ENDPOINT',
      'AZURE_CLIENT_ID',
      'AZURE_ML_API_VERSION',
      'AZURE_SUBSCRIPTION_IDS',
      'DATABASE_URL',
      'LOG_LEVEL',
      'MicrosoftAppId',
      'MicrosoftAppTenantId',
      'MicrosoftAppType',
      'PORT',
      'RULE_SHAPE',
      'TRUSTED_PROXIES',
    ])
    expect(named({ PORT: 'x', SIMULATOR_PORT: 'x', AZURE_SUBSCRIPTION_IDS: 'x' }, '--local')).toEqual([
      'AZURE_SUBSCRIPTION_IDS',
      'AZURE_SUBSCRIPTION_IDS',
      'PORT',
      'SIMULATOR_PORT',
    ])
  })

  it('is told without the value, which may be a secret', () => {
    const secret = 'mysql://user:hunter2@host/database'
    const told = problemsOf({ ...service, DATABASE_URL: secret, MicrosoftAppType: 'UserAssignedMSI' }).join(
      ' ',
    )
    expect(told).not.toContain('hunter2')
    expect(told).not.toContain(service.MicrosoftAppPassword)
  })
})
