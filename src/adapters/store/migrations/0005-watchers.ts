import type { Migration } from '../migrate.ts'

export const watchersOfRequests: Migration = {
  version: 5,
  name: 'watchers',
  sql: [
    `create table watchers (
      request_id uuid not null references requests (id),
      tenant_id text not null,
      object_id text not null,
      at timestamptz not null,
      body jsonb not null,
      primary key (request_id, tenant_id, object_id))`,
    // Who has a claim on which host, and how long changes took, is read off the requests that are done.
    `create index done_requests on requests (workspace) where status = 'done'`,
  ],
}
