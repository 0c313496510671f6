import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  type Response,
} from 'botbuilder'
import restify from 'restify'
import { answerParent } from './answer-parent.ts'
import type { ServiceAddresses } from './service-addresses.ts'

// The SDK as its samples use it: an echo bot on CloudAdapter and restify, with authentication on in both directions.
const { appId, tenantId, metadataUrl } = JSON.parse(process.argv[2] ?? '') as ServiceAddresses
const issuer = 'https://api.botframework.com'
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppType: 'UserAssignedMSI',
    MicrosoftAppTenantId: tenantId,
    ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
    ToBotFromChannelTokenIssuer: issuer,
    ToChannelFromBotOAuthScope: issuer,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
    OAuthUrl: issuer,
    ValidateAuthority: 'true',
  }),
)
const bot = new ActivityHandler()
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`)
  await next()
})

const server = restify.createServer()
server.use(restify.plugins.bodyParser())
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as unknown as Request, response as unknown as Response, context =>
    bot.run(context),
  )
})
server.listen(0, '127.0.0.1', () => answerParent(server.address().port))
