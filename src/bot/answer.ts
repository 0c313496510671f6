import type { MessageIncoming } from '../conversation/incoming.ts'
import type { Reply } from '../conversation/reply.ts'
import { answerCanUse } from '../intents/can-use.ts'
import { askWhichCollection, askWhichWorkspace, type Question } from '../intents/clarify.ts'
import { answerCollection, answerTopic } from '../intents/explain.ts'
import { closest, findWorkspace } from '../intents/find-workspace.ts'
import { answerHelp } from '../intents/help.ts'
import type { IntentPorts } from '../intents/intent-ports.ts'
import { answerListWorkspaces } from '../intents/list-workspaces.ts'
import { answerNotUnderstood } from '../intents/not-understood.ts'
import { refuse } from '../intents/refuse.ts'
import { answerShowNetwork } from '../intents/show-network.ts'
import type { Parsed } from '../understanding/parsed.ts'
import type { WorkspaceId } from '../workspace/workspace-id.ts'
import type { PressPorts } from './press.ts'

/** What a text asks is answered: one place per intent, and the compiler asks for each. A text opens a card at most; it decides nothing. */
export async function answer(parsed: Parsed, incoming: MessageIncoming, ports: PressPorts): Promise<Reply> {
  const { person } = incoming
  switch (parsed.intent) {
    case 'help':
      return answerHelp(person, ports)
    case 'describe_collection':
    case 'deployment_options':
    case 'connect_private':
    case 'cost':
    case 'public_access':
    case 'licence_support':
    case 'explain_network': {
      const { topic, collections } = parsed.entities
      const [collection] = collections
      if (topic !== undefined) return answerTopic(topic, collection, ports)
      return collection === undefined ? answerNotUnderstood(ports) : answerCollection(collection, ports)
    }
    case 'list_workspaces':
      return answerListWorkspaces(ports)
    case 'required_fqdns':
    case 'missing_rules':
    case 'operation_status':
    case 'notify_subscribe':
    case 'notify_unsubscribe':
    case 'list_requests':
    case 'show_request':
    case 'history':
    case 'compare_collections':
    case 'troubleshoot':
    case 'smalltalk':
    case 'affirm':
    case 'deny':
    case 'negated_change':
    case 'multi_change':
    case 'request_allow':
    case 'request_remove':
    case 'approve_request':
    case 'reject_request':
    case 'out_of_scope':
      return answerNotUnderstood(ports)
    case 'show_network':
      return withWorkspace(parsed, { is: 'show-network' }, ports, id => answerShowNetwork(id, ports))
    case 'provision_network':
      // A form is for the presser alone; a message is for everybody. So the text leads to the button, not to the form.
      return withWorkspace(parsed, { is: 'show-network' }, ports, id => answerShowNetwork(id, ports))
    case 'can_use': {
      const { collections, option, capability } = parsed.entities
      const [collection] = collections
      if (collection === undefined)
        return withWorkspace(parsed, { is: 'show-network' }, ports, async id => askWhichCollection(id, ports))
      const question = {
        collection,
        ...(option === undefined ? {} : { option }),
        ...(capability === undefined ? {} : { capability }),
      }
      return withWorkspace(parsed, { is: 'can-use', ...question }, ports, workspace =>
        answerCanUse({ ...question, workspace }, ports),
      )
    }
  }
}

/** Goes on with the one workspace that is meant, or asks which. A target is never guessed. */
async function withWorkspace(
  parsed: Parsed,
  question: Question,
  ports: IntentPorts,
  goOn: (id: WorkspaceId) => Promise<Reply>,
): Promise<Reply> {
  const { workspaces } = parsed.entities
  const [name, ...others] = [...workspaces, ...parsed.unknown]
  if (name === undefined)
    return askWhichWorkspace(question, await closest('', ports.reader), undefined, ports)
  if (others.length > 0) {
    const found = await Promise.all(workspaces.map(each => findWorkspace(each, ports.reader)))
    const candidates = found.flatMap((each, at) =>
      each.is === 'found'
        ? [{ id: each.id, title: workspaces[at] ?? '' }]
        : each.is === 'several'
          ? each.candidates
          : [],
    )
    return askWhichWorkspace(question, candidates.slice(0, 5), parsed.unknown[0], ports)
  }
  const found = await findWorkspace(name, ports.reader)
  switch (found.is) {
    case 'found':
      return goOn(found.id)
    case 'several':
      return askWhichWorkspace(question, found.candidates, undefined, ports)
    case 'none':
      return askWhichWorkspace(question, found.closest, name, ports)
    case 'trouble':
      return refuse({ is: 'azure-trouble', trouble: found.trouble }, ports)
  }
}
