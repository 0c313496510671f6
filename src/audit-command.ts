import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { LoggedHead } from './changes/verify-audit.ts'

export type AuditCommand =
  | { readonly do: 'verify'; readonly logged?: LoggedHead }
  | { readonly do: 'export'; readonly since?: string; readonly format: 'jsonl' | 'csv' }
  | { readonly do: 'usage'; readonly text: string }

const usage = `Usage: npm run --silent audit -- verify [--head <hash> | --head <seq>:<hash>]
       npm run --silent audit -- export [--since 2026-11-01] [--format jsonl|csv]`

const head = z
  .string()
  .regex(/^(\d{1,15}:)?[0-9a-f]{64}$/i, '--head must be a hash of 64 hexadecimal digits, or <seq>:<hash>.')
  .transform((text): LoggedHead => {
    const [hash = '', seq] = text.toLowerCase().split(':').reverse()
    return { hash, ...(seq === undefined ? {} : { seq: Number(seq) }) }
  })
const since = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], '--since must be an ISO date such as 2026-11-01.')
  .transform(text => new Date(text).toISOString())
const format = z.enum(['jsonl', 'csv'], '--format must be jsonl or csv.')

const shapes = {
  verify: z.strictObject({ head: head.optional() }),
  export: z.strictObject({ since: since.optional(), format: format.default('jsonl') }),
}

/** Reads what stands on the command line. */
export function auditCommand(args: readonly string[]): AuditCommand {
  const wrong = (text = ''): AuditCommand => ({
    do: 'usage',
    text: text === '' ? usage : `${text}\n${usage}`,
  })
  let given: ReturnType<typeof parsed>
  try {
    given = parsed(args)
  } catch (error) {
    return wrong(error instanceof Error ? error.message : undefined)
  }
  const [name, ...others] = given.positionals
  if (others.length > 0) return wrong(`${others.join(' ')} is not known.`)
  switch (name) {
    case 'verify': {
      const options = shapes.verify.safeParse(given.values)
      if (!options.success) return wrong(options.error.issues[0]?.message)
      const { head: logged } = options.data
      return { do: 'verify', ...(logged === undefined ? {} : { logged }) }
    }
    case 'export': {
      const options = shapes.export.safeParse(given.values)
      if (!options.success) return wrong(options.error.issues[0]?.message)
      const { since: from, format: as } = options.data
      return { do: 'export', format: as, ...(from === undefined ? {} : { since: from }) }
    }
    default:
      return wrong(name === undefined ? '' : `${name} is not known.`)
  }
}

function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { head: { type: 'string' }, since: { type: 'string' }, format: { type: 'string' } },
  })
}
