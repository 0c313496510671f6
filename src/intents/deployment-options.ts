import type { Answer } from '../cards/answer-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import { answerTopic, inLanguageOf } from './explain.ts'
import type { IntentPorts } from './intent-ports.ts'
import { subjectsOf } from './subjects.ts'

/** "How can jais-30b-chat be deployed?": of models the row of the table; without a model, what the documents say of both options. */
export async function answerDeploymentOptions(
  asked: LookUp,
  ports: Pick<IntentPorts, 'library' | 'labels' | 'reader'>,
): Promise<Answer> {
  if (asked.models.length === 0 || (asked.topic ?? 'deployment-options') !== 'deployment-options')
    return answerTopic(asked, ports)
  const { library, labels } = ports
  const { subjects, unknown } = subjectsOf({ ...asked, collections: [], option: 'managed-compute' }, library)
  const models = subjects.flatMap(({ model }) => model ?? [])
  const outside = models.length === 0 || models.some(({ family }) => family === 'other')
  return {
    is: 'model-options',
    data: {
      models,
      unknown,
      facts: library
        .topic('deployment-options')
        .facts.filter(
          ({ id }) =>
            id === 'options-two' || id === 'options-table' || (outside && id.startsWith('options-other-')),
        )
        .map(inLanguageOf(labels)),
    },
  }
}
