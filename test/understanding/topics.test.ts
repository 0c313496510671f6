import { expect, it } from 'vitest'
import { nameIndex } from '../../src/understanding/name-index.ts'
import { parse } from '../../src/understanding/parse.ts'

const index = nameIndex(
  ['ws-prod'],
  [
    { id: 'huggingface', name: 'Hugging Face', aliases: ['hf'] },
    { id: 'meta', name: 'Meta', aliases: ['llama'] },
  ],
)

it.each([
  ['how much does a firewall cost?', 'cost', 'cost'],
  ['combien coûte le pare-feu', 'cost', 'cost'],
  ['how do I connect through a VPN', 'connect_private', 'connect-private'],
  ['what is the public network access flag for', 'public_access', 'public-access'],
  ['which deployment options are there', 'deployment_options', 'deployment-options'],
  ['who supports Hugging Face models', 'licence_support', 'support'],
  ['what licence does Meta have', 'licence_support', 'licences'],
  ["quels sont les modes d'isolation", 'explain_network', 'network-modes'],
  ['are wildcards allowed', 'explain_network', 'known-traps'],
])('answers from the documents: %s', (text, intent, topic) => {
  expect(parse(text, {}, index)).toMatchObject({ intent, entities: { topic } })
})

it.each([
  ['what is Hugging Face', 'describe_collection'],
  ['tell me about Meta', 'describe_collection'],
  ['can I use Meta serverless', 'can_use'],
  ['show the network of ws-prod', 'show_network'],
])('%s is %s', (text, intent) => {
  const parsed = parse(text, {}, index)
  expect(parsed.intent).toBe(intent)
  expect(parsed.entities.topic).toBeUndefined()
})
