import { TeamsInfo, type TurnContext } from 'botbuilder'
import type { Incoming } from '../../conversation/incoming.ts'
import { isKnown, type Person } from '../../conversation/person.ts'
import { guestSaidIn } from './envelope.ts'
import type { Timers } from './typing.ts'

const rememberedMs = 12 * 3_600_000
const rememberedAtMost = 10_000
// A press is answered within five seconds, this question and all.
const patienceMs = 2_000
/** Whoever could not be asked about is not asked about at every press. */
const againAfterMs = 30_000

type Standing = Pick<Person, 'guest'>

interface GuestBookOptions {
  readonly now: () => number
  readonly timers: Timers
  /** What Teams says of a member of the conversation. Rejects where it does not say. */
  readonly memberOf?: (context: TurnContext, userId: string) => Promise<object>
}

/**
 * Tells guests of the tenant apart by what Teams says of a member (Get Teams-specific context, fetch the roster): an activity
 * carries the same ids for a guest as for anybody else. Asked once in twelve hours for each person; what Teams does not say is
 * `unknown`, which nobody takes for a member.
 */
export function guestBook({ now, timers, memberOf = askTeams }: GuestBookOptions) {
  const known = new Map<string, { readonly until: number; readonly standing: Promise<Standing> }>()

  async function standingOf(context: TurnContext, userId: string): Promise<Standing> {
    const account = await Promise.race([
      memberOf(context, userId).catch(() => undefined),
      new Promise<undefined>(resolve => timers.setTimeout(() => resolve(undefined), patienceMs)),
    ])
    const guest = account === undefined ? undefined : guestSaidIn(account)
    return guest === 'no' ? {} : { guest: guest ?? 'unknown' }
  }

  return async (incoming: Incoming, context: TurnContext): Promise<Incoming> => {
    if (!('person' in incoming) || incoming.kind === 'uninstalled') return incoming
    const { person } = incoming
    if (!isKnown(person) || person.guest === 'yes') return incoming
    const key = `${person.tenantId} ${person.objectId}`
    const before = known.get(key)
    const asked =
      before !== undefined && now() < before.until ? before.standing : standingOf(context, person.userId)
    if (asked !== before?.standing) {
      if (known.size >= rememberedAtMost) known.clear()
      known.set(key, { until: now() + againAfterMs, standing: asked })
    }
    const said = await asked
    if (said.guest !== 'unknown' && asked !== before?.standing)
      known.set(key, { until: now() + rememberedMs, standing: asked })
    return said.guest === undefined ? incoming : { ...incoming, person: { ...person, ...said } }
  }
}

async function askTeams(context: TurnContext, userId: string): Promise<object> {
  return TeamsInfo.getMember(context, userId)
}
