import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionsOn } from '../e2e/decisions-on.ts'
import type { Requested, Road, Seen } from '../e2e/road.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { actionsOf, ada, amir, dana, mallory, type Speaker, textOf } from '../harness/connector.ts'

type Path = readonly string[]
type Json = Readonly<Record<string, unknown>>

const { newRoad } = sharedHouse('server')
const runs = 150

const values = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    'request.approve',
    'request.withdraw',
    'request.submit',
    'request.refresh',
    '__proto__',
    'constructor',
    ada.id,
    dana.aadObjectId,
    mallory.aadObjectId,
    '19:approvers@thread.v2',
    '00000000-0000-4000-8000-000000000000',
    '11111111-1111-4111-8111-111111111111',
    0,
    -1,
    true,
    [],
    {},
    [{}],
    { $ne: null },
    'x'.repeat(5_000),
  ),
  fc.string(),
  fc.jsonValue({ maxDepth: 4 }),
)

function withValue(object: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value
  const base = typeof object === 'object' && object !== null ? (object as Json) : {}
  return { ...base, [key]: withValue(base[key], rest, value) }
}

function pressOf(by: Speaker, { thread, house }: Road, message: Seen, named: string): Json {
  const action = actionsOf(message.card).find(({ title }) => title === named)
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    channelId: 'msteams',
    serviceUrl: house.chat.url,
    from: { id: by.id, name: by.name, aadObjectId: by.aadObjectId },
    recipient: house.chat.bot,
    conversation: { id: thread.id, conversationType: thread.type, isGroup: true, tenantId: by.tenantId },
    channelData: { tenant: { id: by.tenantId } },
    replyToId: message.activityId,
    value: { action: { type: 'Action.Execute', verb: action?.verb, data: action?.data }, trigger: 'manual' },
  }
}

/** Without these it is no activity at all, and answered with HTTP 400. */
function hasId(account: unknown): boolean {
  const id = typeof account === 'object' && account !== null && 'id' in account ? account.id : undefined
  return typeof id === 'string' && id !== ''
}

/** Sends it as it is; whatever it is, the answer is clean and nothing is decided. */
async function comesToNothing({ house }: Road, requested: Requested, activity: unknown) {
  const response = await fetch(`http://127.0.0.1:${house.gatehouse.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  })
  const text = await response.text()
  expect(text).not.toMatch(/\bat .+\.[jt]s:\d|node_modules|select |postgres/i)
  const { type, conversation, from } = activity as Json
  const isInvoke = type === 'invoke' && hasId(conversation) && hasId(from)
  expect(isInvoke ? [200] : [200, 400]).toContain(response.status)
  if (isInvoke) expect(JSON.parse(text)).toHaveProperty('statusCode')
  expect(await decisionsOn(requested, house)).toEqual([])
}

describe('P04 nothing in a press is believed', () => {
  it('P04 whatever somebody who may not decide changes in it, it decides nothing', async () => {
    const here = newRoad()
    const requested = await here.request()
    const card = await here.approval(requested)
    // Not the object id and the tenant: those the channel vouches for.
    const paths: readonly Path[] = [
      ['id'],
      ['name'],
      ['from', 'id'],
      ['from', 'name'],
      ['from', 'role'],
      ['recipient'],
      ['replyToId'],
      ['locale'],
      ['conversation', 'id'],
      ['conversation', 'conversationType'],
      ['channelData', 'legacy'],
      ['value'],
      ['value', 'trigger'],
      ['value', 'action'],
      ['value', 'action', 'type'],
      ['value', 'action', 'verb'],
      ['value', 'action', 'data'],
      ...['request', 'approver', 'requester', 'by', 'objectId', 'hosts', 'view', 'verb', 'in_comment'].map(
        key => ['value', 'action', 'data', key],
      ),
    ]
    let sent = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(dana, mallory),
        fc.constantFrom('Approve', 'Reject'),
        fc.array(fc.tuple(fc.constantFrom(...paths), values), { minLength: 1, maxLength: 3 }),
        async (by, named, mutations) => {
          sent += 1
          const base = { ...pressOf(by, here, card, named), id: `t${sent}` }
          const activity = mutations
            // Dana may withdraw what is hers: that is no decision, and not tampered with.
            .filter(([path, value]) => path.at(-1) !== 'verb' || value !== 'request.withdraw')
            .reduce<unknown>((made, [path, value]) => withValue(made, path, value), base)
          await comesToNothing(here, requested, activity)
        },
      ),
      { numRuns: runs },
    )
    await genuine(here, requested, card)
  })

  it('P04 an approver’s own press counts only for the request, button, conversation and tenant that it names', async () => {
    const here = newRoad()
    const requested = await here.request()
    const card = await here.approval(requested)
    const base = pressOf(ada, here, card, 'Approve')
    const stays = [ada.aadObjectId, amir.aadObjectId, ada.tenantId, 'invoke', base.name]
    const meant: readonly Path[] = [
      ['type'],
      ['name'],
      ['from', 'aadObjectId'],
      ['conversation', 'id'],
      ['conversation', 'tenantId'],
      ['channelData', 'tenant', 'id'],
      ['value'],
      ['value', 'action'],
      ['value', 'action', 'verb'],
      ['value', 'action', 'data'],
      ['value', 'action', 'data', 'request'],
    ]
    // Without one of the two tenants the other one stands.
    const other = values.filter(
      value =>
        value !== null &&
        value !== 'request.approve' &&
        !stays.some(each => typeof value === 'string' && value.toLowerCase() === each),
    )
    let sent = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...meant), other, async (path, value) => {
        sent += 1
        const activity = withValue({ ...base, id: `o${sent}` }, path, value)
        await comesToNothing(here, requested, activity)
      }),
      { numRuns: runs },
    )
    await genuine(here, requested, card)
  })
})

async function genuine({ house, thread, changes, end }: Road, requested: Requested, card: Seen) {
  expect(await changes()).toEqual([])
  const answer = await house.chat.press(ada, thread, card, 'Approve')
  expect(textOf(answer.value)).toContain('Approved by Ada Approver')
  expect(await end(requested)).toContain('You can now use')
  expect(await changes()).toHaveLength(1)
}
