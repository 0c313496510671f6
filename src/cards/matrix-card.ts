import type { Labels } from '../language/labels.ts'
import type { Cell, MatrixData, Subject, Unread } from './answer-data.ts'
import { type AnswerRow, answerRow, answerView, signs, tableView, tones } from './answer-view.ts'
import type { VerdictData } from './card-data.ts'
import { citations } from './cited-sources.ts'
import { type Button, button, foot, head, linesOf } from './fragments.ts'
import { freshnessLine } from './freshness-line.ts'
import { askButton, type LookUp, lookUp } from './look-up.ts'
import type { Rendered } from './render.ts'
import { nameOf, subjectName } from './subject-name.ts'
import { verbs } from './verbs.ts'
import { mayRequest } from './verdict-buttons.ts'

/** Columns of subjects that a narrow table still shows. */
const columnsShown = 3

/** Buttons of one card (Teams store validation). */
const buttonsAtMost = 6

/** Several workspaces or subjects at once: a table to see it all, and a line for each that leads to the whole verdict. */
export function matrixCard({ cells, asked, rest }: MatrixData, labels: Labels): Rendered {
  const verdicts = cells.map(cell => (cell.is === 'judged' ? cell.data.verdict.headword : 'unknown'))
  const usable = verdicts.filter(each => each === 'yes').length
  const title = labels.answers.matrixTitle(usable, cells.length)
  const best = usable === cells.length ? 'yes' : usable > 0 ? 'depends' : 'not-yet'
  const judged = cells.flatMap(cell => (cell.is === 'judged' ? [cell.data] : []))
  const [first] = judged
  const cited = citations(
    judged.flatMap(({ verdict }) => verdict.sources),
    [],
    false,
    labels,
  )
  return answerView(
    title,
    {
      head: head(tones[best], signs[best], title),
      table: tableOf(cells, labels),
      rows: cells.map(cell => rowOf(cell, asked, labels)),
      foot: foot([
        ...cited.lines,
        ...linesOf(first === undefined ? [] : [freshnessLine(oldest(judged) ?? first.freshness, labels)]),
      ]),
      actions: [
        ...requestsOf(judged, labels).slice(0, rest.length === 0 ? buttonsAtMost : buttonsAtMost - 1),
        ...(rest.length === 0
          ? []
          : [askButton(labels.buttons.nextPage, { ...asked, workspaces: [], ids: rest })]),
      ],
    },
    labels,
  )
}

/** What can be requested from here, once for each network and collection. */
function requestsOf(judged: readonly VerdictData[], labels: Labels): readonly Button[] {
  const open = judged.filter(mayRequest).map(data => {
    const { collection, hub, workspace } = data
    const network = hub ?? workspace
    const subject = labels.answers.subjectIn(collection.name, network.name)
    return button(verbs.openRequest, labels.buttons.requestFor(subject), {
      workspace: network.id,
      collection: collection.id,
    })
  })
  return [...new Map(open.map(each => [JSON.stringify(each.data), each])).values()]
}

/** The state that is least fresh speaks for all. */
function oldest(judged: readonly VerdictData[]) {
  return judged.map(({ freshness }) => freshness).toSorted((a, b) => a.at - b.at)[0]
}

function tableOf(cells: readonly Cell[], labels: Labels) {
  const workspaces = [...new Set(cells.map(workspaceOf))]
  const subjects = [...new Set(cells.map(cell => subjectName(subjectOf(cell), labels)))]
  if (workspaces.length < 2 || subjects.length < 2 || subjects.length > columnsShown) return []
  return tableView([
    [labels.answers.workspace, ...subjects],
    ...workspaces.map(workspace => [
      workspace,
      ...subjects.map(subject => {
        const cell = cells.find(
          each => workspaceOf(each) === workspace && subjectName(subjectOf(each), labels) === subject,
        )
        const headword = cell?.is === 'judged' ? cell.data.verdict.headword : 'unknown'
        const tone = tones[headword]
        return {
          text: `${signs[headword]} ${labels.answers.headword[headword]}`,
          color: tone === 'emphasis' ? 'default' : tone,
        }
      }),
    ]),
  ])
}

function rowOf(cell: Cell, asked: LookUp, labels: Labels): AnswerRow {
  const name = labels.answers.subjectIn(subjectName(subjectOf(cell), labels), workspaceOf(cell))
  if (cell.is === 'judged') return verdictRow(cell.data, name, asked, labels)
  return answerRow(askButton(labels.buttons.listWorkspaces, lookUp('list_workspaces')), {
    name,
    word: labels.answers.headword.unknown,
    below: [whyUnread(cell.why, cell.workspace, labels)],
  })
}

/** A verdict as one line that leads to the whole of it, read anew. */
export function verdictRow(data: VerdictData, name: string, asked: LookUp, labels: Labels): AnswerRow {
  const { collection, model, option, workspace, hub, verdict } = data
  const ids = { ids: [workspace.id] }
  const about = model === undefined ? { collections: [collection.id] } : { models: [model.name] }
  const limits = {
    ...(option === undefined ? {} : { option }),
    ...(asked.capability === undefined ? {} : { capability: asked.capability }),
  }
  const subject = { collection: nameOf(data), workspace: (hub ?? workspace).name }
  const [reason] = verdict.reasons.filter(({ code }) => code !== 'via-hub')
  return answerRow(askButton(name, lookUp('can_use', { ...ids, ...about, ...limits })), {
    name,
    word: `${signs[verdict.headword]} ${labels.answers.headword[verdict.headword]}`,
    tone: tones[verdict.headword],
    below: reason === undefined ? [] : [labels.verdict.reason(reason, subject)],
  })
}

export function whyUnread(why: Unread, workspace: string, labels: Labels): string {
  if (why.is === 'ambiguous')
    return labels.verdict.reason({ code: 'workspace-ambiguous' }, { collection: '', workspace })
  const sentence = labels.trouble.sentence(why, workspace)
  return 'closest' in why ? `${sentence} ${labels.answers.closest(why.closest)}` : sentence
}

function workspaceOf(cell: Cell): string {
  return cell.is === 'judged' ? cell.data.workspace.name : cell.workspace
}

function subjectOf(cell: Cell): Subject {
  return cell.is === 'judged' ? cell.data : cell.subject
}
