import { describe, expect, it } from 'vitest'
import { hostsOfTier } from '../../src/knowledge/collection.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import type { TopicId } from '../../src/knowledge/topic-id.ts'
import seeds from '../fixtures/seeds/facts.json' with { type: 'json' }

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const { library } = loaded
const facts = library.topics.flatMap(topic => topic.facts)
const optionsKnown = ['managed-compute', 'serverless'] as const

describe('of the hosts of the seed documents', () => {
  it.each(Object.entries(seeds.hosts))('those of %s are the documented ones', (id, hosts) => {
    const collection = library.collection(id)
    if (collection === undefined) throw new Error(`There is no collection ${id}.`)
    expect(hostsOfTier(collection, 'documented').map(({ host }) => host)).toEqual(hosts)
    for (const host of hosts) expect(library.hosts().get(host)).toContain(collection)
    for (const language of ['en', 'fr'] as const)
      expect(
        library.facts(id).some(({ text }) => hosts.every(host => text[language].includes(host))),
        language,
      ).toBe(true)
  })

  it.each(Object.values(seeds.hosts).flat())('%s has its reason in English and French', host => {
    const needed = library
      .hosts()
      .get(host)?.[0]
      ?.hosts.find(each => each.host === host)
    expect(needed?.whyIn.en).toMatch(/\S/)
    expect(needed?.whyIn.fr).toMatch(/\S/)
    expect(needed?.whyIn.fr).not.toBe(needed?.whyIn.en)
  })

  it('none belongs to a collection that needs nothing', () => {
    expect([...library.hosts().values()].flat().every(({ needs }) => needs === 'hosts')).toBe(true)
    expect(library.hosts().get('example.org')).toBeUndefined()
  })
})

describe('of the table of deployment options', () => {
  it.each(seeds.deploymentOptions)('the row of $family is known', row => {
    const family = library.families.find(({ name }) => name === row.family)
    if (row.family === 'Other models') {
      expect([family?.options, family?.models]).toEqual([['managed-compute'], []])
      return
    }
    for (const option of optionsKnown) {
      const named = row[option].filter(name => name !== 'Not available')
      const offered = family?.models.filter(({ options }) => options.includes(option)) ?? []
      expect(offered.map(({ name }) => name).toSorted(), option).toEqual(named.toSorted())
      expect(family?.options.includes(option), option).toBe(named.length > 0)
    }
  })

  it('every model is found by its name, however it is spelt', () => {
    for (const { name } of library.models) {
      expect(library.model(name)?.name).toBe(name)
      expect(library.model(name.toUpperCase().replaceAll('-', ' '))?.name).toBe(name)
    }
    expect(library.model('mistral-large-2407')?.name).toBe('Mistral-large (2407)')
    expect(library.model('Mistral-large')).toBeUndefined()
    expect(library.model('gpt-42')).toBeUndefined()
  })

  it('every model belongs to a collection, whose options include its own', () => {
    for (const { name, collection, options } of library.models)
      expect(library.collection(collection)?.options, name).toEqual(expect.arrayContaining([...options]))
  })

  it('every model stands in a fact, in both languages, under the option that it has', () => {
    for (const { name, options, collection } of library.models)
      for (const option of optionsKnown) {
        const fact = library
          .facts(collection)
          .find(({ id, topic }) => topic === 'deployment-options' && id.endsWith(option))
        const named = (text = '') =>
          text
            .replace(/^.*?:\s/, '')
            .replace(/\.$/, '')
            .split(', ')
        for (const language of ['en', 'fr'] as const)
          expect(named(fact?.text[language]).includes(name), `${name}, ${option}, ${language}`).toBe(
            options.includes(option),
          )
      }
  })
})

describe('of the sections of the seed documents', () => {
  it.each(Object.entries(seeds.sections))('all of %s are known, in their order', (id, sections) => {
    expect(library.sources.find(source => source.id === id)?.sections).toEqual(sections)
  })

  it.each(['catalog-isolation-2023-12', 'model-catalog-2023-12', 'model-catalog-2024-05'] as const)(
    'each of %s has a fact',
    id => {
      for (const section of seeds.sections[id])
        expect(
          facts.some(({ places }) => places.some(at => at.source.id === id && at.section === section)),
          section,
        ).toBe(true)
    },
  )
})

