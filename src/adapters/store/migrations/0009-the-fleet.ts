import type { Migration } from '../migrate.ts'

export const theFleet: Migration = {
  version: 9,
  name: 'the fleet',
  sql: [
    // What one replica listed, for the others. It may be emptied at any time: they list anew.
    `create table fleet_lists (
      key text primary key,
      at timestamptz,
      body bytea,
      listing_until timestamptz)`,
  ],
}
