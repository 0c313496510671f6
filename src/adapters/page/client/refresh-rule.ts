/** The part of a card that asks for a refresh. */
interface Refreshable {
  readonly refresh?: { readonly userIds?: unknown }
}

export interface RefreshMoment {
  readonly card: Readonly<Record<string, unknown>>
  /** `29:...` of the person who looks. */
  readonly viewer: string
  readonly why: 'seen' | 'edited'
  /** Milliseconds. */
  readonly now: number
  /** When the last card came as an invoke's answer, if it is still the one that shows. */
  readonly lastCardAt: number | undefined
  /** When this message was last refreshed by itself. */
  readonly automaticAt: readonly number[]
}

const minute = 60_000
/** A bot that edits the message while it answers a refresh would turn in a circle; Teams brakes that too. */
const perMinute = 10

/** Teams' rule: only the listed people, when they come to see the card or it is edited, and not within a minute of the last card. */
export function refreshesItself({ card, viewer, why, now, lastCardAt, automaticAt }: RefreshMoment): boolean {
  const userIds = (card as Refreshable).refresh?.userIds
  if (!Array.isArray(userIds) || !userIds.includes(viewer)) return false
  if (lastCardAt !== undefined && now - lastCardAt < minute) return false
  if (why === 'seen' && automaticAt.length > 0 && now - Math.max(...automaticAt) < minute) return false
  return automaticAt.filter(at => now - at < minute).length < perMinute
}

export function canRefresh(card: Readonly<Record<string, unknown>>): boolean {
  const { refresh } = card as { readonly refresh?: { readonly action?: unknown } }
  return refresh?.action !== undefined
}
