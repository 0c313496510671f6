import { z } from 'zod'
import { inputs } from '../cards/verbs.ts'
import type { LimitEntered } from '../changes/time-limit.ts'
import { parseWorkspaceId } from '../workspace/workspace-id.ts'

export const word = z.string().min(1).max(200)
export const workspace = z
  .string()
  .max(500)
  .transform((text, context) => {
    const id = parseWorkspaceId(text)
    if (id === undefined) context.addIssue({ code: 'custom', message: 'not the id of a workspace' })
    return id ?? z.NEVER
  })
/** Inputs come as text, and as nothing at all from a client that leaves empty ones out. */
export const input = z.string().max(10_000).optional()
export const question = z.object({
  workspace,
  collection: word,
  option: z.enum(['managed-compute', 'serverless']).optional(),
  capability: z
    .enum(['online-inference', 'batch-inference', 'fine-tuning', 'evaluation', 'import'])
    .optional(),
})
export const aboutRequest = z.object({ request: word })

/** The fields for a time limit. */
export const limitInput = { [inputs.limit]: input, [inputs.limitDay]: input } as const

export function limitIn(data: {
  readonly [inputs.limit]?: string | undefined
  readonly [inputs.limitDay]?: string | undefined
}): LimitEntered {
  return { ...entered('days', data[inputs.limit]), ...entered('day', data[inputs.limitDay]) }
}

/** What was entered into a field, under its key; nothing where the field was not sent. */
export function entered<Key extends string>(
  key: Key,
  value: string | undefined,
): { readonly [_ in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [_ in Key]?: string })
}
