import { undoneBy } from '../changes/change.ts'
import { planNow } from '../changes/keep-claimed.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { Mention } from '../conversation/messenger.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Verdict } from '../knowledge/verdict.ts'
import type { Labels } from '../language/labels.ts'
import { bareText, mentionName } from './escape.ts'
import { subjectOf } from './purpose-line.ts'
import { remarksOf } from './remarks.ts'
import { verdictTitle } from './verdict-card.ts'

export interface News {
  /** Plain text but for the mention's tag: the surface escapes it for the mark-up that it sends. */
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** What the requester, or `reader` who watches it, is told when a request has ended. To ask for the news of an open one is a bug and throws. */
export function newsOf(
  request: ApprovalRequest,
  answer: Verdict | undefined,
  collectionName: string | undefined,
  labels: Labels,
  reader: KnownPerson = request.requester,
): News {
  const name = mentionName(reader.name)
  const text = bareText(sentenceOf(request, answer, collectionName, labels))
  if (name === '') return { text, mentions: [] }
  return { text: `<at>${name}</at> ${text}`, mentions: [{ id: reader.userId, name }] }
}

function sentenceOf(
  request: ApprovalRequest,
  answer: Verdict | undefined,
  collectionName: string | undefined,
  labels: Labels,
): string {
  const { news } = labels
  const { state, number } = request
  const { until } = request.plan.effect
  switch (state.is) {
    case 'done':
      return [
        ...(undoneBy(request.change)?.atLimit === true ? [atLimit(request, labels)] : []),
        doneSentence(request, state.result, answer, collectionName, labels),
        ...remarksOf(state, labels),
        ...(until === undefined ? [] : [labels.lifetime.untilThen(labels.times.instant(until))]),
      ].join(' ')
    case 'failed':
      return [
        news.failed(number, labels.request.failure(state.failure)),
        ...(state.applied === undefined ? [] : [labels.road.applied(state.applied.done, state.applied.of)]),
      ].join(' ')
    case 'rejected':
      return news.rejected(number, state.decision.by.name, state.decision.comment)
    case 'expired':
      return news.expired(number)
    case 'withdrawn':
      return news.withdrawn(number)
    case 'awaiting-approval':
    case 'approved':
    case 'applying':
      throw new Error(`Request #${number} has not ended, so there is no news of its end.`)
  }
}

function doneSentence(
  request: ApprovalRequest,
  result: 'effective' | 'configured',
  answer: Verdict | undefined,
  collectionName: string | undefined,
  labels: Labels,
): string {
  const { news } = labels
  const { number, change, plan } = request
  const workspace = plan.workspaceName
  if (result === 'configured' && change.kind !== 'remove-hosts') return news.configured(workspace, number)
  if (change.kind === 'provision-network') return news.active(workspace, number)
  const subject = subjectOf(request, collectionName)
  if (subject === undefined) return changedSentence(request, labels)
  if (answer === undefined) return news.opened(subject, number)
  if (answer.headword !== 'yes') return news.stillNot(number, verdictTitle(answer, subject, labels))
  // What the card reserves, the news reserves too: later lists name hosts that are still not allowed.
  const reserved =
    answer.later.length === 0
      ? ''
      : `${labels.verdict.reason({ code: 'documented-hosts-covered', later: answer.later.length }, subject)} `
  return `${news.usable(subject, number)} ${reserved}${labels.verdict.usuallyNext}`
}

function atLimit({ change }: ApprovalRequest, labels: Labels): string {
  const undone = undoneBy(change)
  return undone === undefined ? '' : labels.lifetime.atLimitNews(undone.request)
}

/** With whatever was left in place, and who counts on it. */
function changedSentence(request: ApprovalRequest, labels: Labels): string {
  const { effect, workspaceName, notRemoved = [] } = planNow(request)
  const kept = notRemoved.slice(request.plan.notRemoved?.length ?? 0)
  const { hosts, removed = [] } = effect
  return [
    labels.plan.changed(workspaceName, hosts.length, removed.length, request.number),
    ...kept.map(labels.plan.notRemoved),
  ].join(' ')
}
