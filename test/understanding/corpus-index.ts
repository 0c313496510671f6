import { readFileSync } from 'node:fs'
import { loadLibrary } from '../../src/knowledge/library.ts'
import { nameIndex } from '../../src/understanding/name-index.ts'

const loaded = loadLibrary()
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))

/** A file beside the tests, as text. */
export function fileOf(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** The lines of a JSON Lines file beside the tests. */
export function linesOf<Line>(name: string): readonly Line[] {
  return fileOf(name)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}

/** Our own collections and models, and the workspaces that the corpus speaks of. */
export const corpusIndex = nameIndex(
  JSON.parse(fileOf('corpus/workspaces.json')),
  loaded.library.collections,
  loaded.library.models,
)
