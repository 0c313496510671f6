import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import { type SendPolicy, tuneConnectorClient } from './connector-pipeline.ts'
import { botIssuer, plausibleBearer, tokenCheck } from './token-check.ts'
import { verifiedTokens } from './verified-tokens.ts'

export interface BotIdentity {
  readonly appId: string
  readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant'
  readonly appPassword?: string
  readonly tenantId: string
}

type Verified = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>
type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>

type AuthenticationOutcome =
  | { readonly is: 'verified'; readonly request: Verified }
  /** 401: not who it says. 503: could not be found out. The reason is for the log. */
  | { readonly is: 'refused'; readonly status: 401 | 503; readonly reason: string }

export interface Authentication {
  /** For `CloudAdapter`, which makes its connector clients by it. */
  readonly botFramework: ConfigurationBotFrameworkAuthentication
  /** Who sent this activity: of a service, Teams' connector alone; in local mode, anybody on this machine. */
  authenticate(activity: Activity, header: string | undefined): Promise<AuthenticationOutcome>
}

const publicMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration'
const mostClients = 50

/** The bot's own identity and that of its callers. Without an identity (local mode) nobody is asked for a token. */
export function teamsAuthentication(
  identity: BotIdentity | undefined,
  options: { readonly metadataUrl?: string; readonly sending: SendPolicy; readonly now: () => number },
): Authentication {
  const config = configOf(identity, options.metadataUrl)
  const botFramework = new ConfigurationBotFrameworkAuthentication(config, keptCredentials(config), {
    requiredEndorsements: [],
    // botbuilder's emulator path would take a token that anyone with the app's secret can mint, for any service URL.
    validateClaims: async claims => {
      if (identity && claims.find(claim => claim.type === 'iss')?.value !== botIssuer) {
        throw new Error('The issuer is not Teams’ connector.')
      }
    },
    // The type demands the key, the code takes undefined for none.
    validTokenIssuers: [],
  })
  const tuned = keptClients(options.sending)
  const createConnectorFactory = botFramework.createConnectorFactory.bind(botFramework)
  botFramework.createConnectorFactory = claims => tuned(createConnectorFactory(claims))

  // Made for sign-in cards, which this bot has none of; botbuilder only stores it.
  botFramework.createUserTokenClient = async () => undefined as never

  const verify = identity
    ? tokenCheck({ metadataUrl: options.metadataUrl ?? publicMetadata, appId: identity.appId })
    : undefined
  let first: Promise<unknown> | undefined
  const known = verifiedTokens<{ readonly request: Verified; readonly serviceUrl: string }>(options.now)

  async function stock(activity: Activity, header: string): Promise<AuthenticationOutcome> {
    const request = await botFramework.authenticateRequest(activity, header)
    const { connectorFactory } = request
    if (!connectorFactory) throw new Error('botbuilder verified a request without a connector factory.')
    return { is: 'verified', request: { ...request, connectorFactory: tuned(connectorFactory) } }
  }

  async function authenticate(
    activity: Activity,
    header: string | undefined,
  ): Promise<AuthenticationOutcome> {
    if (!verify) return stock(activity, '')
    const token = plausibleBearer(header)
    if (token === undefined || header === undefined) return refused(401, 'no bearer of this issuer')
    const before = known.of(token)
    if (before !== undefined && before.serviceUrl === activity.serviceUrl)
      return { is: 'verified', request: before.request }
    const verdict = await verify(token)
    if (verdict.is === 'no-keys') return refused(503, verdict.reason)
    if (verdict.is === 'bad') return refused(401, verdict.reason)
    // botbuilder skips this check where the activity has no service URL.
    if (verdict.serviceUrl === undefined || verdict.serviceUrl !== activity.serviceUrl) {
      return refused(401, 'service URL of another')
    }
    try {
      // botbuilder fetches the keys once more; the first request does it for all that wait here.
      if (first) await first.catch(() => undefined)
      const running = stock(activity, header)
      first ??= running.catch(() => {
        first = undefined
      })
      const outcome = await running
      if (outcome.is === 'verified')
        known.keep(token, { request: outcome.request, serviceUrl: verdict.serviceUrl }, verdict.expiresAt)
      return outcome
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown'
      return isNetworkTrouble(error) ? refused(503, reason) : refused(401, reason)
    }
  }

  return { botFramework, authenticate }
}

function refused(status: 401 | 503, reason: string): AuthenticationOutcome {
  return { is: 'refused', status, reason }
}

/** As soon as one address is set, botbuilder drops all its defaults: then all of them have to be named. */
function configOf(
  identity: BotIdentity | undefined,
  metadataUrl: string | undefined,
): Record<string, string> {
  if (!identity) return {}
  return {
    MicrosoftAppId: identity.appId,
    MicrosoftAppType: identity.appType,
    MicrosoftAppTenantId: identity.tenantId,
    ...(identity.appPassword === undefined ? {} : { MicrosoftAppPassword: identity.appPassword }),
    ...(metadataUrl === undefined
      ? {}
      : {
          ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
          ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
          ToBotFromChannelTokenIssuer: botIssuer,
          ToChannelFromBotOAuthScope: botIssuer,
          ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${identity.tenantId}`,
          OAuthUrl: botIssuer,
          ValidateAuthority: 'true',
        }),
  }
}

/** botbuilder makes two credentials for each turn, each with its own search for an identity; one per audience is enough. */
function keptCredentials(config: Record<string, string>): ConfigurationServiceClientCredentialFactory {
  const factory = new ConfigurationServiceClientCredentialFactory(config)
  const create = factory.createCredentials.bind(factory)
  const kept = new Map<string, ReturnType<typeof create>>()
  factory.createCredentials = (appId, audience, loginEndpoint, validateAuthority) => {
    const key = JSON.stringify([appId, audience, loginEndpoint])
    const known = kept.get(key)
    if (known) return known
    const made = create(appId, audience, loginEndpoint, validateAuthority)
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }
  return factory
}

/** One client per address and audience; the oldest goes when there are many. */
function keptClients(sending: SendPolicy): (factory: ConnectorFactory) => ConnectorFactory {
  const kept = new Map<string, Promise<ConnectorClient>>()
  async function made(
    factory: ConnectorFactory,
    serviceUrl: string,
    audience?: string,
  ): Promise<ConnectorClient> {
    const client = await factory.create(serviceUrl, audience)
    tuneConnectorClient(client, sending)
    return client
  }
  return factory => ({
    create(serviceUrl, audience) {
      const key = JSON.stringify([serviceUrl, audience ?? ''])
      const known = kept.get(key)
      if (known) return known
      const [oldest] = kept.keys()
      if (kept.size >= mostClients && oldest !== undefined) kept.delete(oldest)
      const client = made(factory, serviceUrl, audience)
      kept.set(key, client)
      client.catch(() => kept.delete(key))
      return client
    },
  })
}

/** The keys could not be fetched: node-fetch's own error, or botbuilder's with a 5xx inside. */
function isNetworkTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const status = 'statusCode' in error ? Number(error.statusCode) : 0
  return error.name === 'FetchError' || status >= 500
}
