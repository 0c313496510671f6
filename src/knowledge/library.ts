import { normaliseHost } from '../workspace/host.ts'
import { type Collection, CollectionRecord, type Source, SourceRecords } from './collection.ts'
import azureOpenAi from './records/azure-openai.json' with { type: 'json' }
import cohere from './records/cohere.json' with { type: 'json' }
import curated from './records/curated.json' with { type: 'json' }
import huggingFace from './records/huggingface.json' with { type: 'json' }
import meta from './records/meta.json' with { type: 'json' }
import mistral from './records/mistral.json' with { type: 'json' }
import nvidia from './records/nvidia.json' with { type: 'json' }
import sourceRecords from './records/sources.json' with { type: 'json' }

/** Everything the bot knows, checked once. */
export interface Library {
  readonly collections: readonly Collection[]
  collection(id: string): Collection | undefined
}

export type Loaded =
  | { readonly ok: true; readonly library: Library }
  | { readonly ok: false; readonly problems: readonly string[] }

/** The records that Gatehouse ships, by file name. */
export const ourRecords: Readonly<Record<string, unknown>> = {
  'huggingface.json': huggingFace,
  'curated.json': curated,
  'meta.json': meta,
  'azure-openai.json': azureOpenAi,
  'mistral.json': mistral,
  'nvidia.json': nvidia,
  'cohere.json': cohere,
}

/** Reads records by file name. A wrong record is named by its file and field, and nothing is loaded. */
export function loadLibrary(files = ourRecords, sources: unknown = sourceRecords): Loaded {
  const problems: string[] = []
  const read = SourceRecords.safeParse(sources)
  if (!read.success)
    return {
      ok: false,
      problems: read.error.issues.map(issue => `sources.json, ${issue.path.join('.')}: ${issue.message}`),
    }
  const sourceOf = new Map(read.data.map(source => [source.id, source]))

  const collections: Collection[] = []
  for (const [file, content] of Object.entries(files)) {
    const record = CollectionRecord.safeParse(content)
    if (!record.success) {
      problems.push(...record.error.issues.map(issue => `${file}, ${issue.path.join('.')}: ${issue.message}`))
      continue
    }
    const find = (id: string, field: string): Source[] => {
      const source = sourceOf.get(id)
      if (source === undefined) problems.push(`${file}, ${field}: no source has the id "${id}"`)
      return source === undefined ? [] : [source]
    }
    const { note, ...rest } = record.data
    if (collections.some(({ id }) => id === rest.id))
      problems.push(`${file}, id: "${rest.id}" is the id of another record too`)
    collections.push({
      ...rest,
      ...(note === undefined ? {} : { note }),
      sources: record.data.sources.flatMap(id => find(id, 'sources')),
      hosts: record.data.hosts.map(({ host, lists, why, writable }, index) => {
        const named = lists.flatMap(id => find(id, `hosts.${index}.lists`))
        if (normaliseHost(host) !== host)
          problems.push(`${file}, hosts.${index}.host: "${host}" is not in its plain spelling`)
        return {
          host,
          why: why.en,
          writable: writable ?? false,
          sources: named,
          tier: named.some(source => source.tier === 'documented') ? 'documented' : 'current',
        }
      }),
    })
  }
  if (problems.length > 0) return { ok: false, problems }
  const byId = new Map(collections.map(collection => [collection.id, collection]))
  return { ok: true, library: { collections, collection: id => byId.get(id) } }
}
