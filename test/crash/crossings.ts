import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Around } from '../../src/around.ts'
import type { CardRole } from '../../src/bot/posted-cards.ts'
import type { WorkspaceGateway } from '../../src/workspace/gateway.ts'

/** What is written down or sent on the road from the form to the news, in its order. */
export const crossings = [
  'request stored',
  'approval claimed',
  'approval posted',
  'approval noted',
  'decision stored',
  'tick begun',
  'PUT announced',
  'PUT sent',
  'answer stored',
  'operation polled',
  'step finished',
  'found in place',
  'done stored',
  'card updated',
  'news claimed',
  'news posted',
  'news noted',
] as const
export type Crossing = (typeof crossings)[number]
export type When = 'before' | 'after'

/** Where a process is to die: as soon as it comes to this crossing, on the road of this thread. */
export interface FailPoint {
  readonly when: When
  readonly crossing: Crossing
}

/** All there are. Before a message is claimed nothing is known of it: that is after whatever came before. */
export const failPointsThereAre: readonly FailPoint[] = crossings.flatMap(crossing =>
  (['before', 'after'] as const)
    .filter(when => when === 'after' || !crossing.endsWith('claimed'))
    .map(when => ({ when, crossing })),
)

// Whoever calls these does not say for which thread. They happen on the road alone, never after its end.
const nameless: ReadonlySet<Crossing> = new Set(['decision stored', 'PUT sent', 'operation polled'])

const moves: Readonly<Record<string, Crossing>> = {
  'request.begun': 'tick begun',
  'request.writing': 'PUT announced',
  'request.accepted-by-azure': 'answer stored',
  'request.step-finished': 'step finished',
  'request.found-in-place': 'found in place',
  'request.done': 'done stored',
}

function fileOf(folder: string, when: When, crossing: Crossing, thread: string): string {
  const key = nameless.has(crossing) ? '' : thread
  return join(folder, encodeURIComponent(`${when} ${crossing} ${key}`))
}

/** The first process that comes to the fail point dies there; `taken` says whether one did. */
export function arm(folder: string, { when, crossing }: FailPoint, thread: string) {
  const file = fileOf(folder, when, crossing, thread)
  writeFileSync(file, '')
  return { taken: () => !existsSync(file), disarm: () => rmSync(file, { force: true }) }
}

/** Of several that try, one succeeds: the file system sees to it, over all processes. */
function takes(file: string): boolean {
  try {
    renameSync(file, `${file}.taken`)
    return true
  } catch {
    return false
  }
}

type Cross = <T>(crossing: Crossing | undefined, thread: string, work: () => Promise<T>) => Promise<T>

/** Puts a fail point before and after every crossing: kill -9 by its own hand, where one is armed in the folder. */
export function failPoints(folder: string): Around & { gateway(azure: WorkspaceGateway): WorkspaceGateway } {
  const reached = (when: When, crossing: Crossing, thread: string) => {
    if (takes(fileOf(folder, when, crossing, thread))) process.kill(process.pid, 'SIGKILL')
  }
  const cross: Cross = async (crossing, thread, work) => {
    if (crossing === undefined) return work()
    reached('before', crossing, thread)
    const done = await work()
    reached('after', crossing, thread)
    return done
  }
  const claimed = new Map<
    string,
    { readonly role: CardRole; readonly thread: string; readonly first: boolean }
  >()
  const isMessage = (role: CardRole): role is 'approval' | 'news' => role === 'approval' || role === 'news'

  return {
    requests: store => ({
      ...store,
      submit: (request, record) =>
        cross('request stored', request.thread.key, () => store.submit(request, record)),
      decide: (...decided) => cross('decision stored', '', () => store.decide(...decided)),
      move: (from, to, look, record) =>
        cross(moves[record?.action ?? ''], from.thread.key, () => store.move(from, to, look, record)),
    }),
    cards: cards => ({
      ...cards,
      claim: async (id, claim) => {
        const card = await cards.claim(id, claim)
        if (card === undefined) return undefined
        const thread = card.conversation.key
        const first = card.activityId === undefined
        claimed.set(id, { role: card.role, thread, first })
        if (first && isMessage(card.role)) reached('after', `${card.role} claimed`, thread)
        return card
      },
      shown: (id, ...shown) => {
        const card = claimed.get(id)
        const noted =
          card?.first === true && isMessage(card.role) ? (`${card.role} noted` as const) : undefined
        return cross(noted, card?.thread ?? '', () => cards.shown(id, ...shown))
      },
    }),
    messenger: messenger => ({
      post: (conversation, message) =>
        cross(message.kind === 'card' ? 'approval posted' : 'news posted', conversation.key, () =>
          messenger.post(conversation, message),
        ),
      update: (conversation, ...more) =>
        cross('card updated', conversation.key, () => messenger.update(conversation, ...more)),
    }),
    gateway: azure => ({
      ...azure,
      putFqdnRule: (...rule) => cross('PUT sent', '', () => azure.putFqdnRule(...rule)),
      poll: operation => cross('operation polled', '', () => azure.poll(operation)),
    }),
  }
}
