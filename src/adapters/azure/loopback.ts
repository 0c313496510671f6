import { createDefaultHttpClient, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline'
import { armHost } from './arm-address.ts'

/** The origin of a simulator's address; throws unless it is on this machine, so that no token leaves it. */
export function loopbackOrigin(endpoint: string): string {
  const url = new URL(endpoint)
  const local = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
  if (!local || url.protocol !== 'http:') throw new Error('The simulator must have a loopback http address.')
  return url.origin
}

/**
 * Sends what is addressed to Azure to a simulator instead, and nothing anywhere else. Rewriting below the pipeline leaves
 * its addresses as in production: the bearer policy refuses http, with or without `allowInsecureConnection`.
 */
export function loopbackHttpClient(
  endpoint: string,
  client = createDefaultHttpClient(),
  meant = armHost,
): HttpClient {
  const origin = loopbackOrigin(endpoint)
  return {
    async sendRequest(request: PipelineRequest) {
      const url = new URL(request.url)
      if (url.origin !== meant) throw new Error('A request for another host than Azure was stopped.')
      // Without the agent: it would be that of a proxy for the outside world.
      const { agent: _proxy, ...rest } = request
      const response = await client.sendRequest({
        ...rest,
        url: `${origin}${url.pathname}${url.search}`,
        allowInsecureConnection: true,
      })
      // By its request the pipeline above knows how to read it.
      return { ...response, request }
    },
  }
}
