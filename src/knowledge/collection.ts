import { z } from 'zod'
import { CollectionFactRecord } from './fact.ts'
import type { Source } from './source.ts'
import type { Text } from './text.ts'

export type { Source } from './source.ts'

export const DeploymentOption = z.enum(['managed-compute', 'serverless'])
export type DeploymentOption = z.infer<typeof DeploymentOption>

const Capability = z.enum(['online-inference', 'batch-inference', 'fine-tuning', 'evaluation', 'import'])
export type Capability = z.infer<typeof Capability>

const HostRecord = z.strictObject({
  host: z.string().min(1),
  /** Ids of the sources that list this host. */
  lists: z.array(z.string()).min(1),
  /** An operator's record may leave out the French; ours may not. */
  why: z.strictObject({ en: z.string().min(1), fr: z.string().min(1).optional() }),
  /** Anyone with an account can also send data out through it. */
  writable: z.boolean().optional(),
})

export const CollectionRecord = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).min(1),
  /** Registries of Azure Machine Learning that hold its models, where their names do not say it. */
  registries: z.array(z.string().min(1)).optional(),
  /** Where the pages of its models are: `<site>/<organisation>/<model>`. */
  sites: z.array(z.string().min(1)).optional(),
  /** What the collection needs of a network that allows only approved outbound traffic. */
  needs: z.enum(['hosts', 'nothing', 'private-endpoint', 'not-documented']),
  hosts: z.array(HostRecord),
  options: z.array(DeploymentOption).min(1),
  capabilities: z.partialRecord(Capability, z.boolean()),
  note: z.enum(['judged-by-language-models']).optional(),
  sources: z.array(z.string()).min(1),
  /** What is known of this collection, each under its topic. */
  facts: z.array(CollectionFactRecord).optional(),
})

/** A host that a collection needs, with everything that names it. */
export interface NeededHost {
  readonly host: string
  /** In English. */
  readonly why: string
  readonly whyIn: Text
  readonly writable: boolean
  readonly sources: readonly Source[]
  /** `documented` as soon as one list of the seed documents names it. */
  readonly tier: Tier
}

export interface Collection {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly registries?: readonly string[]
  readonly sites?: readonly string[]
  readonly needs: 'hosts' | 'nothing' | 'private-endpoint' | 'not-documented'
  readonly hosts: readonly NeededHost[]
  readonly options: readonly DeploymentOption[]
  readonly capabilities: Readonly<Partial<Record<Capability, boolean>>>
  readonly note?: 'judged-by-language-models'
  readonly sources: readonly Source[]
}

/** What may be requested: the hosts of December 2023 only, or those of all lists. */
export type Tier = 'documented' | 'current'

export function hostsOfTier(collection: Collection, tier: Tier): readonly NeededHost[] {
  return collection.hosts.filter(host => tier === 'current' || host.tier === 'documented')
}
