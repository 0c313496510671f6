import type { Labels } from '../language/labels.ts'
import { partsOf } from '../workspace/workspace-id.ts'
import type { FleetData } from './answer-data.ts'
import { answerView, signs, tones } from './answer-view.ts'
import { citations } from './cited-sources.ts'
import { csvFold } from './csv-fold.ts'
import { type Button, foot, head, linesOf, notice } from './fragments.ts'
import { listedLine } from './freshness-line.ts'
import { askButton } from './look-up.ts'
import { verdictRow } from './matrix-card.ts'
import { pageOf } from './page-of.ts'
import type { Rendered } from './render.ts'
import { subjectName } from './subject-name.ts'

const rowsShown = 12
const unreadShown = 3

/** Where a collection can be used, and where not and why: from the list, a page at a time. */
export function fleetCard(data: FleetData, labels: Labels): Rendered {
  const { subjects, cells, counts, workspaces, unread, asked } = data
  const names = subjects.map(subject => subjectName(subject, labels))
  const subject = labels.counts.list(names)
  const heldUp = counts['not-yet'] + counts.no
  const judged = workspaces * subjects.length
  const title =
    subjects.length > 1
      ? labels.answers.matrixTitle(counts.yes, judged)
      : asked.show === 'blocked'
        ? labels.answers.heldUpTitle(subject, heldUp, judged)
        : labels.answers.fleetTitle(subject, counts.yes, judged)
  const look = counts.yes === judged && judged > 0 ? 'yes' : counts.yes > 0 ? 'depends' : 'not-yet'
  const { shown, line, buttons } = pageOf(cells, data.page, rowsShown, asked, labels)
  const cited = citations(
    subjects.flatMap(({ collection }) => collection.sources),
    [],
    false,
    labels,
  )
  return answerView(
    title,
    {
      head: head(tones[look], signs[look], title, [labels.answers.fleetCounts(counts)]),
      notices: notice(
        'warning',
        undefined,
        unread
          .slice(0, unreadShown)
          .map(({ subscriptionId, trouble }) => labels.workspaces.unread(subscriptionId, trouble)),
      ),
      rows: shown.map(each =>
        verdictRow(
          each,
          subjects.length === 1
            ? each.workspace.name
            : labels.answers.subjectIn(subjectName(each, labels), each.workspace.name),
          asked,
          labels,
        ),
      ),
      showAs: csvFold(columns, cells.map(csvRow), labels),
      more: linesOf([cells.length === 0 ? labels.answers.nothingPasses : '', line]),
      foot: foot([...cited.lines, ...linesOf([listedLine(data.at, data.now, labels)])]),
      actions: [...buttons, ...narrowing(data, labels)],
    },
    labels,
  )
}

const columns = ['workspace', 'resourceGroup', 'subscription', 'region', 'collection', 'verdict', 'missing']

function csvRow({ workspace, collection, verdict }: FleetData['cells'][number]): readonly unknown[] {
  const { resourceGroup, subscriptionId } = partsOf(workspace.id)
  const missing = verdict.missing.map(({ host }) => host).join(' ')
  const where = [workspace.name, resourceGroup, subscriptionId, workspace.location]
  return [...where, collection.id, verdict.headword, missing]
}

function narrowing({ asked }: FleetData, labels: Labels): readonly Button[] {
  const { page: _, ...rest } = asked
  const show = asked.show ?? 'everything'
  return [
    ...(show === 'usable' ? [] : [askButton(labels.buttons.onlyUsable, { ...rest, show: 'usable' })]),
    ...(show === 'blocked' ? [] : [askButton(labels.buttons.onlyHeldUp, { ...rest, show: 'blocked' })]),
    ...(show === 'everything' ? [] : [askButton(labels.buttons.everyOne, { ...rest, show: 'everything' })]),
  ]
}
