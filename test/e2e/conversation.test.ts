import { describe, expect, it } from 'vitest'
import { rememberedForMs } from '../../src/bot/conversations.ts'
import {
  actionsOf,
  ada,
  channelThreadNumber,
  dana,
  personalWith,
  type Speaker,
  type Thread,
  textOf,
} from '../harness/connector.ts'
import { advance } from '../harness/store.ts'
import { cardOf } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const { house } = sharedHouse('server')

const answerTo = async (person: Speaker, thread: Thread, text: string) => {
  const { chat } = house()
  const { activityId } = await chat.say(person, thread, text)
  const answer = chat.activities.find(({ replyToId }) => replyToId === activityId)
  if (answer === undefined) throw new Error(`nobody answered ${text}`)
  return answer
}
/** What is read in the answer: a card's text, or the text. */
const said = async (person: Speaker, thread: Thread, text: string) => {
  const { card, activity } = await answerTo(person, thread, text)
  return card === undefined ? (activity.text ?? '') : textOf(card)
}
/** The verdict on this collection in this workspace. */
const about = (collection: string, workspace: string) =>
  new RegExp(`: ${collection} (?:can(?:not)? be|is|needs|depends)[^\\n]* in ${workspace}`)
let threads = 7_000
const newThread = () => {
  threads += 1
  return channelThreadNumber(threads)
}
const groupChat = (name: string): Thread => ({ id: `19:${name}@thread.v2`, type: 'groupChat' })
const titles = (card: Parameters<typeof actionsOf>[0]) => actionsOf(card).map(({ title }) => title)

describe('a question goes on from the last card', () => {
  it('to another workspace, another collection, the reason and the request, and the card names all of it', async () => {
    const thread = newThread()
    await said(dana, thread, 'can I use Hugging Face in prod-01?')
    expect(await said(dana, thread, 'and in prod-02?')).toMatch(about('Hugging Face', 'prod-02'))
    expect(await said(dana, thread, 'what about Meta?')).toMatch(about('Meta', 'prod-02'))
    expect(await said(dana, thread, 'and Hugging Face in prod-01')).toMatch(about('Hugging Face', 'prod-01'))
    const why = await said(dana, thread, 'why?')
    expect(why).toContain('prod-01')
    expect(why).toContain('cdn.auth0.com')
    const wanted = await answerTo(dana, thread, 'add them')
    expect(textOf(wanted.card)).toContain('prod-01')
    expect(textOf(wanted.card)).toContain('Hugging Face')
    expect(titles(wanted.card).some(title => title.startsWith('Request'))).toBe(true)
  })

  it('in French', async () => {
    const thread = newThread()
    await said(dana, thread, 'puis-je utiliser Hugging Face dans prod-01 ?')
    expect(await said(dana, thread, 'et pour lab-01 ?')).toContain('lab-01')
    expect(await said(dana, thread, 'et Meta ?')).toContain('Meta')
  })

  it('from a pressed button as from a text', async () => {
    const { chat } = house()
    const thread = newThread()
    const question = await answerTo(dana, thread, 'can I use Hugging Face?')
    const asked = await chat.press(dana, thread, question, 'lab-01')
    expect(textOf(cardOf(asked.value))).toMatch(about('Hugging Face', 'lab-01'))
    expect(await said(dana, thread, 'what about Meta?')).toContain('lab-01')
  })

  it('never in place of a name that does not exist', async () => {
    const thread = newThread()
    await said(dana, thread, 'can I use Hugging Face in prod-01?')
    expect(await said(dana, thread, 'show prod-77')).toContain('There is no workspace “prod-77”')
    await said(dana, thread, 'can I use Hugging Face in prod-01?')
    expect(await said(dana, thread, 'add Hugging Face in prod-77')).toContain(
      'There is no workspace “prod-77”',
    )
    await said(dana, thread, 'can I use Hugging Face in prod-01?')
    expect(await said(dana, thread, 'can I use Foobar in prod-01?')).toContain('no collection “Foobar”')
  })

  it('without becoming a change: only an order is one', async () => {
    const thread = newThread()
    await said(dana, thread, 'add Hugging Face in prod-03')
    const answer = await answerTo(dana, thread, 'and in prod-04?')
    expect(textOf(answer.card)).toMatch(about('Hugging Face', 'prod-04'))
    expect((await house().calls()).filter(({ method }) => method === 'PUT')).toEqual([])
  })

  it('for this person, in this thread, for 15 minutes', async () => {
    const [thread, other] = [newThread(), newThread()]
    await said(dana, thread, 'can I use Hugging Face in prod-05?')
    expect(await said(ada, thread, 'and in lab-01?')).not.toMatch(about('Hugging Face', 'lab-01'))
    expect(await said(dana, other, 'and in lab-01?')).not.toMatch(about('Hugging Face', 'lab-01'))
    await advance(house().clock, rememberedForMs - 60_000)
    expect(await said(dana, thread, 'and in lab-02?')).toMatch(about('Hugging Face', 'lab-02'))
    await advance(house().clock, rememberedForMs + 1_000)
    expect(await said(dana, thread, 'and in lab-01?')).not.toMatch(about('Hugging Face', 'lab-01'))
  })
})

