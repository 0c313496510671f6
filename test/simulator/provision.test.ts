import { describe, expect, it } from 'vitest'
import { builtInTenant } from '../../src/simulator/simulator.ts'
import { dev, fqdnBody, open, prod, project, research, simulatedArm } from './simulated-arm.ts'

const status = 'properties.managedNetwork.status'

describe('provisioning the managed network', () => {
  it('takes thirty minutes, and then the network and all its rules are active', async () => {
    const arm = await simulatedArm()
    const post = await arm.post(`${research}/provisionManagedNetwork`, { includeSpark: false })
    expect(post.status).toBe(202)
    expect(post.headers.get('retry-after')).toBe('30')
    expect((await arm.get(research)).at('properties.provisioningState')).toBe('Updating')
    expect((await arm.get(research)).at(status)).toEqual({ status: 'Inactive', sparkReady: false })
    expect(await arm.ruleStatus(research, '__SYS_ST_AzureMonitor_TCP')).toBe('Provisioning')

    arm.wait(29)
    expect((await arm.poll(post)).status).toBe(202)
    arm.wait(1)
    expect((await arm.poll(post)).at('status')).toBe('Succeeded')
    expect((await arm.get(research)).at(status)).toEqual({ status: 'Active', sparkReady: false })
    expect(await arm.ruleStatus(research, '__SYS_ST_AzureMonitor_TCP')).toBe('Active')
  })

  it('answers with both poll headers, complete with the api-version', async () => {
    const arm = await simulatedArm()
    const post = await arm.post(`${research}/provisionManagedNetwork`, {})
    expect(post.headers.get('location')).toContain('?api-version=2025-06-01')
    const asynchronous = await arm.poll(post, 'azure-asyncoperation')
    expect([asynchronous.status, asynchronous.at('status')]).toEqual([200, 'InProgress'])
    arm.wait(30)
    expect((await arm.poll(post, 'azure-asyncoperation')).at('status')).toBe('Succeeded')
  })

  it('takes ten minutes more for the firewall when a host is among the stored rules, which become active with it', async () => {
    const arm = await simulatedArm()
    await arm.put(`${research}/outboundRules/hugging-face`, fqdnBody('huggingface.co'))
    arm.wait(1)
    await arm.post(`${research}/provisionManagedNetwork`, { includeSpark: true })
    arm.wait(39)
    expect((await arm.get(research)).at(`${status}.status`)).toBe('Inactive')
    arm.wait(1)
    expect((await arm.get(research)).at(status)).toEqual({ status: 'Active', sparkReady: true })
    expect(await arm.ruleStatus(research, 'hugging-face')).toBe('Active')
  })

  it('refuses a change of a rule meanwhile', async () => {
    const arm = await simulatedArm()
    await arm.post(`${research}/provisionManagedNetwork`, { includeSpark: false })
    const put = await arm.put(`${research}/outboundRules/hugging-face`, fqdnBody('huggingface.co'))
    expect([put.status, put.at('error.code')]).toEqual([409, 'Conflict'])
  })

  it('of a network that is active answers at once, and starts only what Spark lacks', async () => {
    const arm = await simulatedArm()
    const again = await arm.post(`${prod}/provisionManagedNetwork`, { includeSpark: false })
    expect([again.status, again.body]).toEqual([200, { status: 'Active', sparkReady: false }])
    expect((await arm.post(`${prod}/provisionManagedNetwork`, { includeSpark: true })).status).toBe(202)
    arm.wait(12)
    const ready = await arm.post(`${prod}/provisionManagedNetwork`, { includeSpark: true })
    expect([ready.status, ready.body]).toEqual([200, { status: 'Active', sparkReady: true }])
    expect(await arm.ruleStatus(prod, 'hf-hub')).toBe('Active')
  })

  it('works where all of the internet is allowed too', async () => {
    const arm = await simulatedArm()
    const answer = await arm.post(`${dev}/provisionManagedNetwork`, { includeSpark: false })
    expect(answer.status).toBe(200)
  })

  it.each([
    [
      'without a body, as the field has seen',
      research,
      undefined,
      'BadRequest',
      'Request body could not be read',
    ],
    ['with an unknown field', research, { spark: true }, 'InvalidRequestContent', '"spark"'],
    ['with a word for a truth', research, { includeSpark: 'no' }, 'InvalidRequestContent', 'includeSpark'],
    ['with a list for a body', research, [], 'InvalidRequestContent', 'object'],
    ['of a project', project, {}, 'ProjectHasNoManagedNetwork', 'hub'],
    ['of a workspace without isolation', open, {}, 'ManagedNetworkDisabled', 'disabled'],
  ])('is refused %s', async (_title, workspace, body, code, words) => {
    const arm = await simulatedArm()
    const post = await arm.post(`${workspace}/provisionManagedNetwork`, body)
    expect([post.status, post.at('error.code')]).toEqual([400, code])
    expect(post.at('error.message')).toContain(words)
  })
})

describe('the scale of time', () => {
  it('divides durations and Retry-After, which stays a whole second at least', async () => {
    const arm = await simulatedArm({ tenant: builtInTenant })
    const start = arm.now()
    const post = await arm.post(`${research}/provisionManagedNetwork`, {})
    expect(post.headers.get('retry-after')).toBe('1')
    arm.setTime(start + 999)
    expect((await arm.poll(post)).status).toBe(202)
    arm.setTime(start + 1000)
    expect((await arm.poll(post)).status).toBe(200)
  })

  it('rounds Retry-After up', async () => {
    const arm = await simulatedArm({ tenant: { ...builtInTenant, timeScale: 7 } })
    const post = await arm.post(`${research}/provisionManagedNetwork`, {})
    expect(post.headers.get('retry-after')).toBe('5')
  })
})
