import { describe, expect, it } from 'vitest'
import { en } from '../../src/language/en.ts'
import { fr } from '../../src/language/fr.ts'
import { labelsFor, languages } from '../../src/language/languages.ts'
import { nameIndex } from '../../src/understanding/name-index.ts'
import { parse } from '../../src/understanding/parse.ts'
import { elementsOf, textOf } from '../cards/card-reading.ts'
import { cardsIn } from '../cards/cards-in.ts'
import { ownWords } from './own-words.ts'
import { everythingOf } from './spoken.ts'

const spoken = everythingOf(fr)
const cards = cardsIn(fr)

/** What is the same in both languages: numbers, what others wrote, and words that both have. */
const sameInBoth = [
  /^(X1|A1|W1|Q1( \(X1\))?)$/,
  /^(az CLI|Bicep|Terraform|REST|CSV)$/,
  /^Sources? [\d–, ]+$/,
  /^(Isolation|Collection|active|inactive)$/,
]

/** A no-break space stands before high punctuation and within quotation marks, and nowhere an ordinary one. */
const badlySpaced =
  /[ \u202f][:;!?»]|«(?!\u00a0)|(?<!\u00a0)»|[\p{L}\d)…’»][;!?](?!\S)|[\p{L}\d)](?<!https):(?=\s)/u

const englishWords =
  /(?<![\p{L}\p{N}’'-])(the|and|of|is|are|was|not|with|for|from|this|that|it|its|to|by|in|host|hosts|rule|rules|request|requests|requested|workspace|workspaces|network|firewall|approve|approved|reject|show|help|ask|again|nothing|who|which|what|azure says|state|step|yes|no|depends|unknown)(?![\p{L}\p{N}’'-])/iu

