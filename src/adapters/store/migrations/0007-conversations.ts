import type { Migration } from '../migrate.ts'

export const conversations: Migration = {
  version: 7,
  name: 'conversations',
  sql: [
    // Rewritten with every message, and no other index than its key: its pages keep room for the next versions.
    `create table last_cards (
      tenant_id text not null,
      object_id text not null,
      thread text not null,
      at timestamptz not null,
      card jsonb not null,
      primary key (tenant_id, object_id, thread)) with (fillfactor = 50)`,
    `create table default_workspaces (
      tenant_id text not null,
      audience text not null,
      workspace jsonb not null,
      primary key (tenant_id, audience))`,
  ],
}
