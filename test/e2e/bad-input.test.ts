import { describe, expect, it } from 'vitest'
import { ada, dana, personalWith, textOf } from '../harness/connector.ts'
import { cardOf } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const { house, newRoad } = sharedHouse('server')
const leaks = /\bat .+\.[jt]s:\d|node_modules|Error:|ZodError|select |ECONN|undefined|\[object/

/** What a person is answered to a message; it must be one thing, and a clean one. */
async function answerTo(text: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { chat } = house()
  const from = chat.activities.length
  const { status, body } = await chat.deliver(dana, personalWith(dana), { type: 'message', text, ...more })
  expect(status).toBe(200)
  expect(body).toBeUndefined()
  const here = personalWith(dana).id
  const [answer, ...others] = chat.activities.slice(from).filter(each => each.conversationId === here)
  expect(others).toEqual([])
  const said = `${textOf(answer?.card)}${answer?.activity.text ?? ''}`
  expect(said).not.toMatch(leaks)
  return said
}

async function stillServes() {
  expect(await answerTo('which workspaces are there?')).toMatch(/\d+ workspaces/)
}

async function post(path: string, init: RequestInit) {
  const url = `http://127.0.0.1:${house().gatehouse.port}${path}`
  const response = await fetch(url, init)
  const text = await response.text()
  expect(text).not.toMatch(leaks)
  return { status: response.status, text }
}

describe('a message', () => {
  it.each([
    ['100 kB of text', 'use Hugging Face '.repeat(6_000).slice(0, 100_000)],
    ['100 kB of one word', 'x'.repeat(100_000)],
    ['HTML', '<script>alert(1)</script><b>can I use</b> <img src=x onerror=alert(1)>'],
    [
      'markdown and placeholders',
      '# can I $\u007buse} [Hugging](javascript:alert(1)) Face in `$\u007bws}` **now**',
    ],
    ['emoji', '👩🏽‍💻🔥 can I use 🤗 in 🏢?'],
    ['right-to-left and zero-width', '\u202e\u200b\u0000 ws-prod \ufeff'],
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['a name that does not exist', 'can I use Hugging Face in ws-<img src=x>-$\u007bnope}?'],
    ['quotes', `can I use Hugging Face in ws-prod'; drop table requests; --`],
  ])('of %s is answered with a card that helps on', async (_name, text) => {
    expect((await answerTo(text)).length).toBeGreaterThan(20)
    await stillServes()
  })

  it('with an empty value and nothing else is a clean 400', async () => {
    for (const value of [{}, [], { nothing: 'known' }, { verb: '' }, { verb: 7 }]) {
      const { status, body } = await house().chat.deliver(dana, personalWith(dana), {
        type: 'message',
        value,
      })
      expect(status).toBe(400)
      expect(JSON.stringify(body)).not.toMatch(leaks)
    }
    await stillServes()
  })
})

describe('an activity', () => {
  it.each(['event', 'typing', 'messageReaction', 'messageUpdate', 'endOfConversation', 'notInventedYet'])(
    'of the type %s is left alone',
    async type => {
      const { chat } = house()
      const count = () => chat.activities.filter(each => each.conversationId === personalWith(dana).id).length
      const before = count()
      const { status } = await chat.deliver(dana, personalWith(dana), { type, text: 'can I use it?' })
      expect(status).toBe(200)
      expect(count()).toBe(before)
      await stillServes()
    },
  )
})

describe('a press', () => {
  const values: readonly (readonly [string, unknown])[] = [
    ['no value', undefined],
    ['null', null],
    ['an empty value', {}],
    ['an array', [1, 2]],
    ['a text', 'approve'],
    ['no action', { trigger: 'manual' }],
    ['no verb', { action: { data: {} } }],
    ['an unknown verb', { action: { verb: 'drop', data: {} } }],
    ['the verb of every object', { action: { verb: 'constructor', data: {} } }],
    ['a long verb', { action: { verb: 'v'.repeat(10_000), data: {} } }],
    ['data null', { action: { verb: 'request.approve', data: null } }],
    ['data an array', { action: { verb: 'request.approve', data: [] } }],
    ['nested data', { action: { verb: 'request.approve', data: nested(2_000) } }],
    ['a nested request', { action: { verb: 'request.approve', data: { request: nested(50) } } }],
    ['a request that is not', { action: { verb: 'request.approve', data: { request: 'r-1' } } }],
    [
      'a workspace that is not',
      { action: { verb: 'ask.show-network', data: { workspace: '/subscriptions/../../etc' } } },
    ],
    [
      'a collection that is not',
      { action: { verb: 'ask.can-use', data: { workspace: wsProd(), collection: '__proto__' } } },
    ],
  ]
  it.each(values)('with %s is answered with HTTP 200 and a sentence', async (_name, value) => {
    const { status, body } = await house().chat.deliver(ada, personalWith(ada), {
      type: 'invoke',
      name: 'adaptiveCard/action',
      ...(value === undefined ? {} : { value }),
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ statusCode: expect.any(Number), type: expect.any(String) })
    expect(JSON.stringify(body)).not.toMatch(leaks)
    expect(JSON.stringify(body)).toMatch(/\w+ \w+ \w+.*\./)
    await stillServes()
  })

  it.each(['task/fetch', 'composeExtension/query', 'x', ''])('named "%s" too', async name => {
    const { status, body } = await house().chat.deliver(ada, personalWith(ada), { type: 'invoke', name })
    expect(status).toBe(200)
    expect(body).toMatchObject({ statusCode: expect.any(Number) })
  })

  it('on a form takes long, wild and missing inputs, and shows them as what they are', async () => {
    const { house, thread, openForm } = newRoad()
    const form = await openForm()
    const inputs = { in_tier: 'everything', in_reason: '<b>**bold**</b> $\u007bx} '.repeat(200) }
    const answer = await house.chat.press(dana, thread, form, 'Request', { inputs })
    const said = JSON.stringify(cardOf(answer.value))
    expect(said).toContain('waiting for approval')
    expect(said).not.toContain('<b>')
    expect(said).not.toContain('**bold**')
  })
})

describe('the door', () => {
  const json = { 'content-type': 'application/json' }
  it.each<[string, RequestInit, readonly number[]]>([
    ['no JSON', { method: 'POST', headers: json, body: '{"type": ' }, [400]],
    ['no body', { method: 'POST', headers: json }, [400]],
    ['JSON that is no activity', { method: 'POST', headers: json, body: '[1]' }, [400]],
    ['null', { method: 'POST', headers: json, body: 'null' }, [400]],
    ['a form', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'a=b' }, [415]],
    ['more than it takes', { method: 'POST', headers: json, body: `"${'x'.repeat(400_000)}"` }, [413]],
    ['GET', { method: 'GET' }, [404, 405]],
    ['DELETE', { method: 'DELETE' }, [404, 405]],
  ])('answers %s with a clean 4xx', async (_name, init, expected) => {
    const { status } = await post('/api/messages', init)
    expect(expected).toContain(status)
    await stillServes()
  })
})

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = { request: value }
  return value
}

function wsProd(): string {
  return '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-ml-prod/providers/Microsoft.MachineLearningServices/workspaces/ws-prod'
}
