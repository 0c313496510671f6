import { parse } from 'yaml'
import { z } from 'zod'
import type { Policy } from '../../changes/policy.ts'

const hour = 3_600_000

const person = z.strictObject({
  objectId: z.guid().transform(id => id.toLowerCase()),
  name: z.string().min(1),
  /** Absent: the bot's own tenant. */
  tenantId: z
    .guid()
    .transform(id => id.toLowerCase())
    .optional(),
})

const shape = z.strictObject({
  version: z.literal(1),
  approvers: z.array(person),
  approvalsConversation: z.string().min(1).optional(),
  /** How many distinct approvers a request takes. */
  quorum: z.number().int().min(1).max(20).default(1),
  approvalExpiryHours: z.number().positive().max(720).default(72),
  executionExpiryHours: z.number().positive().max(720).default(24),
})

export type PolicyRead =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads a policy file's text (YAML). `tenantId`: the bot's own, for people without one. */
export function readPolicy(text: string, tenantId: string): PolicyRead {
  let content: unknown
  try {
    content = parse(text)
  } catch (error) {
    return { ok: false, problems: [error instanceof Error ? error.message : 'It is no YAML.'] }
  }
  const read = shape.safeParse(content)
  if (!read.success)
    return {
      ok: false,
      problems: read.error.issues.map(({ path, message }) =>
        path.length === 0 ? message : `${path.join('.')}: ${message}`,
      ),
    }
  const { approvers, quorum, approvalsConversation, approvalExpiryHours, executionExpiryHours } = read.data
  if (approvers.length > 0 && quorum > approvers.length)
    return {
      ok: false,
      problems: [`quorum: ${quorum} approvers are asked for, and only ${approvers.length} named.`],
    }
  return {
    ok: true,
    policy: {
      askers: 'tenant',
      approvers: approvers.map(each => ({ ...each, tenantId: each.tenantId ?? tenantId })),
      ...(approvalsConversation === undefined ? {} : { approvalsConversation }),
      ...(quorum === 1 ? {} : { quorum }),
      approvalExpiryMs: approvalExpiryHours * hour,
      executionExpiryMs: executionExpiryHours * hour,
    },
  }
}
