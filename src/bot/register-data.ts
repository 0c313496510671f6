import { z } from 'zod'

const names = z
  .string()
  .max(1_000)
  .optional()
  .transform(text =>
    text === undefined
      ? []
      : text
          .split(' ')
          .filter(name => name !== '')
          .slice(0, 10),
  )
const count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional()

const question = { number: count, workspaces: names, hosts: names, collections: names, before: count }

/** What the buttons of lists carry: only what to look for; whose requests are found, the person says. */
export const historyData = z
  .object({
    ...question,
    did: z.enum(['approve', 'reject', 'decide', 'ask', 'make']).optional(),
    by: z.string().min(1).max(200).optional(),
  })
  .transform(({ did, by, ...rest }) => ({
    ...withoutUndefined(rest),
    ...(did === undefined ? {} : { deed: { did, ...(by === undefined ? {} : { by }) } }),
  }))
export const listData = z
  .object({ ...question, scope: z.enum(['mine', 'for-me', 'open']) })
  .transform(withoutUndefined)

function withoutUndefined<T extends { number?: number | undefined; before?: number | undefined }>({
  number,
  before,
  ...rest
}: T) {
  return {
    ...rest,
    ...(number === undefined ? {} : { number }),
    ...(before === undefined ? {} : { before }),
  }
}
