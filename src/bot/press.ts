import { z } from 'zod'
import { lookUp, readLookUp } from '../cards/look-up.ts'
import { inputs, type Verb, verbs } from '../cards/verbs.ts'
import { isKeptOut, mayAsk } from '../changes/policy.ts'
import type { PressIncoming } from '../conversation/incoming.ts'
import { isKnown } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { confirmApprovalsHere } from '../intents/approvals-here.ts'
import { pressDecision, pressWithdraw, showRequest } from '../intents/decide-request.ts'
import { answerHelp } from '../intents/help.ts'
import { answerHistory } from '../intents/history.ts'
import { answerListRequests } from '../intents/list-requests.ts'
import { subscribeToNetwork } from '../intents/notify-subscribe.ts'
import { refuse } from '../intents/refuse.ts'
import { openRejectForm } from '../intents/reject-form.ts'
import { openRequest } from '../intents/show-request.ts'
import { pressWatch } from '../intents/watch-request.ts'
import { answerAsked } from './answer-asked.ts'
import { setDefaultWorkspace } from './default-workspace.ts'
import { learnCopy } from './learn-copy.ts'
import { aboutRequest, entered, input, question, workspace } from './press-data.ts'
import { followUpHandlers } from './press-follow-ups.ts'
import { formHandlers } from './press-forms.ts'
import { type Handler, type PressPorts, reading } from './read-press.ts'
import { historyData, listData } from './register-data.ts'

export type { PressPorts } from './read-press.ts'

const handlers: Readonly<Record<Verb, Handler>> = {
  [verbs.help]: (_incoming, person, ports) => answerHelp(person, ports),
  [verbs.listWorkspaces]: (_incoming, _person, ports) => answerAsked(lookUp('list_workspaces'), ports),
  [verbs.showNetwork]: reading(z.object({ workspace }), (data, _incoming, _person, ports) =>
    answerAsked(lookUp('show_network', { ids: [data.workspace] }), ports),
  ),
  [verbs.canUse]: reading(question, ({ option, capability, ...data }, _incoming, _person, ports) =>
    ports.library.collection(data.collection) === undefined
      ? Promise.resolve(refuse({ is: 'no-such-collection' }, ports))
      : answerAsked(
          lookUp('can_use', {
            ids: [data.workspace],
            collections: [data.collection],
            ...(option === undefined ? {} : { option }),
            ...(capability === undefined ? {} : { capability }),
          }),
          ports,
        ),
  ),
  [verbs.lookUp]: (incoming, _person, ports) => {
    const asked = readLookUp(incoming.data)
    if (asked === undefined) return Promise.resolve(refuse({ is: 'unknown-button' }, ports))
    return asked.collections.some(id => ports.library.collection(id) === undefined)
      ? Promise.resolve(refuse({ is: 'no-such-collection' }, ports))
      : answerAsked(asked, ports)
  },
  ...formHandlers,
  ...followUpHandlers,
  [verbs.watch]: reading(aboutRequest, (data, incoming, person, ports) =>
    pressWatch(data.request, person, incoming.conversation, ports),
  ),
  [verbs.approve]: decision('approve'),
  [verbs.reject]: decision('reject'),
  [verbs.openReject]: reading(aboutRequest, (data, _incoming, person, ports) =>
    openRejectForm(data.request, person, ports),
  ),
  [verbs.withdraw]: reading(aboutRequest, (data, _incoming, person, ports) =>
    pressWithdraw(data.request, person, ports),
  ),
  [verbs.refresh]: reading(
    aboutRequest.extend({ view: z.enum(['status', 'approval']) }),
    (data, _incoming, person, ports) => showRequest(data.request, data.view, person, ports),
  ),
  [verbs.showRequest]: reading(aboutRequest, (data, incoming, person, ports) =>
    openRequest(data.request, { ...incoming, person }, ports),
  ),
  [verbs.waitForNetwork]: reading(z.object({ workspace }), (data, incoming, person, ports) =>
    subscribeToNetwork(data.workspace, person, incoming.conversation, ports),
  ),
  [verbs.useHere]: reading(z.object({ workspace }), (data, incoming, person, ports) =>
    setDefaultWorkspace(data.workspace, incoming, person, ports),
  ),
  [verbs.listRequests]: reading(listData, (data, _incoming, person, ports) =>
    answerListRequests(data, person, ports),
  ),
  [verbs.history]: reading(historyData, (data, _incoming, person, ports) =>
    answerHistory(data, person, ports),
  ),
  [verbs.approvalsHere]: (incoming, person, ports) =>
    confirmApprovalsHere(person, incoming.conversation, incoming.cardActivityId, ports, ports),
}

function decision(verdict: 'approve' | 'reject'): Handler {
  return reading(aboutRequest.extend({ [inputs.comment]: input }), (data, incoming, person, ports) => {
    const without = (data[inputs.comment] ?? '').trim() === ''
    // The dialog stays open; a card would say what is missing in its own place.
    if (verdict === 'reject' && without && incoming.via === 'dialog')
      return openRejectForm(data.request, person, ports, { is: 'comment-missing' })
    return pressDecision(
      { request: data.request, verdict, ...entered('comment', data[inputs.comment]) },
      person,
      incoming.conversation,
      ports,
    )
  })
}

/**
 * A button was pressed. Who may press what is decided here and below, from the person, never from the button. What is refused
 * is written down, with who and why.
 */
export async function press(incoming: PressIncoming, ports: PressPorts): Promise<Reply> {
  const reply = await answerPress(incoming, ports)
  const reads = incoming.trigger === 'automatic' && incoming.verb === verbs.refresh
  if (reply.kind === 'text' && reply.refused !== undefined && !reads)
    await ports.requests.record({
      at: ports.now(),
      actor: incoming.person,
      action: 'press.refused',
      subject: aboutWhat(incoming),
      detail: { refusal: reply.refused, verb: incoming.verb.slice(0, 100) },
    })
  return reply
}

async function answerPress(incoming: PressIncoming, ports: PressPorts): Promise<Reply> {
  const { person, verb, trigger } = incoming
  if (!isKnown(person)) return refuse({ is: 'identity-unknown' }, ports)
  if (isKeptOut(ports.policy(), person)) return refuse({ is: 'guest', known: person.guest === 'yes' }, ports)
  if (!mayAsk(ports.policy(), person)) return refuse({ is: 'may-not-ask' }, ports)
  const handler = Object.hasOwn(handlers, verb) ? handlers[verb as Verb] : undefined
  // A client that refreshes by itself must only read, whatever its card says.
  if (handler === undefined || (trigger === 'automatic' && verb !== verbs.refresh))
    return refuse({ is: 'unknown-button' }, ports)
  // A dialog is for one form: whoever leaves it for a question has the card with the question's answer behind it.
  if (incoming.via === 'dialog' && verb.startsWith('ask.')) return { kind: 'nothing' }
  await learnCopy(incoming, ports)
  return handler(incoming, person, ports)
}

/** The request that a button names, so that its refusals are found beside it; else the button. */
function aboutWhat({ data, verb }: PressIncoming): string {
  const named = data.request ?? data.form
  return (typeof named === 'string' ? named : verb).slice(0, 100)
}
