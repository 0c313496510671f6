import { z } from 'zod'

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
export const variables = {
  PORT: { shape: port, must: 'a port number from 0 to 65535' },
  SIMULATOR_PORT: { shape: port, must: 'a port number from 0 to 65535' },
  DATABASE_URL: {
    shape: z.url({ protocol: /^postgres(ql)?$/ }),
    must: 'the address of a PostgreSQL server, postgres://user:password@host:5432/database',
  },
  DATABASE_AUTH: { shape: z.enum(['password', 'entra']), must: 'password or entra' },
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
  AZURE_RESOURCE_GRAPH: { shape: z.enum(['true', 'false']), must: 'true or false' },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    shape: z.url({ protocol: /^https?$/ }),
    must: 'the http address of an OpenTelemetry collector',
  },
  PERMISSIONS: { shape: z.enum(['azure', 'policy-only']), must: 'azure or policy-only' },
  RULE_SHAPE: { shape: z.enum(['combined', 'per-host']), must: 'combined or per-host' },
  LOG_LEVEL: {
    shape: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    must: 'fatal, error, warn, info, debug, trace or silent',
  },
} as const
