import { describe, expect, it } from 'vitest'
import { localPolicy } from '../../src/adapters/policy/local-policy.ts'
import type { Policy } from '../../src/changes/policy.ts'
import { builtInTenant, type Tenant } from '../../src/simulator/simulator.ts'
import { ada, amir, channelThread, dana, personalWith, textOf } from '../harness/connector.ts'
import { openHouse } from '../harness/house.ts'
import { storeUnderTest } from '../harness/store.ts'
import { road } from './road.ts'

const subscription = '/subscriptions/11111111-2222-4333-8444-555555555555'
const group = (name: string) => `${subscription}/resourceGroups/${name}`
const reader = (principalId: string | undefined, scope: string) => ({
  principalId: principalId ?? '',
  scope,
  role: 'Reader',
})
const contributor = (principalId: string | undefined, scope: string) => ({
  ...reader(principalId, scope),
  role: 'Contributor',
})

const store = storeUnderTest('server')
const network = 'bbbbbbbb-0000-4000-8000-00000000000b'
const inner = 'bbbbbbbb-0000-4000-8000-00000000000c'
/** Ada approves by her name, Amir as somebody in a group. */
const policy: Policy = {
  ...localPolicy,
  approvers: localPolicy.approvers.map(each =>
    each.objectId === amir.aadObjectId ? { ...each, groups: [network] } : each,
  ),
  approverGroups: [{ id: network, name: 'ML network' }],
}

async function house(roleAssignments: NonNullable<Tenant['roleAssignments']>) {
  return openHouse({
    place: await store.place(),
    permissions: true,
    policy,
    tenant: {
      ...builtInTenant,
      roleAssignments,
      groups: [
        { id: network, members: [inner] },
        { id: inner, members: [amir.aadObjectId ?? ''] },
      ],
    },
  })
}

describe('what Azure lets people do', () => {
  it('P16 an approval that Azure does not back changes nothing and is said; another one does', async () => {
    const it = await house([
      reader(dana.aadObjectId, subscription),
      reader(ada.aadObjectId, subscription),
      contributor(amir.aadObjectId, group('rg-ml-prod')),
    ])
    const { request, approval, changes, end, messages } = road(it, 'ws-prod', channelThread)
    const requested = await request()
    const card = await approval(requested)
    await it.chat.press(ada, channelThread, card, 'Approve')
    const shown = () =>
      messages(requested).find(({ card: now }) => textOf(now).includes('by Ada Approver does not count'))
    const waiting = await it.passUntil(shown)
    expect(textOf(waiting.card)).toContain('outboundRules/write')
    expect(textOf(waiting.card)).toContain('PIM')
    expect(await changes()).toHaveLength(0)
    const asked = async () => (await it.calls()).filter(({ path }) => path.startsWith('/v1.0/groups/'))
    expect(await asked()).toHaveLength(0)
    await it.chat.press(amir, channelThread, card, 'Approve')
    expect(await end(requested)).toContain('Hugging Face')
    expect((await changes()).map(({ method }) => method)).toEqual(['PUT'])
    expect((await asked()).map(({ path, status }) => [path, status])).toContainEqual([
      `/v1.0/groups/${network}/transitiveMembers`,
      200,
    ])
  })

  it('a workspace that somebody may not read does not exist for them: in no list, by no name, in no suggestion', async () => {
    const it = await house([
      reader(dana.aadObjectId, group('rg-ml-dev')),
      reader(ada.aadObjectId, subscription),
    ])
    const asked = async (text: string, by = dana) => {
      const { activityId } = await it.chat.say(by, personalWith(by), text)
      return textOf(it.chat.activities.find(({ replyToId }) => replyToId === activityId)?.card)
    }
    const before = (await it.calls()).length
    for (const text of [
      'which workspaces are there?',
      'which workspaces can use Hugging Face?',
      'can I use Hugging Face in ws-pro?',
      'show ws-prod',
      'help',
    ]) {
      const said = await asked(text)
      expect(said).not.toMatch(/rg-ml-prod|ws-research|ws-staging|genai-hub/)
      if (!text.includes('ws-prod')) expect(said).not.toContain('ws-prod')
    }
    expect(await asked('which workspaces are there?')).toContain('ws-dev')
    expect(await asked('which workspaces are there?', ada)).toContain('ws-prod')
    const reads = (await it.calls()).slice(before).filter(({ path }) => path.endsWith('/workspaces/ws-prod'))
    expect(reads).toHaveLength(0)
  })

  it('P16 where permissions cannot be read, nothing is shown and it is said', async () => {
    const it = await house([reader(dana.aadObjectId, subscription)])
    const lacking = {
      match: { method: 'GET', pathContains: '/roleAssignments' },
      fault: {
        is: 'status',
        status: 403,
        code: 'AuthorizationFailed',
        message: 'The client lacks roleAssignments/read.',
      },
    }
    await it.fault(...Array.from({ length: 5 }, () => lacking))
    const { activityId } = await it.chat.say(dana, personalWith(dana), 'which workspaces are there?')
    const answer = it.chat.activities.find(({ replyToId }) => replyToId === activityId)
    expect(textOf(answer?.card)).not.toContain('ws-')
    expect(textOf(answer?.card)).toContain('roleAssignments/read')
  })
})
