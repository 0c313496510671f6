import { isBare, type Rule } from './facts.ts'

/** What is left when no state is asked for: what the documents say, and at last what somebody may have meant. In order. */
export const documentRules: readonly Rule[] = [
  {
    intent: 'compare_collections',
    sure: 0.7,
    when: f =>
      f.things > 0 && f.workspaces === 0 && f.said(/^(?:compar|vs|versus|better|differ|diffe|mieux)/),
  },
  {
    intent: 'describe_collection',
    sure: 0.85,
    when: f => f.things > 0 && f.has('about', 'show', 'collection', 'catalogue'),
  },
  { intent: 'compare_collections', sure: 0.8, when: f => f.things > 1 },
  { intent: 'describe_collection', sure: 0.7, when: f => f.things > 0 },
  { intent: 'describe_collection', sure: 0.8, when: f => f.has('collection') && f.workspaces === 0 },
  {
    intent: 'can_use',
    sure: 0.75,
    when: f => f.workspaces > 0 && f.hosts === 0 && f.has('collection', 'catalogue') && f.has('may', 'use'),
  },
  {
    intent: 'show_network',
    sure: 0.85,
    when: f => f.workspaces > 0 && (f.has('network', 'show', 'state') || f.words.length <= 3),
  },
  {
    intent: 'explain_network',
    sure: 0.8,
    when: f => f.has('network-topic') && f.has('explain', 'ask-how', 'ask-who', 'what-is'),
  },
  {
    intent: 'compare_collections',
    sure: 0.6,
    when: f => f.has('compare') && f.has('collection', 'catalogue'),
  },
  {
    intent: 'can_use',
    sure: 0.6,
    when: f => f.has('may') && f.has('use') && (f.workspaces > 0 || f.words.length < 6),
  },
  { intent: 'describe_collection', sure: 0.6, when: f => f.has('catalogue') && f.has('about', 'show') },
  { intent: 'help', sure: 0.7, when: f => f.has('help') && isBare(f) },
  { intent: 'explain_network', sure: 0.5, when: f => f.has('network-topic') && isBare(f) },
  {
    intent: 'smalltalk',
    sure: 0.5,
    when: f => isBare(f) && f.has('greeting', 'thanks') && f.words.length < 6,
  },
  { intent: 'required_fqdns', sure: 0.6, when: f => f.hosts > 0 && f.workspaces === 0 && !f.has('broken') },
  {
    intent: 'show_network',
    sure: 0.45,
    when: f =>
      f.workspaces > 0 &&
      !f.has('off-topic') &&
      (f.question || f.has('show', 'about', 'state') || f.words.length < 3),
  },
]
