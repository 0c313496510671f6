import { describe, expect, it } from 'vitest'
import { factsOf } from '../../src/adapters/console/structured-facts.ts'
import { answerCard } from '../../src/cards/answer-card.ts'
import type { Answer } from '../../src/cards/answer-data.ts'
import { type LookUp, lookUp, lookUpIntents, readLookUp } from '../../src/cards/look-up.ts'
import { answerLookUp } from '../../src/intents/look-up.ts'
import { topicIds } from '../../src/knowledge/topic-id.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { buttonsOf, textOf } from '../cards/card-reading.ts'
import { answerSamples, library, lookUpPorts } from '../cards/sample-answers.ts'
import seeds from '../fixtures/seeds/facts.json' with { type: 'json' }

const en = labelsFor('en')
const ask = (asked: LookUp) => answerLookUp(asked, lookUpPorts(en))
const shownBy = (answer: Answer, labels = en) => textOf(answerCard(answer, labels).card).join('\n')

describe('of the seed documents', () => {
  it.each(Object.entries(seeds.hosts))(
    'every host of %s is in an answer, from both sides',
    async (id, hosts) => {
      const needed = await ask(lookUp('required_fqdns', { collections: [id] }))
      for (const host of hosts) {
        expect(shownBy(needed)).toContain(host)
        expect(factsOf(needed, en).hosts).toContain(host)
        const needing = await ask(lookUp('required_fqdns', { fqdns: [host] }))
        expect(shownBy(needing).replaceAll('\\', '')).toContain(
          `${library.collection(id)?.name} needs ${host}`,
        )
      }
    },
  )

  it.each(library.models.map(({ name, options }) => [name, options] as const))(
    'the model %s is in an answer, with its options',
    async (name, options) => {
      const offered = await ask(lookUp('deployment_options', { models: [name] }))
      expect(shownBy(offered)).toContain(
        `${name}: ${options.length > 1 ? 'on managed compute and' : options[0] === 'serverless' ? 'as a serverless API only' : 'on managed compute only'}`,
      )
      const usable = await ask(lookUp('can_use', { models: [name], workspaces: ['ws-prod'] }))
      expect(usable.is).toBe(options.length > 1 ? 'matrix' : 'verdict')
      for (const option of ['managed-compute', 'serverless'] as const) {
        const answer = await ask(lookUp('can_use', { models: [name], workspaces: ['ws-prod'], option }))
        if (answer.is !== 'verdict') throw new Error(`The answer is ${answer.is}.`)
        expect(answer.data.verdict.name === 'not-offered').toBe(!options.includes(option))
      }
    },
  )

  it.each(topicIds)('the topic %s is in an answer, all of it, in both languages', async topic => {
    for (const locale of ['en', 'fr'] as const) {
      const labels = labelsFor(locale)
      const answer = await answerLookUp(lookUp('explain_network', { topic }), lookUpPorts(labels))
      expect(factsOf(answer, labels).facts.map(({ id }) => id)).toEqual(
        expect.arrayContaining(
          library
            .topic(topic)
            .facts.filter(({ collection }) => collection === undefined)
            .map(({ id }) => id),
        ),
      )
      for (const { source } of factsOf(answer, labels).facts)
        expect(source?.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })
})

describe('a card and the structured answer', () => {
  it.each(Object.keys(answerSamples(en)))('say the same of %s, in both languages', name => {
    for (const labels of [en, labelsFor('fr')]) {
      const answer = answerSamples(labels)[name]
      if (answer === undefined) throw new Error(`There is no sample ${name}.`)
      const { facts, hosts = [], workspaces = [] } = factsOf(answer, labels)
      expect(facts.length + workspaces.length).toBeGreaterThan(0)
      for (const { text } of facts) expect(text).toMatch(/\S/)
      const shown = shownBy(answer, labels).replaceAll('\\', '')
      if (answer.is !== 'fleet' && answer.is !== 'workspaces' && answer.is !== 'clarify') {
        for (const host of hosts)
          if (answer.is !== 'coverage' && answer.is !== 'matrix') expect(shown).toContain(host)
        for (const workspace of new Set(workspaces)) expect(shown).toContain(workspace)
      }
    }
  })
})

describe('Azure is asked', () => {
  it.each<[string, LookUp, number, number]>([
    ['nothing where the documents answer', lookUp('cost'), 0, 0],
    [
      'nothing for the hosts that a collection needs',
      lookUp('required_fqdns', { collections: ['curated'] }),
      0,
      0,
    ],
    ['nothing to compare', lookUp('compare_collections'), 0, 0],
    [
      'for the list, and for no workspace, where the whole fleet is meant',
      lookUp('list_workspaces', { collections: ['huggingface', 'meta'] }),
      1,
      0,
    ],
    [
      'once for each workspace, whatever is asked of it',
      lookUp('can_use', {
        collections: ['huggingface', 'meta', 'curated'],
        workspaces: ['ws-prod', 'ws-dev'],
      }),
      1,
      2,
    ],
    [
      'for a project and its hub once each',
      lookUp('can_use', { models: ['Llama-3-8B-Instruct'], workspaces: ['project-ocr', 'hub-vision'] }),
      1,
      2,
    ],
    [
      'once for a host in a workspace',
      lookUp('troubleshoot', { fqdns: ['registry-1.docker.io'], workspaces: ['ws-prod'] }),
      1,
      1,
    ],
  ])('%s', async (_, asked, list, workspace) => {
    const ports = lookUpPorts(en)
    const answer = await answerLookUp(asked, ports)
    expect(answer.is).not.toBe('trouble')
    expect(ports.reads.list).toBe(list)
    // Two named workspaces whose hub is one of them: three reads would ask for it twice.
    expect(ports.reads.workspace).toBe(workspace)
  })
})

describe('a question', () => {
  it('about a workspace that is not there asks which, with the closest as buttons that ask the same', async () => {
    const answer = await ask(lookUp('can_use', { collections: ['meta'], workspaces: ['ws-porduction'] }))
    const { card } = answerCard(answer, en)
    const [first] = buttonsOf(card)
    expect(answer).toMatchObject({ is: 'clarify', data: { asks: 'workspace', unknown: 'ws-porduction' } })
    expect(first?.verb).toBe('ask.look-up')
    const again = readLookUp(first?.data)
    if (again === undefined) throw new Error('The button carries no question.')
    expect(again).toMatchObject({ intent: 'can_use', collections: ['meta'] })
    expect((await ask(again)).is).toBe('verdict')
  })

  it('never takes one of two names for the other', async () => {
    const answer = await ask(
      lookUp('show_network', { maybe: { workspaces: ['ws-prod', 'ws-dev'], collections: [] } }),
    )
    expect(answer).toMatchObject({
      is: 'clarify',
      data: { candidates: [{ title: 'ws-prod' }, { title: 'ws-dev' }] },
    })
  })

  it('with several workspaces keeps the place of one that is not there', async () => {
    const answer = await ask(
      lookUp('can_use', { collections: ['meta'], workspaces: ['ws-prod', 'ws-nowhere'] }),
    )
    expect(answer).toMatchObject({
      is: 'matrix',
      data: {
        cells: [{ is: 'judged' }, { is: 'unread', workspace: 'ws-nowhere', why: { is: 'not-found' } }],
      },
    })
  })

  it('about an error names the list, the rule that is missing and the request', async () => {
    const answer = await ask(
      lookUp('troubleshoot', { fqdns: ['registry-1.docker.io'], workspaces: ['ws-prod'] }),
    )
    const { card } = answerCard(answer, en)
    expect(shownBy(answer)).toContain(
      'registry-1.docker.io is not allowed in ws-prod: no outbound rule names it',
    )
    expect(shownBy(answer).replaceAll('\\', '')).toContain('the list names it as *.docker.io')
    expect(buttonsOf(card)[0]).toMatchObject({ verb: 'request.open', data: { collection: 'huggingface' } })
  })

  it('counts what is covered, and what only a wildcard covers', async () => {
    const answer = await ask(
      lookUp('missing_rules', { collections: ['huggingface'], workspaces: ['ws-wild'] }),
    )
    expect(shownBy(answer).replaceAll('\\', '')).toContain(
      'ws-wild has rules for 3 of the 5 hosts that Hugging Face needs\n1 of them only through *.docker.com.',
    )
  })

  it('for the fleet is narrowed and paged by buttons alone', async () => {
    const answer = await ask(lookUp('list_workspaces', { collections: ['huggingface'] }))
    const held = buttonsOf(answerCard(answer, en).card).find(
      ({ title }) => title === 'Only where it is held up',
    )
    const again = readLookUp(held?.data)
    if (again === undefined) throw new Error('The button carries no question.')
    const narrowed = await ask(again)
    if (narrowed.is !== 'fleet') throw new Error(`The answer is ${narrowed.is}.`)
    expect(narrowed.data.cells.every(({ verdict }) => ['not-yet', 'no'].includes(verdict.headword))).toBe(
      true,
    )
    expect(narrowed.data.counts.yes).toBeGreaterThan(0)
  })

  it.each([
    ['which workspaces are there in West Europe?', { region: 'westeurope' }],
    ['quels espaces ne sont pas provisionnés ?', { networkState: 'Inactive' }],
    ['which workspaces contain “ws-r”', { named: 'ws-r' }],
    ['which are blocked, and by what?', { show: 'blocked' }],
  ])('reads from "%s" what the list is narrowed to', async (text, filter) => {
    const answer = await ask(lookUp('list_workspaces', { text, collections: ['meta'] }))
    if (answer.is !== 'fleet') throw new Error(`The answer is ${answer.is}.`)
    expect(answer.data.asked).toMatchObject(filter)
  })
})

describe('a button’s question', () => {
  it('is read again as it was, and anything else is refused', () => {
    for (const intent of lookUpIntents) expect(readLookUp({ intent })).toEqual(lookUp(intent))
    expect(readLookUp({ intent: 'can_use', ids: '/subscriptions/1' })).toBeUndefined()
    expect(readLookUp({ intent: 'request_allow' })).toBeUndefined()
    expect(readLookUp({ intent: 'cost', topic: 'nothing' })).toBeUndefined()
    expect(readLookUp({ intent: 'list_workspaces', page: '-1' })).toBeUndefined()
    expect(readLookUp(undefined)).toBeUndefined()
  })
})
