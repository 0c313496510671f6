import { z } from 'zod'
import type { LimitEntered } from '../changes/time-limit.ts'
import { type ByHand, byHandChanges } from '../knowledge/by-hand.ts'
import { type Capability, DeploymentOption } from '../knowledge/collection.ts'
import { type TopicId, topicIds } from '../knowledge/topic-id.ts'
import { parseWorkspaceId, type WorkspaceId } from '../workspace/workspace-id.ts'
import { type Button, button } from './fragments.ts'
import { verbs } from './verbs.ts'

/** Questions that are answered by reading, whether a text or a button asks them. */
export const lookUpIntents = [
  'can_use',
  'required_fqdns',
  'missing_rules',
  'show_network',
  'list_workspaces',
  'describe_collection',
  'compare_collections',
  'deployment_options',
  'connect_private',
  'cost',
  'public_access',
  'licence_support',
  'explain_network',
  'troubleshoot',
  'smalltalk',
  'affirm',
  'deny',
  'negated_change',
  'multi_change',
] as const
export type LookUpIntent = (typeof lookUpIntents)[number]

const modes = ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'] as const
const shows = ['usable', 'blocked', 'everything', 'published'] as const
const networkStates = ['Active', 'Inactive'] as const
const publicAccesses = ['Enabled', 'Disabled'] as const

/** A question as data: what is asked, and of what. */
export interface LookUp {
  readonly intent: LookUpIntent
  /** Ids. */
  readonly collections: readonly string[]
  readonly models: readonly string[]
  readonly fqdns: readonly string[]
  /** Names that outbound rules were called by. No button carries them. */
  readonly rules?: readonly string[]
  /** Whether a network is to be provisioned for serverless Spark too. No button carries it. */
  readonly spark?: boolean
  /** For how long a change is wanted. No button carries it. */
  readonly limit?: LimitEntered
  /** Names as they were written. They may name nothing, or several. */
  readonly workspaces: readonly string[]
  /** Names that the text may mean, where it is not sure which: of workspaces, and ids of collections. */
  readonly maybe?: { readonly workspaces: readonly string[]; readonly collections: readonly string[] }
  /** Workspaces that a button names: no name has to be looked for. */
  readonly ids: readonly WorkspaceId[]
  readonly option?: DeploymentOption
  readonly capability?: Capability
  readonly topic?: TopicId
  /** A change that is never made from a chat: how it is made by hand is asked. */
  readonly byHand?: ByHand
  readonly requestId?: number
  readonly isolationMode?: (typeof modes)[number]
  readonly networkState?: (typeof networkStates)[number]
  /** Whether workspaces can be reached from public networks. */
  readonly publicAccess?: (typeof publicAccesses)[number]
  readonly region?: string
  /** A part of a workspace's name. */
  readonly named?: string
  /** Which part of a long answer is wanted. */
  readonly show?: (typeof shows)[number]
  /** From 1. */
  readonly page?: number
  /** What was named as a collection, and is none. No button carries it. */
  readonly unknownCollection?: string
  /** What was written, where a text asks. No button carries it. */
  readonly text?: string
}

export function lookUp(intent: LookUpIntent, more: Partial<Omit<LookUp, 'intent'>> = {}): LookUp {
  return { intent, collections: [], models: [], fqdns: [], workspaces: [], ids: [], ...more }
}

// A bar stands in no name of ours, of Azure's or of a host.
const between = '|'
const lists = ['collections', 'models', 'fqdns', 'ids'] as const
const words = [
  ...[
    'option',
    'capability',
    'topic',
    'byHand',
    'isolationMode',
    'networkState',
    'publicAccess',
    'region',
    'named',
    'show',
    'page',
  ],
] as const

/** A button that asks this. What it carries names things only, and is read again when it is pressed. */
export function askButton(title: string, asked: LookUp, more: { readonly tooltip?: string } = {}): Button {
  const data: Record<string, string> = { intent: asked.intent }
  for (const key of lists) if (asked[key].length > 0) data[key] = asked[key].join(between)
  for (const key of words) {
    const value = asked[key as keyof LookUp]
    if (value !== undefined) data[key] = String(value)
  }
  return button(verbs.lookUp, title, data, more)
}

const list = z
  .string()
  .max(8_000)
  .optional()
  .transform(text => (text === undefined ? [] : text.split(between).filter(each => each !== '')))
const word = z.string().min(1).max(200)

const shape = z.object({
  intent: z.enum(lookUpIntents),
  collections: list,
  models: list,
  fqdns: list,
  ids: list.transform((texts, context) => {
    const ids = texts.flatMap(text => parseWorkspaceId(text) ?? [])
    if (ids.length < texts.length) context.addIssue({ code: 'custom', message: 'no id' })
    return ids
  }),
  option: DeploymentOption.optional(),
  capability: z
    .enum(['online-inference', 'batch-inference', 'fine-tuning', 'evaluation', 'import'])
    .optional(),
  topic: z.enum(topicIds).optional(),
  byHand: z.enum(byHandChanges).optional(),
  isolationMode: z.enum(modes).optional(),
  networkState: z.enum(networkStates).optional(),
  publicAccess: z.enum(publicAccesses).optional(),
  region: word.optional(),
  named: word.optional(),
  show: z.enum(shows).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
})

/** What a pressed button asks, or undefined where no button of ours carries this. */
export function readLookUp(data: unknown): LookUp | undefined {
  const read = shape.safeParse(data)
  if (!read.success) return undefined
  const { intent, collections, models, fqdns, ids, ...rest } = read.data
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return lookUp(intent, { collections, models, fqdns, ids, ...known })
}
