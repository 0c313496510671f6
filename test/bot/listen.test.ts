import { describe, expect, it } from 'vitest'
import { labelsOf, listen } from '../../src/bot/listen.ts'
import { type Audience, audienceOf, audienceOfPerson } from '../../src/conversation/audience.ts'
import type { ConversationReference } from '../../src/conversation/messenger.ts'
import type { KnownPerson } from '../../src/conversation/person.ts'
import type { Tongue } from '../../src/conversation/tongue.ts'
import type { Tongues } from '../../src/conversation/tongues.ts'
import { speakLanguage } from '../../src/intents/speak-language.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { languageOrdered } from '../../src/understanding/language-command.ts'
import { ada, dana } from '../cards/sample-requests.ts'

const { tenantId } = dana
const channel: ConversationReference = {
  tenantId,
  key: '19:c;messageid=1',
  audience: '19:c',
  kind: 'channel',
  address: {},
}
const chatWith = (person: KnownPerson): ConversationReference => ({
  tenantId,
  key: `a:${person.objectId}`,
  audience: audienceOfPerson(person).key,
  kind: 'personal',
  address: {},
})

function memory() {
  const kept = new Map<string, Tongue>()
  let writes = 0
  const keyOf = (audience: Audience) => `${audience.tenantId} ${audience.key}`
  const tongues: Tongues = {
    of: async audiences => audiences.map(audience => kept.get(keyOf(audience)) ?? {}),
    keep: async (audience, tongue) => {
      writes += 1
      kept.set(keyOf(audience), tongue)
    },
  }
  const speaks = async (labels: Promise<{ readonly locale: string }>) => (await labels).locale.slice(0, 2)
  return {
    tongues,
    writes: () => writes,
    /** The language of the answer to a message. */
    says: (person: KnownPerson, conversation: ConversationReference, text: string) =>
      speaks(listen({ kind: 'message', activityId: '1', text, person, conversation }, tongues)),
    presses: (
      person: KnownPerson,
      conversation: ConversationReference,
      via: 'execute' | 'submit' = 'execute',
    ) => {
      const pressed = { verb: 'v', data: {}, trigger: 'manual', activityId: '1' } as const
      return speaks(listen({ kind: 'press', via, ...pressed, person, conversation }, tongues))
    },
    order: async (person: KnownPerson, conversation: ConversationReference, text: string) => {
      const language = languageOrdered(text)
      if (language === undefined) throw new Error(`no order: ${text}`)
      return speakLanguage(language, person, conversation, { tongues, labels: labelsFor(language) })
    },
    reads: (audience: Audience) => speaks(labelsOf(audience, tongues)),
  }
}

const inFrench = 'Puis-je utiliser Hugging Face dans ws-prod ?'
const inEnglish = 'Can I use Hugging Face in ws-prod?'
const french = { ...ada, locale: 'fr-FR' }
const english = { ...dana, locale: 'en-GB' }

describe('the language of an answer', () => {
  it('is the place’s for what everybody reads, and the reader’s for what only one sees', async () => {
    const { says, presses } = memory()
    expect(await says(english, channel, inFrench)).toBe('fr')
    expect(await says(english, { ...channel, key: '19:c;messageid=2' }, inEnglish)).toBe('fr')
    expect(await presses(english, channel)).toBe('en')
    expect(await presses(english, channel, 'submit')).toBe('fr')
    expect(await presses(french, channel)).toBe('fr')
  })

  it('follows what a person writes, remembers it, and else their client', async () => {
    const { says, presses, reads } = memory()
    expect(await says(french, chatWith(french), 'ws-prod')).toBe('fr')
    expect(await says(french, chatWith(french), inEnglish)).toBe('en')
    expect(await says(french, chatWith(french), 'ws-prod')).toBe('en')
    expect(await presses(french, channel)).toBe('en')
    expect(await reads(audienceOfPerson(french))).toBe('en')
    expect(await reads(audienceOfPerson(english))).toBe('en')
  })

  it('changes in a place when more is written in another one, not at the first word of a guest', async () => {
    const { says, reads } = memory()
    for (let times = 0; times < 9; times += 1) await says(french, channel, inFrench)
    for (let times = 0; times < 5; times += 1) expect(await says(english, channel, inEnglish)).toBe('fr')
    expect(await says(english, channel, inEnglish)).toBe('en')
    expect(await reads(audienceOf(channel))).toBe('en')
  })

  it('is English where nothing tells, and that of whoever came first where nothing was written', async () => {
    const silent = { ...dana }
    const { says, reads } = memory()
    expect(await says(silent, chatWith(silent), 'ws-prod')).toBe('en')
    expect(await reads(audienceOf(channel))).toBe('en')
    expect(await says(french, channel, 'ws-prod')).toBe('fr')
    expect(await says(english, channel, 'ws-prod')).toBe('fr')
  })

  it('is the one that was asked for, whatever is written afterwards', async () => {
    const { says, order, presses, reads } = memory()
    expect(await order(english, chatWith(english), 'parle français')).toEqual({
      kind: 'text',
      text: 'Gatehouse vous répond désormais en français.',
    })
    expect(await says(english, chatWith(english), inEnglish)).toBe('fr')
    // In a channel it is asked for the channel too, but for no other person.
    expect(await order(french, channel, 'Speak English, please')).toMatchObject({ kind: 'text' })
    expect(await says(french, channel, inFrench)).toBe('en')
    expect(await presses(english, channel)).toBe('fr')
    expect(await reads(audienceOfPerson(french))).toBe('en')
  })

  it('costs no write once it is known', async () => {
    const { says, presses, writes } = memory()
    for (let times = 0; times < 9; times += 1) await says(english, channel, inEnglish)
    const before = writes()
    await says(english, channel, inEnglish)
    await presses(english, channel)
    expect(writes()).toBe(before)
  })
})

describe('the order to speak a language', () => {
  it.each([
    ['speak French', 'fr'],
    ['Speak English!', 'en'],
    ['parle anglais', 'en'],
    ['parle français', 'fr'],
    ['Parlez-moi en français, s’il vous plaît', 'fr'],
    ['réponds en anglais svp', 'en'],
    ['please answer in French', 'fr'],
    ['in English please', 'en'],
    ['en français', 'fr'],
    ['switch to French', 'fr'],
  ])('is %s', (text, language) => {
    expect(languageOrdered(text)).toBe(language)
  })

  it.each([
    'do you speak French?',
    'parle-t-il français ?',
    'which models speak French',
    'don’t speak French',
    'ne parle pas français',
    'Can I use the French models in ws-prod',
    'speak',
    '',
  ])('is not %s', text => {
    expect(languageOrdered(text)).toBeUndefined()
  })
})
