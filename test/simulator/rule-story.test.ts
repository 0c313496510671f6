import { describe, expect, it } from 'vitest'
import { builtInTenant } from '../../src/simulator/simulator.ts'
import { dev, fqdnBody, prod, research, simulatedArm, staging } from './simulated-arm.ts'

const rule = `${prod}/outboundRules/hf-more`
const hosts = ['docker.io', 'production.cloudflare.docker.com', 'cdn.auth0.com']

describe('a rule on an active network', () => {
  it('is accepted, provisioned for some twelve minutes, and then active', async () => {
    const arm = await simulatedArm()
    const put = await arm.put(rule, fqdnBody(...hosts))
    expect(put.status).toBe(202)
    expect(put.body).toBeUndefined()
    expect(put.headers.get('retry-after')).toBe('30')
    expect(await arm.ruleStatus(prod, 'hf-more')).toBe('Provisioning')
    expect((await arm.get(prod)).at('properties.provisioningState')).toBe('Updating')

    arm.wait(11)
    const running = await arm.poll(put)
    expect(running.status).toBe(202)
    expect(running.at('status')).toBe('InProgress')
    expect(running.headers.get('retry-after')).toBe('30')
    expect(running.headers.get('location')).toContain('https://management.azure.com/')

    arm.wait(1)
    const ended = await arm.poll(put)
    expect(ended.status).toBe(200)
    expect(ended.at('status')).toBe('Succeeded')
    const read = await arm.get(rule)
    expect(read.at('properties')).toEqual({
      type: 'FQDN',
      destination: hosts.join(','),
      category: 'UserDefined',
      status: 'Active',
    })
    expect((await arm.get(prod)).at('properties.provisioningState')).toBe('Succeeded')
  })

  it('is put with an address that lacks the api-version, which the client must add', async () => {
    const arm = await simulatedArm()
    const put = await arm.put(rule, fqdnBody('docker.io'))
    const address = put.headers.get('location') ?? ''
    expect(address).toMatch(
      /^https:\/\/management\.azure\.com\/subscriptions\/[^/]+\/providers\/Microsoft\.MachineLearningServices\/locations\/westeurope\/workspaceOperationsStatus\/[^/?]+$/,
    )
    const bare = await arm.get(new URL(address).pathname, { version: null })
    expect(bare.status).toBe(400)
    expect(bare.at('error.code')).toBe('MissingApiVersionParameter')
  })

  it('takes ten minutes more when it is the first one with a host, since the firewall is created', async () => {
    const tenant = { ...builtInTenant, timeScale: 1 }
    const workspaces = structuredClone(tenant.workspaces)
    for (const workspace of workspaces) {
      const rules = workspace.properties.managedNetwork?.outboundRules ?? {}
      for (const [name, each] of Object.entries(rules)) if (each.type === 'FQDN') delete rules[name]
    }
    const arm = await simulatedArm({ tenant: { ...tenant, workspaces } })
    await arm.put(rule, fqdnBody('docker.io'))
    arm.wait(21)
    expect(await arm.ruleStatus(prod, 'hf-more')).toBe('Provisioning')
    arm.wait(1)
    expect(await arm.ruleStatus(prod, 'hf-more')).toBe('Active')
  })

  it('is answered at once when it stands already, whatever the order and case of its hosts', async () => {
    const arm = await simulatedArm()
    const again = await arm.put(
      `${prod}/outboundRules/HF-hub`,
      fqdnBody('*.huggingface.co', ' HuggingFace.co'),
    )
    expect(again.status).toBe(200)
    expect(again.at('name')).toBe('hf-hub')
    expect(again.at('properties.status')).toBe('Active')
  })

  it('is put again when it had failed', async () => {
    const arm = await simulatedArm()
    const login = `${staging}/outboundRules/docker-login`
    expect((await arm.get(login)).at('properties.errorInformation')).toContain('timed out')
    expect((await arm.put(login, fqdnBody('cdn.auth0.com'))).status).toBe(202)
    arm.wait(12)
    const read = await arm.get(login)
    expect(read.at('properties.status')).toBe('Active')
    expect(read.at('properties')).not.toHaveProperty('errorInformation')
  })

  it('can be switched off, and on again', async () => {
    const arm = await simulatedArm()
    const hub = `${prod}/outboundRules/hf-hub`
    const body = { properties: { ...fqdnBody('huggingface.co').properties, status: 'Inactive' } }
    expect((await arm.put(hub, body)).status).toBe(202)
    arm.wait(12)
    expect(await arm.ruleStatus(prod, 'hf-hub')).toBe('Inactive')
    expect((await arm.put(hub, body)).status).toBe(200)
    expect((await arm.put(hub, fqdnBody('huggingface.co'))).status).toBe(202)
    arm.wait(12)
    expect(await arm.ruleStatus(prod, 'hf-hub')).toBe('Active')
  })

  it('can be removed, which takes its time, and removing it again is 204', async () => {
    const arm = await simulatedArm()
    const gone = await arm.remove(`${prod}/outboundRules/hf-hub`)
    expect(gone.status).toBe(202)
    expect(await arm.ruleStatus(prod, 'hf-hub')).toBe('Deleting')
    arm.wait(12)
    expect((await arm.poll(gone)).at('status')).toBe('Succeeded')
    expect((await arm.get(`${prod}/outboundRules/hf-hub`)).status).toBe(404)
    expect((await arm.remove(`${prod}/outboundRules/hf-hub`)).status).toBe(204)
  })

  it('may be a private endpoint or a service tag', async () => {
    const arm = await simulatedArm()
    const openai = {
      type: 'PrivateEndpoint',
      destination: { serviceResourceId: `${prod}/fake/openai`, subresourceTarget: 'account' },
    }
    const tag = {
      type: 'ServiceTag',
      destination: { serviceTag: 'DataFactory', protocol: 'TCP', portRanges: '80, 8080-8089' },
    }
    expect((await arm.put(`${dev}/outboundRules/openai`, { properties: openai })).status).toBe(202)
    expect((await arm.put(`${prod}/outboundRules/factory`, { properties: tag })).status).toBe(202)
    arm.wait(12)
    expect(await arm.ruleStatus(dev, 'openai')).toBe('Active')
    expect((await arm.put(`${dev}/outboundRules/openai`, { properties: openai })).status).toBe(200)
    expect(await arm.ruleStatus(prod, 'factory')).toBe('Active')
  })
})

