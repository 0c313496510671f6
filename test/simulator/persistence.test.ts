import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fqdnBody, prod, simulatedArm, unhurried } from './simulated-arm.ts'

async function place(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'simulator.json')
}

const rule = `${prod}/outboundRules/hf-more`

describe('a simulator that is started again on its state file', () => {
  it('goes on with an operation that was running, and its tokens and address still hold', async () => {
    const stateFile = await place()
    const first = await simulatedArm({ stateFile })
    const put = await first.put(rule, fqdnBody('docker.io'))
    await first.close()

    const second = await simulatedArm({ stateFile })
    expect((await second.get(rule, { token: first.token })).at('properties.status')).toBe('Provisioning')
    expect((await second.poll(put)).at('status')).toBe('InProgress')
    expect((await second.put(`${prod}/outboundRules/other`, fqdnBody('pypi.org'))).status).toBe(409)
    await second.close()

    const third = await simulatedArm({ stateFile })
    third.wait(12)
    expect((await third.poll(put)).at('status')).toBe('Succeeded')
    expect(await third.ruleStatus(prod, 'hf-more')).toBe('Active')
  })

  it('still knows what it was asked, and which faults wait', async () => {
    const stateFile = await place()
    const first = await simulatedArm({ stateFile })
    await first.put(rule, fqdnBody('docker.io'))
    await first.faults({ match: { method: 'GET' }, fault: { is: 'status', status: 503 } })
    const calls = await first.calls()
    await first.close()

    const second = await simulatedArm({ stateFile })
    expect(await second.calls()).toEqual(calls)
    expect((await second.get(prod)).status).toBe(503)
    expect(await second.calls()).toMatchObject([
      { method: 'PUT', status: 202 },
      { method: 'GET', status: 503 },
    ])
  })

  it('has the change in the file before the answer is out', async () => {
    const stateFile = await place()
    const arm = await simulatedArm({ stateFile })
    await arm.put(rule, fqdnBody('docker.io'))
    expect(readFileSync(stateFile, 'utf8')).toContain('hf-more')
    expect(readFileSync(`${stateFile}.calls`, 'utf8')).toContain('"status":202')
    expect(existsSync(`${stateFile}.new`)).toBe(false)
  })

  it('outlives a line that was cut off by a kill', async () => {
    const stateFile = await place()
    const first = await simulatedArm({ stateFile })
    await first.get(prod)
    await first.close()
    writeFileSync(`${stateFile}.calls`, '{"n":1,"call":{"meth', { flag: 'a' })
    const second = await simulatedArm({ stateFile })
    await second.get(prod)
    expect(await second.calls()).toMatchObject([{ status: 200 }, { status: 200 }])
    await second.close()
    const third = await simulatedArm({ stateFile })
    expect(await third.calls()).toHaveLength(2)
  })

  it('forgets all of it when it is reset', async () => {
    const stateFile = await place()
    const first = await simulatedArm({ stateFile })
    await first.put(rule, fqdnBody('docker.io'))
    await first.post('/_sim/reset')
    await first.close()
    const second = await simulatedArm({ stateFile })
    expect(await second.calls()).toEqual([])
    expect(await second.ruleStatus(prod, 'hf-more')).toBeUndefined()
  })

  it.each([
    ['belongs to another tenant', undefined],
    ['cannot be read', '{"version":1,'],
  ])('starts afresh, says so and puts the file aside when it %s', async (_title, text) => {
    const stateFile = await place()
    const first = await simulatedArm({ stateFile })
    await first.put(rule, fqdnBody('docker.io'))
    await first.close()
    if (text) writeFileSync(stateFile, text)
    const lines: string[] = []
    const tenant = text ? unhurried : { ...unhurried, timeScale: 2 }
    const second = await simulatedArm({ stateFile, tenant, log: line => lines.push(line) })
    expect(await second.ruleStatus(prod, 'hf-more')).toBeUndefined()
    expect(lines.join('\n')).toContain('put aside')
    expect(readdirSync(join(stateFile, '..'))).toContain('simulator.json.old')
  })

  it('keeps nothing anywhere without a file', async () => {
    const first = await simulatedArm()
    await first.put(rule, fqdnBody('docker.io'))
    await first.close()
    const second = await simulatedArm()
    expect(await second.ruleStatus(prod, 'hf-more')).toBeUndefined()
  })
})
