import { planNow } from '../changes/keep-claimed.ts'
import { planAsCode } from '../changes/plan-as-code.ts'
import { moves, stepsOf } from '../changes/request.ts'
import type { Labels } from '../language/labels.ts'
import type { RequestData } from './card-data.ts'
import { citations } from './cited-sources.ts'
import { decidersOf, setAsideOf } from './deciders.ts'
import { bareText } from './escape.ts'
import { facts, foot, head, hostRow, hostSection, linesOf, notice } from './fragments.ts'
import { mentionLine } from './mention-line.ts'
import { planFacts } from './plan-facts.ts'
import { requestSections } from './plan-sections.ts'
import { progressSteps } from './progress-steps.ts'
import { purposeLine, subjectOf } from './purpose-line.ts'
import { rejectInDialog } from './reject-form-card.ts'
import { remarksOf } from './remarks.ts'
import { type Rendered, render } from './render.ts'
import { decides, requestButtons } from './request-buttons.ts'
import { requestLook } from './request-look.ts'
import { showAs } from './show-as.ts'
import { inputs, verbs } from './verbs.ts'
import { verdictLook, verdictTitle } from './verdict-card.ts'

/** A request: the same card for whoever asked, for whoever decides and for whoever looks on, from asking to the end. */
export function requestCard(data: RequestData, labels: Labels): Rendered {
  const { request, collection, role } = data
  const { state, number } = request
  const plan = planNow(request)
  const result = state.is === 'done' ? state.result : undefined
  const title = labels.request.title(number, state.is, result)
  const subject = subjectOf(request, collection?.name)
  const purpose = purposeLine(request, collection?.name, labels)
  const awaiting = state.is === 'awaiting-approval'
  const deciding = awaiting && role === 'approval'
  const { row, lines } = hostsOf(data, labels)
  const at = labels.times.instant

  return render('request', labels.locale, `${title}. ${purpose}.`, {
    head: head(
      ...requestLook(data),
      title,
      [`${purpose}.`, labels.request.explained(state.is, result)],
      deciding ? labels.request.toDecide : '',
    ),
    ...mentionLine(deciding ? data.mention : [], labels),
    notices: noticesOf(data, subject, labels),
    progress:
      state.is === 'applying' ? progressSteps(stepsOf(request), state.progress, data.now, labels) : [],
    reason: notice('emphasis', labels.headings.reason, [request.reason]),
    warnings: deciding
      ? notice('warning', labels.headings.warnings, [
          ...plan.warnings.map(labels.request.warning),
          documentedOnly(data) ? labels.form.currentAdvice : '',
        ])
      : [],
    // Whoever decides sees all of it; whoever waits wants to know how far it is.
    toggle: deciding ? [] : [{ title: bareText(labels.buttons.showDetails) }],
    detailsShown: deciding,
    ...requestSections(plan, state.is, row, labels),
    facts: facts([
      [labels.facts.askedBy, labels.request.askedBy(request.requester.name, at(request.requestedAt))],
      ...planFacts(plan, state.is, labels),
      [labels.plan.watchers, labels.counts.list((request.watchers ?? []).map(({ person }) => person.name))],
      [labels.facts.expires, awaiting ? labels.request.expiry(at(request.expiresAt)) : undefined],
    ]),
    rules: hostSection(
      labels.headings.rules,
      stepsOf(request).flatMap(step =>
        step.do === 'put-rule' ? [hostRow(step.ruleName, labels.counts.hosts(step.hosts.length))] : [],
      ),
    ),
    showAs: showAs(planAsCode(plan), labels),
    comment: decides(data)
      ? [
          {
            id: inputs.comment,
            label: bareText(labels.request.commentLabel),
            placeholder: bareText(labels.request.commentHint),
            value: '',
            // Beside the field: on a long card a notice at its head is far away.
            missing: data.problem?.is === 'comment-missing' ? bareText(labels.refusal(data.problem)) : '',
          },
        ]
      : [],
    foot: foot([...lines, ...linesOf([labels.freshness.asOf(at(data.now))])]),
    actions: requestButtons(data, labels),
    dialogs: decides(data) ? [rejectInDialog(request, labels)] : [],
    refresh: {
      verb: verbs.refresh,
      data: { verb: verbs.refresh, request: request.id, view: role },
      userIds: data.refreshFor,
    },
  })
}

