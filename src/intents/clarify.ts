import type { Answer, Cell } from '../cards/answer-data.ts'
import { askButton, type LookUp } from '../cards/look-up.ts'
import type { WorkspaceReader } from '../workspace/reader.ts'
import { type Candidate, closest } from './find-workspace.ts'
import type { IntentPorts } from './intent-ports.ts'
import type { Target } from './targets.ts'

/** Asks which workspace is meant, where none was named. Each button asks the whole question again. */
export async function whichWorkspace(asked: LookUp, reader: WorkspaceReader): Promise<Answer> {
  return askFor(asked, await closest('', reader), undefined, [])
}

/** Asks which of several is meant, or says that there is none of that name and which come closest. */
export function whichOf(
  asked: LookUp,
  target: Extract<Target, { is: 'several' | 'none' }>,
  cells: readonly Cell[] = [],
): Answer {
  return askFor(asked, target.candidates, target.is === 'none' ? target.name : undefined, cells)
}

function askFor(
  asked: LookUp,
  candidates: readonly Candidate[],
  unknown: string | undefined,
  cells: readonly Cell[],
): Answer {
  const { maybe: _, ...rest } = asked
  return {
    is: 'clarify',
    cells,
    data: {
      asks: 'workspace',
      ...(unknown === undefined ? {} : { unknown }),
      candidates: candidates.map(({ title, id }) => ({
        title,
        ...carried(title, { ...rest, workspaces: [], ids: [id] }),
      })),
    },
  }
}

/** Asks which collection is meant, for the workspaces that were found. */
export function whichCollection(
  asked: LookUp,
  targets: readonly Target[],
  { library }: Pick<IntentPorts, 'library'>,
): Answer {
  const ids = targets.flatMap(target => (target.is === 'found' ? [target.id] : []))
  const meant = asked.maybe?.collections ?? []
  const offered = library.collections.filter(({ id }) => meant.length === 0 || meant.includes(id))
  const { maybe: _, unknownCollection: unknown, ...rest } = asked
  return {
    is: 'clarify',
    cells: [],
    data: {
      asks: 'collection',
      ...(unknown === undefined ? {} : { unknown, known: library.collections.map(({ name }) => name) }),
      candidates: offered.slice(0, 5).map(({ id, name }) => ({
        title: name,
        names: id,
        ...carried(name, { ...rest, workspaces: [], ids, collections: [id] }),
      })),
    },
  }
}

function carried(title: string, asked: LookUp) {
  const { verb, data } = askButton(title, asked)
  return { verb, data }
}
