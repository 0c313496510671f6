import { describe, expect, it } from 'vitest'
import { explainCard } from '../../src/cards/explain-card.ts'
import { lookUp } from '../../src/cards/look-up.ts'
import { answerDescribe, topicFacts } from '../../src/intents/explain.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import { topicIds } from '../../src/knowledge/topic-id.ts'
import { labelsFor } from '../../src/language/languages.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const { library } = loaded

describe.each(['en', 'fr'])('what the documents say, in %s', language => {
  const ports = { library, labels: labelsFor(language) }

  // Rendering itself throws on a card over 28 kB, with an expression left in it, or with a button too many.
  it.each(topicIds)('of %s fits on a card, each sentence with its sources', topic => {
    const said = topicFacts(topic, undefined, ports)
    const { card, summary } = explainCard(said, ports.labels)
    expect(said.facts.length).toBeGreaterThan(0)
    for (const { sources } of said.facts) expect(sources.length).toBeGreaterThan(0)
    expect(summary).toContain(said.title)
    expect(JSON.stringify(card)).toContain('learn.microsoft.com')
  })

  it.each(library.collections.map(({ id }) => id))('of the collection %s fits on a card', async id => {
    const answer = await answerDescribe(lookUp('describe_collection', { collections: [id] }), ports)
    if (answer.is !== 'facts') throw new Error(`The answer is ${answer.is}.`)
    const said = answer.data
    expect(said.facts.length).toBeGreaterThan(0)
    expect(explainCard(said, ports.labels).summary).toContain(said.title)
  })
})
