import { plainOf, spellings } from './normalise.ts'

/** Words that tell one stage of a thing from another: never taken one for another. */
const stages = new Set(
  'prod production preprod dev development test testing tst uat stg prd ppd staging stage qa int sit acc sandbox sbx dr demo pilot poc lab hub eval'.split(
    ' ',
  ),
)

/** Whether a word tells one stage of a thing from another. */
export function isStage(word: string): boolean {
  return stages.has(word)
}

/** The runs of letters and digits of a name, folded. */
export function atomsOf(name: string): readonly string[] {
  const plain = plainOf(name)
  const found = /^[\w .-]*$/.test(plain)
    ? plain.match(/[a-z\d]+/g)
    : spellings(plain).folded.match(/[\p{L}\p{N}]+/gu)
  return found ?? []
}

/** What must agree exactly, and what may be misspelt, of a run of atoms. */
export interface Shape {
  /** Digits, stages and short words, in order. */
  readonly exact: string
  /** Everything else, joined. */
  readonly loose: string
}

/** Shorter words than this are one edit away from too many others. */
const shortest = 4

/** Takes a name apart into what a typing error may touch and what it may not. */
export function shapeOf(atoms: readonly string[]): Shape {
  let exact = ''
  let loose = ''
  for (const atom of atoms)
    for (const part of /\d/.test(atom) ? (atom.match(/\d+|[^\d]+/g) ?? []) : [atom])
      if (part.length < shortest || stages.has(part) || /\d/.test(part)) exact += `${part} `
      else loose += part
  return { exact, loose }
}
