import { planAsCode } from '../changes/plan-as-code.ts'
import { isUnread } from '../changes/time-limit.ts'
import type { Labels } from '../language/labels.ts'
import { citations } from './cited-sources.ts'
import type { ProposalData } from './form-data.ts'
import { button, facts, foot, head, hostRow, linesOf, notice } from './fragments.ts'
import { freshnessLine } from './freshness-line.ts'
import { limitData } from './limit-data.ts'
import { planFacts } from './plan-facts.ts'
import { planSections } from './plan-sections.ts'
import { purposeLine } from './purpose-line.ts'
import { type Rendered, render } from './render.ts'
import { showAs } from './show-as.ts'
import { verbs } from './verbs.ts'
import { tellsToo } from './verdict-buttons.ts'

/** A change that somebody asked for in a message, named in full before anything is requested. Its one button opens the form. */
export function proposalCard(data: ProposalData, labels: Labels): Rendered {
  const { plan, change, collection, openRequest, refused, project } = data
  const title = purposeLine({ change, plan }, collection?.name, labels)
  const known = collection?.hosts.filter(({ host }) => plan.effect.hosts.includes(host)) ?? []
  const cited = citations([], known, true, labels)
  const row = (host: string) => {
    const needed = known.find(each => each.host === host)
    return needed === undefined ? hostRow(host) : cited.row(needed)
  }
  return render('proposal', labels.locale, `${title}. ${labels.proposal.intro}`, {
    head: head('accent', 'i', title, [labels.proposal.intro]),
    notices: [
      ...notice(
        'attention',
        undefined,
        refused.map(each => labels.proposal.refused(each)),
      ),
      ...notice('accent', undefined, [
        plan.effect.until === undefined
          ? ''
          : labels.lifetime.untilThen(labels.times.instant(plan.effect.until)),
        data.limit !== undefined && isUnread(data.limit) ? labels.lifetime.limitUnread : '',
        project === undefined ? '' : labels.proposal.throughHub(project, plan.workspaceName),
        openRequest === undefined ? '' : labels.verdict.openRequest(openRequest),
        tellsToo(openRequest) ? labels.proposal.watchersDoNotDecide : '',
        data.canRequest ? '' : labels.verdict.nobodyApproves,
      ]),
    ],
    ...planSections(plan, row, labels),
    facts: facts(planFacts(plan, 'awaiting-approval', labels)),
    warnings: notice('warning', labels.headings.warningsFirst, plan.warnings.map(labels.request.warning)),
    showAs: showAs(planAsCode(plan), labels),
    foot: foot([...cited.lines, ...linesOf([freshnessLine(data.freshness, labels)])]),
    actions: buttonsOf(data, labels),
  })
}

function buttonsOf(data: ProposalData, labels: Labels) {
  const { plan, change, openRequest, canRequest, follows, models = [] } = data
  const workspace = plan.workspaceId
  if (openRequest !== undefined) {
    const request = { request: openRequest.id }
    return [
      ...(tellsToo(openRequest)
        ? [button(verbs.watch, labels.proposal.tellMeToo, request, { style: 'positive' })]
        : []),
      button(verbs.showRequest, labels.buttons.showRequest(openRequest.number), request),
    ]
  }
  if (!canRequest) return []
  const style = { style: 'positive' } as const
  if (follows !== undefined)
    return [button(verbs.openUndo, labels.proposal.request, { request: follows }, style)]
  switch (change.kind) {
    case 'provision-network':
      return [
        button(
          verbs.openProvisioning,
          labels.proposal.request,
          { workspace, ...(change.includeSpark ? { spark: 'true' } : {}) },
          style,
        ),
      ]
    case 'remove-hosts':
      return [
        button(
          verbs.openChange,
          labels.proposal.request,
          {
            workspace,
            remove: (plan.effect.removed ?? []).join(','),
            ...(change.collection === undefined ? {} : { collection: change.collection }),
          },
          style,
        ),
      ]
    case 'allow-hosts': {
      if (change.purpose === undefined)
        return [
          button(
            verbs.openChange,
            labels.proposal.request,
            { workspace, allow: plan.effect.hosts.join(','), ...limitData(data.limit) },
            style,
          ),
        ]
      const { collection } = change.purpose
      return [
        button(
          verbs.openRequest,
          labels.proposal.request,
          {
            ...{ workspace, collection, ...limitData(data.limit) },
            ...(models.length === 0 ? {} : { models: models.join(',') }),
          },
          style,
        ),
      ]
    }
  }
}
