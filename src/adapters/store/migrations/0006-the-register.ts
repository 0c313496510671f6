import type { Migration } from '../migrate.ts'

/** What "my requests", "history of ws-prod" and their like are found by. */
export const theRegister: Migration = {
  version: 6,
  name: 'the register',
  sql: [
    'create index requests_of_tenant on requests (requester_tenant, number desc)',
    'create index requests_of_person on requests (requester_tenant, requester_object, number desc)',
    `create index requests_by_workspace_name on requests (requester_tenant, (split_part(workspace, '/', -1)), number desc)`,
    `create index requests_by_host on requests using gin ((body #> '{change,hosts}'))`,
    `create index open_requests_of_tenant on requests (requester_tenant, number desc)
      where status in ('awaiting-approval', 'approved', 'applying')`,
    // From a record of the audit to the request that it is about.
    'create index requests_by_subject on requests ((id::text))',
  ],
}
