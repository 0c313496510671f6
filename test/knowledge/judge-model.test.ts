import { describe, expect, it } from 'vitest'
import { judge } from '../../src/knowledge/judge.ts'
import { loadLibrary } from '../../src/knowledge/library.ts'
import type { Question } from '../../src/knowledge/verdict.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const { library } = loaded

function about(name: string, option?: Question['option']): Question {
  const model = library.model(name)
  const collection = library.collection(model?.collection ?? '')
  if (model === undefined || collection === undefined) throw new Error(`There is no model ${name}.`)
  return { collection, model, ...(option === undefined ? {} : { option }) }
}

const approved = workspaceNamed('ws', { rules: [fqdn('a', ['example.org'])] })

describe('a question about a model', () => {
  it.each([
    ['Llama-3-8B-Instruct', undefined, 'ready'],
    ['Llama-3-8B-Instruct', 'serverless', 'follows-public-access'],
    ['Llama-3-8B', 'serverless', 'not-offered'],
    ['Llama-3-8B', 'managed-compute', 'ready'],
    ['Phi-3-vision-128k-Instruct', 'serverless', 'not-offered'],
    ['Phi-3-mini-4k-Instruct', undefined, 'not-documented'],
    ['mistralai-Mixtral-8x7B-v01', 'serverless', 'not-offered'],
    ['Mistral-Nemo', 'managed-compute', 'not-offered'],
    ['Mistral-Nemo', undefined, 'follows-public-access'],
    ['Cohere-rerank-v3-english', 'managed-compute', 'not-offered'],
    ['jais-30b-chat', undefined, 'follows-public-access'],
    ['TimeGEN-1', 'managed-compute', 'not-offered'],
  ] as const)('%s with the option %s is answered: %s', (name, option, expected) => {
    expect(judge(about(name, option), approved).name).toBe(expected)
  })

  it('is answered for each model and option of the table, and never by a throw', () => {
    for (const { name, options } of library.models)
      for (const option of ['managed-compute', 'serverless'] as const)
        expect([name, option, judge(about(name, option), approved).name === 'not-offered']).toEqual([
          name,
          option,
          !options.includes(option),
        ])
  })
})
