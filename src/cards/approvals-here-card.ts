import type { Labels } from '../language/labels.ts'
import type { ApprovalsHereData } from './card-data.ts'
import { button, facts, head, notice } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** Asks whether approvals shall go to this conversation, or says that they do. */
export function approvalsHereCard(data: ApprovalsHereData, labels: Labels): Rendered {
  const { done, conversationName, approvers } = data
  const title = labels.approvalsHere.title(done)
  return render('approvals-here', labels.locale, title, {
    head: head(done ? 'good' : 'accent', done ? '✓' : '?', title, [
      labels.approvalsHere.sentence(done, conversationName),
    ]),
    notices: approvers.length === 0 ? notice('warning', undefined, [labels.approvalsHere.nobody]) : [],
    facts: facts([
      [labels.facts.approvers, approvers.length === 0 ? undefined : labels.counts.list(approvers)],
    ]),
    actions: done
      ? []
      : [button(verbs.approvalsHere, labels.buttons.approvalsHere, {}, { style: 'positive' })],
  })
}
