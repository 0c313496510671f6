import type { Entities, IntentName, ParseContext } from './parsed.ts'

const aboutThings: ReadonlySet<string> = new Set([
  'can_use',
  'missing_rules',
  'request_allow',
  'request_remove',
  'required_fqdns',
  'describe_collection',
  'deployment_options',
  'licence_support',
  'show_network',
  'history',
  'compare_collections',
  'list_workspaces',
])
const aboutWorkspaces: ReadonlySet<string> = new Set([
  'can_use',
  'missing_rules',
  'request_allow',
  'request_remove',
  'show_network',
  'operation_status',
  'notify_subscribe',
  'notify_unsubscribe',
  'provision_network',
  'history',
  'list_requests',
])
const aboutRequests: ReadonlySet<string> = new Set(['show_request', 'approve_request', 'reject_request'])

/** What the message names, and where it names none of a kind, what the last card showed. */
export function carried(intent: IntentName, own: Entities, context: ParseContext): Entities {
  const namesThing = own.collections.length + own.models.length + own.fqdns.length > 0
  const keepsThings = aboutThings.has(intent) && !namesThing
  const keepsWorkspaces = aboutWorkspaces.has(intent) && own.workspaces.length === 0
  const requestId = own.requestId ?? (aboutRequests.has(intent) ? context.requestId : undefined)
  const namesRule = namesThing || own.rules !== undefined
  const rules = intent === 'request_remove' && !namesRule ? context.rules : own.rules
  const spark = intent === 'provision_network' ? (own.spark ?? context.spark) : own.spark
  return {
    ...own,
    ...(rules === undefined ? {} : { rules }),
    ...(spark === undefined ? {} : { spark }),
    collections: keepsThings ? (context.collections ?? []) : own.collections,
    models: keepsThings ? (context.models ?? []) : own.models,
    fqdns: keepsThings ? (context.fqdns ?? []) : own.fqdns,
    workspaces: keepsWorkspaces ? (context.workspaces ?? []) : own.workspaces,
    ...(requestId === undefined ? {} : { requestId }),
  }
}
