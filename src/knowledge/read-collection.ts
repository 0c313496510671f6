import { normaliseHost } from '../workspace/host.ts'
import { type Collection, CollectionRecord } from './collection.ts'
import type { Fact } from './fact.ts'
import type { RecordReader } from './record-reader.ts'

/** One collection with the facts that its record holds, or nothing where the record is wrong or its id taken. */
export function readCollection(
  reader: RecordReader,
  file: string,
  content: unknown,
  isTaken: (id: string) => boolean,
): { readonly collection: Collection; readonly facts: readonly Fact[] } | undefined {
  const record = reader.record(file, CollectionRecord, content)
  if (record === undefined) return undefined
  if (isTaken(record.id)) {
    reader.refuse(file, 'id', `"${record.id}" is the id of another record too`)
    return undefined
  }
  const { note, registries, sites, facts = [], ...rest } = record
  const collection: Collection = {
    ...rest,
    ...(note === undefined ? {} : { note }),
    ...(registries === undefined ? {} : { registries }),
    ...(sites === undefined ? {} : { sites }),
    sources: reader.named(file, rest.sources, () => 'sources'),
    hosts: rest.hosts.map(({ host, lists, why, writable }, index) => {
      const sources = reader.named(file, lists, () => `hosts.${index}.lists`)
      if (normaliseHost(host) !== host)
        reader.refuse(file, `hosts.${index}.host`, `"${host}" is not in its plain spelling`)
      return {
        host,
        why: why.en,
        whyIn: { en: why.en, fr: why.fr ?? why.en },
        writable: writable ?? false,
        sources,
        tier: sources.some(source => source.tier === 'documented') ? 'documented' : 'current',
      }
    }),
  }
  return {
    collection,
    facts: facts.map((fact, index) =>
      reader.fact(file, `facts.${index}`, { ...fact, collection: record.id }),
    ),
  }
}
