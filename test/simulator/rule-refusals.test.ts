import { describe, expect, it } from 'vitest'
import { dev, fqdnBody, open, prod, project, simulatedArm } from './simulated-arm.ts'

describe('a rule that the service refuses', () => {
  const tag = { type: 'ServiceTag', destination: { serviceTag: 'X', protocol: 'TCP', portRanges: '1' } }
  const storage = {
    type: 'PrivateEndpoint',
    destination: {
      serviceResourceId:
        '/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/RG-ml-prod/providers/Microsoft.Storage/storageAccounts/wsprodstorage1a2b',
      subresourceTarget: 'blob',
    },
  }
  const fqdn = fqdnBody('docker.io').properties
  const refusals: [title: string, path: string, body: unknown, code: string, words: string][] = [
    [
      'an FQDN rule where all of the internet is allowed',
      `${dev}/outboundRules/abc`,
      { properties: fqdn },
      'InvalidOutboundRule',
      'AllowOnlyApprovedOutbound',
    ],
    [
      'a service tag where all of the internet is allowed',
      `${dev}/outboundRules/abc`,
      { properties: tag },
      'InvalidOutboundRule',
      'AllowOnlyApprovedOutbound',
    ],
    [
      'any rule where the managed network is disabled',
      `${open}/outboundRules/abc`,
      { properties: fqdn },
      'ManagedNetworkDisabled',
      'disabled',
    ],
    [
      'any rule of a project',
      `${project}/outboundRules/abc`,
      { properties: fqdn },
      'ProjectHasNoManagedNetwork',
      'hub',
    ],
    ['a name of two letters', `${prod}/outboundRules/ab`, { properties: fqdn }, 'InvalidRuleName', "'ab'"],
    [
      'a name of 34 letters',
      `${prod}/outboundRules/${'a'.repeat(34)}`,
      { properties: fqdn },
      'InvalidRuleName',
      'aaa',
    ],
    ['a name with a dot', `${prod}/outboundRules/hf.co`, { properties: fqdn }, 'InvalidRuleName', 'hf.co'],
    [
      'a name that starts with an underscore',
      `${prod}/outboundRules/_abc`,
      { properties: fqdn },
      'InvalidRuleName',
      '_abc',
    ],
    [
      'a change of a system rule',
      `${prod}/outboundRules/__SYS_ST_AzureMonitor_TCP`,
      { properties: fqdn },
      'SystemRuleCannotBeChanged',
      'Required',
    ],
    [
      'a second endpoint to a destination that has one',
      `${prod}/outboundRules/storage`,
      { properties: storage },
      'InvalidOutboundRule',
      'already exists',
    ],
    [
      'a category that is not the user’s to give',
      `${prod}/outboundRules/abc`,
      { properties: { ...fqdn, category: 'Required' } },
      'InvalidOutboundRule',
      'Required',
    ],
    [
      'a status that cannot be set',
      `${prod}/outboundRules/abc`,
      { properties: { ...fqdn, status: 'Failed' } },
      'InvalidOutboundRule',
      'Failed',
    ],
    [
      'a destination without a host',
      `${prod}/outboundRules/abc`,
      { properties: { ...fqdn, destination: ' , ' } },
      'InvalidOutboundRule',
      'no host',
    ],
    [
      'an unknown field of the rule',
      `${prod}/outboundRules/abc`,
      { properties: { ...fqdn, port: 8080 } },
      'InvalidRequestContent',
      '"port"',
    ],
    [
      'an unknown field beside the properties',
      `${prod}/outboundRules/abc`,
      { properties: fqdn, force: true },
      'InvalidRequestContent',
      '"force"',
    ],
    [
      'an unknown type',
      `${prod}/outboundRules/abc`,
      { properties: { ...fqdn, type: 'Fqdn' } },
      'InvalidRequestContent',
      'FQDN, PrivateEndpoint or ServiceTag',
    ],
    [
      'a destination of another type',
      `${prod}/outboundRules/abc`,
      { properties: { ...fqdn, destination: ['docker.io'] } },
      'InvalidRequestContent',
      'properties.destination',
    ],
    ['no properties', `${prod}/outboundRules/abc`, {}, 'InvalidRequestContent', 'properties'],
    ['no body', `${prod}/outboundRules/abc`, undefined, 'InvalidRequestContent', 'could not be read'],
  ]

  it.each(refusals)('is %s', async (_title, path, body, code, words) => {
    const arm = await simulatedArm()
    const before = (await arm.get(prod)).body
    const put = await arm.put(path, body)
    expect(put.status).toBe(400)
    expect(put.at('error.code')).toBe(code)
    expect(put.at('error.message')).toContain(words)
    expect((await arm.get(prod)).body).toEqual(before)
  })

  it('is a system rule that is to be removed, or one of a project', async () => {
    const arm = await simulatedArm()
    const system = await arm.remove(
      `${prod}/outboundRules/__SYS_ST_MicrosoftContainerRegistry.westeurope_TCP`,
    )
    expect([system.status, system.at('error.code')]).toEqual([400, 'SystemRuleCannotBeChanged'])
    const ofProject = await arm.remove(`${project}/outboundRules/abc`)
    expect([ofProject.status, ofProject.at('error.code')]).toEqual([400, 'ProjectHasNoManagedNetwork'])
  })

  it('is not one with odd hosts: the service takes what looks like no host at all', async () => {
    const arm = await simulatedArm()
    expect((await arm.put(`${prod}/outboundRules/a_-3`, fqdnBody('destination'))).status).toBe(202)
  })
})
