import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/language/detect.ts'
import { en } from '../../src/language/en.ts'
import { fr } from '../../src/language/fr.ts'
import { sentencesOf } from './spoken.ts'

const french = [
  'Puis-je utiliser Hugging Face dans ws-prod ?',
  'Est-ce que Hugging Face marche dans ws-prod ?',
  'est-ce qu’on peut déployer Mistral sur ws-prod',
  "j'ai besoin de Curated by Azure AI",
  'Quels sont les espaces de travail ?',
  'Quels espaces de travail sont bloqués, et par quoi ?',
  'Montre-moi le réseau de ws-prod',
  'affiche ws-prod',
  'Afficher ws-prod',
  'Aide',
  'Bonjour',
  'bonjour Gatehouse',
  'merci !',
  'Pourquoi ws-prod est bloqué ?',
  'pourquoi c’est non',
  'Combien coûte le pare-feu ?',
  'règles réseau ws-prod',
  'Quelle est la différence entre Meta et Mistral ?',
  'Il manque quoi pour Hugging Face',
  "L'accès réseau public est-il désactivé ?",
  'PUIS-JE UTILISER HUGGING FACE DANS WS-PROD',
  'Que veut dire « only approved outbound is not allowed » dans ce message ?',
  'Le déploiement échoue avec `could not connect to the host`, pourquoi ?',
  'Je voudrais provisionner le workspace ws-research',
  'provisionner ws-research',
  'Oui, demande les hôtes',
  'L’espace ws-prod, help : pourquoi est-il bloqué ?',
]

const english = [
  'Can I use Hugging Face in ws-prod?',
  'Is Hugging Face usable in ws-prod?',
  'could we deploy Mistral there',
  "what's missing for Curated by Azure AI",
  'Which workspaces are there?',
  'Which workspaces are blocked, and by what?',
  'Show me the network of ws-prod',
  'show ws-prod',
  'Help',
  'hello',
  'thanks!',
  'Why is ws-prod blocked?',
  'How much does the firewall cost?',
  'What is the difference between Meta and Mistral?',
  'I need the hosts for the café project',
  "it doesn't work",
  'Is public network access disabled?',
  'CAN I USE HUGGING FACE IN WS-PROD',
  'What does « réseau virtuel managé » mean here?',
  'Does René have access to it?',
  'please list all rules',
  'Bonjour, can I use Hugging Face?',
]

const undecided = [
  '',
  '   ',
  '?',
  '12',
  'ws-prod',
  'Hugging Face',
  'Hugging Face ws-prod',
  'René',
  'Zoë Müller',
  'résumé',
  'L’Oréal',
  'OK',
  'non',
  'docker.io huggingface.co',
  'https://learn.microsoft.com/fr-fr/azure/the-list-of-rules',
  'Can I use Hugging Face dans mon espace de travail ?',
  'the réseau est down and les règles are gone',
  'Pourquoi cette erreur: could not connect to the host',
  'Kann ich Hugging Face in ws-prod benutzen?',
  '¿Puedo usar Hugging Face en la red de ws-prod?',
  'ws-prod で Hugging Face を使えますか',
  'help aide',
]

describe('the language of a text', () => {
  it.each(french)('is French for: %s', text => {
    expect(languageOf(text)).toBe('fr')
  })

  it.each(english)('is English for: %s', text => {
    expect(languageOf(text)).toBe('en')
  })

  it.each(undecided)('is left open for: %s', text => {
    expect(languageOf(text)).toBeUndefined()
  })

  it('is never mistaken in what Gatehouse itself says', () => {
    for (const text of sentencesOf(fr)) expect(languageOf(text), text).not.toBe('en')
    for (const text of sentencesOf(en)) expect(languageOf(text), text).not.toBe('fr')
    const long = (text: string) => text.split(/\s/).length >= 12
    for (const text of sentencesOf(fr).filter(long)) expect(languageOf(text), text).toBe('fr')
    for (const text of sentencesOf(en).filter(long)) expect(languageOf(text), text).toBe('en')
  })

  it('does not depend on the kind of apostrophe or on how accents are composed', () => {
    for (const text of [...french, ...english, ...undecided]) {
      expect(languageOf(text.replaceAll('’', "'"))).toBe(languageOf(text))
      expect(languageOf(text.normalize('NFD'))).toBe(languageOf(text))
    }
  })

  it('takes any text, however long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(['en', 'fr', undefined]).toContain(languageOf(text))
      }),
    )
    expect(languageOf(`${'"'.repeat(50_000)}${'`'.repeat(50_000)}${'l’'.repeat(100_000)}`)).toBeUndefined()
  })
})
