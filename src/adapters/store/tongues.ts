import type { Tongue } from '../../conversation/tongue.ts'
import type { Tongues } from '../../conversation/tongues.ts'
import type { Engine } from './engine.ts'
import { storableJson, storableText } from './storable.ts'

interface Row {
  readonly tenant_id: string
  readonly audience: string
  readonly tongue: Tongue
}

/** Languages of people and places in PostgreSQL. Two messages at the same moment may count as one. */
export function postgresTongues({ sql }: Engine): Tongues {
  return {
    of: async audiences => {
      const { rows } = await sql.query<Row>(
        `select t.tenant_id, t.audience, t.tongue from tongues t
         join jsonb_to_recordset($1::jsonb) as a(tenant text, key text)
           on t.tenant_id = a.tenant and t.audience = a.key`,
        [storableJson(audiences.map(({ tenantId, key }) => ({ tenant: tenantId, key })))],
      )
      return audiences.map(
        ({ tenantId, key }) =>
          rows.find(row => row.tenant_id === tenantId && row.audience === storableText(key))?.tongue ?? {},
      )
    },
    keep: async ({ tenantId, key }, tongue) => {
      await sql.query(
        `insert into tongues (tenant_id, audience, tongue) values ($1, $2, $3)
         on conflict (tenant_id, audience) do update set tongue = excluded.tongue`,
        [tenantId, storableText(key), storableJson(tongue)],
      )
    },
  }
}