describe('a question back', () => {
  const pending = async () => {
    const thread = newThread()
    const question = await answerTo(dana, thread, 'can I use Hugging Face?')
    const [first = '', second = ''] = titles(question.card)
    return { thread, first, second }
  }

  it.each(['the second one', '2', 'le deuxième'])('is answered by "%s"', async text => {
    const { thread, second } = await pending()
    expect(await said(dana, thread, text)).toContain(second)
  })

  it('is answered by a name alone, and by another name after a no', async () => {
    const { thread, first } = await pending()
    expect(await said(dana, thread, first)).toMatch(about('Hugging Face', first))
    const again = await pending()
    expect(await said(dana, again.thread, 'no, prod-06')).toMatch(about('Hugging Face', 'prod-06'))
  })

  it('is dropped by anything else', async () => {
    const { thread } = await pending()
    await said(dana, thread, 'my requests')
    await said(dana, thread, 'what does a private endpoint cost?')
    expect(await said(dana, thread, '2')).not.toMatch(about('Hugging Face', ''))
  })

  it('offers the names that come closest to one that does not exist', async () => {
    const thread = newThread()
    const question = await answerTo(dana, thread, 'can I use Hugging Face in prod-99?')
    expect(textOf(question.card)).toContain('prod-99')
    const [first = ''] = titles(question.card)
    expect(await said(dana, thread, 'the first one')).toMatch(about('Hugging Face', first))
  })
})

describe('a default workspace', () => {
  it('stands where none is named, says so and who chose it, and ends when told to', async () => {
    const { chat } = house()
    const thread = groupChat('defaults')
    expect(await said(dana, thread, 'use lab-03 here')).toContain('lab-03 (chosen by Dana Scientist)')
    const answer = await said(ada, thread, 'can I use Hugging Face?')
    expect(answer).toMatch(about('Hugging Face', 'lab-03'))
    expect(answer).toContain('which Dana Scientist chose')
    expect(await said(ada, thread, 'can I use Hugging Face in prod-07?')).not.toContain(
      'Dana Scientist chose',
    )
    expect(await said(ada, thread, 'can I use Meta?')).toContain('the network of lab-03')
    expect(await said(dana, thread, 'use no workspace here')).toContain('no longer assumed')
    expect(await said(ada, groupChat('another'), 'can I use Cohere?')).toContain('Which workspace')
    const misspelt = await answerTo(dana, thread, 'use lab-33 here')
    expect(await chat.press(dana, thread, misspelt, 'lab-03')).toMatchObject({
      value: expect.stringContaining('lab-03 (chosen by Dana Scientist)'),
    })
    expect(await said(dana, thread, 'n’utilise aucun espace ici')).toContain('lab-03')
  })
})

it('goes on after a restart', async () => {
  const own = personalWith(dana)
  await said(dana, own, 'can I use Hugging Face in prod-08?')
  await house().restart()
  expect(await said(dana, own, 'and in lab-04?')).toMatch(about('Hugging Face', 'lab-04'))
})

it('helps after two texts that lead nowhere', async () => {
  const thread = newThread()
  const answers = []
  for (const text of ['banana submarine', 'purple sofa', 'seven geese'])
    answers.push(await said(dana, thread, text))
  expect(answers[0]).toContain('Did you mean')
  expect(answers[1]).toContain('Did you mean')
  expect(answers[2]).toContain('What Gatehouse does')
})

describe('a way on', () => {
  it('names an unknown collection back, with those that there are, and goes on with the one that is chosen', async () => {
    const thread = newThread()
    const question = await answerTo(dana, thread, 'can I use Foobar in prod-09?')
    expect(textOf(question.card)).toContain('Gatehouse knows no collection “Foobar”')
    expect(textOf(question.card)).toMatch(/It knows .*Hugging Face/)
    expect(await said(dana, thread, 'Hugging Face')).toMatch(about('Hugging Face', 'prod-09'))
    expect(await said(ada, groupChat('fr'), 'puis-je utiliser Foobar dans prod-09 ?')).toMatch(
      /ne connaît pas de collection «\sFoobar\s»/,
    )
  })

  it('offers what may have been meant, and each button reads', async () => {
    const { chat } = house()
    const thread = newThread()
    const answer = await answerTo(dana, thread, 'banana submarine')
    const [first = ''] = titles(answer.card)
    const asked = await chat.press(dana, thread, answer, first)
    expect(textOf(cardOf(asked.value))).not.toContain('Did you mean')
  })
})
