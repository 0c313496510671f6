import { describe, expect, it } from 'vitest'
import { lookUpOf } from '../../src/bot/answer.ts'
import { answerCard } from '../../src/cards/answer-card.ts'
import { readLookUp } from '../../src/cards/look-up.ts'
import { answerLookUp } from '../../src/intents/look-up.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { nameIndex } from '../../src/understanding/name-index.ts'
import { parse } from '../../src/understanding/parse.ts'
import { library, lookUpPorts } from '../cards/sample-answers.ts'

const index = nameIndex(['ws-prod', 'ws-dev', 'ws-public'], library.collections, library.models)

async function cardOf(text: string, language: 'en' | 'fr') {
  const parsed = parse(text, {}, index)
  if (parsed.intent !== 'explain_network' && parsed.intent !== 'public_access')
    throw new Error(`It was read as ${parsed.intent}.`)
  const labels = labelsFor(language)
  const answer = await answerLookUp(lookUpOf(parsed, parsed.intent, text), lookUpPorts(labels))
  return JSON.stringify(answerCard(answer, labels).card)
}

describe('a change that is never made from a chat', () => {
  it.each([
    ['Switch ws-dev to only approved outbound', 'en', 'allow_only_approved_outbound'],
    ['please change the isolation mode of ws-public', 'en', '--managed-network ISOLATION_MODE'],
    ['disable public network access on ws-prod', 'en', '--public-network-access Disabled'],
    ['can you add a private endpoint to ws-prod?', 'en', '--type private_endpoint'],
    ['how do I remove the private endpoint of ws-prod', 'en', 'outbound-rule remove'],
    ['passe ws-dev en allow only approved outbound', 'fr', 'allow_only_approved_outbound'],
    ['désactive l’accès réseau public sur ws-prod', 'fr', '--public-network-access Disabled'],
    ['peux-tu ajouter un point de terminaison privé à ws-prod ?', 'fr', '--type private_endpoint'],
  ] as const)('is answered with why, and with how it is done: %s', async (text, language, command) => {
    const card = await cardOf(text, language)
    expect(card).toContain(language === 'en' ? 'not changed from a chat' : 'pas depuis une conversation')
    expect(card).toContain(command)
    expect(card).toMatch(language === 'en' ? /Networking/ : /Mise en réseau/)
    // Nothing on it leads to a request.
    expect(card).not.toContain('request')
  })

  it('shows no command for what Azure lets nobody do, or what is so already', async () => {
    const noWay = await cardOf('Switch ws-prod to internet outbound', 'en')
    expect(noWay).toContain('nobody can')
    expect(noWay).not.toContain('az ml')
    const already = await cardOf('enable public network access on ws-prod', 'en')
    expect(already).toContain('set so already')
    expect(already).not.toContain('az ml')
  })

  it.each([
    'who changed the isolation mode of ws-prod?',
    'is public network access disabled on ws-prod?',
    'which private endpoints does ws-prod have',
    'add pypi.org to ws-prod',
    'do not change the isolation mode of ws-prod',
    'what is a private endpoint',
  ])('is not what these ask for: %s', text => {
    const parsed = parse(text, {}, index)
    if (parsed.intent !== 'explain_network' && parsed.intent !== 'public_access') return
    expect(lookUpOf(parsed, parsed.intent, text).byHand).toBeUndefined()
  })

  it('is asked by a button too, of what the list of such changes names alone', () => {
    expect(readLookUp({ intent: 'explain_network', byHand: 'isolation-mode' })?.byHand).toBe('isolation-mode')
    expect(readLookUp({ intent: 'explain_network', byHand: 'delete-workspace' })).toBeUndefined()
  })
})
