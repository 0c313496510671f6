import type { Migration } from '../migrate.ts'

export const tonguesOfReaders: Migration = {
  version: 4,
  name: 'tongues',
  sql: [
    `create table tongues (
      tenant_id text not null,
      audience text not null,
      tongue jsonb not null,
      primary key (tenant_id, audience))`,
  ],
}
