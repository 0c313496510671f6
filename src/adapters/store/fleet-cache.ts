import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { FleetCache, ListedFleet } from '../../workspace/fleet-cache.ts'
import type { Engine } from './engine.ts'
import { timestamp } from './request-rows.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Of the shape of what is kept: a version that keeps another one does not read this. */
const shape = 'v1'

interface Row {
  readonly body: Uint8Array
  readonly at: number
}

/**
 * The list of workspaces, kept for all replicas that answer for the same subscriptions (`scope`). Compressed: rules repeat
 * themselves. Rejects where the store does.
 */
export function postgresFleetCache({ sql }: Engine, scope: string): FleetCache {
  const key = `${shape} ${scope}`
  return {
    async newerThan(at) {
      const { rows } = await sql.query<Row>(
        `select body, (extract(epoch from at) * 1000)::float8 as at from fleet_lists
         where key = $1 and at > $2 and body is not null`,
        [key, timestamp(at)],
      )
      const [row] = rows
      if (row === undefined) return undefined
      const text = (await unpack(row.body)).toString('utf8')
      return { fleet: JSON.parse(text) as ListedFleet['fleet'], at: row.at }
    },

    async claim(now, forMs) {
      const { rows } = await sql.query(
        `insert into fleet_lists (key, listing_until) values ($1, $3)
         on conflict (key) do update set listing_until = excluded.listing_until
           where fleet_lists.listing_until is null or fleet_lists.listing_until <= $2
         returning key`,
        [key, timestamp(now), timestamp(now + forMs)],
      )
      return rows.length > 0
    },

    async keep({ fleet, at }) {
      const body = await pack(JSON.stringify(fleet))
      await sql.query(
        `insert into fleet_lists (key, at, body) values ($1, $2, $3)
         on conflict (key) do update set at = excluded.at, body = excluded.body, listing_until = null
           where fleet_lists.at is null or fleet_lists.at <= excluded.at`,
        [key, timestamp(at), body],
      )
    },
  }
}