describe('of what the documents say', () => {
  it.each<[TopicId, RegExp, RegExp]>([
    ['discover', /sample inference/, /exemples d’inférence/],
    ['compare', /benchmarks/, /bancs d’essai/],
    ['evaluate', /own test data/, /données de test/],
    ['fine-tune', /fine-tuned with UI wizards/, /assistants de l’interface/],
    ['deploy', /online inference only/, /qu’à l’inférence en ligne/],
    ['import', /limited support/, /prise en charge limitée/],
    ['download', /managed compute can also be downloaded/, /téléchargés/],
    ['attributes', /MLflow or Triton/, /MLflow ou Triton/],
    ['attributes', /not hosted on Azure/, /pas hébergés sur Azure/],
    ['network-modes', /only way/, /seul moyen/],
    ['network-modes', /every collection .* works/, /toutes les collections/],
    ['network-modes', /^Disabled/, /^Disabled/],
    ['portal-steps-internet-outbound', /Private with Internet Outbound/, /Private with Internet Outbound/],
    ['portal-steps-approved-outbound', /step 3/, /étape 3/],
    ['portal-steps-approved-outbound', /step 4/, /étape 4/],
    ['provisioning', /when a compute resource is created/, /ressource de calcul/],
    ['provisioning', /az ml workspace provision-network/, /az ml workspace provision-network/],
    ['connect-private', /Point-to-site/, /Point à site/],
    ['connect-private', /Site-to-site/, /Site à site/],
    ['connect-private', /ExpressRoute connects/, /ExpressRoute relie/],
    ['connect-private', /jump box/, /jump box/],
    ['cost', /implemented with Azure Firewall/, /Pare-feu Azure/],
    ['cost', /private endpoints are billed/, /points de terminaison privés sont facturés/],
    ['service-endpoint-policy-and-mcr', /service endpoint policy/, /stratégie de point de terminaison/],
    ['service-endpoint-policy-and-mcr', /Microsoft Container Registry/, /Microsoft Container Registry/],
    ['deployment-options', /core hours/, /heures-cœurs/],
    ['deployment-options', /central GPU pool/, /pool central de GPU/],
    ['registries-and-policy', /geo-replication/, /géoréplication/],
    ['registries-and-policy', /Azure Policy/, /Azure Policy/],
    ['quota', /temporarily shared quota/, /quota temporairement partagé/],
    ['prompt-flow-and-langchain', /Open Model LLM/, /Open Model LLM/],
    ['prompt-flow-and-langchain', /LangChain/, /LangChain/],
    ['authentication', /Entra ID/, /Entra ID/],
    ['authentication', /keys only/, /que des clés/],
    ['content-safety', /jailbreaks/, /jailbreak/],
    ['data-processing', /data processor/, /sous-traitant/],
    ['billing', /Azure Marketplace/, /Place de marché/],
    ['billing', /First Party Consumption Services/, /First Party Consumption Services/],
    ['public-access', /before 11 July 2024, new/, /avant le 11 juillet 2024, les nouveaux/],
    ['public-access', /made before 11 July 2024/, /datent d’avant le 11 juillet 2024/],
    ['public-access', /five minutes/, /cinq minutes/],
    ['public-access', /On Your Data/, /On Your Data/],
    ['public-access', /Settings, Networking, the Public access tab/, /Paramètres, Mise en réseau/],
    ['regions-and-billing-country', /billing account in a country/, /compte de facturation/],
    ['serverless-fine-tuning-and-rag', /hosted, pay-as-you-go/, /ajustement hébergé/],
    ['serverless-fine-tuning-and-rag', /RAG/, /RAG/],
    ['preview', /isolated network/, /réseau isolé/],
    ['licences', /third-party licences/, /licences tierces/],
    ['support', /Hugging Face forum/, /forum ou au support/],
    ['not-in-catalogue', /any framework/, /n’importe quel framework/],
    ['suggesting-a-model', /form/, /formulaire/],
    ['deprecation', /retirement/, /retrait/],
    ['exfiltration-and-safety', /written to/, /écriture/],
    ['known-traps', /80 and 443/, /80 et 443/],
    ['known-traps', /Spark/, /Spark/],
    ['known-traps', /one-way/, /sens unique/],
  ])('%s says %s, and in French %s', (id, english, french) => {
    const texts = library.topic(id).facts.map(({ text }) => text)
    expect(texts.some(({ en, fr }) => english.test(en) && french.test(fr))).toBe(true)
  })

  it('the two dates at which the documents differ are both told', () => {
    const ids = new Set(facts.map(({ id }) => id))
    for (const area of [
      'collections-curated',
      'collections-azure-openai',
      'collections-huggingface',
      'support-curated',
    ])
      expect([area, ids.has(`${area}-2023`), ids.has(`${area}-2024`)]).toEqual([area, true, true])
  })
})
