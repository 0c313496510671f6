import { describe, expect, it } from 'vitest'
import { judge } from '../../src/knowledge/judge.ts'
import type { FleetCache, ListedFleet } from '../../src/workspace/fleet-cache.ts'
import type { GatewayTrouble, Urgency, WorkspaceGateway } from '../../src/workspace/gateway.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import type { FqdnRule } from '../../src/workspace/outbound-rule.ts'
import { workspaceReader } from '../../src/workspace/reader.ts'
import { parseWorkspaceId, type WorkspaceId } from '../../src/workspace/workspace-id.ts'
import { library } from '../cards/sample-answers.ts'

const minute = 60_000

function idOf(name: string): WorkspaceId {
  const id = parseWorkspaceId(
    `/subscriptions/s/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/${name}`,
  )
  if (id === undefined) throw new Error(name)
  return id
}

function workspace(name: string, network: Partial<Workspace['network']> = {}): Workspace {
  return {
    id: idOf(name),
    name,
    location: 'westeurope',
    kind: 'Default',
    publicNetworkAccess: 'Enabled',
    privateEndpointConnections: 0,
    network: {
      isolationMode: 'AllowOnlyApprovedOutbound',
      isolationModeAsRead: 'AllowOnlyApprovedOutbound',
      status: 'Active',
      sparkReady: false,
      rules: [],
      ...network,
    },
  }
}

const collection = library.collection('huggingface')
if (collection === undefined) throw new Error('There is no such collection.')
const everything: FqdnRule = {
  type: 'FQDN',
  name: 'all-of-it',
  category: 'UserDefined',
  status: 'Active',
  destinations: collection.hosts.map(({ host }) => host),
}

/** An Azure of these workspaces on a clock; what was asked of it is counted. `gate` holds lists back until it is opened. */
function azure(names: readonly string[], { leavesRulesOut = false, listMs = 0 } = {}) {
  let now = Date.UTC(2026, 10, 22)
  let trouble: GatewayTrouble | undefined
  const asked: string[] = []
  const gateway: Pick<WorkspaceGateway, 'list' | 'read'> = {
    list: async (urgency: Urgency = 'person') => {
      asked.push(`list for ${urgency}`)
      now += listMs
      if (trouble !== undefined) return { ok: false, trouble }
      const workspaces = names.map(name =>
        leavesRulesOut ? workspace(name, { rulesUnread: true }) : workspace(name),
      )
      return { ok: true, value: { workspaces, unread: [] } }
    },
    read: async (id, urgency = 'person') => {
      const name = id.split('/').at(-1) ?? ''
      asked.push(`${name} for ${urgency}`)
      return { ok: true, value: workspace(name, { rules: [everything] }) }
    },
  }
  return {
    gateway,
    asked,
    now: () => now,
    pass: (ms: number) => {
      now += ms
    },
    fails: (with_: GatewayTrouble | undefined) => {
      trouble = with_
    },
    /** What is done behind somebody's back comes to its end. */
    settled: () => new Promise(resolve => setImmediate(resolve)),
  }
}

function rulesOf(seen: Awaited<ReturnType<ReturnType<typeof workspaceReader>['recent']>>) {
  if (!seen.ok) throw new Error(seen.trouble.is)
  return seen.fleet.workspaces.map(({ network }) => network.rules.length)
}

