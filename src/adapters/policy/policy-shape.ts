import { z } from 'zod'
import { hostProblem, normaliseHost } from '../../workspace/host.ts'

const id = z
  .guid('must be an Entra object id, a GUID; never a name or an e-mail address')
  .transform(text => text.toLowerCase())
const personFields = {
  objectId: id,
  name: z.string().min(1),
  /** Absent: the bot's own tenant. */
  tenantId: z
    .guid()
    .transform(text => text.toLowerCase())
    .optional(),
}
const person = z.strictObject(personFields)
const group = z.strictObject({ group: id, name: z.string().min(1) })
/** A name under `people`, a person, or an Entra group. */
const who = z.union(
  [z.string().min(1), person, group],
  'must be a name under people, { objectId, name } or { group, name }',
)
const whos = z.array(who)
const quorum = z.number().int().min(1).max(20)
const hours = z.number().positive().max(720)
const text = z.string().min(1)
/** A host or wildcard as a rule could list it. What no rule may list needs no denying. */
const pattern = text.transform((given, context) => {
  const host = normaliseHost(given)
  const problem = hostProblem(host)
  if (problem === undefined || problem === 'wildcard-over-suffix') return host
  context.addIssue({
    code: 'custom',
    message: `must be a host such as paste.example or *.paste.example (${problem})`,
  })
  return z.NEVER
})

const settings = {
  approvers: whos.optional(),
  approvalsConversation: text.optional(),
  quorum: quorum.optional(),
  approvalExpiryHours: hours.optional(),
  executionExpiryHours: hours.optional(),
  askers: z.union([z.literal('everyone'), whos], "must be 'everyone' or a list of people").optional(),
  deniedHosts: z.array(pattern).optional(),
  moreApprovers: z
    .array(
      z.strictObject({
        hosts: z.union(
          [z.enum(['wildcards', 'writable']), z.array(pattern).min(1)],
          'must be wildcards, writable or a list of hosts',
        ),
        quorum: quorum.min(2),
      }),
    )
    .optional(),
  conversations: z.array(text).min(1).optional(),
  managedBy: z.enum(['terraform', 'bicep']).optional(),
}

const rule = z
  .strictObject({
    name: text,
    where: z
      .strictObject({
        workspaces: z.array(text).min(1).optional(),
        resourceGroups: z.array(text).min(1).optional(),
        subscriptions: z.array(text).min(1).optional(),
        tags: z.record(text, text).optional(),
      })
      .refine(
        where => Object.keys(where).length > 0,
        'must name workspaces, resourceGroups, subscriptions or tags',
      ),
    ...settings,
    production: z.boolean().optional(),
    approvesItself: z
      .array(z.enum(['documented', 'current']))
      .min(1)
      .optional(),
  })
  .refine(({ approvesItself, production }) => approvesItself === undefined || production === false, {
    path: ['approvesItself'],
    message: 'needs "production: false" in the same rule: nothing approves itself in production',
  })

/** The grammar of version 1: people and times, the same everywhere. */
export const firstShape = z.strictObject({
  version: z.literal(1),
  approvers: z.array(person),
  approvalsConversation: settings.approvalsConversation,
  quorum: quorum.default(1),
  approvalExpiryHours: hours.default(72),
  executionExpiryHours: hours.default(24),
})

/** The grammar of version 2: docs/policy.md. */
export const secondShape = z.strictObject({
  version: z.literal(2),
  people: z.record(text, person).default({}),
  usualDeniedHosts: z.boolean().default(true),
  guests: z.boolean().default(false),
  ...settings,
  rules: z.array(rule).default([]),
})

export type SecondShape = z.output<typeof secondShape>
export type Who = z.output<typeof who>
/** What version 2 can say everywhere and in a rule. */
export type Said = Partial<z.output<typeof rule>>
