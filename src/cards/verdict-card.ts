import type { Headword, Verdict } from '../knowledge/verdict.ts'
import type { Labels } from '../language/labels.ts'
import { partsOf } from '../workspace/workspace-id.ts'
import type { OpenRequest, VerdictData } from './card-data.ts'
import { citations } from './cited-sources.ts'
import { bareText } from './escape.ts'
import {
  type Button,
  button,
  type DialogButton,
  dialogButton,
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
import { askButton, lookUp } from './look-up.ts'
import { type Rendered, render } from './render.ts'
import { showAs } from './show-as.ts'
import { nameOf } from './subject-name.ts'
import { verbs } from './verbs.ts'

const looks: Readonly<Record<Headword, readonly [Tone, Icon]>> = {
  yes: ['good', '✓'],
  'not-yet': ['warning', '!'],
  no: ['attention', '×'],
  depends: ['accent', 'i'],
  unknown: ['emphasis', '?'],
}

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
    actions: buttonsOf(data, labels),
    dialogs: dialogsOf(data, labels),
  })
}

/** Whether the card offers a request: nobody has made it, and nothing is about to be closed. */
export function mayRequest({ verdict, openRequest, closing, canRequest }: VerdictData): boolean {
  return verdict.offersRequest && canRequest && openRequest === undefined && closing === undefined
}

/** Whether "Tell me too" is offered: one hears of one's own request anyway. */
export function tellsToo(request: OpenRequest | undefined): boolean {
  return request !== undefined && request.own !== true
}

function dialogsOf(data: VerdictData, labels: Labels): readonly DialogButton[] {
  const { collection } = data
  if (!mayRequest(data)) return []
  const judged = data.hub ?? data.workspace
  return [
    dialogButton(verbs.openRequest, labels.dialogs.request, {
      workspace: judged.id,
      collection: collection.id,
    }),
  ]
}

function buttonsOf(data: VerdictData, labels: Labels): readonly Button[] {
  const { verdict, collection, model, option, openRequest, closing } = data
  const judged = data.hub ?? data.workspace
  const ids = { collection: collection.id, ...(option === undefined ? {} : { option }) }
  const about = model === undefined ? { collections: [collection.id] } : { models: [model.name] }
  const limit = option === undefined ? {} : { option }
  const askAgain = askButton(
    labels.buttons.askAgain,
    lookUp('can_use', { ids: [data.workspace.id], ...about, ...limit }),
  )
  const buttons: Button[] = []
  if (openRequest !== undefined)
    buttons.push(
      ...(tellsToo(openRequest)
        ? [button(verbs.watch, labels.proposal.tellMeToo, { request: openRequest.id }, { style: 'positive' })]
        : []),
      button(verbs.showRequest, labels.buttons.showRequest(openRequest.number), { request: openRequest.id }),
    )
  else if (closing !== undefined)
    buttons.push(
      button(verbs.showRequest, labels.buttons.showRequest(closing.number), { request: closing.id }),
    )
  else if (mayRequest(data))
    buttons.push(
      button(
        verbs.openRequest,
        labels.buttons.request(verdict.missing.length > 0 ? verdict.missing.length : verdict.later.length),
        { workspace: judged.id, ...ids },
        { style: 'positive' },
      ),
    )
  if (verdict.name === 'not-provisioned' || verdict.name === 'rule-failed')
    buttons.push(button(verbs.showNetwork, labels.buttons.showNetwork(judged.name), { workspace: judged.id }))
  // The hosts to try where no document lists any.
  if (verdict.name === 'not-documented')
    buttons.push(
      askButton(labels.buttons.curatedHosts, lookUp('required_fqdns', { collections: ['curated'] })),
    )
  if (verdict.name === 'unknown')
    buttons.push(button(verbs.listWorkspaces, labels.buttons.listWorkspaces, {}))
  if (verdict.name === 'in-progress' || data.freshness.is === 'cached') buttons.push(askAgain)
  const others = [
    askButton(labels.buttons.otherWorkspace, lookUp('can_use', { ...about, ...limit })),
    askButton(labels.buttons.otherCollection, lookUp('can_use', { ids: [data.workspace.id] })),
  ]
  return [...buttons, ...others]
}
