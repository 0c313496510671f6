import type { z } from 'zod'
import type { Fact, Place } from './fact.ts'
import type { Source } from './source.ts'
import { SourceRecords } from './source.ts'
import type { TopicId } from './topic-id.ts'

/** Reads records and keeps what is wrong with them, each by its file and field. */
export interface RecordReader {
  readonly problems: readonly string[]
  readonly sources: readonly Source[]
  /** The record, or nothing where it is wrong. */
  record<T extends z.ZodType>(file: string, shape: T, content: unknown): z.output<T> | undefined
  /** The sources of these ids. `fieldOf` names the field of the nth. */
  named(file: string, ids: readonly string[], fieldOf: (index: number) => string): Source[]
  fact(file: string, field: string, fact: WrittenFact): Fact
  refuse(file: string, field: string, message: string): void
}

interface WrittenFact {
  readonly id: string
  readonly topic: TopicId
  readonly en: string
  readonly fr: string
  readonly from: readonly { readonly source: string; readonly section?: string | undefined }[]
  readonly hosts?: readonly string[] | undefined
  readonly collection?: string | undefined
  readonly model?: string | undefined
}

/** `sources` by file: what a record may name as its source. */
export function recordReader(sources: Readonly<Record<string, unknown>>): RecordReader {
  const problems: string[] = []
  const sourceOf = new Map<string, Source>()
  const factOf = new Map<string, string>()

  const refuse = (file: string, field: string, message: string) => {
    problems.push(`${file}, ${field}: ${message}`)
  }
  const record = <T extends z.ZodType>(file: string, shape: T, content: unknown) => {
    const read = shape.safeParse(content)
    for (const issue of read.error?.issues ?? []) refuse(file, issue.path.join('.'), issue.message)
    return read.data
  }
  const named = (file: string, ids: readonly string[], fieldOf: (index: number) => string) =>
    ids.flatMap((id, index) => {
      const source = sourceOf.get(id)
      if (source === undefined) refuse(file, fieldOf(index), `no source has the id "${id}"`)
      return source ?? []
    })

  for (const [file, content] of Object.entries(sources))
    for (const source of record(file, SourceRecords, content) ?? []) sourceOf.set(source.id, source)
  for (const { id, sameAs, sections } of sourceOf.values()) {
    const original = sameAs === undefined ? undefined : sourceOf.get(sameAs)
    if (sameAs !== undefined && original?.sections?.length !== sections?.length)
      refuse('sources', id, `its sections are not those of "${sameAs}", one for one`)
  }

  return {
    problems,
    sources: [...sourceOf.values()],
    record,
    named,
    refuse,
    fact: (file, field, { id, topic, en, fr, from, hosts = [], collection, model }) => {
      const other = factOf.get(id)
      if (other !== undefined) refuse(file, `${field}.id`, `"${id}" is the id of a fact in ${other} too`)
      factOf.set(id, file)
      const places = from.flatMap(({ source: sourceId, section }, index): Place[] => {
        const place = `${field}.from.${index}`
        const [source] = named(file, [sourceId], () => `${place}.source`)
        if (section !== undefined && source?.sections?.includes(section) === false)
          refuse(file, `${place}.section`, `"${sourceId}" has no section "${section}"`)
        return source === undefined ? [] : [{ source, ...(section === undefined ? {} : { section }) }]
      })
      const section = places[0]?.section
      return {
        id,
        topic,
        text: { en, fr },
        sources: [...new Set(places.map(({ source }) => source))],
        places,
        hosts,
        ...(section === undefined ? {} : { section }),
        ...(collection === undefined ? {} : { collection }),
        ...(model === undefined ? {} : { model }),
      }
    },
  }
}
