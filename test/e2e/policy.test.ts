import { describe, expect, it } from 'vitest'
import { localPolicy } from '../../src/adapters/policy/local-policy.ts'
import type { Policy } from '../../src/changes/policy.ts'
import { builtInTenant } from '../../src/simulator/simulator.ts'
import {
  ada,
  channelThread,
  dana,
  personalWith,
  type Speaker,
  type Thread,
  textOf,
} from '../harness/connector.ts'
import { type House, openHouse } from '../harness/house.ts'
import { storeUnderTest } from '../harness/store.ts'
import { cardOf, entered, type Requested, type Road, road } from './road.ts'

const store = storeUnderTest('server')
const subscription = '/subscriptions/11111111-2222-4333-8444-555555555555'
const policy: Policy = {
  ...localPolicy,
  rules: [
    {
      name: 'playground',
      where: { workspaces: ['ws-prod'] },
      sets: { production: false, approvesItself: ['current'] },
    },
    { name: 'in code', where: { workspaces: ['genai-*'] }, sets: { managedBy: 'terraform' } },
    {
      name: 'elsewhere',
      where: { workspaces: ['ws-dev'] },
      sets: { conversations: ['19:dev@thread.tacv2'] },
    },
    { name: 'not Dana', where: { workspaces: ['ws-research'] }, sets: { askers: [] } },
  ],
}

async function open(mayChange: boolean) {
  return openHouse({
    place: await store.place(),
    permissions: true,
    policy,
    tenant: {
      ...builtInTenant,
      roleAssignments: [dana, ada].map((person, index) => ({
        principalId: person.aadObjectId ?? '',
        scope: subscription,
        role: index === 0 && !mayChange ? 'Reader' : 'Contributor',
      })),
    },
  })
}

/** A request whose first card may offer nothing any more. */
async function submitted(openForm: Road['openForm'], { chat }: House): Promise<Requested> {
  const form = await openForm()
  const card = cardOf((await chat.press(dana, channelThread, form, 'Request', { inputs: entered })).value)
  const id = /"request":"([0-9a-f-]{36})"/.exec(JSON.stringify(card))?.[1]
  if (id === undefined) throw new Error('this is no card of a request')
  return { id, number: 1, status: { activityId: form.activityId, card } }
}

describe('a policy with rules', () => {
  it('approves itself where it says so and the requester may make the change, keeps to code what is kept there, and to its place what is spoken of there', async () => {
    const house = await open(true)
    const { openForm, changes, end } = road(house, 'ws-prod', channelThread)
    const requested = await submitted(openForm, house)
    expect(await end(requested)).toContain('Hugging Face')
    expect((await changes()).map(({ method }) => method)).toEqual(['PUT'])
    expect(JSON.stringify(house.chat.activities)).toContain('Approved by the policy')

    const hub = road(house, 'genai-hub', channelThread)
    const form = await hub.openForm()
    const sent = await house.chat.press(dana, channelThread, form, 'Request', { inputs: entered })
    expect(textOf(sent.value)).toContain('kept in Terraform')
    expect(JSON.stringify(sent.value)).toContain(
      'azurerm_machine_learning_workspace_network_outbound_rule_fqdn',
    )
    expect(await hub.changes()).toHaveLength(0)

    const asked = async (text: string, thread: Thread, by: Speaker = dana) => {
      const { activityId } = await house.chat.say(by, thread, text)
      return textOf(house.chat.activities.find(({ replyToId }) => replyToId === activityId)?.card)
    }
    expect(await asked('show ws-dev', channelThread)).not.toContain('rg-ml-dev')
    expect(await asked('show ws-dev', personalWith(dana))).toContain('rg-ml-dev')
    expect(await asked('which workspaces are there?', personalWith(dana))).not.toContain('ws-research')
    expect(await asked('which workspaces are there?', personalWith(ada), ada)).toContain('ws-research')
  })

  it('P05 approves nothing itself that the requester may not do in Azure: then people decide', async () => {
    const house = await open(false)
    const { openForm, approval, changes, end, messages } = road(house, 'ws-prod', channelThread)
    const requested = await submitted(openForm, house)
    const card = await approval(requested)
    // The first card may be a moment older than the policy's own word.
    await house.passUntil(() =>
      messages(requested).some(each => textOf(each.card).includes('by Dana Scientist does not count')),
    )
    expect(await changes()).toHaveLength(0)
    await house.chat.press(ada, channelThread, card, 'Approve')
    expect(await end(requested)).toContain('Hugging Face')
    expect((await changes()).map(({ method }) => method)).toEqual(['PUT'])
  })
})
