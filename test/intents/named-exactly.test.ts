import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { simulatorCredential } from '../../src/adapters/azure/credentials.ts'
import { azureGateway } from '../../src/adapters/azure/gateway.ts'
import { noStore, tonguesOf } from '../../src/adapters/console/no-store.ts'
import { localPolicy } from '../../src/adapters/policy/local-policy.ts'
import { turn } from '../../src/bot/turn.ts'
import { builtInTenant, startSimulator } from '../../src/simulator/simulator.ts'
import { workspaceReader } from '../../src/workspace/reader.ts'
import { textOf } from '../cards/card-reading.ts'
import { library } from '../cards/sample-answers.ts'

const now = Date.UTC(2026, 10, 22, 14, 5)
const [dana] = localPolicy.askers === 'tenant' ? [] : localPolicy.askers
if (dana === undefined) throw new Error('The local policy knows nobody who asks.')
const person = { ...dana, userId: '29:dana' }
let azure: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  azure = await startSimulator({ tenant: builtInTenant, clock: { now: () => now }, newId: randomUUID })
})
afterAll(() => azure.close())

/** What the card or the sentence says that answers this text. */
async function said(text: string): Promise<string> {
  const reply = await turn(
    {
      kind: 'message',
      activityId: randomUUID(),
      text,
      person,
      conversation: { tenantId: person.tenantId, key: 'here', kind: 'personal', address: {} },
    },
    {
      reader: workspaceReader(
        azureGateway({
          subscriptionIds: 'all-visible',
          apiVersion: '2025-06-01',
          credential: simulatorCredential(azure.url),
          endpoint: azure.url,
        }),
        () => now,
      ),
      library,
      ...noStore,
      tongues: tonguesOf('en'),
      policy: () => localPolicy,
      permissions: 'policy-only',
      planOptions: { ruleShape: 'combined', isWritable: () => false },
      now: () => now,
      newId: randomUUID,
    },
  )
  const texts = reply.kind === 'card' ? textOf(reply.card) : 'text' in reply ? [reply.text] : []
  return texts.join('\n').replaceAll('\\', '').replaceAll('\u2060', '')
}

describe('a rule that is to be removed', () => {
  it.each([
    ['remove rule hf-hub from ws-prod', 'To remove: 2 hosts', 'Close ws-prod for'],
    ['delete the hf-hub rule in ws-prod', 'To remove: 2 hosts', 'Close ws-prod for'],
    ['supprime la règle hf-hub de ws-prod', 'To remove: 2 hosts', 'Close ws-prod for'],
    ['remove python-packages from ws-prod', 'To remove: 7 hosts', 'huggingface'],
    ['delete the docker-login rule in ws-staging', 'To remove: 1 host', 'docker.io'],
    ['remove rule hugging-face from genai-hub', 'To remove: 2 hosts', 'Close genai-hub for'],
    ['remove rules hf-hub and python-packages from ws-prod', 'To remove: 9 hosts', 'Close ws-prod for'],
  ])('goes alone: %s', async (text, shown, notShown) => {
    const card = await said(text)
    expect(card).toContain(shown)
    expect(card).not.toContain(notShown)
  })

  it('is said not to be there, and which ones are', async () => {
    const card = await said('remove rule nope-rule from ws-prod')
    expect(card).toContain('There is no rule nope-rule in ws-prod')
    expect(card).toContain('python-packages')
    expect(card).toContain('hf-hub')
  })

  it('is not one of Azure’s own', async () => {
    expect(await said('remove rule __SYS_ST_ws-prod from ws-prod')).not.toContain('To remove')
  })
})

describe('what no rule can hold of a host', () => {
  it.each([
    ['allow *pypi.org in ws-staging', ['The entry *pypi.org', 'no dot after the star', '*.pypi.org']],
    [
      'allow http://ghcr.io:5000/v2/x in ws-prod',
      ['http://ghcr.io:5000/v2/x', 'could not be enforced', 'it names a port', 'To open: 1 host'],
    ],
    ['add https://ghcr.io in ws-prod', ['it starts with a scheme', 'To open: 1 host']],
  ])('is said: %s', async (text, shown) => {
    const card = await said(text)
    for (const each of shown) expect(card).toContain(each)
  })

  it.each([
    'allow ghcr.io in ws-prod',
    'allow **ghcr.io**, please, in ws-prod',
    'allow `ghcr.io.` in ws-prod',
  ])('is not spoken of where it is a host: %s', async text => {
    const card = await said(text)
    expect(card).toContain('ghcr.io')
    expect(card).not.toContain('cannot go into a rule')
  })
})

describe('a model', () => {
  it.each([
    ['can I use Cohere Command R+ in ws-prod', ['Cohere-command-r-plus']],
    [
      'can I use Llama-3.3-70B-Instruct in ws-prod',
      ['no model Llama-3.3-70B-Instruct', 'Llama-3-70B-Instruct'],
    ],
    ['gpt-4o ws-staging?', ['does not know the model gpt-4o']],
    ['use gpt-4 in ws-staging', ['does not know the model gpt-4']],
    ['use bert-base-uncased in ws-staging ok?', ['does not know the model bert-base-uncased']],
    ['can I use Mistral-large in ws-prod', ['Mistral-large (2402)', 'Mistral-large (2407)']],
    ['can I use Deepseek R1 in ws-prod', ['does not know the model Deepseek R1']],
  ])('is answered exactly, or said not to be there: %s', async (text, shown) => {
    const card = await said(text)
    for (const each of shown) expect(card).toContain(each)
  })
})

describe('what is said along the way', () => {
  it.each([
    ['provision ws-research with spark', 'for serverless Spark too'],
    ['provisionne ws-research avec Spark', 'for serverless Spark too'],
    ['speak German', 'English and French'],
    ['parle allemand', 'English and French'],
  ])('is heard: %s', async (text, shown) => {
    expect(await said(text)).toContain(shown)
  })

  it('is not turned round', async () => {
    const card = await said('provision ws-research without spark')
    expect(card).not.toContain('Spark too')
  })
})
