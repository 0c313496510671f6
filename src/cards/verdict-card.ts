import type { Headword, Verdict } from '../knowledge/verdict.ts'
import type { Labels } from '../language/labels.ts'
import { partsOf } from '../workspace/workspace-id.ts'
import type { VerdictData } from './card-data.ts'
import { citations } from './cited-sources.ts'
import { bareText } from './escape.ts'
import {
  effortSection,
  foot,
  head,
  hostRow,
  hostSection,
  type Icon,
  linesOf,
  notice,
  type Tone,
} from './fragments.ts'
import { freshnessLine } from './freshness-line.ts'
import { type Rendered, render } from './render.ts'
import { showAs } from './show-as.ts'
import { nameOf } from './subject-name.ts'
import { tellsToo, verdictButtons, verdictDialogs } from './verdict-buttons.ts'

const looks: Readonly<Record<Headword, readonly [Tone, Icon]>> = {
  yes: ['good', '✓'],
  'not-yet': ['warning', '!'],
  no: ['attention', '×'],
  depends: ['accent', 'i'],
  unknown: ['emphasis', '?'],
}

/** What Teams takes on one card. */
const buttonsAtMost = 6

/** Remarks on single rules have no end where a network has many. */
const remarksShown = 8

/** The title of a verdict, as it stands on its card and wherever else it is told. */
export function verdictTitle(
  verdict: Verdict,
  subject: { readonly collection: string; readonly workspace: string },
  labels: Labels,
): string {
  return labels.verdict.title(verdict.name, verdict.headword, subject)
}

/** Colour and sign of a verdict. */
export function verdictLook(verdict: Verdict): readonly [Tone, Icon] {
  return looks[verdict.headword]
}

/** The answer to "can this collection be used in this workspace?". */
export function verdictCard(
  data: VerdictData,
  labels: Labels,
  /** What is said in place of the verdict's title, and right below it, where the hosts were asked for. */
  instead?: { readonly title: string; readonly line: string },
): Rendered {
  const { verdict, workspace, hub, option, openRequest, closing } = data
  const subject = { collection: nameOf(data), workspace: workspace.name }
  const judged = hub ?? workspace
  const title = instead?.title ?? verdictTitle(verdict, subject, labels)
  const reasons = verdict.reasons
    .filter(reason => reason.code !== 'via-hub')
    .map(reason => labels.verdict.reason(reason, { ...subject, workspace: judged.name }))
  const [first = '', ...others] = reasons
  const viaHub = hub === undefined ? '' : labels.verdict.reason({ code: 'via-hub', hub: hub.name }, subject)
  const about = option === undefined ? '' : labels.values.option(option)

  const showsEffort = data.effort !== undefined && verdict.offersRequest
  const cited = citations(verdict.sources, [...verdict.missing, ...verdict.later], showsEffort, labels)
  const later = hostSection(labels.headings.laterHosts(verdict.later.length), verdict.later.map(cited.row))
  const folded = verdict.name !== 'documented-minimum'

  return render('verdict', labels.locale, `${title}. ${first}`, {
    head: head(...verdictLook(verdict), title, [instead?.line ?? '', first]),
    openRequest: notice('accent', undefined, [
      openRequest === undefined ? '' : labels.verdict.openRequest(openRequest),
      tellsToo(openRequest) ? labels.proposal.watchersDoNotDecide : '',
      closing === undefined ? '' : labels.verdict.closing(closing),
      verdict.offersRequest && !data.canRequest ? labels.verdict.nobodyApproves : '',
    ]),
    reasons: linesOf([viaHub, ...others.slice(0, remarksShown), about]),
    missing: hostSection(
      labels.headings.missingHosts(verdict.missing.length),
      verdict.missing.map(cited.row),
    ),
    later: folded ? [] : later,
    laterFolded: folded
      ? later.map(each => ({
          toggle: bareText(labels.buttons.showLater(verdict.later.length)),
          section: [each],
        }))
      : [],
    covered: hostSection(
      labels.headings.coveredHosts(verdict.covered.length),
      verdict.covered.map(({ host, rule }) => hostRow(host, labels.verdict.coveredBy(rule))),
    ),
    change:
      data.effort === undefined || !verdict.offersRequest
        ? []
        : effortSection(data.effort, judged.network.firewallSku, labels),
    howTo:
      verdict.name === 'needs-private-endpoint'
        ? [
            {
              toggle: bareText(labels.buttons.showHow),
              workspace: bareText(judged.name),
              resourceGroup: bareText(partsOf(judged.id).resourceGroup),
            },
          ]
        : [],
    showAs: verdict.offersRequest ? showAs(data.code, labels, { bytes: 7_000 }) : [],
    foot: foot([...cited.lines, ...linesOf([freshnessLine(data.freshness, labels)])]),
    actions: verdictButtons(
      data,
      instead === undefined ? buttonsAtMost - (folded && later.length > 0 ? 1 : 0) : 0,
      labels,
    ),
    dialogs: verdictDialogs(data, labels),
  })
}
