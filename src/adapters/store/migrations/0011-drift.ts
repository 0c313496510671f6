import type { Migration } from '../migrate.ts'

export const drift: Migration = {
  version: 11,
  name: 'drift',
  sql: [
    // Workspaces in which requests were carried out, and when each is looked at next. Those of before are looked at soon.
    `create table drift_looks (workspace text primary key, look_at timestamptz not null)`,
    'create index drift_looks_due on drift_looks (look_at)',
    `insert into drift_looks (workspace, look_at)
     select distinct workspace, now() + interval '6 hours' from requests where status = 'done'`,
    // What was told last, so that it is told once.
    'create table drift_told (request_id uuid primary key references requests (id), what text not null)',
  ],
}
