import type { ClarifyData } from '../cards/card-data.ts'
import { clarifyCard } from '../cards/clarify-card.ts'
import { verbs } from '../cards/verbs.ts'
import type { Reply } from '../conversation/reply.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { IntentPorts } from './intent-ports.ts'

/** Which button carries the question on, once the missing target is chosen. */
export type Question =
  | {
      readonly is: 'can-use'
      readonly collection: string
      readonly option?: string
      readonly capability?: string
    }
  | { readonly is: 'show-network' }

export function askWhichWorkspace(
  question: Question,
  candidates: readonly { readonly title: string; readonly id: WorkspaceId }[],
  unknown: string | undefined,
  { labels }: Pick<IntentPorts, 'labels'>,
): Reply {
  return ask(
    {
      asks: 'workspace',
      ...(unknown === undefined ? {} : { unknown }),
      candidates: candidates.map(({ title, id }) => ({ title, ...buttonFor(question, id) })),
    },
    labels,
  )
}

export function askWhichCollection(
  workspace: WorkspaceId,
  { library, labels }: Pick<IntentPorts, 'library' | 'labels'>,
): Reply {
  return ask(
    {
      asks: 'collection',
      candidates: library.collections.slice(0, 5).map(({ id, name }) => ({
        title: name,
        ...buttonFor({ is: 'can-use', collection: id }, workspace),
      })),
    },
    labels,
  )
}

function ask(data: ClarifyData, labels: IntentPorts['labels']): Reply {
  return { kind: 'card', ...clarifyCard(data, labels) }
}

function buttonFor(question: Question, workspace: WorkspaceId) {
  switch (question.is) {
    case 'can-use': {
      const { is: _, ...data } = question
      return { verb: verbs.canUse, data: { ...data, workspace } }
    }
    case 'show-network':
      return { verb: verbs.showNetwork, data: { workspace } }
  }
}
