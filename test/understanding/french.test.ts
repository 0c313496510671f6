import { expect, it } from 'vitest'
import { nameIndex } from '../../src/understanding/name-index.ts'
import { parse } from '../../src/understanding/parse.ts'

const index = nameIndex(
  ['ws-prod', 'ws-research'],
  [
    { id: 'huggingface', name: 'Hugging Face', aliases: ['hf'] },
    { id: 'meta', name: 'Meta', aliases: ['llama'] },
  ],
)

it.each([
  ['Puis-je utiliser Hugging Face dans ws-prod ?', 'can_use', ['ws-prod'], ['huggingface']],
  ['peut-on déployer Llama sur ws-research', 'can_use', ['ws-research'], ['meta']],
  ['HF dans ws-prod, possible ?', 'can_use', ['ws-prod'], ['huggingface']],
  ['Afficher ws-prod', 'show_network', ['ws-prod'], []],
  ['montre le réseau de ws-research', 'show_network', ['ws-research'], []],
  ['Quels sont les espaces de travail ?', 'list_workspaces', [], []],
  ['Aide', 'help', [], []],
  ['bonjour', 'smalltalk', [], []],
  ['quel temps fait-il à Paris', 'out_of_scope', [], []],
])('understands in French: %s', (text, intent, workspaces, collections) => {
  expect(parse(text, {}, index)).toMatchObject({ intent, entities: { workspaces, collections } })
})
