import type { Labels } from '../language/labels.ts'
import type { OpenRequest, VerdictData } from './card-data.ts'
import { type Button, button, type DialogButton, dialogButton } from './fragments.ts'
import { askButton, lookUp } from './look-up.ts'
import { verbs } from './verbs.ts'

/** Whether the card offers a request: nobody has made it, and nothing is about to be closed. */
export function mayRequest({ verdict, openRequest, closing, canRequest }: VerdictData): boolean {
  return verdict.offersRequest && canRequest && openRequest === undefined && closing === undefined
}

/** Whether "Tell me too" is offered: one hears of one's own request anyway. */
export function tellsToo(request: OpenRequest | undefined): boolean {
  return request !== undefined && request.own !== true
}

/** What opens the form over the card, for clients with dialogs. */
export function verdictDialogs(data: VerdictData, labels: Labels): readonly DialogButton[] {
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

/** Everything that one can go on with. `room`: how many buttons there may be; the question why is left out for want of it. */
export function verdictButtons(data: VerdictData, room: number, labels: Labels): readonly Button[] {
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
  const why = askButton(
    labels.buttons.why,
    lookUp('missing_rules', { ids: [data.workspace.id], ...about, ...limit }),
  )
  const asksWhy = verdict.name === 'missing-rules' && openRequest === undefined
  const fits = buttons.length + others.length + verdictDialogs(data, labels).length < room
  return [...buttons, ...(asksWhy && fits ? [why] : []), ...others]
}
