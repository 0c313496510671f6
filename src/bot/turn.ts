import { mayAsk } from '../changes/policy.ts'
import { audienceOf } from '../conversation/audience.ts'
import type { Incoming, MessageIncoming } from '../conversation/incoming.ts'
import { isKnown } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Tongues } from '../conversation/tongues.ts'
import { answerApprovalsHere } from '../intents/approvals-here.ts'
import { answerHelp } from '../intents/help.ts'
import { answerUnsubscribe } from '../intents/notify-unsubscribe.ts'
import { refuse } from '../intents/refuse.ts'
import { answerLink } from '../intents/show-link.ts'
import { speakLanguage } from '../intents/speak-language.ts'
import { labelsFor } from '../language/languages.ts'
import { commandOf } from '../understanding/commands.ts'
import { keptIndex } from '../understanding/kept-index.ts'
import { parse } from '../understanding/parse.ts'
import { answer } from './answer.ts'
import { obeyRegister } from './answer-register.ts'
import { labelsOf, listen } from './listen.ts'
import { type PressPorts, press } from './press.ts'
import { welcome } from './welcome.ts'

export type TurnPorts = Omit<PressPorts, 'labels' | 'tenantId' | 'answersInPlace' | 'labelsOf'> & {
  readonly tongues: Tongues
}

/** Somebody did something: what we answer. Reads Azure at most; whatever is decided is written down and done by ticks. */
export async function turn(incoming: Incoming, given: TurnPorts): Promise<Reply> {
  if (incoming.kind === 'ignored') return { kind: 'nothing' }
  if (incoming.kind === 'malformed')
    return {
      kind: 'error',
      status: 400,
      code: 'BadRequest',
      text: labelsFor().refusal({ is: 'unknown-button' }),
    }
  if (incoming.kind === 'uninstalled') {
    await given.references.forget(incoming.conversation)
    return { kind: 'nothing' }
  }
  const ports: PressPorts = {
    ...given,
    labels: await listen(incoming, given.tongues),
    labelsOf: place => labelsOf(audienceOf(place), given.tongues),
    tenantId: incoming.person.tenantId,
    answersInPlace: incoming.kind === 'press' && incoming.via === 'execute',
  }
  switch (incoming.kind) {
    case 'other-invoke':
      return refuse({ is: 'unknown-button' }, ports)
    case 'installed':
      return welcome(incoming, ports)
    case 'link':
      // The bot need not be in that conversation, so it is not remembered.
      return answerLink(incoming, ports)
    case 'message':
      await ports.references.remember(incoming.conversation, incoming.person)
      return answerMessage(incoming, ports, given.tongues)
    case 'press':
      // A client that refreshes by itself only reads, so nothing is written for it.
      if (incoming.trigger === 'manual')
        await ports.references.remember(incoming.conversation, incoming.person)
      return press(incoming, ports)
  }
}

async function answerMessage(incoming: MessageIncoming, ports: PressPorts, tongues: Tongues): Promise<Reply> {
  const { person, text, conversation } = incoming
  if (!isKnown(person) || !mayAsk(ports.policy(), person)) return answerHelp(person, ports)
  const command = commandOf(text)
  switch (command?.is) {
    case 'speak':
      return speakLanguage(command.language, person, conversation, {
        tongues,
        labels: labelsFor(command.language),
      })
    case 'stop':
      return answerUnsubscribe(person, undefined, ports)
    case 'approvals-here':
      return answerApprovalsHere(person, conversation, ports)
    case 'my-requests':
    case 'my-approvals':
    case 'withdraw':
      return obeyRegister(command, incoming, person, ports)
  }
  const seen = await ports.reader.recent()
  const parsed = parse(text, {}, keptIndex(ports.library).of(seen.ok ? seen.fleet.workspaces : []))
  // Without the list no name can be told from another, and "show ws-prod" looks like nothing that we know; asking Azure once
  // more would only take longer.
  const unsure =
    parsed.intent === 'out_of_scope' || parsed.clarify.includes('workspace') || parsed.unknown.length > 0
  if (!seen.ok && unsure) return refuse({ is: 'azure-trouble', trouble: seen.trouble }, ports)
  return answer(parsed, incoming, ports)
}
