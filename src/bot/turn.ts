import type { Permissions } from '../changes/permissions.ts'
import { audienceOf } from '../conversation/audience.ts'
import type { Incoming, PressIncoming } from '../conversation/incoming.ts'
import { isKnown } from '../conversation/person.ts'
import type { Reply } from '../conversation/reply.ts'
import type { Tongues } from '../conversation/tongues.ts'
import { refuse } from '../intents/refuse.ts'
import { answerLink } from '../intents/show-link.ts'
import { visibleReader } from '../intents/visible-reader.ts'
import { visibleRequests } from '../intents/visible-requests.ts'
import { labelsFor } from '../language/languages.ts'
import { answerMessage, notePress } from './answer-message.ts'
import { type Heard, labelsOf, listen } from './listen.ts'
import type { MessagePorts } from './message-ports.ts'
import { type PressPorts, press } from './press.ts'
import { welcome } from './welcome.ts'

export type TurnPorts = Omit<
  PressPorts,
  'labels' | 'tenantId' | 'answersInPlace' | 'labelsOf' | 'mayHearOf'
> & {
  readonly tongues: Tongues
  readonly pause?: NonNullable<MessagePorts['pause']>
  /** What people may do in Azure; `policy-only`: nobody asks. */
  readonly permissions: Permissions | 'policy-only'
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
  const { person, conversation } = incoming
  const { policy, permissions } = given
  // Who is not known may not ask, and is answered without a look at Azure.
  const viewer = isKnown(person) ? { person, conversation, policy: policy(), permissions } : undefined
  const requests = viewer && visibleRequests(given, viewer)
  const ports: PressPorts = {
    ...given,
    ...(viewer === undefined ? {} : { reader: visibleReader(given.reader, viewer) }),
    ...(requests === undefined ? {} : { register: requests.register, lookup: requests.lookup }),
    mayHearOf: requests?.mayHearOf ?? (async () => false),
    labels: await listen(incoming, given.tongues),
    labelsOf: place => labelsOf(audienceOf(place), given.tongues),
    tenantId: incoming.person.tenantId,
    answersInPlace: incoming.kind === 'press' && incoming.via === 'execute',
  }
  const reply = await answered(incoming, {
    ...ports,
    tongues: given.tongues,
    ...(given.pause === undefined ? {} : { pause: given.pause }),
  })
  // What was held back only because we could not see whether they may know of it is no answer.
  const trouble = requests?.trouble()
  return trouble === undefined ? reply : refuse({ is: 'azure-trouble', trouble }, ports)
}

async function answered(incoming: Heard, ports: MessagePorts): Promise<Reply> {
  switch (incoming.kind) {
    case 'other-invoke':
      return refuse({ is: 'unknown-button' }, ports)
    case 'uninstalled':
      return { kind: 'nothing' }
    case 'installed':
      return welcome(incoming, ports)
    case 'link':
      // The bot need not be in that conversation, so it is not remembered.
      return answerLink(incoming, ports)
    case 'message':
      await ports.references.remember(incoming.conversation, incoming.person)
      return answerMessage(incoming, ports)
    case 'press':
      // A client that refreshes by itself only reads, so nothing is written for it.
      if (incoming.trigger === 'manual')
        await ports.references.remember(incoming.conversation, incoming.person)
      return pressed(incoming, ports)
  }
}

async function pressed(incoming: PressIncoming, ports: MessagePorts): Promise<Reply> {
  const reply = await press(incoming, ports)
  await notePress(incoming, reply, ports)
  return reply
}
