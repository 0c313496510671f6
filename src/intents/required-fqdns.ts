import type { Answer, Subject } from '../cards/answer-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import { ruleName } from '../changes/rule-name.ts'
import { asCode, rulesAsSteps } from '../workspace/as-code.ts'
import { normaliseHost } from '../workspace/host.ts'
import { destinationCovers } from '../workspace/host-coverage.ts'
import { parseWorkspaceId } from '../workspace/workspace-id.ts'
import { whichCollection } from './clarify.ts'
import { answerCompare } from './compare-collections.ts'
import { inLanguageOf } from './explain.ts'
import { subjectsOf } from './subjects.ts'
import { answerHosts, type TroublePorts } from './troubleshoot.ts'
import { unknownModel } from './unknown-model.ts'

/** No workspace is asked about: whoever copies the code puts their own in. */
const anyWorkspace = parseWorkspaceId(
  '/subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/Microsoft.MachineLearningServices/workspaces/WORKSPACE',
)

/** "What does Hugging Face itself publish?": matched in any question about hosts. */
const publishing = /(?<!\p{L})(publish(es|ed)?|publi(e|ent|é|és)|meta\.json)(?!\p{L})/iu

export function asksForPublished({ show, text = '' }: Pick<LookUp, 'show' | 'text'>): boolean {
  return show === 'published' || publishing.test(text)
}

/**
 * "Which hosts does Hugging Face need?", and the other way round, "which collections need pypi.org?". Both are told from the
 * records alone: no call to Azure.
 */
export async function answerRequiredFqdns(asked: LookUp, ports: TroublePorts): Promise<Answer> {
  const { library } = ports
  const { subjects, unknown } = subjectsOf(asked, library)
  const [subject, ...others] = subjects
  const [unlisted] = unknown
  if (subject === undefined) {
    if (asked.fqdns.length > 0) return answerHosts('needed-by', { ...asked, workspaces: [], ids: [] }, ports)
    if (unlisted !== undefined) return unknownModel(unlisted, library)
    return whichCollection(asked, [], ports)
  }
  const collections = [...new Set(subjects.map(({ collection }) => collection.id))]
  if (others.length > 0 && collections.length > 1)
    return answerCompare({ ...asked, collections, models: [] }, ports)
  const published = library.published.find(({ collection }) => collection === subject.collection.id)
  if (published !== undefined && asksForPublished(asked))
    return {
      is: 'published-hosts',
      data: {
        collection: subject.collection,
        published,
        uncovered: published.hosts
          .map(({ host }) => host)
          .filter(host => !subject.collection.hosts.some(each => destinationCovers(each.host, host))),
      },
    }
  return requiredHosts(subject, asked.fqdns, ports)
}

function requiredHosts(
  { collection, model }: Subject,
  asked: readonly string[],
  { library, labels }: TroublePorts,
): Answer {
  const hosts = collection.needs === 'hosts' ? collection.hosts : []
  const published = library.published.find(each => each.collection === collection.id)
  const names = hosts.map(({ host }) => host)
  const rule = { name: ruleName(collection.id, names), hosts: names }
  return {
    is: 'required-hosts',
    data: {
      subject: { collection, ...(model === undefined ? {} : { model }) },
      hosts,
      instead: library
        .facts(collection.id)
        .filter(({ topic }) => topic === 'hosts' && hosts.length === 0)
        .map(inLanguageOf(labels)),
      asked: asked.map(normaliseHost).map(host => {
        const named = hosts.find(each => each.host === host)
        const covers = hosts.filter(each => destinationCovers(host, each.host))
        return { host, ...(named === undefined ? {} : { named }), covers }
      }),
      ...(published === undefined ? {} : { published }),
      ...(names.length === 0 || anyWorkspace === undefined
        ? {}
        : { code: asCode(anyWorkspace, rulesAsSteps([rule])) }),
    },
  }
}
