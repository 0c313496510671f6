import type { TopicId } from '../knowledge/topic-id.ts'
import type { IntentName } from './parsed.ts'

interface TopicWords {
  readonly topic: TopicId
  readonly intent: IntentName
  /** Held against the words of a text, joined by blanks. */
  readonly words: RegExp
}

const end = '(?![\\p{L}\\p{N}])'
const start = '(?<![\\p{L}\\p{N}])'
const any = (...phrases: readonly string[]) =>
  new RegExp(
    `${start}(${phrases.join('|').normalize('NFD').replace(/\p{M}/gu, '').replace(/['-]/g, ' ')})${end}`,
    'u',
  )

/** What people say when they mean a topic, in English and French. The first that matches is meant: the narrow before the wide. */
const topics: readonly TopicWords[] = [
  {
    topic: 'connect-private',
    intent: 'connect_private',
    words: any('vpn', 'expressroute', 'bastion', 'jump ?box', 'point-to-site', 'site-to-site'),
  },
  {
    topic: 'regions-and-billing-country',
    intent: 'cost',
    words: any('regions?', 'régions?', 'billing country', 'pays de facturation'),
  },
  {
    topic: 'cost',
    intent: 'cost',
    words: any('costs?', 'price', 'pricing', 'expensive', 'coûts?', 'coûte', 'prix', 'tarifs?'),
  },
  {
    topic: 'billing',
    intent: 'cost',
    words: any('bill', 'billed', 'billing', 'pay-as-you-go', 'facturation', 'facturée?'),
  },
  {
    topic: 'public-access',
    intent: 'public_access',
    words: any('public network access', 'public access', 'pna', 'accès réseau public', 'accès public'),
  },
  { topic: 'serverless-fine-tuning-and-rag', intent: 'deployment_options', words: any('rag') },
  {
    topic: 'deployment-options',
    intent: 'deployment_options',
    words: any(
      'deployment options?',
      'managed compute',
      'serverless',
      'options de déploiement',
      'calcul managé',
    ),
  },
  { topic: 'licences', intent: 'licence_support', words: any('licen[cs]es?', 'licensing') },
  { topic: 'preview', intent: 'licence_support', words: any('previews?', 'préversion') },
  {
    topic: 'support',
    intent: 'licence_support',
    words: any('supported by', 'who supports', 'support', 'sla', 'assistance'),
  },
  {
    topic: 'content-safety',
    intent: 'deployment_options',
    words: any('content safety', 'content filters?', 'sécurité du contenu'),
  },
  {
    topic: 'data-processing',
    intent: 'deployment_options',
    words: any('data processing', 'data privacy', 'prompts stored', 'traitement des données'),
  },
  { topic: 'quota', intent: 'deployment_options', words: any('quotas?') },
  {
    topic: 'authentication',
    intent: 'deployment_options',
    words: any('authentication', 'authentification', 'api keys?'),
  },
  {
    topic: 'prompt-flow-and-langchain',
    intent: 'deployment_options',
    words: any('prompt ?flow', 'langchain'),
  },
  {
    topic: 'registries-and-policy',
    intent: 'explain_network',
    words: any('registry', 'registries', 'azure policy', 'registres?'),
  },
  {
    topic: 'exfiltration-and-safety',
    intent: 'explain_network',
    words: any('exfiltration', 'leak', 'fuite'),
  },
  { topic: 'permissions', intent: 'explain_network', words: any('permissions?', 'rbac', 'roles?', 'rôles?') },
  {
    topic: 'service-endpoint-policy-and-mcr',
    intent: 'explain_network',
    words: any('service endpoint policy', 'mcr', 'container registry'),
  },
  {
    topic: 'private-endpoints',
    intent: 'explain_network',
    words: any('private endpoints?', 'points? de terminaison privés?'),
  },
  {
    topic: 'network-modes',
    intent: 'explain_network',
    words: any(
      'isolation modes?',
      'allow internet outbound',
      'allow only approved outbound',
      "modes? d'isolation",
      'modes? d isolation',
    ),
  },
  {
    topic: 'provisioning',
    intent: 'explain_network',
    words: any('provisioned', 'provisioning', 'provisionnement', 'provisionné'),
  },
  {
    topic: 'known-traps',
    intent: 'explain_network',
    words: any('wildcards?', 'limits?', 'limitations?', 'traps?', 'limites?', 'pièges?'),
  },
  { topic: 'suggesting-a-model', intent: 'describe_collection', words: any('suggest', 'suggérer') },
  {
    topic: 'not-in-catalogue',
    intent: 'describe_collection',
    words: any('not in the catalogu?e?', 'own model', 'hors catalogue'),
  },
  {
    topic: 'deprecation',
    intent: 'describe_collection',
    words: any('deprecat\\p{L}*', 'retired', 'obsolète'),
  },
  { topic: 'download', intent: 'describe_collection', words: any('download', 'télécharger') },
  { topic: 'import', intent: 'describe_collection', words: any('import', 'importer') },
  {
    topic: 'evaluate',
    intent: 'describe_collection',
    words: any('evaluate', 'evaluation', 'évaluer', 'évaluation'),
  },
  { topic: 'compare', intent: 'describe_collection', words: any('benchmarks?') },
  { topic: 'collections', intent: 'describe_collection', words: any('collections') },
  {
    topic: 'catalogue',
    intent: 'describe_collection',
    words: any('model catalogu?e?', 'catalogue de modèles'),
  },
]

/** What is answered where an intent is clear and no topic is said. */
const usual: Readonly<Partial<Record<IntentName, TopicId>>> = {
  connect_private: 'connect-private',
  cost: 'cost',
  public_access: 'public-access',
  licence_support: 'licences',
  deployment_options: 'deployment-options',
  explain_network: 'network-modes',
}

/** The topic of an intent that the documents answer, if it is one. `words`: of the text, in order. */
export function topicOf(intent: IntentName, words: readonly string[]): TopicId | undefined {
  const text = words.join(' ')
  return topics.find(each => each.intent === intent && each.words.test(text))?.topic ?? usual[intent]
}