describe('the list of workspaces', () => {
  it('is read once for all who ask at the same time, and for a minute after', async () => {
    const { gateway, asked, now, pass } = azure(['a', 'b'])
    const reader = workspaceReader(gateway, now)
    const answers = await Promise.all(Array.from({ length: 50 }, () => reader.recent()))
    expect(new Set(answers.map(seen => seen.ok && seen.fleet)).size).toBe(1)
    pass(minute - 1)
    await reader.recent()
    expect(asked).toEqual(['list for person'])
    pass(1)
    await reader.recent()
    expect(asked).toHaveLength(2)
  })

  it('that takes long is answered as it was, with its age, while it is read behind the answer', async () => {
    const { gateway, asked, now, pass, settled, fails } = azure(['a'], { listMs: 4_000 })
    const reader = workspaceReader(gateway, now)
    await reader.recent()
    const readAt = now()
    pass(10 * minute)
    expect(await reader.recent()).toMatchObject({ freshness: { is: 'live', at: readAt } })
    await settled()
    expect(asked).toEqual(['list for person', 'list for background'])
    const third = await reader.recent()
    expect(third.ok && third.freshness.at).toBe(now())
    // Trouble behind the answer shows at the next one; a list of an hour ago is not answered without a try.
    pass(10 * minute)
    fails({ is: 'unavailable', message: 'Gone.' })
    await reader.recent()
    await settled()
    expect(await reader.recent()).toMatchObject({
      freshness: { is: 'cached', because: { is: 'unavailable' } },
    })
    pass(2 * 60 * minute)
    await settled()
    asked.length = 0
    await reader.recent()
    expect(asked).toEqual(['list for person'])
  })

  it('has what was read of one workspace since, and reads one alone that was changed', async () => {
    const { gateway, asked, now, pass } = azure(['a', 'b', 'c'])
    const reader = workspaceReader(gateway, now)
    expect(rulesOf(await reader.recent())).toEqual([0, 0, 0])
    pass(1_000)
    await reader.read(idOf('b'))
    reader.forget(idOf('c'))
    expect(rulesOf(await reader.recent())).toEqual([0, 1, 1])
    expect(asked).toEqual(['list for person', 'b for person', 'c for person'])
  })

  it('that leaves rules out concludes nothing, until they have been read behind the answer', async () => {
    const names = ['a', 'b', 'c']
    const { gateway, asked, now, pass, settled } = azure(names, { leavesRulesOut: true })
    const reader = workspaceReader(gateway, now)
    const verdicts = async () => {
      const seen = await reader.recent()
      return seen.ok ? seen.fleet.workspaces.map(each => judge({ collection }, each).headword) : []
    }
    expect(await verdicts()).toEqual(['unknown', 'unknown', 'unknown'])
    await settled()
    expect(await verdicts()).toEqual(['yes', 'yes', 'yes'])
    expect(asked).toEqual(['list for person', ...names.map(name => `${name} for background`)])
    // The next list leaves them out again: they are carried on with their age, and read again when that is too old.
    const readAt = now()
    pass(2 * minute)
    const seen = await reader.recent()
    expect(seen.ok && seen.fleet.workspaces.map(({ network }) => network.rulesAt)).toEqual([
      readAt,
      readAt,
      readAt,
    ])
    await settled()
    expect(asked).toHaveLength(5)
    pass(20 * minute)
    expect(await verdicts()).toEqual(['yes', 'yes', 'yes'])
    await settled()
    expect(asked.filter(each => each.endsWith('for background'))).toHaveLength(6)
  })
})

describe('a workspace that the list does not have', () => {
  it('is found in the index and read before it is believed; without an index all are listed anew', async () => {
    const { gateway, asked, now } = azure(['a'])
    const index: Record<string, readonly string[]> = { new: ['new'], A: [] }
    const find = async (name: string) => ({ ok: true as const, value: (index[name] ?? []).map(idOf) })
    const reader = workspaceReader({ ...gateway, find }, now)
    const names = async (name: string) => {
      const seen = await reader.named(name)
      return seen.ok ? seen.fleet.workspaces.map(each => each.name) : [seen.trouble.is]
    }
    expect(await names('new')).toEqual(['new'])
    expect(asked).toEqual(['list for person', 'new for person'])
    expect(await names('A')).toEqual(['a'])
    expect(asked).toHaveLength(2)
    expect(await names('nowhere')).toEqual([])
    expect(asked.slice(2)).toEqual(['list for person'])
  })

  it('is looked for once in a while where listing takes long', async () => {
    const { gateway, asked, now, pass } = azure(['a'], { listMs: 4_000 })
    const reader = workspaceReader(gateway, now)
    for (let time = 0; time < 3; time += 1) await reader.named('nowhere')
    expect(asked).toHaveLength(1)
    pass(15_000)
    await reader.named('nowhere')
    expect(asked).toHaveLength(2)
  })
})

describe('the list of several replicas', () => {
  /** What PostgreSQL keeps, as the contract has it. */
  function shared(): FleetCache {
    let kept: ListedFleet | undefined
    let until = 0
    return {
      newerThan: async at => (kept !== undefined && kept.at > at ? kept : undefined),
      claim: async (now, forMs) => {
        if (until > now) return false
        until = now + forMs
        return true
      },
      keep: async listed => {
        kept = listed
        until = 0
      },
    }
  }

  it('is read by one of them', async () => {
    const { gateway, asked, now, pass } = azure(['a', 'b'])
    const cache = shared()
    const replicas = [1, 2, 3].map(() => workspaceReader(gateway, now, { cache }))
    for (const reader of replicas) expect(rulesOf(await reader.recent())).toEqual([0, 0])
    expect(asked).toHaveLength(1)
    pass(minute)
    for (const reader of replicas) await reader.recent()
    expect(asked).toHaveLength(2)
  })

  it('is not waited for where one of them died over it, nor where the store is away', async () => {
    const { gateway, asked, now, pass } = azure(['a'])
    const cache = shared()
    await cache.claim(now(), 2 * minute)
    // Whoever has nothing lists in spite of a claim.
    const reader = workspaceReader(gateway, now, { cache })
    expect(rulesOf(await reader.recent())).toEqual([0])
    pass(minute)
    await cache.claim(now(), 2 * minute)
    const seen = await reader.recent()
    expect(seen.ok && now() - seen.freshness.at).toBe(minute)
    expect(asked).toHaveLength(1)
    pass(2 * minute)
    await reader.recent()
    expect(asked).toHaveLength(2)

    const away = async () => Promise.reject(new Error('The store is away.'))
    const alone = workspaceReader(gateway, now, { cache: { newerThan: away, claim: away, keep: away } })
    expect(rulesOf(await alone.recent())).toEqual([0])
  })
})
