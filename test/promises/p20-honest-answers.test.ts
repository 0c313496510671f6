import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/adapters/console/structured-facts.ts'
import { topicIds } from '../../src/knowledge/topic-id.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { answerSamples, library } from '../cards/sample-answers.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { dana, textOf } from '../harness/connector.ts'
import { linesOf } from '../understanding/corpus-index.ts'

const fromDocuments = new Set(topicIds.flatMap(topic => library.topic(topic).facts.map(({ id }) => id)))
const everySixth = <T>(all: readonly T[]) => all.filter((_, index) => index % 6 === 0)
const questions = everySixth(linesOf<{ readonly text: string }>('must-not-change.jsonl'))

describe('P20 whatever is asked', () => {
  const { house, newRoad } = sharedHouse('embedded')

  it('Azure is only read, and nothing is requested', async () => {
    const { thread, ask } = newRoad()
    // Seen just before: the hardest place for a question to stay one.
    await ask()
    for (const { text } of questions) {
      const { activityId } = await house().chat.say(dana, thread, text)
      expect(house().chat.activities.filter(({ replyToId }) => replyToId === activityId)).not.toEqual([])
    }
    expect(questions.length).toBeGreaterThan(40)
    expect((await house().calls()).filter(({ method }) => method !== 'GET')).toEqual([])
    const { rows } = await house().gatehouse.engine.sql.query('select 1 from requests')
    expect(rows).toEqual([])
  })

  it.each(['can I use Hugging Face in ws-nowhere-at-all?', 'can I use the Zeppelin collection in ws-prod?'])(
    '%s: a name that nobody knows is asked about, not answered',
    async text => {
      const { chat } = house()
      const { thread } = newRoad()
      const { activityId } = await chat.say(dana, thread, text)
      const answer = chat.activities.find(({ replyToId }) => replyToId === activityId)
      const said = `${textOf(answer?.card)}${answer?.activity.text ?? ''}`
      expect(said).toContain('?')
      expect(said).not.toMatch(/^(Yes|No|Not yet)\b/m)
    },
  )
})

it.each(['en', 'fr'])('P20 what is told from documents names its document and date (%s)', locale => {
  const labels = labelsFor(locale)
  const told = Object.values(answerSamples(labels))
    .flatMap(answer => factsOf(answer, labels).facts)
    .filter(({ id }) => fromDocuments.has(id))
  expect(told.length).toBeGreaterThan(10)
  for (const { source } of told) {
    expect(source?.title).toMatch(/\S/)
    expect(source?.date).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})
