import { verbs } from '../src/cards/verbs.ts'
import { ada, dana } from '../test/harness/people.ts'
import { press, threadOf } from './activity.ts'
import { drive } from './drive.ts'
import type { MeasuredProcess } from './start-process.ts'
import type { openSurroundings } from './surroundings.ts'

type Surroundings = Awaited<ReturnType<typeof openSurroundings>>

export interface Requested {
  readonly id: string
  /** Where it was made, and may be decided. */
  readonly thread: string
}

/** Makes one request for each of these workspaces, as people do by a form. */
export async function makeRequests(
  around: Surroundings,
  bot: MeasuredProcess,
  workspaces: readonly string[],
): Promise<readonly Requested[]> {
  const made: Requested[] = []
  await drive({ count: workspaces.length, atOnce: 2 }, async index => {
    const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
    const data = {
      workspace: workspaces[index],
      collection: 'huggingface',
      form: id,
      in_tier: 'current',
      in_reason: 'Measured.',
    }
    const answer = await around.deliver(
      bot,
      press(dana, threadOf(index), around.connector.url, verbs.submitRequest, data),
    )
    if (!answer.includes(id)) throw new Error(`No request was made: ${answer.slice(0, 500)}`)
    made[index] = { id, thread: threadOf(index) }
  })
  return made
}

/** Approves them, `atOnce` at a time: how long each press took to be answered, in milliseconds, and how many were not taken. */
export async function approve(
  around: Surroundings,
  bot: MeasuredProcess,
  requests: readonly Requested[],
  atOnce: number,
): Promise<{ readonly latencies: readonly number[]; readonly refused: number }> {
  let refused = 0
  const { latencies } = await drive({ count: requests.length, atOnce }, async index => {
    const { id: request = '', thread = '' } = requests[index] ?? {}
    const answer = await around.deliver(
      bot,
      press(ada, thread, around.connector.url, verbs.approve, { request }),
    )
    if (!answer.includes('AdaptiveCard')) refused += 1
  })
  return { latencies, refused }
}
