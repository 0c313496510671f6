import {
  cardOf,
  entered,
  messagesAbout,
  newsOf,
  offersAnything,
  type Requested,
  requestedOf,
} from '../e2e/road.ts'
import { actionsOf, ada, dana, type InvokeBody, type Thread, textOf } from '../harness/connector.ts'
import { eventually } from '../harness/store.ts'
import { arm, type FailPoint } from './crossings.ts'
import type { Witness } from './replica.ts'
import { insist, type Town } from './town.ts'

/** How often a press arrives: once, twice as the same activity, or three times, the last one later, as different ones. */
export const duplicates = ['once', 'twice the same', 'three times anew'] as const
/** Five times: at once, as the same activity, as many as there are replicas, and twice more half a minute later. */
export type Duplicates = (typeof duplicates)[number] | 'five times'

export interface Journey {
  readonly workspace: string
  readonly thread: Thread
  readonly presses: Duplicates
  readonly death?: FailPoint
  /** How often all are killed at once while the request waits for its approval. */
  readonly massDeaths?: number
}

export interface Arrived {
  readonly journey: Journey
  readonly requested: Requested
  /** What was answered to the presses on Approve, of those that were answered. */
  readonly answers: readonly InvokeBody[]
}

/** The whole road of one request, with presses that arrive more than once and a process that dies on the way. */
export async function travel(journey: Journey, town: Town): Promise<Arrived> {
  const { workspace, thread, presses, death } = journey
  const { chat } = town
  const answer = await eventually(async () => {
    const { activityId } = await insist(town, () =>
      chat.say(dana, thread, `can I use Hugging Face in ${workspace}?`),
    )
    const said = chat.activities.find(({ replyToId }) => replyToId === activityId)
    // Where the machine is busy, Azure may count as silent.
    return actionsOf(said?.card).some(({ title }) => title.startsWith('Request')) && said
  })
  const opened = await insist(town, () => chat.press(dana, thread, answer, 'Request'))
  const form = { activityId: answer.activityId, card: cardOf(opened.value) }

  const armed = death === undefined ? undefined : arm(town.arms, death, thread.id)
  try {
    const sent = await pressed(presses, town, id =>
      insist(town, () => chat.press(dana, thread, form, 'Request', { id, inputs: entered })),
    )
    const requested = requestedOf(form.activityId, sent[0]?.value)
    const approval = await eventually(
      () =>
        chat.activities.findLast(({ card }) =>
          actionsOf(card).some(({ title, data }) => title === 'Approve' && data.request === requested.id),
        ),
      patienceMs,
    )
    for (let lives = 0; lives < (journey.massDeaths ?? 0); lives += 1) {
      await town.whole()
      await town.killAll()
    }
    const answers = await pressed(presses, town, id =>
      insist(town, () => chat.press(ada, thread, approval, 'Approve', { id })),
    )
    // A copy whose poster died before it was noted is known to nobody until somebody who sees it presses.
    const forgotten = messagesAbout(requested, chat, thread).filter(
      ({ activityId, card }) =>
        activityId !== approval.activityId && actionsOf(card).some(({ title }) => title === 'Approve'),
    )
    const late = await Promise.all(
      forgotten.map(copy => insist(town, () => chat.press(ada, thread, copy, 'Approve'))),
    )
    await eventually(() => newsOf(requested, chat, thread).length > 0, patienceMs)
    await eventually(
      () => messagesAbout(requested, chat, thread).every(each => !offersAnything(each.card)),
      patienceMs,
    )
    // The news are in the chat before whoever posted them has its answer.
    await eventually(() => armed?.taken() !== false)
    return { journey, requested, answers: [...answers, ...late] }
  } finally {
    armed?.disarm()
  }
}

async function pressed(
  presses: Duplicates,
  town: Town,
  press: (id: string) => Promise<InvokeBody>,
): Promise<readonly InvokeBody[]> {
  const id = `press-${counter++}`
  if (presses === 'once') return [await press(id)]
  if (presses === 'twice the same') return Promise.all([press(id), press(id)])
  if (presses === 'five times') {
    await town.whole()
    const first = await Promise.all([press(id), press(id), press(id)])
    const later = town.clock.now() + 30_000
    await eventually(() => town.clock.now() >= later)
    return [...first, await press(`${id}-fourth`), await press(`${id}-fifth`)]
  }
  const first = await Promise.all([press(id), press(`${id}-again`)])
  return [...first, await press(`${id}-later`)]
}

let counter = 0

/** Of a machine on which a process needs half a minute to start. */
const patienceMs = 90_000

/** Whether the death fell between a post and the note that it was made. */
function mayRepeat(death: FailPoint | undefined, what: 'approval' | 'news'): boolean {
  if (death === undefined) return false
  const point = `${death.when} ${death.crossing}`
  return point === `after ${what} posted` || point === `before ${what} noted`
}

/** What is not as promised, in words; empty where all is. `seen`: what the store said, where many are looked at at once. */
export async function broken(
  { journey, requested, answers }: Arrived,
  town: Town,
  seen?: Witness,
): Promise<readonly string[]> {
  const { workspace, thread, death } = journey
  const { chat } = town
  const { actions } = seen ?? (await town.witness())
  const calls = await town.calls(workspace)
  const count = (action: string) =>
    actions.filter(each => each.subject === requested.id && each.action === action).length
  const puts = calls.filter(({ method }) => method === 'PUT').length
  const news = newsOf(requested, chat, thread)
  const approvals = chat.activities.filter(
    ({ method, card }) =>
      method === 'POST' &&
      actionsOf(card).some(({ title, data }) => title === 'Approve' && data.request === requested.id),
  )
  const untrue = answers.filter(({ value }) => !textOf(value).includes('Approved by Ada Approver'))
  return [
    ...expected('requests stored', count('request.submitted'), 1, 1),
    ...expected('decisions', count('request.approved'), 1, 1),
    ...expected('ends', count('request.done'), 1, 1),
    ...expected('PUTs', puts, 1, 1),
    ...expected('news', news.length, 1, mayRepeat(death, 'news') ? 2 : 1),
    // All may die of it as soon as it is there, before one of them notes that it is.
    ...expected(
      'approval cards',
      approvals.length,
      1,
      1 + (journey.massDeaths ?? 0) + (mayRepeat(death, 'approval') ? 1 : 0),
    ),
    ...expected('answers that do not say the decision', untrue.length, 0, 0),
    ...news
      .filter(({ activity }) => !activity.text?.includes(`You can now use Hugging Face in ${workspace}`))
      .map(({ activity }) => `the news are: ${activity.text}`),
  ]
}

function expected(what: string, seen: number, least: number, most: number): readonly string[] {
  return seen >= least && seen <= most
    ? []
    : [`${what}: ${seen}, not ${least === most ? least : `${least} to ${most}`}`]
}
