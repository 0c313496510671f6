import { describe, expect, it } from 'vitest'
import { entered, offersAnything, type Requested, type Road, requestedOf } from '../e2e/road.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { ada, dana, type Fault, textOf } from '../harness/connector.ts'
import { advance } from '../harness/store.ts'

const { house, newRoad } = sharedHouse('server', { sending: { timeoutMs: 1_000, sleep: async () => {} } })

/** Roads that go wrong side by side, each in its own conversation, while one hand moves the clock. */
interface GoesWrong {
  readonly name: string
  readonly fault: Fault
  readonly times?: number
  readonly headers?: Record<string, string>
}
interface Gone {
  readonly wrong: GoesWrong
  readonly here: Road
  readonly requested: Requested
}

const failIn = ({ thread }: Road, { fault, times = 1, headers = {} }: GoesWrong, method: 'POST' | 'PUT') =>
  house().chat.fail(fault, times, headers, method, thread)

/** The messages that offered to decide this request, as they were posted. */
function approvalsOf({ here, requested: { id } }: Gone) {
  return here.house.chat.activities.filter(
    ({ method, card }) =>
      method === 'POST' && JSON.stringify(card ?? {}).includes(id) && textOf(card).includes('Approve'),
  )
}

async function later(minutes: number) {
  for (let minute = 0; minute < minutes; minute += 1) {
    await advance(house().clock, 61_000)
    await new Promise(resolve => setTimeout(resolve, 30))
  }
}

/** Each is approved on the first of its cards; all are told, and no card offers anything any more. */
async function allEnd(gone: readonly Gone[], before: (each: Gone) => void = () => {}) {
  for (const each of gone) {
    const [first] = approvalsOf(each)
    if (first === undefined) throw new Error(`(${each.wrong.name}) There is no card.`)
    before(each)
    const answer = await house().chat.press(ada, each.here.thread, first, 'Approve')
    expect(textOf(answer.value)).toContain('Approved by Ada Approver')
  }
  await house().passUntil(() => gone.every(({ here, requested }) => here.news(requested).length > 0), 900)
  await later(3)
}

/** What was counted, by the name of what went wrong. */
const counted = (gone: readonly Gone[], count: (each: Gone) => number) =>
  Object.fromEntries(gone.map(each => [each.wrong.name, count(each)]))
const newsOf = ({ here, requested }: Gone) => here.news(requested).length
const offering = ({ here, requested }: Gone) =>
  here.messages(requested).filter(({ card }) => offersAnything(card)).length
const none = (gone: readonly Gone[]) => counted(gone, () => 0)

async function waiting(wrongs: readonly GoesWrong[]): Promise<readonly Gone[]> {
  const gone: Gone[] = []
  for (const wrong of wrongs) {
    const here = newRoad()
    gone.push({ wrong, here, requested: await here.request() })
  }
  await house().passUntil(() =>
    gone.every(each => approvalsOf(each).length > 0 && each.here.messages(each.requested).length > 1),
  )
  return gone
}

describe('P11 news arrives at least once, rarely twice', () => {
  it('when Teams does not take the approval card, it comes later, twice only where the answer was lost, and every copy decides and is kept true', async () => {
    const wrongs: readonly GoesWrong[] = [
      { name: 'slow down for a moment', fault: 429, times: 2, headers: { 'retry-after': '2' } },
      { name: 'slow down for half a minute', fault: 429, times: 2, headers: { 'retry-after': '30' } },
      { name: 'not now', fault: 412 },
      { name: 'stored, and said not to be', fault: 'stored-500' },
      { name: 'no answer', fault: 'hang' },
      { name: 'away', fault: 503 },
    ]
    const gone: Gone[] = []
    for (const wrong of wrongs) {
      const here = newRoad()
      const form = await here.openForm()
      failIn(here, wrong, 'POST')
      const sent = await house().chat.press(dana, here.thread, form, 'Request', { inputs: entered })
      gone.push({ wrong, here, requested: requestedOf(form.activityId, sent.value) })
    }
    await house().passUntil(() => gone.every(each => approvalsOf(each).length > 0))
    await later(3)
    const copies = { ...counted(gone, () => 1), 'stored, and said not to be': 2 }
    expect(counted(gone, each => approvalsOf(each).length)).toEqual(copies)
    await allEnd(gone)
    expect(counted(gone, newsOf)).toEqual(counted(gone, () => 1))
    // Of a copy that Teams kept and denied the press on it told the id.
    expect(counted(gone, offering)).toEqual(none(gone))
    for (const each of gone) {
      const [first] = approvalsOf(each)
      if (first === undefined) throw new Error('It was there before.')
      const late = await house().chat.press(ada, each.here.thread, first, 'Approve')
      expect(textOf(late.value)).toContain('already done')
    }
  }, 120_000)

  it('when Teams does not take the news, they come all the same', async () => {
    const gone = await waiting([
      { name: 'stored, and said not to be', fault: 'stored-500' },
      { name: 'no answer', fault: 'hang' },
      { name: 'cut off', fault: 'reset' },
      { name: 'slow down', fault: 429, headers: { 'retry-after': '20' } },
    ])
    await allEnd(gone, ({ here, wrong }) => failIn(here, wrong, 'POST'))
    expect(counted(gone, newsOf)).toEqual({ ...counted(gone, () => 1), 'stored, and said not to be': 2 })
    expect(counted(gone, offering)).toEqual(none(gone))
  }, 120_000)

  it('when a card cannot be updated for a while it is true in the end, and where it is gone that is written down', async () => {
    const gone = await waiting([
      { name: 'gone', fault: 404 },
      { name: 'no answer', fault: 'hang', times: 5 },
      { name: 'broken', fault: 500, times: 5 },
    ])
    await allEnd(gone, ({ here, wrong }) => failIn(here, wrong, 'PUT'))
    expect(counted(gone, newsOf)).toEqual(counted(gone, () => 1))
    const [lost, ...others] = gone
    if (lost === undefined) throw new Error('None is gone.')
    await house().passUntil(() =>
      others.every(({ here, requested }) =>
        here
          .messages(requested)
          .every(({ card }) => textOf(card).includes(`Request #${requested.number}: done`)),
      ),
    )
    const { rows } = await house().gatehouse.engine.sql.query<{ subject: string }>(
      `select subject from audit_log where action = 'card.parked'`,
    )
    expect(rows).toEqual([{ subject: lost.requested.id }])
  }, 120_000)
})
