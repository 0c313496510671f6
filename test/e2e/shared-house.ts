import { afterAll, beforeAll, expect } from 'vitest'
import { channelThreadNumber } from '../harness/connector.ts'
import { type House, type HouseOptions, openHouse } from '../harness/house.ts'
import { type StoreKind, storeUnderTest } from '../harness/store.ts'
import { type Road, road } from './road.ts'
import { wideTenant } from './wide-tenant.ts'

const prods = 24
const labs = 6

export interface SharedHouse {
  house(): House
  /** A workspace and a thread that no other test uses. `lab`: its network is not provisioned. */
  newRoad(kind?: 'prod' | 'lab'): Road
}

/**
 * One house for all tests of the suite: its start is what costs. In the end no warning may have been logged, and Teams must
 * have taken every message.
 */
export function sharedHouse(
  kind: StoreKind,
  options: Omit<HouseOptions, 'place' | 'shared'> = {},
): SharedHouse {
  const store = storeUnderTest(kind)
  const used = { prod: 0, lab: 0 }
  let opened: House | undefined
  const house = () => {
    if (opened === undefined) throw new Error('The house is not open yet.')
    return opened
  }
  beforeAll(async () => {
    opened = await openHouse({
      tenant: wideTenant(prods, labs),
      ...options,
      place: await store.place(),
      shared: true,
    })
  })
  afterAll(async () => {
    await opened?.close()
    expect(opened?.logged ?? []).toEqual([])
    opened?.chat.assertClean()
  })
  return {
    house,
    newRoad: (of = 'prod') => {
      used[of] += 1
      const number = String(used[of]).padStart(2, '0')
      return road(house(), `${of}-${number}`, channelThreadNumber((of === 'prod' ? 2000 : 3000) + used[of]))
    },
  }
}
