import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest,
  redirectPolicyName,
} from '@azure/core-rest-pipeline'
import type { TokenCredential } from '@azure/identity'
import { z } from 'zod'
import type { Directory, Member } from '../../changes/directory.ts'
import type { GatewayAnswer } from '../../workspace/gateway.ts'
import { deadline } from './arm-client.ts'
import { loopbackHttpClient } from './loopback.ts'
import { jsonOf, troubleIn } from './rest-trouble.ts'
import { notUnderstood, troubleOf } from './trouble.ts'

export interface DirectoryOptions {
  readonly credential: TokenCredential
  /** A simulator's loopback address: what is meant for Microsoft Graph goes there instead. */
  readonly endpoint?: string
  /** Milliseconds for one whole list; 5000. */
  readonly timeoutMs?: number
}

const graphHost = 'https://graph.microsoft.com'
/** The most that Graph takes (group-list-transitivemembers). */
const onOnePage = 999
const user = '#microsoft.graph.user'

const page = z.object({
  value: z.array(
    z.looseObject({
      '@odata.type': z.string().optional(),
      id: z.guid().transform(id => id.toLowerCase()),
      displayName: z.string().nullish(),
      userType: z.string().nullish(),
      userPrincipalName: z.string().nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
})

/**
 * Groups over Microsoft Graph, with the bot's own identity: GroupMember.Read.All is enough for who is in a group. Names, and who
 * is a guest, it tells only to those who may read users as well (User.Read.All).
 */
export function azureDirectory({ credential, endpoint, timeoutMs = 5_000 }: DirectoryOptions): Directory {
  const plain = createDefaultHttpClient()
  const httpClient = endpoint === undefined ? plain : loopbackHttpClient(endpoint, plain, graphHost)
  const pipeline = createPipelineFromOptions({
    retryOptions: { maxRetries: endpoint === undefined ? 2 : 0 },
    userAgentOptions: { userAgentPrefix: 'gatehouse' },
  })
  pipeline.removePolicy({ name: redirectPolicyName })
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: `${graphHost}/.default` }), {
    phase: 'Sign',
  })

  async function listed(group: string): Promise<GatewayAnswer<readonly Member[]>> {
    const until = deadline(timeoutMs)
    const members: Member[] = []
    const select = 'id,displayName,userType,userPrincipalName'
    let url: string | undefined =
      `${graphHost}/v1.0/groups/${encodeURIComponent(group)}/transitiveMembers?$select=${select}&$top=${onOnePage}`
    const seen = new Set<string>()
    try {
      while (url !== undefined) {
        // The token goes along with every request: never to another host, nor round in circles.
        if (new URL(url).origin !== graphHost || seen.has(url)) return outOfPlace
        seen.add(url)
        const request = createPipelineRequest({ url, abortSignal: until.signal })
        const { status, headers, bodyAsText } = await pipeline.sendRequest(httpClient, request)
        const body = jsonOf(bodyAsText ?? '')
        if (status === 404) return { ok: true, value: [] }
        if (status !== 200)
          return { ok: false, trouble: troubleOf({ status, header: name => headers.get(name), body }) }
        const read = page.safeParse(body)
        if (!read.success) return outOfPlace
        members.push(...read.data.value.filter(each => each['@odata.type'] === user).map(memberOf))
        url = read.data['@odata.nextLink']
      }
      return { ok: true, value: members }
    } catch (error) {
      return { ok: false, trouble: troubleIn(error, until) }
    }
  }

  return { members: listed }
}

const outOfPlace = {
  ok: false,
  trouble: notUnderstood('Microsoft Graph answered with something that is no list of members.'),
} as const

/** An invited person's name in the tenant holds `#EXT#`, whatever type they have been given. */
function memberOf({
  id,
  displayName,
  userType,
  userPrincipalName,
}: z.infer<typeof page>['value'][number]): Member {
  const guest = userType?.toLowerCase() === 'guest' || /#EXT#/i.test(userPrincipalName ?? '')
  return {
    objectId: id,
    ...(displayName ? { name: displayName } : {}),
    ...(guest ? { guest: true } : {}),
  }
}
