import { describe, expect, it } from 'vitest'
import { hub, prod, project, simulatedArm, subscription, unhurried, workspaces } from './simulated-arm.ts'

describe('reading the simulated Azure', () => {
  it('lists the subscriptions that occur in the tenant', async () => {
    const arm = await simulatedArm()
    const list = await arm.get('/subscriptions', { version: '2022-12-01' })
    expect(list.at('value')).toMatchObject([
      { subscriptionId: '11111111-2222-4333-8444-555555555555', state: 'Enabled' },
    ])
  })

  it('lists all workspaces of a subscription with their networks and rules', async () => {
    const arm = await simulatedArm()
    const list = await arm.get(workspaces)
    expect(list.at('value')).toHaveLength(7)
    expect(list.at('value.0.properties.managedNetwork.outboundRules.hf-hub.status')).toBe('Active')
    expect(list.at('nextLink')).toBeUndefined()
  })

  it('lists the workspaces of a resource group, and those of a kind', async () => {
    const arm = await simulatedArm()
    const ofGroup = await arm.get(
      `${subscription}/resourcegroups/RG-GENAI/providers/microsoft.machinelearningservices/workspaces`,
    )
    expect((ofGroup.at('value') as unknown[]).length).toBe(2)
    const hubs = await arm.get(`${workspaces}?kind=hub`)
    expect([hubs.at('value.0.name'), hubs.at('value.1')]).toEqual(['genai-hub', undefined])
  })

  it('pages its lists, with every next page on the host of ARM', async () => {
    const arm = await simulatedArm({ pageSize: 3 })
    const names: unknown[] = []
    let path: string | undefined = `${workspaces}?api-version=2025-06-01`
    let pages = 0
    while (path) {
      const list = await arm.get(path, { version: null })
      names.push(...(list.at('value') as { name: string }[]).map(({ name }) => name))
      const next = list.at('nextLink') as string | undefined
      if (next) expect(next).toMatch(/^https:\/\/management\.azure\.com\/subscriptions\//)
      path = next?.replace('https://management.azure.com', '')
      pages += 1
    }
    expect(pages).toBe(3)
    expect(names).toEqual(unhurried.workspaces.map(({ name }) => name))
    const onePage = await simulatedArm({ pageSize: unhurried.workspaces.length })
    expect((await onePage.get(workspaces)).body).not.toHaveProperty('nextLink')
    const rules = await arm.get(`${prod}/outboundRules`)
    expect(rules.at('value')).toHaveLength(3)
    expect(rules.at('nextLink')).toContain('skip=3')
  })

  it('finds workspaces and rules whatever the case of the path, and system rules with odd names', async () => {
    const arm = await simulatedArm()
    expect((await arm.get(prod.toUpperCase())).at('name')).toBe('ws-prod')
    const odd = encodeURIComponent('__SYS_ST_MicrosoftContainerRegistry.westeurope_TCP')
    expect((await arm.get(`${prod}/outboundRules/${odd}`)).at('properties.category')).toBe('Required')
  })

  it('shows the rules of a project as none, since the hub has them', async () => {
    const arm = await simulatedArm()
    expect((await arm.get(`${project}/outboundRules`)).body).toEqual({ value: [] })
    expect((await arm.get(project)).at('properties.hubResourceId')).toBe(hub)
  })

  it('gives every answer an id of the request, a correlation id and what is left of the quota', async () => {
    const arm = await simulatedArm()
    for (const reply of [
      await arm.get(prod),
      await arm.get(`${prod}-not`),
      await arm.get(prod, { token: null }),
    ]) {
      expect(reply.headers.get('x-ms-request-id')).toMatch(/./)
      expect(reply.headers.get('x-ms-correlation-request-id')).toMatch(/./)
      expect(reply.headers.get('x-ms-ratelimit-remaining-subscription-reads')).toMatch(/^\d+$/)
    }
  })

  it.each(['2023-10-01', '2024-10-01', '2025-06-01', '2026-09-01'])(
    'knows the api-version %s',
    async version => {
      const arm = await simulatedArm()
      expect((await arm.get(prod, { version })).status).toBe(200)
    },
  )
})
