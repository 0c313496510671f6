import type { Migration } from '../migrate.ts'

export const limits: Migration = {
  version: 10,
  name: 'limits',
  sql: [
    // Requests that are done for a time only. `removal`: the id of the request that ends it.
    `create table limits (
      request_id uuid primary key references requests (id),
      until timestamptz not null,
      look_at timestamptz not null,
      told boolean not null default false,
      removal uuid not null)`,
    'create index limits_due on limits (look_at)',
  ],
}
