import type { Migration } from '../migrate.ts'

export const copies: Migration = {
  version: 8,
  name: 'copies of a message',
  sql: [
    // It was posted once more than is known of: there may be a copy, whose id a press on it tells.
    `alter table posted_cards add column maybe_twice boolean not null default false`,
    // What was tried before this was counted may be there twice.
    `update posted_cards set maybe_twice = true where activity_id is null and attempts > 0`,
  ],
}
