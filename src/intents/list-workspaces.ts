import type { Answer, Subject } from '../cards/answer-data.ts'
import type { VerdictData } from '../cards/card-data.ts'
import type { LookUp } from '../cards/look-up.ts'
import { policyFor } from '../changes/policy-for.ts'
import { judge } from '../knowledge/judge.ts'
import type { Headword } from '../knowledge/verdict.ts'
import type { Workspace } from '../workspace/managed-network.ts'
import { workspaceKey } from '../workspace/workspace-id.ts'
import { askedHosts } from './asked-hosts.ts'
import { filterIn, passes } from './fleet-filter.ts'
import type { IntentPorts } from './intent-ports.ts'
import { subjectsOf } from './subjects.ts'
import { unknownModel } from './unknown-model.ts'

type Ports = Pick<IntentPorts, 'reader' | 'library' | 'policy' | 'now'>

/**
 * "Which workspaces are there?", "which of them can use Hugging Face?", "where is docker.io open?". Answered from the list of at
 * most a minute ago and with its age: however many there are, Azure is asked for one list and for no workspace.
 */
export async function answerListWorkspaces(given: LookUp, ports: Ports): Promise<Answer> {
  const seen = await ports.reader.recent()
  if (!seen.ok) return { is: 'trouble', data: { trouble: seen.trouble }, cells: [] }
  const { workspaces: all, unread } = seen.fleet
  const { text, ...rest } = given
  const asked: LookUp = text === undefined ? rest : { ...filterIn(text, all), ...rest }
  const byKey = new Map(all.map(workspace => [workspaceKey(workspace.id), workspace]))
  const lines = all.map(workspace => {
    const hub = workspace.hubId === undefined ? undefined : byKey.get(workspaceKey(workspace.hubId))
    return { workspace, ...(hub === undefined ? {} : { hub }), judged: hub ?? workspace }
  })
  const passing = lines.filter(({ workspace, judged }) => passes(workspace, asked, judged))
  const { subjects, unknown } = subjectsOf(asked, ports.library)
  const [unlisted] = unknown
  if (subjects.length === 0 && unlisted !== undefined) return unknownModel(unlisted, ports.library)

  if (subjects.length > 0) {
    const { at } = seen.freshness
    const cells = passing.flatMap(line =>
      subjects.map(subject => verdictOf(line, subject, seen.freshness, ports)),
    )
    const wanted = cells.filter(({ verdict }) => isShown(verdict.headword, asked.show))
    return {
      is: 'fleet',
      data: {
        subjects,
        cells: wanted.toSorted(byHeadword),
        counts: countsOf(cells),
        workspaces: passing.length,
        unread,
        page: asked.page ?? 1,
        asked,
        at,
        now: ports.now(),
      },
    }
  }
  const open = passing.filter(({ judged }) =>
    askedHosts(asked.fqdns, ports.library, judged).every(
      ({ state }) => state?.is === 'allowed' || state?.is === 'unrestricted',
    ),
  )
  const narrowed = open.length < all.length || asked.fqdns.length > 0
  return {
    is: 'workspaces',
    data: {
      workspaces: open.map(({ workspace }) => workspace),
      ...(narrowed ? { filter: { asked, all: all.length } } : {}),
      page: asked.page ?? 1,
      unread,
      freshness: seen.freshness,
      now: ports.now(),
    },
  }
}

interface Line {
  readonly workspace: Workspace
  readonly hub?: Workspace
  readonly judged: Workspace
}

function verdictOf(
  { workspace, hub, judged }: Line,
  subject: Subject,
  freshness: VerdictData['freshness'],
  { policy }: Ports,
): VerdictData {
  const verdict = judge(subject, judged)
  return {
    ...subject,
    workspace,
    ...(hub === undefined ? {} : { hub }),
    verdict,
    canRequest: policyFor(policy(), judged).approvers.length > 0,
    freshness,
  }
}

const order: readonly Headword[] = ['yes', 'not-yet', 'no', 'depends', 'unknown']

function byHeadword(a: VerdictData, b: VerdictData): number {
  return (
    order.indexOf(a.verdict.headword) - order.indexOf(b.verdict.headword) ||
    a.workspace.name.localeCompare(b.workspace.name, 'en')
  )
}

function countsOf(cells: readonly VerdictData[]): Readonly<Record<Headword, number>> {
  const counts = { yes: 0, 'not-yet': 0, no: 0, depends: 0, unknown: 0 }
  for (const { verdict } of cells) counts[verdict.headword] += 1
  return counts
}

function isShown(headword: Headword, show: LookUp['show']): boolean {
  if (show === 'usable') return headword === 'yes'
  if (show === 'blocked') return headword === 'not-yet' || headword === 'no'
  return true
}
