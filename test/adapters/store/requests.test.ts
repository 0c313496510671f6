import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/adapters/store/engine.ts'
import { migrations } from '../../../src/adapters/store/migrations/all.ts'
import { createQueues, queues } from '../../../src/adapters/store/queues.ts'
import { postgresRequests } from '../../../src/adapters/store/requests.ts'
import type { ApprovalRequest } from '../../../src/changes/request.ts'
import type { RequestStore } from '../../../src/changes/store.ts'
import { workspaceKey } from '../../../src/workspace/workspace-id.ts'
import { eachStore } from '../../harness/store.ts'
import {
  ada,
  applying,
  approval,
  dana,
  hour,
  newRequest,
  noon,
  record,
  workspaceNamed,
} from './sample-request.ts'

eachStore('the store of requests', store => {
  const opened = (async () => {
    const engine = await store.open({ migrations })
    await createQueues(engine)
    return { engine, requests: postgresRequests(engine) }
  })()

  const jobs = async (engine: Engine, request: string) => {
    const { rows } = await engine.sql.query<{ name: string; version: number }>(
      `select name, (data->>'version')::int as version from pgboss.job where data->>'request' = $1 order by name, version`,
      [request],
    )
    return rows.map(({ name, version }) => [name, version])
  }
  const audit = async (engine: Engine, subject: string) => {
    const { rows } = await engine.sql.query<{ action: string }>(
      'select action from audit_log where subject = $1 order by seq',
      [subject],
    )
    return rows.map(row => row.action)
  }
  const submitted = async (requests: RequestStore, workspace: string, hosts = ['docker.io']) => {
    const request = newRequest(workspace, hosts)
    const answer = await requests.submit(request, record('request.submitted', request.id))
    if (answer.is !== 'created') throw new Error(`the request is ${answer.is}`)
    return answer.request
  }
  const approved = async (requests: RequestStore, request: ApprovalRequest) => {
    const decision = approval(ada)
    const moved = await requests.decide(
      request,
      { is: 'approved', decision },
      decision,
      noon,
      record('request.approved', request.id),
    )
    if (moved.is !== 'moved') throw new Error(`the decision is ${moved.is}`)
    return { request: moved.request, decision }
  }

  describe('a submission', () => {
    it('is stored with its audit record and the jobs that follow from it', async () => {
      const { engine, requests } = await opened
      const request = await submitted(requests, 'ws-submit')
      expect(await requests.find(request.id)).toEqual(request)
      expect(request).toMatchObject({ version: 1, state: { is: 'awaiting-approval' }, requester: dana })
      expect(await audit(engine, request.id)).toEqual(['request.submitted'])
      expect(await jobs(engine, request.id)).toEqual([
        [queues.announce, 1],
        [queues.tick, 1],
      ])
    })

    it('is stored whatever people write: NUL and half an emoji are left out', async () => {
      const { engine, requests } = await opened
      const reason = `half \ud83d, nul \u0000, whole \ud83d\ude00`
      const request = newRequest('ws-odd', ['docker.io'], { reason })
      const answer = await requests.submit(request, {
        ...record('request.submitted', request.id),
        detail: { reason },
      })
      expect(answer).toMatchObject({
        is: 'created',
        request: { reason: 'half \ufffd, nul , whole \ud83d\ude00' },
      })
      await requests.record({ ...record('press.refused', 'a\u0000b'), detail: { verb: '\udc00' } })
      expect(await audit(engine, 'ab')).toEqual(['press.refused'])
    })

    it('gives requests numbers without gaps', async () => {
      const { requests } = await opened
      const made = []
      for (const workspace of ['ws-n1', 'ws-n2', 'ws-n3']) made.push(await submitted(requests, workspace))
      const first = made[0]?.number ?? 0
      expect(made.map(({ number }) => number)).toEqual([first, first + 1, first + 2])
    })

    it('sent twice at once makes one request', async () => {
      const { engine, requests } = await opened
      const request = newRequest('ws-twice', ['docker.io'])
      const answers = await Promise.all(
        [1, 2, 3].map(() => requests.submit(request, record('request.submitted', request.id))),
      )
      expect(answers.map(answer => answer.is).sort()).toEqual(['created', 'repeated', 'repeated'])
      expect(await audit(engine, request.id)).toHaveLength(1)
    })

    it('for an effect that an open request has already is answered with that request', async () => {
      const { requests } = await opened
      const first = await submitted(requests, 'ws-same')
      const second = newRequest('ws-same', ['docker.io'])
      const answer = await requests.submit(second, record('request.submitted', second.id))
      expect(answer).toMatchObject({ is: 'already-requested', request: { id: first.id } })
      expect(await requests.openIn(workspaceKey(workspaceNamed('ws-same')))).toHaveLength(1)
    })

    it('takes the pressed card, unless it is another request’s', async () => {
      const { engine, requests } = await opened
      const pressed = { pressedCard: 'm-pressed' }
      const first = newRequest('ws-card-1', ['docker.io'], pressed)
      const second = newRequest('ws-card-2', ['docker.io'], pressed)
      await requests.submit(first, record('request.submitted', first.id))
      await requests.submit(second, record('request.submitted', second.id))
      const { rows } = await engine.sql.query(
        'select request_id, activity_id from posted_cards where request_id in ($1, $2) order by id',
        [first.id, second.id],
      )
      expect(rows).toEqual([
        { request_id: first.id, activity_id: 'm-pressed' },
        { request_id: second.id, activity_id: null },
      ])
    })
  })

  describe('a decision', () => {
    it('counts once, however many come at once', async () => {
      const { engine, requests } = await opened
      const request = await submitted(requests, 'ws-once')
      const decision = approval(ada)
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          requests.decide(
            request,
            { is: 'approved', decision },
            decision,
            noon,
            record('request.approved', request.id),
          ),
        ),
      )
      expect(answers.filter(answer => answer.is === 'moved')).toHaveLength(1)
      expect(await audit(engine, request.id)).toEqual(['request.submitted', 'request.approved'])
    })

    it('is never the requester’s own', async () => {
      const { requests } = await opened
      const request = await submitted(requests, 'ws-own')
      const own = approval(dana)
      const answer = await requests.decide(
        request,
        { is: 'approved', decision: own },
        own,
        noon,
        record('x', request.id),
      )
      expect(answer).toEqual({ is: 'stale' })
    })

    it.each([
      ['a millisecond before the expiry', noon + hour - 1, 'moved'],
      ['at the expiry', noon + hour, 'stale'],
    ])('%s', async (when, at, outcome) => {
      const { requests } = await opened
      const request = await submitted(requests, `ws-expiry-${when.length}`)
      const decision = approval(ada, at)
      const answer = await requests.decide(
        request,
        { is: 'approved', decision },
        decision,
        at,
        record('x', request.id),
      )
      expect(answer.is).toBe(outcome)
    })
  })

  describe('a move', () => {
    it('from a version that is past changes nothing and leaves no record', async () => {
      const { engine, requests } = await opened
      const first = await submitted(requests, 'ws-stale')
      const { request, decision } = await approved(requests, first)
      const old = { ...request, version: 1 }
      expect(await requests.move(old, applying(decision), noon, record('late', first.id))).toEqual({
        is: 'stale',
      })
      expect(await audit(engine, first.id)).not.toContain('late')
    })

    it('that is not on the table is a bug', async () => {
      const { requests } = await opened
      const request = await submitted(requests, 'ws-table')
      const done = { is: 'done', decision: approval(ada), at: noon, result: 'effective' } as const
      await expect(requests.move(request, done, undefined, record('x', request.id))).rejects.toThrow(
        'cannot move from awaiting-approval to done',
      )
    })

    it('to a workspace that another request is applied to is blocked by that one', async () => {
      const { requests } = await opened
      const one = await approved(requests, await submitted(requests, 'ws-lock', ['a.example']))
      const two = await approved(requests, await submitted(requests, 'ws-lock', ['b.example']))
      const both = await Promise.all(
        [one, two].map(({ request, decision }) =>
          requests.move(request, applying(decision), noon, record('request.begun', request.id)),
        ),
      )
      expect(both.map(({ is }) => is).sort()).toEqual(['blocked', 'moved'])
    })

    it('without a record bumps the version and tells nobody', async () => {
      const { engine, requests } = await opened
      const { request } = await approved(requests, await submitted(requests, 'ws-quiet'))
      const moved = await requests.move(request, request.state, noon + 1000, undefined)
      expect(moved).toMatchObject({ is: 'moved', request: { version: request.version + 1 } })
      const announced = (await jobs(engine, request.id)).filter(([name]) => name === queues.announce)
      expect(announced.map(([, version]) => version)).toEqual([1, 2])
    })
  })

  it.each(['update audit_log set action = $1', 'delete from audit_log where action <> $1'])(
    'refuses to change the audit: %s',
    async statement => {
      const { engine } = await opened
      await expect(engine.sql.query(statement, ['x'])).rejects.toThrow('append-only')
    },
  )

  describe('a watcher', () => {
    const bea = { ...ada, objectId: 'b0', userId: '29:bea', name: 'Bea' }

    it('is kept once with the request, hears its end and never decides it', async () => {
      const { engine, requests } = await opened
      const request = await submitted(requests, 'ws-watched')
      const watch = () =>
        requests.watch(
          request.id,
          { person: bea, thread: request.thread },
          record('request.watched', request.id),
          () => true,
        )
      expect((await Promise.all([watch(), watch()])).toSorted()).toEqual(['watched-already', 'watches'])
      expect(await audit(engine, request.id)).toEqual(['request.submitted', 'request.watched'])
      const stored = await requests.find(request.id)
      expect(stored?.watchers).toEqual([{ person: bea, thread: request.thread }])

      const own = approval(bea)
      const state = { is: 'approved', decision: own } as const
      expect(await requests.decide(request, state, own, noon, record('late', request.id))).toEqual({
        is: 'stale',
      })
      const { request: done } = await approved(requests, request)
      expect(done.watchers).toHaveLength(1)
    })

    it('comes too late once the request has ended, and is of the same tenant', async () => {
      const { requests } = await opened
      const request = await submitted(requests, 'ws-unwatched')
      const stranger = { ...bea, tenantId: 'another' }
      const watch = (person: typeof bea) =>
        requests.watch(
          request.id,
          { person, thread: request.thread },
          record('request.watched', request.id),
          () => true,
        )
      expect(await watch(stranger)).toBe('ended')
      await requests.move(
        request,
        { is: 'expired', at: noon },
        undefined,
        record('request.expired', request.id),
      )
      expect(await watch(bea)).toBe('ended')
      const nowhere = requests.watch(
        'no id',
        { person: bea, thread: request.thread },
        record('x', 'x'),
        () => true,
      )
      expect(await nowhere).toBe('ended')
    })

    it('is not taken where another who pressed in the same instant left too few to decide', async () => {
      const { engine, requests } = await opened
      const request = await submitted(requests, 'ws-two-watch')
      const watch = (person: typeof bea) =>
        requests.watch(
          request.id,
          { person, thread: request.thread },
          record('request.watched', request.id),
          ({ watchers = [] }) => watchers.length === 0,
        )
      const watched = await Promise.all([watch(ada), watch(bea)])
      expect(watched.toSorted()).toEqual(['not-allowed', 'watches'])
      expect((await requests.find(request.id))?.watchers).toHaveLength(1)
      expect(await audit(engine, request.id)).toEqual(['request.submitted', 'request.watched'])
    })
  })

  it('finds what is done in a workspace, and nothing that is not', async () => {
    const { requests } = await opened
    const first = await submitted(requests, 'ws-history')
    await submitted(requests, 'ws-history', ['pypi.org'])
    const { request, decision } = await approved(requests, first)
    const done = { is: 'done', decision, at: noon, result: 'effective' } as const
    await requests.move(request, done, undefined, record('request.done', request.id))
    const found = await requests.doneIn(workspaceKey(workspaceNamed('ws-history')))
    expect(found.map(({ id }) => id)).toEqual([first.id])
  })

  it('finds nothing under an id that is none', async () => {
    const { requests } = await opened
    expect(await requests.find("'; drop table requests; --")).toBeUndefined()
  })
})
