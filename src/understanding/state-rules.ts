import { isBare, type Rule } from './facts.ts'

/** What is asked of workspaces, networks and collections, the narrow before the wide. */
export const stateRules: readonly Rule[] = [
  {
    intent: 'can_use',
    sure: 0.9,
    when: f => f.asksMay && !f.pasted && !f.has('missing', 'history', 'ask-why', 'hosts'),
  },
  // "Inform me of the progress of W" asks for it now.
  {
    intent: 'operation_status',
    sure: 0.8,
    when: f =>
      f.workspaces > 0 &&
      f.things + f.hosts === 0 &&
      f.has('long-job') &&
      f.has('broken') &&
      !f.has('history', 'ask-how', 'needs'),
  },
  {
    intent: 'list_workspaces',
    sure: 0.85,
    when: f =>
      f.workspaces === 0 &&
      f.has('workspaces') &&
      !f.has('requests') &&
      !f.said(/^(?:share[ds]?|partag|ports?$)/) &&
      !(f.things + f.hosts === 0 && f.first(/^(?:do|does|can|will) /)) &&
      // "Which ones are needed?" speaks of hosts.
      !(f.things > 0 && f.has('hosts') && f.has('needs') && !f.said(/^(?:workspaces?|espaces?|hubs?|ws)$/)),
  },
  {
    intent: 'list_workspaces',
    sure: 0.7,
    when: f => f.workspaces === 0 && f.mode && f.has('show', 'workspace') && !f.has('explain'),
  },
  {
    intent: 'history',
    sure: 0.75,
    when: f =>
      f.workspaces > 0 &&
      f.things === 0 &&
      f.said(/^chang|^modif/) &&
      f.first(/^(?:what|ce|que|who|qui|quoi) /) &&
      !f.has('needs', 'broken'),
  },
  {
    intent: 'operation_status',
    sure: 0.75,
    when: f =>
      f.workspaces > 0 &&
      f.things === 0 &&
      (f.has('ask-time') ||
        (f.has('long-job') && f.first(/^(?:did|has|is|was|does|est|a t il|are|will) /))) &&
      !f.has('history', 'off-topic'),
  },
  {
    intent: 'describe_collection',
    sure: 0.75,
    when: f =>
      f.workspaces + f.hosts === 0 &&
      f.said(/^(?:suggest|sugger|evaluat|evaluer|import|download|telecharg|benchmark)/) &&
      (f.has('catalogue', 'collection') || f.things > 0) &&
      !f.has('broken', 'hosts', 'needs'),
  },
  {
    intent: 'describe_collection',
    sure: 0.7,
    when: f => isBare(f) && f.said(/^catalog/) && !f.has('network-noun'),
  },
  {
    intent: 'operation_status',
    sure: 0.85,
    when: f =>
      f.workspaces > 0 &&
      f.things === 0 &&
      f.has('long-job') &&
      f.has('progress', 'ask-time', 'ask-why', 'broken', 'show', 'state', 'ask-how') &&
      !f.has('history'),
  },
  {
    intent: 'history',
    sure: 0.85,
    when: f =>
      f.has('history') &&
      f.workspaces + f.hosts > 0 &&
      !f.has('broken', 'ask-why', 'may', 'missing') &&
      (!f.has('progress') || f.first(/^(?:what|who|which|qui|que|ce) /)) &&
      // "We had it last week, can we use it again?" asks for now.
      !(f.things > 0 && f.workspaces > 0 && f.has('use') && !f.has('ask-who', 'ask-when', 'done-to')),
  },
  {
    intent: 'history',
    sure: 0.8,
    when: f =>
      f.first(
        /^(?:@\w+ )?(?:who|qui (?:ouver|ajout|autoris|approuv|valid|supprim|retir|enlev|debloqu|ferm|demand|cre|modifi)\w*|when was|when were|has any|did any|since when|depuis quand|was|were) /,
      ) &&
      f.has('history') &&
      !isBare(f),
  },
  {
    intent: 'missing_rules',
    sure: 0.8,
    when: f => f.has('compare') && f.workspaces > 0 && f.things === 1 && f.has('needs', 'hosts', 'show'),
  },
  {
    intent: 'required_fqdns',
    sure: 0.85,
    when: f => f.things > 0 && f.workspaces === 0 && f.has('hosts') && f.has('needs', 'show', 'what-is'),
  },
  {
    intent: 'list_requests',
    sure: 0.85,
    when: f => f.has('requests') && f.things === 0 && !f.has('missing', 'broken'),
  },
  {
    intent: 'missing_rules',
    sure: 0.85,
    when: f =>
      f.has('missing') &&
      (f.things > 0 || (f.workspaces > 0 && f.has('hosts', 'network') && !f.has('progress'))),
  },
  {
    intent: 'missing_rules',
    sure: 0.8,
    when: f => f.has('broken', 'ask-why') && f.things > 0 && !f.has('progress'),
  },
  { intent: 'missing_rules', sure: 0.8, when: f => f.has('broken', 'ask-why') && f.hosts > 0 },
  {
    intent: 'operation_status',
    sure: 0.85,
    when: f =>
      f.has('progress') &&
      f.things === 0 &&
      (f.workspaces > 0 ||
        (f.has('long-job') && !f.has('ask-when', 'ask-how', 'what-is')) ||
        (f.has('network-noun') &&
          f.words.length < 6 &&
          !f.has('ask-when', 'ask-how', 'ask-time', 'what-is'))),
  },
  { intent: 'list_requests', sure: 0.85, when: f => f.has('requests') },
  { intent: 'history', sure: 0.8, when: f => f.has('history') && f.has('done-to', 'show') && !f.has('may') },
  {
    intent: 'required_fqdns',
    sure: 0.8,
    when: f => f.things > 0 && f.has('hosts') && f.has('needs') && !f.has('may'),
  },
  {
    intent: 'missing_rules',
    sure: 0.8,
    when: f => f.things > 0 && f.workspaces > 0 && f.has('compare') && f.has('needs', 'hosts'),
  },
  {
    intent: 'missing_rules',
    sure: 0.75,
    when: f =>
      f.things > 0 &&
      f.workspaces > 0 &&
      f.has('needs', 'hosts') &&
      f.first(
        /^(?:(?:@\w+|and|so|et|for|in|pour|dans|sur|hi|hello|bonjour) )*(?:what|which|que|quoi|quels?|quelles?|list|give|send|ce que|donne|il faut quoi|de quoi)\b/,
      ) &&
      !f.has('about'),
  },
  { intent: 'can_use', sure: 0.9, when: f => f.things > 0 && f.workspaces > 0 },
  { intent: 'show_network', sure: 0.85, when: f => f.hosts > 0 && f.workspaces > 0 && !f.has('broken') },
  { intent: 'missing_rules', sure: 0.7, when: f => f.has('broken') && f.workspaces + f.hosts > 0 },
  { intent: 'required_fqdns', sure: 0.7, when: f => f.things > 0 && f.hosts > 0 },
  { intent: 'can_use', sure: 0.85, when: f => f.things > 0 && f.has('may') },
  { intent: 'required_fqdns', sure: 0.8, when: f => f.things > 0 && f.has('hosts', 'needs') },
]
