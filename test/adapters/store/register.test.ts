import { describe, expect, it } from 'vitest'
import { migrations } from '../../../src/adapters/store/migrations/all.ts'
import { createQueues } from '../../../src/adapters/store/queues.ts'
import { postgresRegister } from '../../../src/adapters/store/register.ts'
import { postgresRequests } from '../../../src/adapters/store/requests.ts'
import type { HistoryFilter, RegisterFilter } from '../../../src/changes/register.ts'
import type { NewRequest } from '../../../src/changes/store.ts'
import { eachStore } from '../../harness/store.ts'
import { ada, approval, dana, hour, newRequest, noon, record } from './sample-request.ts'

const { tenantId } = dana
const elsewhere = { ...dana, tenantId: 'other-tenant' }

eachStore('the register', store => {
  const opened = (async () => {
    const engine = await store.open({ migrations })
    await createQueues(engine)
    const requests = postgresRequests(engine)
    const submit = async (workspace: string, hosts: readonly string[], more: Partial<NewRequest> = {}) => {
      const request = newRequest(workspace, hosts, more)
      const by = { actor: request.requester }
      const made = await requests.submit(request, { ...record('request.submitted', request.id), ...by })
      return made.request
    }
    const first = await submit('ws-prod', ['docker.io', '*.hf.co'])
    const decision = approval(ada, noon + 1)
    await requests.decide(first, { is: 'approved', decision }, decision, noon, {
      ...record('request.approved', first.id),
      actor: ada,
      detail: { comment: 'Fine.' },
    })
    await requests.record({ ...record('press.refused', first.id), actor: dana })
    const second = await submit('WS-Prod', ['pypi.org'], { requester: ada })
    const third = await submit('ws-dev', ['docker.io'])
    const foreign = await submit('ws-prod', ['docker.io'], { requester: elsewhere })
    return { register: postgresRegister(engine.sql), requests, first, second, third, foreign }
  })()

  const found = async (filter: Partial<RegisterFilter>, before?: number, atMost = 10) => {
    const { register } = await opened
    const page = before === undefined ? { atMost } : { atMost, before }
    return register.requests({ tenantId, ...filter }, page)
  }
  const numbers = async (filter: Partial<RegisterFilter>) =>
    (await found(filter)).items.map(({ number }) => number)

  it('lists newest first, a page at a time, of one tenant only', async () => {
    const { first, second, third, foreign } = await opened
    expect(await numbers({})).toEqual([third.number, second.number, first.number])
    expect(await numbers({ tenantId: 'other-tenant' })).toEqual([foreign.number])
    expect(await numbers({ number: foreign.number })).toEqual([])
    const page = await found({}, undefined, 2)
    expect(page.items.map(({ number }) => number)).toEqual([third.number, second.number])
    const rest = await found({}, page.older, 2)
    expect(rest.items.map(({ number }) => number)).toEqual([first.number])
    expect(rest.older).toBeUndefined()
  })

  it('finds by workspace, host, wildcard over a host, person and state', async () => {
    const { first, second, third } = await opened
    expect(await numbers({ workspaces: ['ws-prod'] })).toEqual([second.number, first.number])
    expect(await numbers({ hosts: ['docker.io'] })).toEqual([third.number, first.number])
    expect(await numbers({ hosts: ['cdn.lfs.HF.co'] })).toEqual([first.number])
    expect(await numbers({ hosts: ['hf.co'] })).toEqual([])
    expect(await numbers({ requester: ada.objectId })).toEqual([second.number])
    expect(await numbers({ states: ['approved'], kind: 'allow-hosts' })).toEqual([first.number])
    expect(await numbers({ collections: ['huggingface'], workspaces: ['ws-dev'] })).toEqual([third.number])
    expect(await numbers({ workspaces: ["'; drop table requests; --"] })).toEqual([])
  })

  it('knows whose word a request waits for: nobody’s own, and none that is over', async () => {
    const { second, third } = await opened
    expect(await numbers({ awaits: { objectId: ada.objectId, now: noon } })).toEqual([third.number])
    expect(await numbers({ awaits: { objectId: dana.objectId, now: noon } })).toEqual([second.number])
    expect(await numbers({ awaits: { objectId: ada.objectId, now: noon + hour } })).toEqual([])
  })

  describe('tells history', () => {
    const events = async (filter: Partial<HistoryFilter>, before?: number, atMost = 10) => {
      const { register } = await opened
      const page = before === undefined ? { atMost } : { atMost, before }
      const { items, older } = await register.history({ tenantId, ...filter }, page)
      return { told: items.map(({ event, by, comment }) => [event, by, comment]), older }
    }

    it('of a request: what was done and by whom, without what was refused', async () => {
      const { first } = await opened
      expect((await events({ number: first.number })).told).toEqual([
        ['approved', ada.name, 'Fine.'],
        ['submitted', dana.name, undefined],
      ])
    })

    it('of what somebody did, by their id or by words of their name', async () => {
      const { told } = await events({ events: ['approved', 'rejected'], by: { objectId: ada.objectId } })
      expect(told.map(([event, by]) => [event, by])).toEqual([['approved', ada.name]])
      const [first = ''] = ada.name.toLowerCase().split(' ')
      expect((await events({ events: ['approved'], by: { named: first } })).told).toEqual(told)
      expect((await events({ events: ['approved'], by: { named: first.slice(1) } })).told).toEqual([])
      expect((await events({ events: ['approved'], by: { named: "x' or true --" } })).told).toEqual([])
      expect((await events({ events: ['submitted'], by: { named: first } })).told).toHaveLength(1)
    })

    it('of a workspace, newest first and paged, of one tenant only', async () => {
      const all = await events({ workspaces: ['ws-prod'] })
      expect(all.told.map(([event]) => event)).toEqual(['submitted', 'approved', 'submitted'])
      const page = await events({ workspaces: ['ws-prod'] }, undefined, 2)
      expect((await events({ workspaces: ['ws-prod'] }, page.older)).told).toEqual(all.told.slice(2))
      const other = await events({ tenantId: 'other-tenant', workspaces: ['ws-prod'] })
      expect(other.told).toHaveLength(1)
    })
  })
})
