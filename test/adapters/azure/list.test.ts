import { afterEach, describe, expect, it } from 'vitest'
import { armError, fakeArm, gatewayAt, type Told, workspaceBody, workspaceId } from './fake-arm.ts'

let close = async () => {}
afterEach(() => close())

const listPath = (subscription: string) =>
  `/subscriptions/${subscription}/providers/Microsoft.MachineLearningServices/workspaces`

async function arm(answers: Readonly<Record<string, Told>>) {
  const fake = await fakeArm(asked => {
    const skip = asked.query.$skip
    return answers[skip === undefined ? asked.path : `${asked.path}#${skip}`] ?? { status: 404 }
  })
  close = fake.close
  return fake
}

function page(names: readonly string[], nextLink?: string | null): Told {
  const value = names.map(name => workspaceBody(name, { isolationMode: 'AllowInternetOutbound' }))
  return { status: 200, body: { value, nextLink } }
}

describe('listing the workspaces', () => {
  it('follows the pages of each subscription and keeps their order', async () => {
    const next = `https://management.azure.com${listPath('sub-1')}?api-version=2025-07-01-preview&$skip=2`
    const fake = await arm({
      [listPath('sub-1')]: page(['ws-a', 'ws-b'], next),
      [`${listPath('sub-1')}#2`]: page(['ws-c'], null),
      [listPath('sub-2')]: page(['ws-d']),
    })
    const answer = await gatewayAt(fake.url, { subscriptionIds: ['sub-2', 'sub-1'] }).list()
    expect(answer.ok && answer.value.workspaces.map(each => each.name)).toEqual([
      'ws-d',
      'ws-a',
      'ws-b',
      'ws-c',
    ])
    expect(answer.ok && answer.value.unread).toEqual([])
    const second = fake.asked.find(each => each.query.$skip === '2')
    expect(second?.query['api-version']).toBe('2025-07-01-preview')
  })

  it('carries the rules that the list itself has, null fields and all', async () => {
    const outboundRules = {
      hf: {
        type: 'FQDN',
        destination: 'huggingface.co',
        category: 'UserDefined',
        status: 'Active',
        errorInformation: null,
      },
      '__SYS_ST_MicrosoftContainerRegistry.westus3_TCP': {
        type: 'ServiceTag',
        category: 'Required',
        status: 'Inactive',
        destination: { serviceTag: 'MicrosoftContainerRegistry.westus3', protocol: 'TCP', portRanges: '443' },
        parentRuleNames: null,
      },
    }
    const body = workspaceBody('ws-a', { isolationMode: 'AllowOnlyApprovedOutbound', outboundRules })
    const fake = await arm({ [listPath('sub-1')]: { status: 200, body: { value: [body] } } })
    const answer = await gatewayAt(fake.url).list()
    expect(answer.ok && answer.value.workspaces[0]?.network.rules).toEqual([
      {
        name: 'hf',
        type: 'FQDN',
        category: 'UserDefined',
        status: 'Active',
        destinations: ['huggingface.co'],
      },
      {
        name: '__SYS_ST_MicrosoftContainerRegistry.westus3_TCP',
        type: 'ServiceTag',
        category: 'Required',
        status: 'Inactive',
        serviceTag: 'MicrosoftContainerRegistry.westus3',
        protocol: 'TCP',
        portRanges: '443',
      },
    ])
  })

  it('names the subscriptions that could not be read', async () => {
    const fake = await arm({
      [listPath('sub-1')]: { status: 403, body: armError('AuthorizationFailed', 'No role.') },
      [listPath('sub-2')]: page(['ws-d']),
    })
    expect(await gatewayAt(fake.url, { subscriptionIds: ['sub-1', 'sub-2'] }).list()).toMatchObject({
      ok: true,
      value: {
        workspaces: [{ name: 'ws-d' }],
        unread: [{ subscriptionId: 'sub-1', trouble: { is: 'forbidden', message: 'No role.' } }],
      },
    })
  })

  it('is trouble where no subscription could be read', async () => {
    const fake = await arm({ [listPath('sub-1')]: { status: 401 } })
    expect(await gatewayAt(fake.url).list()).toEqual({ ok: false, trouble: { is: 'unauthenticated' } })
  })

  it('keeps what it read where a later page fails', async () => {
    const next = `https://management.azure.com${listPath('sub-1')}?$skip=1`
    const fake = await arm({ [listPath('sub-1')]: page(['ws-a'], next) })
    expect(await gatewayAt(fake.url).list()).toMatchObject({
      ok: true,
      value: {
        workspaces: [{ name: 'ws-a' }],
        unread: [{ subscriptionId: 'sub-1', trouble: { is: 'not-found' } }],
      },
    })
  })

  it.each([
    ['another host', 'https://management.azure.com.evil.example/x'],
    ['plain http', 'http://management.azure.com/x'],
    ['a host behind a user name', 'https://management.azure.com@evil.example/x'],
    ['no address at all', 'nextLink'],
    ['the same page', `https://management.azure.com${listPath('sub-1')}?api-version=2025-06-01`],
  ])('does not follow a next page at %s', async (_name, nextLink) => {
    const fake = await arm({ [listPath('sub-1')]: page(['ws-a'], nextLink) })
    const answer = await gatewayAt(fake.url).list()
    expect(answer).toMatchObject({
      ok: true,
      value: { workspaces: [{ name: 'ws-a' }], unread: [{ trouble: { is: 'not-understood' } }] },
    })
    expect(fake.asked).toHaveLength(1)
  })

  it('says that a workspace of the list could not be read, and keeps the others', async () => {
    const value = [workspaceBody('ws-a'), { id: 'nonsense' }, null]
    const fake = await arm({ [listPath('sub-1')]: { status: 200, body: { value } } })
    expect(await gatewayAt(fake.url).list()).toMatchObject({
      ok: true,
      value: {
        workspaces: [{ id: workspaceId('ws-a'), network: { isolationMode: 'Disabled' } }],
        unread: [{ trouble: { is: 'not-understood', message: '2 of its workspaces could not be read.' } }],
      },
    })
  })

  it('asks which subscriptions there are where all visible ones are wanted', async () => {
    const next = 'https://management.azure.com/subscriptions?api-version=2022-12-01&$skip=1'
    const fake = await arm({
      '/subscriptions': {
        status: 200,
        body: { value: [{ subscriptionId: 'sub-1', state: 'Enabled' }], nextLink: next },
      },
      '/subscriptions#1': { status: 200, body: { value: [{ subscriptionId: 'sub-2' }] } },
      [listPath('sub-1')]: page(['ws-a']),
      [listPath('sub-2')]: page(['ws-b']),
    })
    const answer = await gatewayAt(fake.url, { subscriptionIds: 'all-visible' }).list()
    expect(answer.ok && answer.value.workspaces.map(each => each.name)).toEqual(['ws-a', 'ws-b'])
    expect(fake.asked[0]?.query['api-version']).toBe('2022-12-01')
  })

  it('is trouble where the subscriptions cannot be asked for', async () => {
    const fake = await arm({ '/subscriptions': { status: 500 } })
    const answer = await gatewayAt(fake.url, { subscriptionIds: 'all-visible' }).list()
    expect(answer).toMatchObject({ ok: false, trouble: { is: 'unavailable' } })
  })

  it('asks some subscriptions at a time, and ends in time where some never answer', async () => {
    const subscriptionIds = Array.from({ length: 30 }, (_, index) => `sub-${index}`)
    const fake = await fakeArm(asked => (asked.path === listPath('sub-0') ? page(['ws-a']) : 'hang'))
    close = fake.close
    const answer = await gatewayAt(fake.url, {
      subscriptionIds,
      timeoutMs: 2000,
      listTimeoutMs: 2000,
    }).list()
    expect(answer.ok && answer.value.workspaces.map(each => each.name)).toEqual(['ws-a'])
    expect(answer.ok && answer.value.unread).toHaveLength(29)
    expect(answer.ok && answer.value.unread.every(each => each.trouble.is === 'timed-out')).toBe(true)
    expect(fake.asked).toHaveLength(17)
  })
})
