import { describe, expect, it } from 'vitest'
import { fqdnBody, prod, simulatedArm, subscription, workspaces } from './simulated-arm.ts'

describe('what the simulated Azure does not know', () => {
  const rule = `${prod}/outboundRules/abc`
  const elsewhere = prod.replace('rg-ml-prod', 'rg-none')
  it.each<
    [
      string,
      string,
      string,
      { version?: string | null; text?: string; headers?: Record<string, string> },
      number,
      string,
    ]
  >([
    ['a missing api-version', 'GET', prod, { version: null }, 400, 'MissingApiVersionParameter'],
    [
      'an api-version from before managed networks',
      'GET',
      prod,
      { version: '2022-10-01' },
      400,
      'NoRegisteredProviderFound',
    ],
    ['an api-version of another provider', 'GET', '/subscriptions', {}, 400, 'NoRegisteredProviderFound'],
    ['an unknown query parameter', 'GET', `${prod}?$expand=all`, {}, 400, 'InvalidQueryParameter'],
    ['a query parameter of another route', 'GET', `${prod}?kind=Hub`, {}, 400, 'InvalidQueryParameter'],
    [
      'a query parameter that is given twice',
      'GET',
      `${workspaces}?kind=Hub&kind=Project`,
      {},
      400,
      'InvalidQueryParameter',
    ],
    ['a $skip that is no number', 'GET', `${workspaces}?$skip=-1`, {}, 400, 'InvalidSkipToken'],
    ['an unknown type of resource', 'GET', `${prod}/computes`, {}, 404, 'InvalidResourceType'],
    [
      'an unknown provider',
      'GET',
      prod.replace('MachineLearning', 'Cognitive'),
      {},
      404,
      'InvalidResourceType',
    ],
    ['a slash too many', 'GET', `${prod}/`, {}, 404, 'InvalidResourceType'],
    ['a path that cannot be decoded', 'GET', `${prod}/outboundRules/%E0%A4`, {}, 404, 'InvalidResourceType'],
    ['a verb that the workspace has not', 'PATCH', prod, { text: '{}' }, 405, 'MethodNotAllowed'],
    [
      'a verb that provisioning has not',
      'GET',
      `${prod}/provisionManagedNetwork`,
      {},
      405,
      'MethodNotAllowed',
    ],
    ['a verb that a list has not', 'POST', `${prod}/outboundRules`, { text: '{}' }, 405, 'MethodNotAllowed'],
    ['another subscription', 'GET', prod.replace('11111111', '99999999'), {}, 404, 'SubscriptionNotFound'],
    ['another resource group', 'GET', elsewhere, {}, 404, 'ResourceGroupNotFound'],
    ['another workspace', 'GET', `${prod}-not`, {}, 404, 'ResourceNotFound'],
    [
      'a workspace of another group',
      'GET',
      prod.replace('rg-ml-prod', 'rg-ml-dev'),
      {},
      404,
      'ResourceNotFound',
    ],
    ['another rule', 'GET', rule, {}, 404, 'NotFound'],
    [
      'a rule of a workspace that is not there',
      'DELETE',
      `${prod}-not/outboundRules/abc`,
      {},
      404,
      'ResourceNotFound',
    ],
    [
      'an operation that never was',
      'GET',
      `${subscription}/providers/Microsoft.MachineLearningServices/locations/westeurope/workspaceOperationsStatus/none`,
      {},
      404,
      'NotFound',
    ],
    ['a body that is not JSON', 'PUT', rule, { text: '{"properties":' }, 400, 'InvalidRequestContent'],
    [
      'a body that does not say that it is JSON',
      'PUT',
      rule,
      { text: '{}', headers: { 'content-type': 'text/plain' } },
      415,
      'UnsupportedMediaType',
    ],
    ['a body where none belongs', 'DELETE', rule, { text: '{}' }, 400, 'InvalidRequestContent'],
    [
      'a body beyond a megabyte',
      'PUT',
      rule,
      { text: `"${'x'.repeat(1_100_000)}"` },
      413,
      'RequestContentTooLarge',
    ],
  ])('is an error: %s', async (_title, method, path, asked, status, code) => {
    const arm = await simulatedArm()
    const reply = await arm.ask(method, path, asked)
    expect([reply.status, reply.at('error.code')]).toEqual([status, code])
    expect(reply.at('error.message')).toMatch(/^[A-Z].*/)
  })

  it('is an operation under another region, subscription or kind of poll', async () => {
    const arm = await simulatedArm()
    const put = await arm.put(rule, fqdnBody('docker.io'))
    const path = new URL(put.headers.get('location') ?? '').pathname
    expect((await arm.get(path)).status).toBe(202)
    expect((await arm.get(path.replace('westeurope', 'eastus'))).status).toBe(404)
    expect((await arm.get(path.replace('11111111', '99999999'))).status).toBe(404)
    expect((await arm.get(`${path}?type=other`)).status).toBe(400)
  })
})
