import type { Answer } from '../cards/answer-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import type { TopicId } from '../knowledge/topic-id.ts'
import { answerDescribe, inLanguageOf } from './explain.ts'
import type { IntentPorts } from './intent-ports.ts'
import { subjectsOf } from './subjects.ts'

/** Columns of one table that a narrow card still shows. */
const comparedAtMost = 4
const comparedTopics: readonly TopicId[] = ['support', 'hosts']

/** "Meta or Mistral, what is the difference?": side by side. One alone is described; none named means the ones with most to say. */
export async function answerCompare(
  asked: LookUp,
  ports: Pick<IntentPorts, 'library' | 'labels'>,
): Promise<Answer> {
  const { library } = ports
  const named = subjectsOf({ ...asked, option: 'managed-compute' }, library).subjects
  const ids = [...new Set(named.map(({ collection }) => collection.id))]
  if (ids.length === 1) return answerDescribe({ ...asked, collections: ids }, ports)
  const collections = library.collections
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .slice(0, comparedAtMost)
  return {
    is: 'comparison',
    data: {
      collections,
      facts: collections.flatMap(({ id }) =>
        comparedTopics.flatMap(topic =>
          library
            .facts(id)
            .filter(fact => fact.topic === topic)
            .slice(0, 1)
            .map(inLanguageOf(ports.labels)),
        ),
      ),
    },
  }
}
