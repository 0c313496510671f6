import type { Migration } from '../migrate.ts'

export const theNews: Migration = {
  version: 2,
  name: 'the news',
  sql: [
    // A request may have several messages of one role in one conversation: a reminder each, news for each who watches.
    `alter table posted_cards
      add column topic text not null default '',
      add column reader jsonb,
      add column claimed_by text`,
    `alter table posted_cards drop constraint posted_cards_request_id_role_conversation_key_key`,
    `create unique index one_message_per_topic on posted_cards (request_id, role, conversation_key, topic)`,
    // When we spoke in a conversation, for as long as Teams counts.
    `create table sends (conversation_key text not null, at timestamptz not null)`,
    `create index sends_of_conversation on sends (conversation_key, at)`,
    `create index sends_by_age on sends (at)`,
    // Texts that are said once and are about no request.
    `create table notices (
      id uuid primary key,
      tenant_id text not null,
      reader jsonb not null,
      conversation jsonb not null,
      what jsonb not null,
      activity_id text,
      attempts int not null default 0,
      claimed_until timestamptz,
      parked text)`,
    `create index open_notices on notices (id) where activity_id is null and parked is null`,
    // Who wants to hear when a network is active.
    `create table subscriptions (
      tenant_id text not null,
      object_id text not null,
      workspace text not null,
      workspace_id text not null,
      workspace_name text not null,
      reader jsonb not null,
      conversation jsonb not null,
      since timestamptz not null,
      primary key (tenant_id, object_id, workspace))`,
    `create index subscriptions_of_workspace on subscriptions (workspace)`,
  ],
}
