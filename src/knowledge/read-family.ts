import { type Family, FamilyRecord } from './model.ts'
import type { RecordReader } from './record-reader.ts'

/** One row of the table of deployment options, or nothing where the record is wrong. */
export function readFamily(reader: RecordReader, file: string, content: unknown): Family | undefined {
  const record = reader.record(file, FamilyRecord, content)
  if (record === undefined) return undefined
  const { id, name, collection, options, from } = record
  const sources = reader.named(file, [from.source], () => 'from.source')
  if (sources.some(({ sections }) => sections?.includes(from.section) === false))
    reader.refuse(file, 'from.section', `"${from.source}" has no section "${from.section}"`)
  if (collection === undefined && record.models.length > 0)
    reader.refuse(file, 'collection', 'models need the collection whose network needs are theirs')
  return {
    id,
    name,
    options,
    sources,
    section: from.section,
    ...(collection === undefined ? {} : { collection }),
    models: record.models.map(model => ({
      name: model.name,
      options: model.options,
      aliases: model.aliases ?? [],
      family: id,
      collection: collection ?? '',
      sources,
    })),
  }
}
