import type { NameIndex } from './name-index.ts'
import { atomsOf } from './name-key.ts'
import type { Span } from './span.ts'

const part = '[\\p{L}\\p{N}]+'
const free = '(?<![\\p{L}\\p{N}_./@-])'
const rest = `(?:[-_.]?\\d[\\p{L}\\p{N}]*|[-_]${part})`
/** What models are called that no table here has; a bare word of these may be a person or a bird. */
const others = new RegExp(
  `${free}(?:(?:gpt|claude|gemini|gemma|(?:distil|ro|al|de|mo)?bert|falcon|dolly|qwen|stablelm|stable-diffusion|starcoder|vicuna|dbrx|whisper|dall-e|davinci|text-embedding|grok|nemotron)(?: ?\\d[\\p{L}\\p{N}.]*)?${rest}*|(?:deepseek)(?:[- ][rv]\\d${rest}*|-${part}${rest}*)?)(?![\\p{L}\\p{N}_@/-])`,
  'gu',
)
/** Families that the table has, with a version or a variant. */
const listed = new RegExp(
  `${free}(?:(?:meta|mistralai|microsoft)-)?(?:llama|mistral|mixtral|ministral|phi|jais|timegen|codestral|cohere-(?:command|embed|rerank)|command)${rest}+`,
  'giu',
)

/** Models of families that no table has, as they were written. `folded` and `cased` run alongside. */
export function foreignModelsIn(folded: string, cased: string, index: NameIndex): readonly Span[] {
  return [...folded.matchAll(others)].flatMap(({ 0: name, index: start }): Span[] => {
    const end = start + name.length
    const isKnown = index.workspaces.has(name) || index.names.has(atomsOf(name).join(''))
    return /[\d-]|gpt|deepseek|qwen/.test(name) && !isKnown
      ? [{ start, end, is: 'model', value: cased.slice(start, end) }]
      : []
  })
}

/** Written like a model of a family that the table has, and none of its models: what is answered is the collection. */
export function unlistedModelsIn(text: string, index: NameIndex): readonly string[] {
  return [...text.slice(0, 1_000).matchAll(listed)].flatMap(({ 0: name }) => {
    const key = atomsOf(name).join('')
    const isVersioned = /\d/.test(name)
    return isVersioned && !index.names.has(key) && !index.beginnings.has(key) ? [name] : []
  })
}
