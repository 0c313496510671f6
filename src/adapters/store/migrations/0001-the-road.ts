import type { Migration } from '../migrate.ts'

export const theRoad: Migration = {
  version: 1,
  name: 'the road',
  sql: [
    `create table requests (
      id uuid primary key,
      number bigint not null unique,
      version int not null default 1,
      status text not null,
      workspace text not null,
      digest text not null,
      requester_tenant text not null,
      requester_object text not null,
      expires_at timestamptz not null,
      look_at timestamptz,
      body jsonb not null,
      state jsonb not null)`,
    // One request at a time writes to a workspace: the database says so, whoever asks.
    `create unique index one_writer_per_workspace on requests (workspace) where status = 'applying'`,
    `create unique index one_open_request_per_effect on requests (digest)
      where status in ('awaiting-approval', 'approved', 'applying')`,
    `create index open_requests on requests (workspace) where status in ('awaiting-approval', 'approved', 'applying')`,
    `create index looks on requests (look_at) where look_at is not null`,
    `create table audit_log (
      seq bigint generated always as identity primary key,
      at timestamptz not null,
      actor jsonb not null,
      action text not null,
      subject text not null,
      from_state text,
      to_state text,
      detail jsonb not null)`,
    `create index audit_by_subject on audit_log (subject)`,
    `create function audit_is_append_only() returns trigger language plpgsql as
      $$ begin raise exception 'the audit is append-only'; end $$`,
    `create trigger audit_is_append_only before update or delete or truncate on audit_log
      for each statement execute function audit_is_append_only()`,
    `create table posted_cards (
      id bigint generated always as identity primary key,
      request_id uuid not null references requests (id),
      role text not null,
      conversation_key text not null,
      conversation jsonb not null,
      activity_id text,
      shown_version int not null default 0,
      shown_digest text,
      attempts int not null default 0,
      claimed_until timestamptz,
      parked text,
      unique (request_id, role, conversation_key))`,
    // A message belongs to one request at most: a press cannot turn another request's card into its own.
    `create unique index one_request_per_message on posted_cards (conversation_key, activity_id)`,
    `create table conversations (
      tenant_id text not null,
      key text not null,
      reference jsonb not null,
      primary key (tenant_id, key))`,
    `create table people (
      tenant_id text not null,
      object_id text not null,
      user_id text not null,
      name text not null,
      locale text,
      primary key (tenant_id, object_id))`,
    `create table approvals_places (tenant_id text primary key, reference jsonb not null)`,
  ],
}
