import { isBare, type Rule } from './facts.ts'

/** What is said outright: greetings, messages, requests by number, what the documents speak of. In order; the first that holds is meant. */
export const subjectRules: readonly Rule[] = [
  { intent: 'smalltalk', sure: 0.8, when: f => f.words.length === 0 && isBare(f) && f.emoji },
  { intent: 'help', sure: 0.9, when: f => f.words.length === 0 && isBare(f) },
  {
    intent: 'smalltalk',
    sure: 0.8,
    when: f =>
      isBare(f) &&
      f.only('greeting', 'thanks', 'yes', 'help') &&
      f.has('thanks') &&
      f.said(/^(?:thank|merci|obliged|appreciate)/),
  },
  {
    intent: 'help',
    sure: 0.9,
    when: f => isBare(f) && f.only('help', 'greeting', 'thanks', 'yes') && f.has('help'),
  },
  { intent: 'smalltalk', sure: 0.9, when: f => isBare(f) && f.only('greeting', 'thanks') },
  { intent: 'troubleshoot', sure: 0.9, when: f => f.pasted && f.hosts > 0 },
  { intent: 'notify_unsubscribe', sure: 0.9, when: f => f.has('unnotify') },
  {
    intent: 'out_of_scope',
    sure: 0.7,
    when: f =>
      f.hosts + f.things === 0 &&
      f.first(
        /^(?:(?:can you|could you|pls|i want to|how do i) )?(?:increase|resize|restart|reboot|scale|install|train|upgrade|downgrade|redemarre[rz]?|augmente[rz]?|reserve[rz]?|commande-moi|commande moi|buy|order|book|translate|traduis|raconte|tell joke|sing|run my|write me|write|calculate|calcule) /,
      ),
  },
  {
    intent: 'list_workspaces',
    sure: 0.85,
    when: f =>
      f.has('public-access') &&
      f.has('workspaces') &&
      f.workspaces + f.things + f.hosts === 0 &&
      f.first(
        /^(?:(?:hi|hello|bonjour|and|so|et|in|on|for|dans|sur|pour|can you|could you|peux tu|give me|show me|tell me|donne moi|montre moi|list of|liste de) )*(?:which|what (?:workspaces|ones|hubs)|where|list|show|how many|quels?|quelles?|lesquels|liste[rz]?|montre|combien|workspaces (?:with|where|that))\b/,
      ),
  },
  { intent: 'public_access', sure: 0.9, when: f => f.has('public-access') && !f.has('connect') },
  {
    intent: 'out_of_scope',
    sure: 0.7,
    when: f =>
      f.has('off-topic') &&
      !f.has('hosts', 'collection', 'network-noun', 'workspaces', 'requests', 'history', 'licence') &&
      isBare(f),
  },
  {
    intent: 'explain_network',
    sure: 0.8,
    when: f =>
      isBare(f) &&
      f.first(
        /^(?:who|qui) (?:can|may|could|should|is allowed|are allowed|must|needs?|has|gets|peut|doit|ont|a|droit|est)\b/,
      ) &&
      f.has('network-topic', 'requests') &&
      !f.has('off-topic'),
  },
  {
    intent: 'out_of_scope',
    sure: 0.65,
    when: f =>
      f.workspaces > 0 &&
      f.things + f.hosts === 0 &&
      f.said(
        /^(?:endpoints?|jobs?|compute|computes|clusters?|notebooks?|datasets?|datastores?|pipelines?|pods?|experiments?|deployments?)$/,
      ) &&
      !f.has('network', 'network-noun', 'hosts', 'notify', 'history', 'requests', 'collection', 'long-job') &&
      !f.said(/^provision/),
  },
  {
    intent: 'operation_status',
    sure: 0.8,
    when: f =>
      f.workspaces > 0 &&
      f.things + f.hosts === 0 &&
      f.said(/^(?:avancement|progression|progress|etat|status|statut)$/) &&
      f.has('notify', 'tell') &&
      !f.said(
        /^(?:when|once|soon|quand|lorsque|fois|des|whenever|if|until|jusque|regular\p{L}*|updates?|changes?|change|posted|abonne\p{L}*|subscribe)$/u,
      ),
  },
  { intent: 'notify_subscribe', sure: 0.9, when: f => f.has('notify') },
  {
    intent: 'notify_subscribe',
    sure: 0.8,
    when: f =>
      f.has('tell') &&
      f.said(/^(?:when|once|soon|quand|que|lorsque|fois)$/) &&
      f.has('when-done') &&
      !f.has('history', 'ask-who') &&
      f.things + f.hosts === 0 &&
      f.said(/^(?:me|us|here|channel|team|we|moi|nous|ici|canal|m|everyone|know|message|hmu)$/),
  },
  { intent: 'history', sure: 0.8, when: f => f.request && f.said(/^(?:histor|audit|trail|journal)/) },
  { intent: 'show_request', sure: 0.9, when: f => f.request },
  // No request is meant, or it would be a decision.
  {
    intent: 'out_of_scope',
    sure: 0.65,
    when: f =>
      isBare(f) &&
      f.first(
        /^(?:approve|reject|decline|validate|authori[sz]e|approuve[rz]?|valide[rz]?|rejette|refuse[rz]?) /,
      ) &&
      !f.question &&
      !f.has('requests'),
  },
  { intent: 'connect_private', sure: 0.9, when: f => f.has('connect') && f.hosts + f.things === 0 },
  { intent: 'cost', sure: 0.9, when: f => f.has('cost') },
  {
    intent: 'compare_collections',
    sure: 0.9,
    when: f =>
      f.has('compare') &&
      f.things > 1 &&
      f.workspaces === 0 &&
      !(
        f.has('hosts') &&
        f.has('needs') &&
        !f.said(/^(?:compar|vs|versus|differ|diffe|better|easier|fewer|moins|mieux)/)
      ),
  },
  {
    intent: 'can_use',
    sure: 0.85,
    when: f =>
      f.things > 0 &&
      f.first(/^(?:can|could|may|puis|peut) (?:i|we|je|on) /) &&
      f.has('use') &&
      f.has('options'),
  },
  {
    intent: 'licence_support',
    sure: 0.85,
    when: f =>
      f.has('licence') &&
      f.workspaces === 0 &&
      f.hosts === 0 &&
      !f.has('what-is') &&
      (f.things > 0 || !f.has('network-topic')),
  },
  {
    intent: 'licence_support',
    sure: 0.8,
    when: f =>
      f.has('licence') &&
      f.said(/^(?:licen|sla|terms|preview|preversion|commercial|garanti|warrant|guarant|support)/) &&
      f.workspaces === 0 &&
      // "Do FQDN rules support wildcards?" asks what rules can do.
      !(f.things === 0 && f.said(/^(?:wildcards?|jokers?|rules?|regles?|fqdns?|isolation|vnet)$/)),
  },
  {
    intent: 'deployment_options',
    sure: 0.85,
    when: f => f.has('options') && f.workspaces === 0 && f.hosts === 0,
  },
  {
    intent: 'out_of_scope',
    sure: 0.6,
    when: f =>
      f.has('off-topic') &&
      f.hosts === 0 &&
      f.workspaces + f.things < 2 &&
      !f.has(
        'network',
        'may',
        'progress',
        'missing',
        'broken',
        'requests',
        'history',
        'about',
        'needs',
        'hosts',
      ),
  },
]
