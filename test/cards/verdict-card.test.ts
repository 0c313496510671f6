import { describe, expect, it } from 'vitest'
import type { VerdictData } from '../../src/cards/card-data.ts'
import { verbs } from '../../src/cards/verbs.ts'
import { verdictCard } from '../../src/cards/verdict-card.ts'
import type { Headword, VerdictName } from '../../src/knowledge/verdict.ts'
import { buttonsOf, elementsOf, textOf, titlesOf } from './card-reading.ts'
import { labels, prod, verdictSamples } from './sample-verdicts.ts'

const names: Record<VerdictName, true> = {
  unknown: true,
  'not-offered': true,
  'follows-public-access': true,
  'not-isolated': true,
  ready: true,
  'not-provisioned': true,
  'needs-private-endpoint': true,
  'not-documented': true,
  'missing-rules': true,
  'rule-failed': true,
  'in-progress': true,
  'documented-minimum': true,
}

const firstWords: Record<Headword, string> = {
  yes: 'Yes',
  'not-yet': 'Not yet',
  no: 'No',
  depends: 'It depends',
  unknown: 'Unknown',
}

function sample(name: string): VerdictData {
  const data = verdictSamples[name]
  if (data === undefined) throw new Error(`There is no sample ${name}.`)
  return data
}

const cardOf = (name: string) => verdictCard(sample(name), labels).card

/** What the verdict offers, apart from asking the same elsewhere. */
const isOwn = ({ title }: { readonly title: string }) => !title.startsWith('Another ')

describe('the verdict card', () => {
  it('has a sample of every verdict', () => {
    expect(new Set(Object.values(verdictSamples).map(({ verdict }) => verdict.name))).toEqual(
      new Set(Object.keys(names)),
    )
  })

  it.each(Object.entries(verdictSamples))(
    'says the headword of "%s" first, on the card and in the summary',
    (_, data) => {
      const { card, summary } = verdictCard(data, labels)
      const title = elementsOf(card).find(each => each.style === 'heading')?.text
      const word = firstWords[data.verdict.headword]
      expect(String(title).startsWith(word)).toBe(true)
      expect(summary.startsWith(word)).toBe(true)
    },
  )

  it('names the missing hosts, why each is needed, and the sources with their dates', () => {
    const text = textOf(cardOf('missing-rules')).join('\n')
    expect(text).toContain('3 of the 5 hosts that Hugging Face needs are not allowed yet.')
    for (const host of ['docker.io', 'production.cloudflare.docker.com', 'cdn.auth0.com'])
      expect(text).toContain(host)
    expect(text).toContain('The delivery network of Docker Hub')
    expect(text).toContain(
      '](https://learn.microsoft.com/azure/machine-learning/how-to-network-isolation-model-catalog), 15 Dec 2023',
    )
    expect(text).toContain('by rule hf-hub')
    expect(text).toContain('Azure usually needs 10 to 15 minutes.')
    expect(text).toContain('Read from Azure just now, 22 Nov 2026, 14:05 UTC.')
  })

  it('folds the hosts of later lists away until somebody wants to see them', () => {
    const folded = elementsOf(cardOf('missing-rules')).find(each => each.id === 'later-hosts')
    expect(folded?.isVisible).toBe(false)
    expect(textOf(folded)).toContain('*.xethub.hf.co')
  })

  it('shows them at once where they are what is missing', () => {
    expect(elementsOf(cardOf('documented-minimum')).some(each => each.id === 'later-hosts')).toBe(false)
    expect(textOf(cardOf('documented-minimum'))).toContain('*.xethub.hf.co')
  })

  it('offers the request with the number of hosts, and sends ids only', () => {
    const [request, ...others] = buttonsOf(cardOf('missing-rules'))
    expect(others.at(-1)).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } })
    expect(others.slice(0, -1)).toMatchObject([
      { title: 'Why?', data: { intent: 'missing_rules', collections: 'huggingface', ids: prod.id } },
      { title: 'Another workspace', data: { collections: 'huggingface' } },
      { title: 'Another collection', data: { ids: prod.id } },
    ])
    expect(request).toMatchObject({
      title: 'Request 3 hosts…',
      verb: verbs.openRequest,
      data: { verb: verbs.openRequest, workspace: prod.id, collection: 'huggingface' },
    })
    expect(titlesOf(cardOf('documented-minimum'))).toEqual([
      'Request 6 hosts…',
      'Another workspace',
      'Another collection',
      'Open the form in a dialog…',
    ])
  })

  it.each(Object.entries(verdictSamples))(
    'offers a request for "%s" only where the verdict does',
    (_, data) => {
      const offers = data.verdict.offersRequest && data.canRequest && data.openRequest === undefined
      const asks = titlesOf(verdictCard(data, labels).card).filter(title => title.startsWith('Request'))
      expect(asks).toHaveLength(offers ? 1 : 0)
    },
  )

  it('shows the request that exists in place of offering another', () => {
    const card = cardOf('missing-rules, already requested')
    expect(textOf(card).join('\n')).toContain(
      'Already requested by Dana Scientist: request #12, waiting for approval.',
    )
    expect(buttonsOf(card).filter(isOwn)).toMatchObject([
      { title: 'Tell me too', verb: verbs.watch, data: { request: 'r-12' } },
      { title: 'Show request #12', verb: verbs.showRequest, data: { request: 'r-12' } },
    ])
  })

  it('says so where nobody could approve', () => {
    expect(textOf(cardOf('missing-rules, nobody approves')).join('\n')).toContain(
      'nobody is named as an approver',
    )
  })

  it('leads to the network where that is what is not provisioned', () => {
    expect(buttonsOf(cardOf('not-provisioned')).filter(isOwn)).toMatchObject([
      { title: 'Show ws-research', verb: verbs.showNetwork },
    ])
  })

  it('says how old a cached state is, why, and lets one ask again', () => {
    const card = cardOf('missing-rules, stale')
    expect(textOf(card).join('\n')).toContain(
      'As of 12 minutes ago (22 Nov 2026, 13:53 UTC), because Azure did not answer in time.',
    )
    expect(titlesOf(card)).toContain('Ask again')
  })

  it('speaks of the project and sends the hub, whose network it is', () => {
    const card = cardOf('missing-rules, project')
    expect(textOf(card).join('\n')).toContain(
      'project-ocr is a project and uses the managed network of its hub, hub-vision.',
    )
    expect(buttonsOf(card)[0]?.data.workspace).toMatch(/\/hub-vision$/)
  })

  it('shows how to add a private endpoint, which it does not do itself', () => {
    const snippets = elementsOf(cardOf('needs-private-endpoint')).flatMap(each => each.codeSnippet ?? [])
    expect(snippets).toHaveLength(2)
    expect(snippets[0]).toContain('--workspace-name ws-prod')
    expect(snippets[1]).toContain("name: 'ws-prod/azure-openai'")
  })
})