/** Whether a tier was chosen that leaves out hosts without which deployments are known to fail. */
function documentedOnly({ request: { change }, collection }: RequestData): boolean {
  return (
    change.kind === 'allow-hosts' &&
    change.purpose?.tier === 'documented' &&
    collection?.hosts.some(({ tier }) => tier === 'current') === true
  )
}

/** Until when it is, while that is still to come or to be decided. */
function untilLine({ plan, state }: RequestData['request'], labels: Labels): string {
  const { until } = plan.effect
  const matters = state.is === 'done' || moves[state.is].length > 0
  return until === undefined || !matters ? '' : labels.lifetime.untilThen(labels.times.instant(until))
}

/** For whoever decides, each host with why it is needed and who says so; otherwise just the hosts. */
function hostsOf({ request, collection, role }: RequestData, labels: Labels) {
  if (request.state.is !== 'awaiting-approval' || role === 'status')
    return { row: (host: string) => hostRow(host), lines: [] }
  const known = collection?.hosts.filter(({ host }) => request.plan.effect.hosts.includes(host)) ?? []
  const cited = citations([], known, true, labels)
  return {
    row: (host: string) => {
      const needed = known.find(each => each.host === host)
      return needed === undefined ? hostRow(host) : cited.row(needed)
    },
    lines: cited.lines,
  }
}

function noticesOf(
  data: RequestData,
  subject: { readonly collection: string; readonly workspace: string } | undefined,
  labels: Labels,
) {
  const { request, role, view, problem, answer, policyOnly = false, unreadGroups = [] } = data
  const { state } = request
  const awaiting = state.is === 'awaiting-approval'
  const quorum = awaiting ? data.quorum : undefined
  const decision = 'decision' in state ? state.decision : undefined
  return [
    // A comment that is missing is said beside its field.
    ...notice('attention', undefined, [
      problem === undefined || problem.is === 'comment-missing' ? '' : labels.refusal(problem),
    ]),
    ...notice('warning', undefined, [
      setAsideOf(state, labels),
      unreadGroups.length > 0 && role === 'approval' ? labels.underPolicy.unreadGroups(unreadGroups) : '',
    ]),
    ...notice('accent', undefined, [
      untilLine(request, labels),
      policyOnly && awaiting && role === 'approval' ? labels.underPolicy.policyOnly : '',
      quorum === undefined ? '' : `${labels.road.counted(quorum.counted, quorum.of)}.`,
      awaiting && role === 'approval' && view === 'requester' ? labels.request.ownRequest : '',
      awaiting && role === 'approval' && view === 'watcher' ? labels.refusal({ is: 'watches-it' }) : '',
      state.is === 'approved' && state.obstacle !== undefined ? labels.request.obstacle(state.obstacle) : '',
    ]),
    ...(answer === undefined || subject === undefined
      ? []
      : notice(verdictLook(answer)[0], labels.headings.answer, [
          `${verdictTitle(answer, subject, labels)}.`,
          answer.headword === 'yes' ? labels.verdict.usuallyNext : '',
        ])),
    ...(state.is === 'failed'
      ? notice('attention', labels.headings.failure, [
          labels.request.failure(state.failure),
          state.applied === undefined ? '' : labels.road.applied(state.applied.done, state.applied.of),
        ])
      : []),
    ...(state.is === 'done' ? notice('warning', undefined, [...remarksOf(state, labels)]) : []),
    ...notice('emphasis', decision === undefined ? undefined : labels.headings.decision, [
      decision === undefined
        ? ''
        : `${labels.request.decidedBy(decision.verdict, labels.counts.list(decidersOf(decision, labels)), labels.times.instant(decision.at))}.`,
      decision?.comment === undefined ? '' : labels.marks.named(labels.request.comment, decision.comment),
      'at' in state && state.is !== 'rejected'
        ? `${labels.request.endedAt(state.is, labels.times.instant(state.at))}.`
        : '',
    ]),
  ]
}
