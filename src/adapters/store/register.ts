import type { Change } from '../../changes/change.ts'
import type { Plan } from '../../changes/plan.ts'
import type { HistoryEntry, HistoryFilter, Page, Register, RegisterFilter } from '../../changes/register.ts'
import { toldEvents } from '../../changes/register.ts'
import { columns, requestsFrom, timestamp } from './request-rows.ts'
import type { Sql } from './sql.ts'

interface Row {
  readonly seq: string
  readonly at: Date
  readonly by: string | null
  readonly action: string
  readonly comment: string | null
  readonly reason: string | null
  readonly id: string
  readonly number: string
  readonly change: Change
  readonly plan: Plan
  readonly result: string | null
}

const actionOf = (event: (typeof toldEvents)[number]) => `request.${event}`

/** Reads requests and their history for people. Each question is one statement, on an index. */
export function postgresRegister(sql: Sql): Register {
  return {
    requests: async (filter, { before, atMost }) => {
      const { where, params } = conditions(filter)
      const found = await requestsFrom(
        sql,
        `select ${columns} from requests
         where ${where} and ($${params.length + 1}::bigint is null or requests.number < $${params.length + 1})
         order by requests.number desc limit ${atMost + 1}`,
        [...params, before ?? null],
      )
      return pageOf(found, atMost, request => request.number)
    },
    history: async (filter, { before, atMost }) => {
      const { where, params } = historyConditions(filter)
      const { rows } = await sql.query<Row>(
        `select a.seq, a.at, a.action, a.detail->>'comment' as comment, a.detail->>'reason' as reason,
           case when a.actor ? 'tenantId' then a.actor->>'name' end as by,
           requests.id, requests.number, requests.body->'plan' as plan, requests.body->'change' as change,
           requests.state->>'result' as result
         from requests join audit_log a on a.subject = requests.id::text
         where ${where} and a.action = any($${params.length + 1}::text[])
           and ($${params.length + 2}::bigint is null or a.seq < $${params.length + 2})
         order by a.seq desc limit ${atMost + 1}`,
        [...params, (filter.events ?? toldEvents).map(actionOf), before ?? null],
      )
      return pageOf(rows.flatMap(entryOf), atMost, entry => entry.seq)
    },
  }
}

function conditions(filter: RegisterFilter): { readonly where: string; readonly params: readonly unknown[] } {
  const params: unknown[] = []
  const given = (value: unknown) => `$${params.push(value)}`
  const { number, workspaces, hosts, collections, kind, requester, states, awaits } = filter
  const all = [`requests.requester_tenant = ${given(filter.tenantId)}`]
  if (number !== undefined) all.push(`requests.number = ${given(number)}`)
  if (requester !== undefined) all.push(`requests.requester_object = ${given(requester)}`)
  if (states !== undefined) all.push(`requests.status = any(${given(states)}::text[])`)
  if (workspaces !== undefined)
    all.push(`split_part(requests.workspace, '/', -1) = any(${given(workspaces)}::text[])`)
  if (hosts !== undefined)
    all.push(`(requests.body #> '{change,hosts}') ?| ${given(hosts.flatMap(thatLetThrough))}::text[]`)
  if (collections !== undefined)
    all.push(
      `coalesce(requests.body #>> '{change,purpose,collection}', requests.body #>> '{change,collection}')
       = any(${given(collections)}::text[])`,
    )
  if (kind !== undefined) all.push(`requests.body #>> '{change,kind}' = ${given(kind)}`)
  if (awaits !== undefined) {
    const me = given(awaits.objectId)
    all.push(
      `requests.status = 'awaiting-approval' and requests.expires_at > ${given(timestamp(awaits.now))}
       and requests.requester_object <> ${me}
       and not exists (select 1 from watchers where request_id = requests.id and object_id = ${me})
       and not coalesce(requests.state->'approvals', '[]') @> jsonb_build_array(jsonb_build_object('by', jsonb_build_object('objectId', ${me}::text)))`,
    )
  }
  return { where: all.join(' and '), params }
}

function historyConditions({ by, ...filter }: HistoryFilter) {
  const { where, params } = conditions(filter)
  if (by === undefined) return { where, params }
  const place = `$${params.length + 1}`
  return 'objectId' in by
    ? { where: `${where} and a.actor->>'objectId' = ${place}`, params: [...params, by.objectId] }
    : {
        where: `${where} and strpos(' ' || regexp_replace(lower(a.actor->>'name'), '[^[:alnum:]]+', ' ', 'g') || ' ', ${place}) > 0`,
        params: [...params, ` ${by.named} `],
      }
}

/** A host, and the wildcards `*.x` under which it falls. */
function thatLetThrough(host: string): readonly string[] {
  const labels = host.toLowerCase().split('.')
  return [host.toLowerCase(), ...labels.slice(1).map((_, from) => `*.${labels.slice(from + 1).join('.')}`)]
}

function entryOf(row: Row): readonly HistoryEntry[] {
  const event = toldEvents.find(each => actionOf(each) === row.action)
  if (event === undefined) return []
  return [
    {
      seq: Number(row.seq),
      at: row.at.getTime(),
      event: event === 'done' && row.result === 'configured' ? 'configured' : event,
      ...(row.by === null ? {} : { by: row.by }),
      ...(row.comment === null ? {} : { comment: row.comment }),
      ...(row.reason === null || row.reason === '' ? {} : { reason: row.reason }),
      request: { id: row.id, number: Number(row.number), change: row.change, plan: row.plan },
    },
  ]
}

/** One row more than asked for was read: so we know whether there are older ones. */
function pageOf<Item>(found: readonly Item[], atMost: number, placeOf: (item: Item) => number): Page<Item> {
  const items = found.slice(0, atMost)
  const last = items.at(-1)
  return found.length > atMost && last !== undefined ? { items, older: placeOf(last) } : { items }
}
