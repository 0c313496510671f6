import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline'

/**
 * Sends each request on a connection of its own. On a kept one that the server closes just then, a write would fail without
 * having been sent. (`disableKeepAlive` does not help: it means Node's global agent, which keeps connections.)
 */
export function freshConnections(): HttpClient {
  const client = createDefaultHttpClient()
  const agents = {
    'http:': new HttpAgent({ keepAlive: false }),
    'https:': new HttpsAgent({ keepAlive: false }),
  }
  return {
    async sendRequest(request) {
      const agent = agents[request.url.startsWith('https:') ? 'https:' : 'http:']
      // An agent that is there already is a proxy's, and keeps nothing.
      return client.sendRequest({ ...request, agent: request.agent ?? agent })
    },
  }
}
