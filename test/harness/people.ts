/** Someone of the built-in tenant, as Teams names them. */
export interface Speaker {
  /** Teams' own id, `29:...`. */
  readonly id: string
  readonly name: string
  readonly aadObjectId?: string
  readonly tenantId: string
  readonly locale: string
}

export const tenantId = '0f0f0f0f-1111-4222-8333-444444444444'

function speaker(id: string, name: string, aadObjectId: string): Speaker {
  return { id, name, aadObjectId, tenantId, locale: 'en-GB' }
}

export const dana = speaker('29:dana', 'Dana Scientist', 'd0000000-0000-4000-8000-00000000000d')
export const ada = speaker('29:ada', 'Ada Approver', 'a0000000-0000-4000-8000-00000000000a')
export const amir = speaker('29:amir', 'Amir Approver', 'a1000000-0000-4000-8000-00000000000b')
export const mallory = speaker('29:mallory', 'Mallory Outsider', 'e0000000-0000-4000-8000-00000000000e')

/** A place where people and the bot write. */
export interface Thread {
  readonly id: string
  readonly type: 'channel' | 'groupChat' | 'personal'
}

export const channelThread: Thread = { id: '19:general@thread.tacv2;messageid=1000', type: 'channel' }
export const approversChat: Thread = { id: '19:approvers@thread.v2', type: 'groupChat' }

/** A thread in a channel of its own: what is agreed on in a channel, such as its language, is agreed on by nobody else. */
export function channelThreadNumber(number: number): Thread {
  return { id: `19:channel-${number}@thread.tacv2;messageid=${number}`, type: 'channel' }
}

export function personalWith(person: Speaker): Thread {
  return { id: `a:${person.id.slice(3)}`, type: 'personal' }
}
