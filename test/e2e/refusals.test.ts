import { describe, expect, it } from 'vitest'
import { ada, amir, approversChat, dana, mallory, personalWith, textOf } from '../harness/connector.ts'
import { cardOf, entered, requestedOf } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const { newRoad } = sharedHouse('server')
const sentence = 'application/vnd.microsoft.activity.message'

describe('who may do what', () => {
  it('a requester cannot approve their own request, nor reject it', async () => {
    const { house, thread, request, approval, changes } = newRoad()
    const requested = await request(ada)
    const card = await approval(requested)
    const approve = await house.chat.press(ada, thread, card, 'Approve')
    const reject = await house.chat.press(ada, thread, card, 'Reject', { inputs: { in_comment: 'no' } })
    for (const answer of [approve, reject]) {
      expect(answer).toMatchObject({ statusCode: 200, type: sentence })
      expect(answer.value).toContain('your own request')
    }
    const other = await house.chat.press(amir, thread, card, 'Approve')
    expect(textOf(other.value)).toContain('Amir Approver')
    expect((await changes()).filter(({ method }) => method === 'PUT').length).toBeLessThanOrEqual(1)
  })

  it('an outsider gets help to every question and a refusal to every press', async () => {
    const { house, thread, workspace, request, approval, news } = newRoad()
    const { chat } = house
    const requested = await request()
    const card = await approval(requested)
    // Other requests may be on their way meanwhile; only these can come of what Mallory writes.
    const reads = async () =>
      (await house.calls()).filter(
        ({ path }) => /\/(subscriptions|workspaces)$/.test(path) || path.includes(`/workspaces/${workspace}`),
      ).length
    const before = await reads()
    for (const text of [
      `can I use Hugging Face in ${workspace}?`,
      `show ${workspace}`,
      'which workspaces are there?',
      'help',
      'send approvals here',
      `provision ${workspace}`,
    ]) {
      const { activityId } = await chat.say(mallory, personalWith(mallory), text)
      const answers = chat.activities.filter(({ replyToId }) => replyToId === activityId)
      expect(answers).toHaveLength(1)
      const said = textOf(answers[0]?.card)
      expect(said).toContain('What Gatehouse does')
      expect(said).not.toMatch(/prod-\d|westeurope|#\d/)
    }
    const inputs = { in_comment: 'mine' }
    for (const [message, named] of [
      [card, 'Approve'],
      [card, 'Reject'],
      [requested.status, 'Withdraw'],
    ] as const) {
      const answer = await chat.press(mallory, thread, message, named, { inputs })
      expect(answer).toMatchObject({ statusCode: 200, type: sentence })
      expect(answer.value).toContain('not among those who may ask')
    }
    expect(await reads()).toBe(before)
    expect(news(requested)).toHaveLength(0)
  })

  it('somebody without an Entra object id gets help, and a refusal to a press', async () => {
    const { house, thread, request, approval } = newRoad()
    const { chat } = house
    const card = await approval(await request())
    const { aadObjectId: _none, ...nameless } = ada
    const { activityId } = await chat.say(nameless, thread, 'which workspaces are there?')
    const help = chat.activities.find(({ replyToId }) => replyToId === activityId)
    expect(textOf(help?.card)).toContain('What Gatehouse does')
    const answer = await chat.press(nameless, thread, card, 'Approve')
    expect(answer.value).toContain('did not say who you are')
  })

  it('only the requester can withdraw, and only an approver can decide', async () => {
    const { house, thread, request, approval } = newRoad()
    const requested = await request(amir)
    const card = await approval(requested)
    const withdrawn = await house.chat.press(ada, thread, requested.status, 'Withdraw')
    expect(withdrawn.value).toContain('Only the person who made this request')
    const decided = await house.chat.press(dana, thread, card, 'Approve')
    expect(decided.value).toContain('Only an approver')
  })
})

describe('a press that does not fit', () => {
  it('on a request that does not exist is answered with a sentence', async () => {
    const { house, thread, request, approval } = newRoad()
    const card = await approval(await request())
    for (const request of ['00000000-0000-4000-8000-000000000000', 'nonsense', "' or 1=1"]) {
      for (const named of ['Approve', 'Reject']) {
        const answer = await house.chat.press(ada, thread, card, named, { inputs: { request } })
        expect(answer).toMatchObject({ statusCode: 200, type: sentence })
        expect(answer.value).toContain('There is no such request')
      }
    }
  })

  it('from another conversation is refused, and the original still works', async () => {
    const { house, thread, request, approval } = newRoad()
    const card = await approval(await request())
    const copy = await house.chat.press(ada, approversChat, card, 'Approve')
    expect(copy.value).toContain('This card is a copy')
    const original = await house.chat.press(ada, thread, card, 'Approve')
    expect(textOf(original.value)).toContain('Approved by Ada Approver')
  })

  it('after the decision is answered with the card as it is now', async () => {
    const { house, thread, request, approval, end, changes } = newRoad()
    const requested = await request()
    const card = await approval(requested)
    await house.chat.press(ada, thread, card, 'Approve')
    const second = await house.chat.press(amir, thread, card, 'Reject', { inputs: { in_comment: 'no' } })
    expect(textOf(cardOf(second.value))).toContain('Ada Approver decided it')
    await end(requested)
    const third = await house.chat.press(amir, thread, card, 'Approve')
    expect(textOf(cardOf(third.value))).toContain('already done')
    expect(await changes()).toHaveLength(1)
  })
})

describe('a request', () => {
  it('is made once, however often its form is sent', async () => {
    const { house, thread, openForm } = newRoad()
    const { chat } = house
    const form = await openForm()
    const press = () => chat.press(dana, thread, form, 'Request', { inputs: entered })
    const answers = [...(await Promise.all([press(), press()])), await press()]
    const made = answers.map(({ value }) => requestedOf(form.activityId, value).id)
    expect(new Set(made).size).toBe(1)
  })

  it('that somebody else has made already is named, and not made again', async () => {
    const { house, thread, ask, openForm, request } = newRoad()
    const { chat } = house
    const waiting = await openForm(ada)
    const { number } = await request()
    const again = await chat.press(ada, thread, waiting, 'Request', { inputs: entered })
    expect(textOf(cardOf(again.value))).toContain(
      `Dana Scientist has requested the same already: request #${number}`,
    )
    const answer = await ask(ada)
    expect(textOf(answer.card)).toContain(`Already requested by Dana Scientist: request #${number}`)
    const shown = await chat.press(ada, thread, answer, `Show request #${number}`)
    expect(textOf(cardOf(shown.value))).toContain(`Request #${number}: waiting for approval`)
  })

  it('needs a reason, and the form keeps what was entered', async () => {
    const { house, thread, openForm, changes } = newRoad()
    const form = await openForm()
    const inputs = { in_tier: 'documented', in_reason: '  ' }
    const answer = await house.chat.press(dana, thread, form, 'Request', { inputs })
    expect(textOf(cardOf(answer.value))).toContain('Please give a reason')
    expect(JSON.stringify(answer.value)).toContain('"value":"documented"')
    expect(await changes()).toHaveLength(0)
  })
})
