import { z } from 'zod'
import { DeploymentOption } from './collection.ts'
import { idPattern } from './fact.ts'
import type { Source } from './source.ts'

export const FamilyRecord = z.strictObject({
  id: z.string().regex(idPattern),
  name: z.string().min(1),
  /** Absent for models that belong to no collection of ours. */
  collection: z.string().regex(idPattern).optional(),
  /** The options of the family: of its models together, or of models that are not named. */
  options: z.array(DeploymentOption).min(1),
  models: z.array(
    z.strictObject({
      name: z.string().min(1),
      options: z.array(DeploymentOption).min(1),
      aliases: z.array(z.string().min(1)).optional(),
    }),
  ),
  from: z.strictObject({ source: z.string().min(1), section: z.string().min(1) }),
})

/** A model of the table of deployment options. */
export interface Model {
  /** As the table spells it. */
  readonly name: string
  /** Other spellings, lower case. */
  readonly aliases: readonly string[]
  /** The id of its family. */
  readonly family: string
  /** The id of the collection whose network needs are the model's. */
  readonly collection: string
  readonly options: readonly DeploymentOption[]
  readonly sources: readonly Source[]
}

/** A row of the table of deployment options. */
export interface Family {
  readonly id: string
  readonly name: string
  readonly collection?: string
  readonly options: readonly DeploymentOption[]
  readonly models: readonly Model[]
  readonly sources: readonly Source[]
  readonly section: string
}

/** One spelling for all ways in which people write a model's name: letters and digits alone, lower case. */
export function modelKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
