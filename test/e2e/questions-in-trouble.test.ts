import { describe, expect, it } from 'vitest'
import { dana, personalWith, textOf } from '../harness/connector.ts'
import { openHouse } from '../harness/house.ts'
import { advance, storeUnderTest } from '../harness/store.ts'
import { sharedHouse } from './shared-house.ts'

const { newRoad } = sharedHouse('server', { azureTimeouts: { readTimeoutMs: 3_000 } })

const troubles: readonly (readonly [string, object, string])[] = [
  ['401', { is: 'status', status: 401 }, 'Gatehouse could not sign in to Azure.'],
  ['403', { is: 'status', status: 403 }, "Gatehouse's own identity may not read or change WORKSPACE."],
  ['404', { is: 'status', status: 404 }, 'Azure does not know WORKSPACE, or Gatehouse may not see it.'],
  ['429', { is: 'status', status: 429, retryAfter: 120 }, 'Azure asked Gatehouse to slow down.'],
  ['500', { is: 'status', status: 500 }, 'Azure could not be reached.'],
  ['a reset', { is: 'reset' }, 'Azure could not be reached.'],
  ['silence', { is: 'hang' }, 'Azure did not answer in time.'],
]

describe('a question, when Azure answers it with', () => {
  it.each(troubles)('%s: says so in one card, and works again afterwards', async (_name, fault, sentence) => {
    const { house, workspace, ask } = newRoad()
    await house.fault({ match: { pathContains: `/workspaces/${workspace}` }, fault })
    const from = house.chat.activities.length
    const answer = await ask()
    expect(textOf(answer.card)).toContain(sentence.replace('WORKSPACE', workspace))
    expect(textOf(answer.card)).not.toMatch(/correlation|stack|undefined|11111111-2222/)
    expect(house.chat.activities.length - from).toBe(1)
    expect(textOf((await ask()).card)).toContain('Not yet: Hugging Face cannot be used')
  })
})

it('what was read before is told with its age, and why it is not newer', async () => {
  const { house, workspace, ask } = newRoad()
  expect(textOf((await ask()).card)).toContain('Read from Azure just now')
  await advance(house.clock, 600_000)
  await house.fault({
    match: { pathContains: `/workspaces/${workspace}` },
    fault: { is: 'status', status: 503 },
  })
  const said = textOf((await ask()).card)
  expect(said).toContain('Not yet: Hugging Face cannot be used')
  expect(said).toMatch(/As of 10 minutes ago \(.+\), because Azure could not be reached\./)
  expect(said).toContain('Ask again')
})

it('a form that is sent while Azure is away requests nothing and says so', async () => {
  const { house, thread, workspace, openForm } = newRoad()
  const form = await openForm()
  await house.fault({
    match: { pathContains: `/workspaces/${workspace}` },
    fault: { is: 'status', status: 403 },
  })
  const inputs = { in_tier: 'current', in_reason: 'A reason.' }
  const answer = await house.chat.press(dana, thread, form, 'Request', { inputs })
  expect(answer.value).toContain('Nothing was requested or changed.')
})

it('a question costs two reads, and the first of a minute also the list of names', async () => {
  const { house, workspace, ask } = newRoad()
  await advance(house.clock, 61_000)
  const counted = async () => {
    const before = (await house.calls()).length
    await ask()
    const paths = (await house.calls()).slice(before).map(({ method, path }) => `${method} ${path}`)
    const about = paths.filter(path => path.includes(`/workspaces/${workspace}`))
    return { about: about.length, names: paths.length - about.length }
  }
  // The subscriptions, and two pages of workspaces: this tenant has more than fit on one.
  expect(await counted()).toEqual({ about: 2, names: 3 })
  expect(await counted()).toEqual({ about: 2, names: 0 })
})

describe('when nothing can be read at all', () => {
  const store = storeUnderTest('server')
  it.each([
    ['403', { is: 'status', status: 403 }, 'may not read or change'],
    ['500', { is: 'status', status: 500 }, 'could not be reached'],
  ])('(%s) every question is answered with that, and help still helps', async (_name, fault, sentence) => {
    const { chat, fault: queue, logged } = await openHouse({ place: await store.place() })
    await queue({ times: 1_000, fault })
    for (const text of [
      'can I use Hugging Face in ws-prod?',
      'show ws-prod',
      'which workspaces are there?',
    ]) {
      const { status, activityId } = await chat.say(dana, personalWith(dana), text)
      expect(status).toBe(200)
      const answer = chat.activities.find(({ replyToId }) => replyToId === activityId)
      expect(`${textOf(answer?.card)}${answer?.activity.text ?? ''}`).toContain(sentence)
    }
    const { activityId } = await chat.say(dana, personalWith(dana), 'help')
    const help = chat.activities.find(({ replyToId }) => replyToId === activityId)
    expect(textOf(help?.card)).toContain('What Gatehouse does')
    expect(logged).toEqual([])
    chat.assertClean()
  })
})