/** Without the names that Microsoft gives its things in every language. */
function withoutNames(text: string): string {
  return text.replace(
    /Curated by Azure AI|Microsoft\.MachineLearningServices[\w/*]*|Microsoft\.Network|Azure AI Enterprise Network Connection Approver|\((Disabled|Allow\w+|Active|Inactive)\)/g,
    '',
  )
}

describe('French', () => {
  it('answers every key that English answers', () => {
    const keys = (all: typeof spoken) => new Set(all.map(([path]) => path))
    expect(keys(spoken)).toEqual(keys(everythingOf(en)))
    expect(spoken.length).toBe(everythingOf(en).length)
    for (const [path, text] of spoken) expect(text.trim(), path).not.toBe('')
  })

  it('says everything otherwise than English does, but for words that both have', () => {
    const english = everythingOf(en)
    const alike = spoken.filter(([, text], index) => english[index]?.[1] === text).map(([, text]) => text)
    expect(alike.filter(text => !sameInBoth.some(allowed => allowed.test(text)))).toEqual([])
  })

  it('has no English word left in it', () => {
    const left = spoken.filter(([, text]) => englishWords.test(withoutNames(text)))
    expect(left).toEqual([])
  })

  it('spaces its punctuation as French does', () => {
    expect(spoken.filter(([, text]) => badlySpaced.test(text))).toEqual([])
    expect(spoken.filter(([, text]) => /['"“”]|\.\.\.|\s{2}| [.,…)]|\(\s|\.\./.test(text))).toEqual([])
  })

  it('forgets no vowel before another', () => {
    const hard = { collection: 'Azure OpenAI', workspace: 'eu-prod' }
    const told = [
      fr.verdict.title('not-provisioned', 'not-yet', hard),
      fr.verdict.reason({ code: 'hosts-not-documented' }, hard),
      fr.network.title('eu-prod', 'AllowOnlyApprovedOutbound', 'Active'),
      fr.request.provisioning('eu-prod'),
      fr.workspaces.projectRow('eu-hub'),
    ]
    expect(told[0]).toBe('Pas encore\u00a0: le réseau d’eu-prod n’est pas provisionné')
    expect(told[1]).toContain('Les poids des modèles d’Azure OpenAI')
    expect(told[2]).toBe('Le réseau d’eu-prod est actif')
    expect(told[3]).toBe('Provisionner le réseau d’eu-prod')
    expect(told[4]).toBe('Projet, utilise le réseau d’eu-hub')
    for (const [, text] of spoken)
      expect(text).not.toMatch(/(?<![\p{L}’-])(de|le|la|que|ne|se|je|ce) [aeiouéèêâîôûy]/iu)
  })

  it('speaks in whole sentences wherever English does', () => {
    const english = everythingOf(en)
    for (const [index, [path, text]] of spoken.entries()) {
      const said = english[index]?.[1] ?? ''
      expect(text.endsWith('.'), `${path}: ${text}`).toBe(said.endsWith('.'))
      expect(text).not.toMatch(/undefined|null|NaN|\[object/)
      if (text.endsWith('.')) expect(text).toMatch(/^[\p{Lu}\d«]/u)
    }
  })

  it('leaves letter by letter what others wrote', () => {
    const theirs = 'not "so" : why ? «x» ; l\'autre !'
    const told = [
      fr.network.failedRule(theirs, theirs),
      fr.clarify.title('workspace', theirs),
      fr.request.pleaseDecide(theirs),
      fr.news.rejected(1, theirs, theirs),
      fr.request.failure({ is: 'refused', code: theirs, message: theirs }),
    ]
    for (const text of told) expect(text).toContain(theirs)
  })

  it('counts as French people do: nought is singular', () => {
    expect([0, 1, 2].map(fr.counts.hosts)).toEqual(['0 hôte', '1 hôte', '2 hôtes'])
    expect(fr.counts.hosts(1200)).toMatch(/^1[\u00a0\u202f]200 hôtes$/)
    expect(fr.buttons.request(1)).toBe('Demander 1 hôte…')
    expect(fr.counts.list(['a', 'b', 'c'])).toBe('a, b et c')
    expect(fr.network.failedTitle('ws-prod', 2)).toBe('ws-prod a 2 règles de trafic sortant en échec')
    expect(fr.form.documented(5, 1)).toBe('5 documentés, dont 1 caractère générique')
  })

  it('tells times in UTC and says so', () => {
    expect(fr.times.instant(Date.UTC(2026, 7, 1, 0, 5))).toMatch(/^1(er)? août 2026(,| à) 00:05 UTC$/)
    expect(fr.times.day('2023-12-15')).toBe('15 déc. 2023')
    expect(fr.times.ago(20_000)).toBe('il y a moins d’une minute')
    expect(fr.times.ago(60_000)).toMatch(/^il y a 1\sminute$/)
    expect(fr.times.ago(72 * 3_600_000)).toMatch(/^il y a 3\sjours$/)
  })

  it('is chosen by the language of the locale, whatever the country', () => {
    for (const locale of ['fr', 'fr-FR', 'fr-CA', 'FR-be', 'fr-Latn-CH']) expect(labelsFor(locale)).toBe(fr)
    for (const locale of ['fro', 'fy-NL', 'frr']) expect(labelsFor(locale)).toBe(en)
    for (const [name, labels] of Object.entries(languages))
      expect(labelsFor(labels.locale), name).toBe(labels)
  })

  it('names its buttons by what they do', () => {
    expect(fr.buttons.request(5)).toMatch(/^Demander /)
    expect(fr.buttons.submit).toMatch(/^Demander /)
    expect(fr.buttons.requestProvisioning).toMatch(/^Demander /)
    expect(fr.buttons.approve).toBe('Approuver')
    expect(fr.buttons.reject).toBe('Refuser')
    expect(fr.buttons.withdraw).toBe('Retirer la demande')
  })
})

describe('the sample cards', () => {
  it.each(cards.map(({ name, rendered }) => [name, rendered] as const))(
    'come in French too: %s',
    (_, { card, summary }) => {
      expect(card.lang).toBe('fr-FR')
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000)
      const titles = elementsOf(card).flatMap(({ title, label, placeholder, errorMessage, tooltip }) =>
        [title, label, placeholder, errorMessage, tooltip].filter(each => typeof each === 'string'),
      )
      for (const text of [summary, ...textOf(card), ...titles].map(ownWords)) {
        expect(withoutNames(text)).not.toMatch(englishWords)
        expect(text).not.toMatch(badlySpaced)
      }
    },
  )

  it('offer as examples what is understood', () => {
    const index = nameIndex(
      ['ws-prod'],
      [{ id: 'huggingface', name: 'Hugging Face', aliases: ['huggingface'] }],
    )
    const [first = ''] = fr.notUnderstood.examples('ws-prod')
    expect(parse(first, {}, index)).toMatchObject({
      intent: 'can_use',
      entities: { workspaces: ['ws-prod'], collections: ['huggingface'] },
    })
  })
})
