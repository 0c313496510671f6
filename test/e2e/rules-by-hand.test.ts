import { describe, expect, it } from 'vitest'
import { ada, dana, type Received, textOf } from '../harness/connector.ts'
import { cardOf, type Road, requestedOf, type Seen } from './road.ts'
import { sharedHouse } from './shared-house.ts'

const shared = sharedHouse('server')
const reason = { in_reason: 'The build needs it.' }

/** What the bot answers to a text. */
async function said({ house, thread }: Road, text: string, by = dana): Promise<Received> {
  const { activityId } = await house.chat.say(by, thread, text)
  const answer = house.chat.activities.find(({ replyToId }) => replyToId === activityId)
  if (answer === undefined) throw new Error(`Nothing was answered to "${text}".`)
  return answer
}

async function press(here: Road, card: Seen, title: string, by = dana, inputs: Record<string, string> = {}) {
  const { value } = await here.house.chat.press(by, here.thread, card, title, { inputs })
  return value
}

/** From the card that names the change to the news of its end. */
async function walk(
  here: Road,
  proposal: Received,
  inputs: Record<string, string> = reason,
): Promise<string> {
  const form = { ...proposal, card: cardOf(await press(here, proposal, 'Request this change…')) }
  const sent = await press(here, form, 'Request this change', dana, { ...entered(form.card), ...inputs })
  const requested = requestedOf(form.activityId, sent)
  await here.house.chat.press(ada, here.thread, await here.approval(requested), 'Approve')
  return here.end(requested)
}

/** What stands in the fields of a form. */
function entered(card: Readonly<Record<string, unknown>>): Record<string, string> {
  const body = card.body as readonly { readonly id?: string; readonly value?: string }[]
  return Object.fromEntries(
    body.flatMap(({ id, value }) => (id?.startsWith('in_') ? [[id, value ?? '']] : [])),
  )
}

describe('hosts that somebody types', () => {
  it('are refused one by one with what to do, then requested, opened, claimed, and removed again', async () => {
    const here = shared.newRoad()
    const { workspace, house, thread } = here
    const network = await said(here, `show ${workspace}`)
    const opened = { ...network, card: cardOf(await press(here, network, 'Request a change of rules…')) }
    const typed = { in_allow: 'https://quay.example.org/simple *.github.io', in_remove: '', ...reason }
    const refused = cardOf(await press(here, opened, 'Request this change', dana, typed))
    expect(textOf(refused)).toContain('What can be requested is quay.example.org.')
    expect(textOf(refused)).toContain('github.io cannot go into a rule')
    expect(entered(refused).in_allow).toBe('quay.example.org, *.github.io')
    const again = { ...opened, card: refused }
    const nothing = { in_allow: '', in_remove: '', ...reason }
    expect(textOf(cardOf(await press(here, again, 'Request this change', dana, nothing)))).toContain(
      'Please name at least one host',
    )
    expect(await here.changes()).toEqual([])

    const sent = await press(here, again, 'Request this change', dana, {
      ...typed,
      in_allow: 'Quay.Example.org., new.example.org',
    })
    const requested = requestedOf(again.activityId, sent)
    expect(textOf(requested.status.card)).toContain(`Allow 2 hosts in ${workspace}`)

    // Whoever wants the same is told of its end and decides it as little as the requester.
    const same = await said(here, `please allow quay.example.org in ${workspace}`, ada)
    expect(textOf(same.card)).toContain('Already requested by Dana')
    const told = await press(here, same, 'Tell me too', ada)
    expect(String(told)).toContain(`You will be told here when request #${requested.number} has ended`)
    const barred = await house.chat.press(ada, thread, await here.approval(requested), 'Approve')
    expect(JSON.stringify(barred.value)).toContain('somebody else has to decide it')
    await press(here, { ...requested.status }, 'Withdraw')
    await house.passUntil(() => here.news(requested).length === 2)

    const proposal = await said(here, `please allow quay.example.org and new.example.org in ${workspace}`)
    expect(proposal.card?.actions).toHaveLength(1)
    expect(await walk(here, proposal)).toContain(`in ${workspace}, 2 hosts are allowed now`)
    expect(textOf((await said(here, `please allow quay.example.org in ${workspace}`)).card)).toContain(
      'quay.example.org by rule gh-hosts-',
    )

    const others = await said(here, `remove quay.example.org from ${workspace}`, ada)
    expect(textOf(others.card)).toContain('quay.example.org stays, because others have had it opened')
    const removal = await said(here, `please remove new.example.org from ${workspace}`)
    expect(textOf(removal.card)).toContain('To remove: 1 host')
    expect(await walk(here, removal)).toContain(`in ${workspace}, 1 host is removed`)
    const last = await said(here, `please remove quay.example.org from ${workspace}`)
    expect(await walk(here, last)).toContain('1 host is removed')
    expect((await here.changes()).map(({ method }) => method)).toEqual(['PUT', 'PUT', 'DELETE'])
  })
})
