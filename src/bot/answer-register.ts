import type { RegisterQuestion } from '../cards/register-data.ts'
import type { MessageIncoming } from '../conversation/incoming.ts'
import type { KnownPerson } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import { answerHistory } from '../intents/history.ts'
import { answerListRequests } from '../intents/list-requests.ts'
import type { RegisterPorts } from '../intents/register-ports.ts'
import { answerShowRequest } from '../intents/show-request.ts'
import type { Command } from '../understanding/commands.ts'
import { deedIn } from '../understanding/deed-words.ts'
import type { Parsed } from '../understanding/parsed.ts'
import { asksWhoDidIt, listAskedIn } from '../understanding/register-words.ts'

const namesAtMost = 10

const wanted = { show_request: undefined, approve_request: 'approve', reject_request: 'reject' } as const

/** What a text asks of requests that were made. */
export function answerRegister(
  parsed: Pick<Parsed, 'intent' | 'entities' | 'unknown'>,
  incoming: MessageIncoming,
  person: KnownPerson,
  ports: RegisterPorts,
): Promise<Reply> {
  const { requestId } = parsed.entities
  switch (parsed.intent) {
    case 'history': {
      const deed = deedIn(incoming.text)
      return answerHistory({ ...questionOf(parsed), ...(deed === undefined ? {} : { deed }) }, person, ports)
    }
    case 'show_request':
    case 'approve_request':
    case 'reject_request':
      if (requestId !== undefined && parsed.intent === 'show_request' && asksWhoDidIt(incoming.text))
        return answerHistory(questionOf(parsed), person, ports)
      if (requestId !== undefined)
        return answerShowRequest(requestId, { ...incoming, person }, ports, wanted[parsed.intent])
      return answerListRequests(
        { ...questionOf(parsed), scope: parsed.intent === 'show_request' ? 'open' : 'for-me' },
        person,
        ports,
      )
    default:
      return answerListRequests({ ...questionOf(parsed), scope: listAskedIn(incoming.text) }, person, ports)
  }
}

/** A whole message that is a command. */
export function obeyRegister(
  command: Extract<Command, { is: 'my-requests' | 'my-approvals' | 'withdraw' }>,
  incoming: MessageIncoming,
  person: KnownPerson,
  ports: RegisterPorts,
): Promise<Reply> {
  if (command.is === 'withdraw')
    return answerShowRequest(command.requestId, { ...incoming, person }, ports, 'withdraw')
  const scope = command.is === 'my-requests' ? 'mine' : 'for-me'
  return answerListRequests({ scope, workspaces: [], hosts: [], collections: [] }, person, ports)
}

/** A workspace that is gone has its history all the same, so a name that exists nowhere is looked for too. */
function questionOf({ entities, unknown }: Pick<Parsed, 'entities' | 'unknown'>): RegisterQuestion {
  const { requestId, workspaces, fqdns, collections } = entities
  const few = (names: readonly string[]) => [...new Set(names)].slice(0, namesAtMost)
  return {
    ...(requestId === undefined ? {} : { number: requestId }),
    workspaces: few([...workspaces, ...unknown]),
    hosts: few(fqdns),
    collections: few(collections),
  }
}
