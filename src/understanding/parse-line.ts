import { z } from 'zod'
import { contextOf } from './context-of.ts'
import type { NameIndex } from './name-index.ts'
import { parse } from './parse.ts'

const Line = z.object({ text: z.string(), context: z.record(z.string(), z.unknown()).optional() })

/** What a line of JSON (`{id?, text, context?}`) asks, or what is wrong with it. Nothing throws: the next line is answered anyhow. */
export function parseLine(line: string, index: NameIndex): Readonly<Record<string, unknown>> {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return { error: 'The line is not JSON.' }
  }
  const id = given !== null && typeof given === 'object' && 'id' in given ? { id: given.id } : {}
  const read = Line.safeParse(given)
  if (!read.success) return { ...id, error: 'Each line must be a JSON object with a "text".' }
  try {
    return { ...id, ...parse(read.data.text, contextOf(read.data.context ?? {}), index) }
  } catch (error) {
    return { ...id, error: `The text could not be read: ${error instanceof Error ? error.name : 'unknown'}.` }
  }
}
