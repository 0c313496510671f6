import type { Answer, Cell } from '../cards/answer-data.ts'
import { candidatesShown } from '../cards/clarify-card.ts'
import { askButton, type LookUp } from '../cards/look-up.ts'
import type { WorkspaceReader } from '../workspace/reader.ts'
import { type Candidate, closest } from './find-workspace.ts'
import type { IntentPorts } from './intent-ports.ts'
import type { Target } from './targets.ts'

/** Asks which workspace is meant, where none was named. Each button asks the whole question again. */
export async function whichWorkspace(asked: LookUp, reader: WorkspaceReader): Promise<Answer> {
  return askFor(asked, await closest('', reader, Number.POSITIVE_INFINITY), undefined, [])
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
  const { maybe: _, page = 1, ...rest } = asked
  const { here, more } = paged(candidates, page, asked)
  return {
    is: 'clarify',
    cells,
    data: {
      asks: 'workspace',
      ...(unknown === undefined ? {} : { unknown }),
      candidates: here.map(({ title, id }) => ({
        title,
        ...carried(title, { ...rest, workspaces: [], ids: [id] }),
      })),
      ...more,
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
  const { maybe: _, unknownCollection: unknown, page = 1, ...rest } = asked
  const { here, more } = paged(offered, page, { ...asked, ids })
  return {
    is: 'clarify',
    cells: [],
    data: {
      asks: 'collection',
      ...(unknown === undefined ? {} : { unknown, known: library.collections.map(({ name }) => name) }),
      candidates: here.map(({ id, name }) => ({
        title: name,
        names: id,
        ...carried(name, { ...rest, workspaces: [], ids, collections: [id] }),
      })),
      ...more,
    },
  }
}

/** Those from this page on, and what shows the next: no name that may be meant is out of reach. */
function paged<Each>(all: readonly Each[], page: number, asked: LookUp) {
  const here = all.slice((page - 1) * candidatesShown)
  const { maybe: _, ...rest } = asked
  return {
    here,
    more:
      here.length > candidatesShown ? { more: carried('', { ...rest, workspaces: [], page: page + 1 }) } : {},
  }
}

function carried(title: string, asked: LookUp) {
  const { verb, data } = askButton(title, asked)
  return { verb, data }
}
