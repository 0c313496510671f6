import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { azurePermissions } from '../../../src/adapters/azure/permissions.ts'
import { type Asked, fakeArm, gatewayAt, workspaceBody, workspaceId } from './fake-arm.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const template = readFileSync(`${root}infra/azure-access.bicep`, 'utf8')
const allowed = [...template.matchAll(/^ {2}'(Microsoft\.[\w./*]+)'$/gm)].map(([, action = '']) => action)

/** The action that a call needs: the types in its path, and what is done to the last one. */
function actionOf({ method, path }: Asked): string {
  const [namespace = '', ...rest] = path
    .slice(path.lastIndexOf('/providers/') + '/providers/'.length)
    .split('/')
  const types = rest.filter((_, at) => at % 2 === 0)
  const done = { GET: 'read', PUT: 'write', DELETE: 'delete', POST: 'action' }[method]
  return [namespace, ...types, done].join('/')
}

it('the custom role allows what the code calls, and nothing else', async () => {
  const operation =
    'https://management.azure.com/subscriptions/sub-1/providers/Microsoft.MachineLearningServices/locations/westeurope/workspaceOperationsStatus/o-1'
  const role = '/subscriptions/sub-1/providers/Microsoft.Authorization/roleDefinitions/r-1'
  const fake = await fakeArm(({ method, path }) => {
    if (path === role) return { status: 200, body: { id: role, properties: { permissions: [] } } }
    if (path.endsWith('/roleAssignments')) {
      const properties = { roleDefinitionId: role, principalId: 'p-1', scope: '/subscriptions/sub-1' }
      return { status: 200, body: { value: [{ id: 'a-1', properties }] } }
    }
    if (method !== 'GET') return { status: 202, headers: { 'azure-asyncoperation': operation } }
    if (path.endsWith('/ws-1'))
      return { status: 200, body: workspaceBody('ws-1', { isolationMode: 'AllowOnlyApprovedOutbound' }) }
    return { status: 200, body: path.includes('/locations/') ? { status: 'Succeeded' } : { value: [] } }
  })
  onTestFinished(fake.close)

  const id = workspaceId('ws-1')
  const gateway = gatewayAt(fake.url)
  expect(await gateway.list()).toMatchObject({ ok: true })
  expect(await gateway.read(id)).toMatchObject({ ok: true })
  const changes = [
    await gateway.putFqdnRule(id, 'hf', ['huggingface.co']),
    await gateway.deleteRule(id, 'hf'),
    await gateway.provision(id, { includeSpark: false }),
  ]
  for (const change of changes) {
    if (!change.ok || change.value.operation === undefined) throw new Error('No operation was given.')
    expect(await gateway.poll(change.value.operation)).toMatchObject({ value: { is: 'succeeded' } })
  }
  const credential = { getToken: async () => ({ token: 't', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }) }
  const permissions = azurePermissions({ credential, endpoint: fake.url, timeoutMs: 30_000 })
  const person = { tenantId: 't-1', objectId: 'a0000000-0000-4000-8000-00000000000a' }
  expect(await permissions.onWorkspace(person, id)).toMatchObject({ ok: true })
  expect(await permissions.inSubscription(person, 'sub-1')).toMatchObject({ ok: true })

  const called = new Set(fake.asked.map(actionOf))
  const lets = (pattern: string, action: string) =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'i').test(action)
  expect([...called].filter(action => !allowed.some(pattern => lets(pattern, action)))).toEqual([])
  expect(allowed.filter(pattern => ![...called].some(action => lets(pattern, action)))).toEqual([])
  expect(allowed).toHaveLength(8)
})
