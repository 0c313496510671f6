import { describe, expect, it } from 'vitest'
import { fqdnBody, prod, research, simulatedArm } from './simulated-arm.ts'

const rule = (name: string) => `${prod}/outboundRules/${name}`
const broken = {
  is: 'operation-fails',
  code: 'InternalServerError',
  message: 'Received 400 from a service request',
}

describe('an operation that fails', () => {
  it('is answered with HTTP 200, and a new rule stays behind as failed with the reason', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: broken })
    const put = await arm.put(rule('abc'), fqdnBody('docker.io'))
    expect(put.status).toBe(202)
    expect(await arm.ruleStatus(prod, 'abc')).toBe('Provisioning')
    arm.wait(12)
    const ended = await arm.poll(put)
    expect(ended.status).toBe(200)
    expect(ended.at('status')).toBe('Failed')
    expect(ended.at('error')).toEqual({ code: broken.code, message: broken.message })
    expect((await arm.get(rule('abc'))).at('properties')).toMatchObject({
      status: 'Failed',
      errorInformation: broken.message,
    })
  })

  it('leaves a rule that was to be replaced, or removed, as it was', async () => {
    const arm = await simulatedArm()
    const before = (await arm.get(rule('hf-hub'))).body
    await arm.faults({ times: 2, fault: broken })
    await arm.put(rule('hf-hub'), fqdnBody('docker.io'))
    arm.wait(12)
    expect((await arm.get(rule('hf-hub'))).body).toEqual(before)
    expect((await arm.remove(rule('hf-hub'))).status).toBe(202)
    arm.wait(12)
    expect((await arm.get(rule('hf-hub'))).body).toEqual(before)
  })

  it('leaves a network that was to be provisioned inactive, with all its rules', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: broken })
    const post = await arm.post(`${research}/provisionManagedNetwork`, {})
    arm.wait(30)
    expect((await arm.poll(post)).at('status')).toBe('Failed')
    expect((await arm.poll(post, 'azure-asyncoperation')).at('error.code')).toBe('InternalServerError')
    expect((await arm.get(research)).at('properties.managedNetwork.status.status')).toBe('Inactive')
    expect(await arm.ruleStatus(research, '__SYS_ST_AzureMonitor_TCP')).toBe('Inactive')
  })

  it('waits for an operation to be started, whatever is read before', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: broken })
    await arm.get(prod)
    await arm.put(rule('hf-hub'), fqdnBody('huggingface.co', '*.huggingface.co'))
    const put = await arm.put(rule('abc'), fqdnBody('docker.io'))
    arm.wait(12)
    expect((await arm.poll(put)).at('status')).toBe('Failed')
  })
})

describe('an operation that lies', () => {
  it('says Succeeded although the rule has vanished', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: { is: 'rule-vanishes' } })
    const put = await arm.put(rule('abc'), fqdnBody('docker.io'))
    expect(await arm.ruleStatus(prod, 'abc')).toBe('Provisioning')
    arm.wait(12)
    expect((await arm.poll(put)).at('status')).toBe('Succeeded')
    expect((await arm.get(rule('abc'))).status).toBe(404)
  })

  it('says so on a network that is not provisioned too, and provisioning is no such operation', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: { is: 'rule-vanishes' } })
    await arm.post(`${research}/provisionManagedNetwork`, {})
    arm.wait(30)
    expect((await arm.get(research)).at('properties.managedNetwork.status.status')).toBe('Active')
    await arm.put(`${research}/outboundRules/abc`, fqdnBody('docker.io'))
    arm.wait(22)
    expect(await arm.ruleStatus(research, 'abc')).toBeUndefined()
  })
})

describe('two PUTs that overlap, where the lock looks away', () => {
  it('are both accepted, and the earlier rule is lost', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: { is: 'overlap' } })
    const first = await arm.put(rule('first'), fqdnBody('docker.io'))
    arm.wait(1)
    const second = await arm.put(rule('second'), fqdnBody('cdn.auth0.com'))
    expect([first.status, second.status]).toEqual([202, 202])
    expect((await arm.put(rule('third'), fqdnBody('pypi.org'))).status).toBe(409)
    arm.wait(11)
    expect((await arm.poll(first)).at('status')).toBe('Succeeded')
    expect(await arm.ruleStatus(prod, 'first')).toBe('Active')
    arm.wait(1)
    expect((await arm.poll(second)).at('status')).toBe('Succeeded')
    expect(await arm.ruleStatus(prod, 'first')).toBeUndefined()
    expect(await arm.ruleStatus(prod, 'second')).toBe('Active')
    expect(await arm.ruleStatus(prod, 'hf-hub')).toBe('Active')
    expect(await arm.ruleStatus(prod, '__SYS_ST_AzureMonitor_TCP')).toBe('Active')
  })

  it('lose nothing when the later one fails', async () => {
    const arm = await simulatedArm()
    await arm.put(rule('first'), fqdnBody('docker.io'))
    await arm.faults({ fault: { is: 'overlap' } }, { fault: broken })
    await arm.put(rule('second'), fqdnBody('cdn.auth0.com'))
    arm.wait(12)
    expect(await arm.ruleStatus(prod, 'first')).toBe('Active')
    expect(await arm.ruleStatus(prod, 'second')).toBe('Failed')
  })

  it('undo a replacement of a rule to what it was', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: { is: 'overlap' } })
    await arm.put(rule('hf-hub'), fqdnBody('huggingface.co', '*.hf.co'))
    await arm.put(rule('second'), fqdnBody('docker.io'))
    arm.wait(12)
    expect((await arm.get(rule('hf-hub'))).at('properties.destination')).toBe(
      'huggingface.co, *.huggingface.co',
    )
  })

  it('end in the order of their ends, not of their starts', async () => {
    const arm = await simulatedArm()
    await arm.post(`${research}/provisionManagedNetwork`, {})
    arm.wait(30)
    await arm.faults({ fault: { is: 'overlap' } })
    const abc = `${research}/outboundRules/abc`
    const withFirewall = await arm.put(abc, fqdnBody('docker.io'))
    await arm.faults({ fault: broken })
    const withoutFirewall = await arm.put(abc, fqdnBody('cdn.auth0.com'))
    arm.wait(22)
    expect((await arm.poll(withoutFirewall)).at('status')).toBe('Failed')
    expect((await arm.poll(withFirewall)).at('status')).toBe('Succeeded')
    expect((await arm.get(abc)).at('properties')).toMatchObject({
      destination: 'docker.io',
      status: 'Active',
    })
  })

  it('keep the rule when both are of the same name', async () => {
    const arm = await simulatedArm()
    await arm.faults({ fault: { is: 'overlap' } })
    await arm.put(rule('abc'), fqdnBody('docker.io'))
    await arm.put(rule('abc'), fqdnBody('cdn.auth0.com'))
    arm.wait(12)
    expect((await arm.get(rule('abc'))).at('properties')).toMatchObject({
      destination: 'cdn.auth0.com',
      status: 'Active',
    })
  })
})

describe('an operation address that expires', () => {
  it('answers 404 to one poll, while the operation goes on', async () => {
    const arm = await simulatedArm()
    const put = await arm.put(rule('abc'), fqdnBody('docker.io'))
    await arm.faults({ fault: { is: 'location-expired' } })
    expect((await arm.get(prod)).status).toBe(200)
    expect((await arm.poll(put)).status).toBe(404)
    arm.wait(12)
    expect((await arm.poll(put)).at('status')).toBe('Succeeded')
    expect(await arm.ruleStatus(prod, 'abc')).toBe('Active')
  })
})
