import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { fqdnBody, prod, research, simulatedArm, workspaces } from './simulated-arm.ts'

// The fixtures are written after the public API description (2024-10-01 to 2026-09-01, common types v3) and the
// bodies quoted in azure-rest-api-specs#28982 and azapi#508.
async function fixture(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../fixtures/arm/${name}.json`, import.meta.url), 'utf8'))
}

/** The paths of a value with the type that stands there. Of a list, its first item. */
function shapeOf(value: unknown, path = ''): string[] {
  if (value === null) return [`${path}: null`]
  if (Array.isArray(value))
    return [`${path}: list`, ...(value.length > 0 ? shapeOf(value[0], `${path}[]`) : [])]
  if (typeof value !== 'object') return [`${path}: ${typeof value}`]
  return Object.entries(value)
    .flatMap(([key, inner]) => shapeOf(inner, path === '' ? key : `${path}.${key}`))
    .toSorted()
}

async function expectShape(actual: unknown, name: string): Promise<void> {
  expect(shapeOf(actual)).toEqual(shapeOf(await fixture(name)))
}

const fullId = /^\/subscriptions\/.+\/resourceGroups\/.+\/workspaces\/ws-prod\/outboundRules\/hf-hub$/

describe('what the simulator answers has the shape that ARM describes', () => {
  it('in the GET of a workspace, whose rules are a map by name', async () => {
    const arm = await simulatedArm()
    const { body } = await arm.get(prod)
    const copy = structuredClone(body) as { properties: { managedNetwork: { outboundRules?: object } } }
    const rules = copy.properties.managedNetwork.outboundRules as Record<string, unknown>
    delete copy.properties.managedNetwork.outboundRules
    await expectShape(copy, 'workspace')
    await expectShape(rules.__SYS_ST_AzureMonitor_TCP, 'service-tag-rule')
    const endpoint = Object.keys(rules).find(name => /^__SYS_PE_.+_blob_[0-9a-f]{8}$/.test(name))
    await expectShape(rules[endpoint ?? ''], 'private-endpoint-rule')
  })

  it('in the list of workspaces, whose items are those of the GET', async () => {
    const arm = await simulatedArm({ pageSize: 1 })
    const list = await arm.get(workspaces)
    expect(Object.keys(list.body as object).toSorted()).toEqual(['nextLink', 'value'])
    expect(list.at('value.0')).toEqual((await arm.get(prod)).body)
  })

  it('in the list of rules, with full ids', async () => {
    const arm = await simulatedArm()
    const list = await arm.get(`${prod}/outboundRules`)
    expect(Object.keys(list.body as object)).toEqual(['value'])
    const rule = (list.at('value') as { name: string; id: string }[]).find(each => each.name === 'hf-hub')
    await expectShape(rule, 'rule')
    expect(rule?.id).toMatch(fullId)
  })

  it('in the GET of a rule, with the id that is none', async () => {
    const arm = await simulatedArm()
    const read = await arm.get(`${prod}/outboundRules/hf-hub`)
    await expectShape(read.body, 'rule-with-malformed-id')
    expect(read.at('id')).toBe('ws-prod/outboundRules/hf-hub')
  })

  it('in the answers to a PUT and a DELETE of a rule', async () => {
    const arm = await simulatedArm()
    const stands = await arm.put(
      `${prod}/outboundRules/hf-hub`,
      fqdnBody('huggingface.co', '*.huggingface.co'),
    )
    await expectShape(stands.body, 'rule')
    expect(stands.at('id')).toMatch(fullId)
    for (const accepted of [
      await arm.put(`${prod}/outboundRules/more`, fqdnBody('docker.io')),
      await arm.remove(`${research}/outboundRules/none`),
    ]) {
      expect([202, 204]).toContain(accepted.status)
      expect(accepted.body).toBeUndefined()
    }
  })

  it('in the answers of an operation while it runs and when it has failed', async () => {
    const arm = await simulatedArm()
    const fault = { is: 'operation-fails', code: 'InternalServerError', message: 'Received 400' }
    await arm.faults({ fault })
    const put = await arm.put(`${prod}/outboundRules/more`, fqdnBody('docker.io'))
    await expectShape((await arm.poll(put)).body, 'operation-running')
    arm.wait(12)
    await expectShape((await arm.poll(put)).body, 'operation-failed')
  })

  it('in the answer to a provisioning of what is active', async () => {
    const arm = await simulatedArm()
    const post = await arm.post(`${prod}/provisionManagedNetwork`, { includeSpark: false })
    await expectShape(post.body, 'provision-status')
  })

  it('in its errors, whichever they are', async () => {
    const arm = await simulatedArm()
    await arm.faults({ match: { pathContains: 'hf-hub' }, fault: { is: 'status', status: 503 } })
    for (const refused of [
      await arm.get(`${prod}-not`),
      await arm.get(prod, { token: null }),
      await arm.get(prod, { version: null }),
      await arm.get(`${prod}/outboundRules/hf-hub`),
      await arm.put(`${prod}/outboundRules/x`, {}),
      await arm.get('/_sim/nothing'),
    ]) {
      await expectShape(refused.body, 'error')
      expect(refused.headers.get('content-type')).toBe('application/json; charset=utf-8')
    }
  })
})