describe('a rule on a network that does not exist yet', () => {
  it('is only stored, inactive, by a short operation', async () => {
    const arm = await simulatedArm()
    const put = await arm.put(`${research}/outboundRules/hugging-face`, fqdnBody(...hosts))
    expect(put.status).toBe(202)
    expect(await arm.ruleStatus(research, 'hugging-face')).toBe('Inactive')
    expect((await arm.poll(put)).at('status')).toBe('InProgress')
    arm.wait(1)
    expect((await arm.poll(put)).at('status')).toBe('Succeeded')
    expect(await arm.ruleStatus(research, 'hugging-face')).toBe('Inactive')
  })

  it('is removed by a short operation', async () => {
    const arm = await simulatedArm()
    await arm.put(`${research}/outboundRules/hugging-face`, fqdnBody('docker.io'))
    arm.wait(1)
    expect((await arm.remove(`${research}/outboundRules/hugging-face`)).status).toBe(202)
    arm.wait(1)
    expect(await arm.ruleStatus(research, 'hugging-face')).toBeUndefined()
  })
})

describe('one operation at a time', () => {
  it('refuses a second change of the same workspace with 409 while the first runs', async () => {
    const arm = await simulatedArm()
    await arm.put(rule, fqdnBody('docker.io'))
    for (const second of [
      await arm.put(`${prod}/outboundRules/other`, fqdnBody('pypi.org')),
      await arm.remove(`${prod}/outboundRules/hf-hub`),
      await arm.post(`${prod}/provisionManagedNetwork`, { includeSpark: true }),
    ]) {
      expect(second.status).toBe(409)
      expect(second.at('error.code')).toBe('Conflict')
      expect(second.at('error.message')).toContain('has an ongoing operation running')
    }
    expect(await arm.ruleStatus(prod, 'other')).toBeUndefined()
    expect(await arm.ruleStatus(prod, 'hf-hub')).toBe('Active')
    arm.wait(12)
    expect((await arm.put(`${prod}/outboundRules/other`, fqdnBody('pypi.org'))).status).toBe(202)
  })

  it('lets another workspace be changed meanwhile', async () => {
    const arm = await simulatedArm()
    await arm.put(rule, fqdnBody('docker.io'))
    expect((await arm.put(`${staging}/outboundRules/other`, fqdnBody('pypi.org'))).status).toBe(202)
  })
})
