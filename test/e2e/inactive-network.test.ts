import { describe, expect, it } from 'vitest'
import { actionsOf, ada, dana, textOf } from '../harness/connector.ts'
import { cardOf, type Road, requestedOf } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const combined = sharedHouse('server')
const perHost = sharedHouse('server', { ruleShape: 'per-host' })

/** The hosts that the user's own rules of a workspace let through, as Azure has them. */
async function hostsOpenIn({ house, workspace }: Road): Promise<readonly string[]> {
  const { chat } = house
  const { activityId } = await chat.say(dana, { id: 'a:reader', type: 'personal' }, `show ${workspace}`)
  const answer = chat.activities.find(({ replyToId }) => replyToId === activityId)
  const hosts = textOf(answer?.card).match(/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+/g) ?? []
  return [...new Set(hosts)].sort()
}

async function walk(here: Road): Promise<string> {
  const requested = await here.request()
  const card = await here.approval(requested)
  await here.house.chat.press(ada, here.thread, card, 'Approve')
  return here.end(requested)
}

describe('a network that is not provisioned', () => {
  it('gets its rule and its provisioning in one plan, and the news comes when it is in effect', async () => {
    const here = combined.newRoad('lab')
    const { house, thread, request, approval, end, changes, messages } = here
    const requested = await request()
    const card = await approval(requested)
    for (const warning of ['creates a firewall', 'provisions the managed network', 'cannot be undone'])
      expect(textOf(card.card)).toContain(warning)
    await house.chat.press(ada, thread, card, 'Approve')
    expect(await end(requested)).toContain(`You can now use Hugging Face in ${here.workspace}`)
    expect((await changes()).map(({ method }) => method)).toEqual(['PUT', 'POST'])
    for (const { card } of messages(requested)) expect(textOf(card)).not.toContain('not in effect yet')
    expect(textOf((await here.ask()).card)).toContain('Yes: Hugging Face can be used')
  })

  it('is provisioned alone when somebody writes so, requests it and another approves', async () => {
    const { house, thread, workspace, approval, end, changes } = combined.newRoad('lab')
    const { chat } = house
    const { activityId } = await chat.say(dana, thread, `provision ${workspace}`)
    const network = chat.activities.find(({ replyToId }) => replyToId === activityId)
    if (network === undefined) throw new Error('No card of the network came.')
    const opened = await chat.press(dana, thread, network, 'Request this change…')
    const form = { ...network, card: cardOf(opened.value) }
    expect(textOf(form.card)).toContain('Provisioning cannot be undone')
    expect(await changes()).toEqual([])
    const empty = await chat.press(dana, thread, form, 'Request')
    expect(textOf(cardOf(empty.value))).toContain('Please give a reason')
    const inputs = { in_reason: 'The team starts on Monday.' }
    const sent = await chat.press(dana, thread, form, 'Request', { inputs })
    const requested = requestedOf(form.activityId, sent.value)
    await chat.press(ada, thread, await approval(requested), 'Approve')
    expect(await end(requested)).toContain(`The managed network of ${workspace} is active now`)
    expect(await changes()).toMatchObject([{ method: 'POST', status: 202 }])
    const { activityId: again } = await chat.say(dana, thread, `provision ${workspace}`)
    const answer = chat.activities.find(({ replyToId }) => replyToId === again)
    expect(actionsOf(answer?.card ?? {}).map(({ title }) => title)).not.toContain('Request this change…')
  })
})

describe('one rule for each host', () => {
  it('opens the same hosts as one rule for all of them', async () => {
    const one = combined.newRoad()
    const many = perHost.newRoad()
    expect(await walk(one)).toContain('You can now use Hugging Face')
    expect(await walk(many)).toContain('You can now use Hugging Face')
    const opened = await hostsOpenIn(one)
    expect(opened).toContain('cdn.auth0.com')
    expect(await hostsOpenIn(many)).toEqual(opened)
    expect(await one.changes()).toHaveLength(1)
    const puts = await many.changes()
    expect(puts).toHaveLength(8)
    expect(new Set(puts.map(({ path }) => path)).size).toBe(8)
    expect(puts.every(({ status }) => status === 202)).toBe(true)
  })

  it('provisions a network once all its rules are stored', async () => {
    const here = perHost.newRoad('lab')
    expect(await walk(here)).toContain('You can now use Hugging Face')
    const methods = (await here.changes()).map(({ method }) => method)
    expect(methods.at(-1)).toBe('POST')
    expect(methods.filter(method => method === 'POST')).toHaveLength(1)
  })
})
