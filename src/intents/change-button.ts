import { limitData } from '../cards/limit-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import { type Verb, verbs } from '../cards/verbs.ts'
import { readHosts } from '../workspace/host-list.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'

/** A change that a text asks for, of which a form makes a request. */
export type ChangeAsked = 'request_allow' | 'request_remove' | 'provision_network'

/** What opens the form of a change, but for the workspace. */
export interface Form {
  readonly verb: Verb
  readonly data: Readonly<Record<string, string>>
}

/**
 * The form in which what a text asks for stands filled in; undefined where none can say it. `opensCollections`: whether the form for
 * a collection may be opened before its verdict was shown.
 */
export function formFor(
  intent: ChangeAsked,
  { fqdns, collections, spark, limit }: Pick<LookUp, 'fqdns' | 'collections' | 'spark' | 'limit'>,
  library: IntentPorts['library'],
  opensCollections: boolean,
): Form | undefined {
  if (intent === 'provision_network')
    return { verb: verbs.openProvisioning, data: spark === true ? { spark: 'true' } : {} }
  const text = readHosts(fqdns.join(' ')).hosts.join(',')
  if (text !== '')
    return {
      verb: verbs.openChange,
      data: intent === 'request_allow' ? { allow: text, ...limitData(limit) } : { remove: text },
    }
  const [collection, ...others] = collections.flatMap(id => library.collection(id) ?? [])
  if (collection === undefined || others.length + fqdns.length > 0) return undefined
  if (intent === 'request_remove')
    return {
      verb: verbs.openChange,
      data: { remove: collection.hosts.map(({ host }) => host).join(','), collection: collection.id },
    }
  return opensCollections
    ? { verb: verbs.openRequest, data: { collection: collection.id, ...limitData(limit) } }
    : undefined
}

/** One of the buttons that ask in which workspace. */
export function buttonFor({ verb, data }: Form, title: string, id: WorkspaceId) {
  return { title, verb, data: { workspace: id, ...data } }
}
