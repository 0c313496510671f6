import type { Labels } from '../language/labels.ts'
import { csvFold } from './csv-fold.ts'
import { foot, head, linesOf } from './fragments.ts'
import type { HistoryData } from './register-data.ts'
import { pageButtons, purposeIn, registerRow, rowsOfRegister } from './register-rows.ts'
import { type Rendered, render } from './render.ts'

/** What the audit holds of a request, a workspace, a host or everything, newest first. Its title answers who did it. */
export function historyCard(data: HistoryData, labels: Labels): Rendered {
  const { question, page, collection, newest, now, deed } = data
  const { register, times } = labels
  const title = titleOf(data, labels)
  const shown = page.items.slice(0, rowsOfRegister)
  const older = page.items.length > shown.length ? shown.at(-1)?.seq : page.older
  return render('register', labels.locale, title, {
    head: head('emphasis', 'i', title, [page.items.length === 0 ? register.nothing : '']),
    rows: shown.map(({ request, event, by, at, comment, reason }) =>
      registerRow(
        request,
        register.event(event, by ?? 'Gatehouse'),
        [
          `${times.instant(at)} · ${purposeIn(request, collection, labels)}`,
          comment === undefined ? '' : register.comment(comment),
          reason === undefined ? '' : labels.marks.named(labels.headings.reason, reason),
          deed?.did === 'make' ? rulesLine(request, labels) : '',
        ],
        labels,
      ),
    ),
    showAs: csvFold(columns, page.items.map(csvRow), labels, { more: page.older !== undefined }),
    foot: foot(linesOf([register.onlyOurs, labels.freshness.asOf(times.instant(now))])),
    actions: pageButtons(
      { list: 'history', ...(deed === undefined ? {} : { deed }) },
      question,
      { older, newest },
      labels,
    ),
  })
}

const columns = ['at', 'by', 'event', 'request', 'workspace', 'hosts', 'removed', 'comment', 'reason']

function csvRow(entry: HistoryData['page']['items'][number]): readonly unknown[] {
  const { at, by = 'Gatehouse', event, comment, reason, request } = entry
  const { workspaceName, effect } = request.plan
  const hosts = [effect.hosts, effect.removed ?? []].map(each => each.join(' '))
  return [new Date(at).toISOString(), by, event, request.number, workspaceName, ...hosts, comment, reason]
}

function rulesLine({ plan }: HistoryData['page']['items'][number]['request'], labels: Labels): string {
  const names = plan.steps.flatMap(step => (step.do === 'put-rule' ? [step.ruleName] : []))
  return names.length === 0 ? '' : labels.register.wroteRules(names)
}

function titleOf({ question, request, opened, collection, deed, page }: HistoryData, labels: Labels): string {
  const { register } = labels
  const { number, hosts, workspaces, collections } = question
  const places = workspaces.length === 0 ? undefined : labels.counts.list(workspaces)
  if (request !== undefined) {
    const { state } = request
    return 'decision' in state
      ? register.decidedBy(request.number, state.decision.verdict, state.decision.by.name)
      : labels.request.title(request.number, state.is)
  }
  if (number !== undefined) return register.noSuchRequest(number)
  if (deed !== undefined) {
    const [first] = page.items
    const by =
      deed.by === undefined
        ? undefined
        : deed.by === 'me'
          ? 'you'
          : { name: first?.by ?? capitalised(deed.by) }
    return register.deeds(deed.did, by, places)
  }
  if (hosts.length > 0) return register.opened(labels.counts.list(hosts), places, opened)
  const names = collections.map(id => collection(id)?.name ?? id)
  const about = labels.counts.list([...names, ...workspaces])
  return register.historyOf(about === '' ? undefined : about)
}

/** A name of which only the words are known. */
function capitalised(words: string): string {
  return words.replace(/(?<!\p{L})\p{L}/gu, letter => letter.toUpperCase())
}
