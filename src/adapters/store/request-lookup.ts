import type { RequestLookup } from '../../changes/request-lookup.ts'
import type { Engine } from './engine.ts'
import { columns, requestsFrom } from './request-rows.ts'

const latestDurations = 20

/** Requests found by what people know of them. */
export function postgresRequestLookup({ sql }: Engine): RequestLookup {
  return {
    byNumber: async (tenantId, number) => {
      if (!Number.isSafeInteger(number)) return undefined
      const [request] = await requestsFrom(
        sql,
        `select ${columns} from requests where number = $1 and requester_tenant = $2`,
        [number, tenantId],
      )
      return request
    },
    latestOf: async ({ tenantId, objectId }) => {
      const [request] = await requestsFrom(
        sql,
        `select ${columns} from requests where requester_tenant = $1 and requester_object = $2
         order by number desc limit 1`,
        [tenantId, objectId],
      )
      return request
    },
    durations: async (workspace, { createsFirewall, provisions }) => {
      const { rows } = await sql.query<{ ms: number }>(
        `select (state->>'tookMs')::float8 as ms from requests
         where workspace = $1 and status = 'done' and state->>'result' = 'effective' and state->>'tookMs' is not null
           and (body#>>'{plan,effort,createsFirewall}')::boolean = $2
           and (body#>>'{plan,effort,provisions}')::boolean = $3
         order by number desc limit $4`,
        [workspace, createsFirewall, provisions, latestDurations],
      )
      return rows.map(({ ms }) => ms)
    },
  }
}
