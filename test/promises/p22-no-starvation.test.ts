import { describe, expect, it } from 'vitest'
import type { Requested, Road } from '../e2e/road.ts'
import { sharedHouse } from '../e2e/shared-house.ts'
import { ada } from '../harness/connector.ts'

const others = 9

describe.each(['embedded', 'server'] as const)('P22 no starvation (%s)', kind => {
  const { house, newRoad } = sharedHouse(kind)

  it('P08 P22 one workspace that fails for ever holds up none of the others', async () => {
    const stuck = newRoad()
    const free = Array.from({ length: others }, () => newRoad())
    await house().fault({
      match: { method: 'PUT', pathContains: `/workspaces/${stuck.workspace}/` },
      times: 10_000,
      fault: { is: 'status', status: 409 },
    })
    const requested: { readonly here: Road; readonly it: Requested }[] = []
    for (const here of [stuck, ...free]) requested.push({ here, it: await here.request() })
    for (const { here, it } of requested)
      await house().chat.press(ada, here.thread, await here.approval(it), 'Approve')
    await house().passUntil(() => requested.slice(1).every(({ here, it }) => here.news(it).length > 0), 120)
    for (const { here, it } of requested.slice(1)) {
      expect(here.news(it)).toHaveLength(1)
      expect(await here.changes()).toHaveLength(1)
    }
    const [first] = requested
    if (first === undefined) throw new Error('nobody is stuck')
    expect(first.here.news(first.it)).toEqual([])
    expect((await stuck.changes()).length).toBeGreaterThan(1)
  }, 240_000)
})
