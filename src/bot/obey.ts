import type { MessageIncoming } from '../conversation/incoming.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { answerApprovalsHere } from '../intents/approvals-here.ts'
import { answerUnsubscribe } from '../intents/notify-unsubscribe.ts'
import { speakLanguage } from '../intents/speak-language.ts'
import { answerUndo } from '../intents/undo-request.ts'
import { labelsFor } from '../language/languages.ts'
import { commandOf } from '../understanding/commands.ts'
import { obeyRegister } from './answer-register.ts'
import { useNoWorkspaceHere, useWorkspaceHere } from './default-workspace.ts'
import type { MessagePorts } from './message-ports.ts'

/** A whole message that is said to the bot itself; undefined where it is none. */
export async function obey(
  incoming: MessageIncoming,
  person: KnownPerson,
  ports: MessagePorts,
): Promise<Reply | undefined> {
  const { text, conversation } = incoming
  const command = commandOf(text)
  switch (command?.is) {
    case 'speak':
      return speakLanguage(command.language, person, conversation, {
        tongues: ports.tongues,
        labels: labelsFor(command.language),
      })
    case 'speak-other':
      return { kind: 'text', text: ports.labels.speaking.onlyThese }
    case 'stop':
      return answerUnsubscribe(person, undefined, ports)
    case 'approvals-here':
      return answerApprovalsHere(person, conversation, ports)
    case 'my-requests':
    case 'my-approvals':
    case 'withdraw':
      return obeyRegister(command, incoming, person, ports)
    case 'undo':
      return answerUndo(command.requestId, person, ports)
    case 'use-workspace':
      // "Use Meta here" names no workspace: it is read as any other text.
      return ports.library.collections.some(({ id }) => id === command.name)
        ? undefined
        : useWorkspaceHere(command.name, incoming, person, ports)
    case 'use-no-workspace':
      return useNoWorkspaceHere(incoming, person, ports)
    default:
      return undefined
  }
}
