import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { cloudCredential, simulatorCredential } from './adapters/azure/credentials.ts'
import { azureGateway } from './adapters/azure/gateway.ts'
import { azurePermissions } from './adapters/azure/permissions.ts'
import { cardText } from './adapters/console/card-text.ts'
import { noStore, orOnlyReads, tonguesOf } from './adapters/console/no-store.ts'
import { type AnswerPorts, structuredAnswer, understand } from './adapters/console/structured-answer.ts'
import { localPolicy } from './adapters/policy/local-policy.ts'
import { turn } from './bot/turn.ts'
import { rememberedPermissions } from './changes/remembered-permissions.ts'
import type { MessageIncoming } from './conversation/incoming.ts'
import type { KnownPerson } from './conversation/person.ts'
import { visibleReader } from './intents/visible-reader.ts'
import { languageOf } from './language/detect.ts'
import { labelsFor } from './language/languages.ts'
import { readLibrary } from './operator-files.ts'
import { startSimulator } from './simulator/simulator.ts'
import { readTenant } from './tenant-file.ts'
import { workspaceReader } from './workspace/reader.ts'

const usage = 'Usage: npm run --silent ask -- [--json] [--explain] "can I use Hugging Face in ws-prod?"'
const flags = new Set(process.argv.slice(2).filter(each => each.startsWith('--')))
const text = process.argv
  .slice(2)
  .filter(each => !each.startsWith('--'))
  .join(' ')
const out = (line: string) => process.stdout.write(`${line}\n`)

function stop(problems: readonly string[]): never {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.exit(1)
}

/** Where to read: the configured subscriptions as the signed-in identity, or else a simulator as Dana. */
async function openAzure() {
  const {
    AZURE_SUBSCRIPTION_IDS,
    AZURE_ARM_ENDPOINT,
    AZURE_ML_API_VERSION,
    AZURE_CLIENT_ID,
    SIMULATOR_TENANT,
  } = process.env
  const apiVersion = AZURE_ML_API_VERSION || '2025-06-01'
  if (AZURE_SUBSCRIPTION_IDS && !AZURE_ARM_ENDPOINT) {
    const subscriptionIds = AZURE_SUBSCRIPTION_IDS.split(',').map(each => each.trim())
    return {
      gateway: azureGateway({
        subscriptionIds,
        apiVersion,
        credential: cloudCredential(AZURE_CLIENT_ID || undefined),
      }),
      permissions: 'policy-only' as const,
      close: async () => {},
    }
  }
  const tenant = readTenant(SIMULATOR_TENANT || undefined)
  if (!tenant.ok) return stop(tenant.problems)
  const own = AZURE_ARM_ENDPOINT
    ? undefined
    : await startSimulator({ tenant: tenant.tenant, clock: Date, newId: randomUUID })
  const endpoint = AZURE_ARM_ENDPOINT || own?.url || ''
  return {
    gateway: azureGateway({
      subscriptionIds: 'all-visible',
      apiVersion,
      credential: simulatorCredential(endpoint),
      endpoint,
    }),
    permissions: azurePermissions({ credential: simulatorCredential(endpoint), endpoint }),
    close: async () => own?.close(),
  }
}

function read(line: string): { readonly text?: unknown; readonly lang?: unknown } {
  try {
    return JSON.parse(line) ?? {}
  } catch {
    return {}
  }
}

const unknown = [...flags].filter(flag => flag !== '--json' && flag !== '--explain')
if (unknown.length > 0) stop([`${unknown.join(', ')} is not known.`, usage])
const library = readLibrary(process.env.KNOWLEDGE_DIR || undefined)
if (!library.ok) stop(library.problems)
const azure = await openAzure()
const ports: Omit<AnswerPorts, 'labels'> = {
  // A real Azure is read as whoever has signed in, who sees what they may see.
  reader: visibleReader(workspaceReader(azure.gateway, Date.now), {
    person: asker(),
    conversation: { key: 'terminal', kind: 'personal' },
    policy: localPolicy,
    permissions:
      azure.permissions === 'policy-only'
        ? azure.permissions
        : rememberedPermissions(azure.permissions, Date.now),
  }),
  library: library.library,
  ...noStore,
  policy: () => localPolicy,
  planOptions: { ruleShape: 'combined', isWritable: () => false },
  tenantId: localPolicy.approvers[0]?.tenantId ?? '',
  now: Date.now,
  newId: randomUUID,
  answersInPlace: false,
  labelsOf: async () => labelsFor(),
}

function asker(): KnownPerson {
  const [dana] = localPolicy.askers === 'tenant' ? [] : localPolicy.askers
  if (dana === undefined) throw new Error('the local policy knows nobody who asks')
  return { ...dana, userId: '29:dana' }
}

/** A question as a message of Dana's. */
function messageOf(question: string): MessageIncoming {
  const person = asker()
  return {
    kind: 'message',
    activityId: randomUUID(),
    text: question,
    person,
    conversation: { tenantId: person.tenantId, key: 'terminal', kind: 'personal', address: {} },
  }
}

/** `language`: a tag such as `fr`; else the question's own. */
async function answer(question: string, language: string | undefined): Promise<void> {
  const incoming = messageOf(question)
  const labels = labelsFor(language ?? languageOf(question))
  if (flags.has('--explain'))
    out(JSON.stringify({ text: question, parsed: await understand(question, ports) }))
  if (flags.has('--json')) {
    out(JSON.stringify(await structuredAnswer(incoming, { ...ports, labels })))
    return
  }
  const reply = await orOnlyReads(
    turn(incoming, { ...ports, permissions: 'policy-only', tongues: tonguesOf(language) }),
    labels,
  )
  out(reply.kind === 'card' ? cardText(reply.card) : 'text' in reply ? reply.text : '')
}

if (text !== '') await answer(text, undefined)
else if (process.stdin.isTTY) stop([usage])
else
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    const { text: question, lang } = read(line)
    if (typeof question === 'string') await answer(question, typeof lang === 'string' ? lang : undefined)
    else out(JSON.stringify({ error: 'Each line must be a JSON object with a "text".' }))
  }
await azure.close()
process.exit(0)
