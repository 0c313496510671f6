import { cloudCredential } from './adapters/azure/credentials.ts'
import { databaseToken } from './adapters/azure/database-token.ts'
import { type AuditSource, openAudit } from './adapters/store/audit-source.ts'
import { isStoreTrouble } from './adapters/store/store-trouble.ts'
import { type AuditCommand, auditCommand } from './audit-command.ts'
import { exportLines } from './audit-export.ts'
import type { ChainFlaw } from './changes/audit-chain.ts'
import { verifyAudit } from './changes/verify-audit.ts'

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** 1: the chain is broken. 2: it cannot be read, or the command not understood. */
function stop(code: 1 | 2, sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(code)
}

async function verify(source: AuditSource, command: AuditCommand & { readonly do: 'verify' }): Promise<void> {
  const { head, flaw } = await verifyAudit(source.records(), source.head, command.logged)
  if (flaw === undefined) return say(`Sound: ${head.seq} records, head ${head.hash}`)
  say(`Broken at record ${flaw.seq}: ${whatIsWrong(flaw)}`)
  say(`Sound until record ${head.seq}, hash ${head.hash}`)
  process.exitCode = 1
}

function whatIsWrong({ is, seq }: ChainFlaw): string {
  switch (is) {
    case 'missing':
      return 'it is not there.'
    case 'changed':
      return 'its content is not what was written.'
    case 'unlinked':
      return `it does not follow on record ${seq - 1}: one of the two was replaced or added.`
    case 'not-the-logged':
      return 'the log names another one here, or one that the chain does not have: it was cut or written anew.'
  }
}

async function write(source: AuditSource, { since, format }: AuditCommand & { readonly do: 'export' }) {
  for await (const line of exportLines(source.records(since), format))
    if (!process.stdout.write(`${line}\n`))
      await new Promise(resolve => process.stdout.once('drain', resolve))
}

const command = auditCommand(process.argv.slice(2))
if (command.do === 'usage') stop(2, command.text)
try {
  const url = process.env.DATABASE_URL || undefined
  const source = await openAudit({
    dataDir: process.env.DATA_DIR || '.data',
    ...(url === undefined ? {} : { url }),
    ...(process.env.DATABASE_AUTH === 'entra'
      ? { password: databaseToken(cloudCredential(process.env.AZURE_CLIENT_ID || undefined)) }
      : {}),
  })
  if (command.do === 'verify') await verify(source, command)
  else await write(source, command)
  await source.close()
} catch (error) {
  const why = error instanceof Error ? error.message : String(error)
  stop(2, `The audit cannot be read: ${why}${held(error)}`)
}

/** An embedded store is one process's: while the bot runs, nobody else can look. */
function held(error: unknown): string {
  return isStoreTrouble(error) && error.message.includes('in use')
    ? ' The embedded store is read by one process at a time, so the bot must be stopped first.'
    : ''
}
