import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PageEvent } from '../../../src/adapters/page/page-state.ts'
import { events, messages } from './event-reader.ts'
import { plainCard as card, cardMessage, channel, idPart } from './fake-bot.ts'
import { useWorlds } from './use-worlds.ts'

const world = useWorlds()
const stateFile = async () => join(await mkdtemp(join(tmpdir(), 'page-')), 'transcript.json')

describe('the event stream', () => {
  test('tells of messages, and of the bot at work, as it happens', async () => {
    const { post, url } = await world()
    const saying = { person: '29:dana', conversation: 'a:dana-gatehouse', text: 'hello' }
    const isOver = (all: readonly PageEvent[]) =>
      all.some(event => event.kind === 'working' && !event.working)
    const { seen } = await events(url, isOver, undefined, () => post('/local/say', saying))
    const kinds = seen.map(event => (event.kind === 'working' ? `working ${event.working}` : event.kind))
    expect(kinds).toEqual(['snapshot', 'messages', 'working true', 'working false'])
  })

  test('resumes with what was missed only', async () => {
    const { post, url } = await world()
    await post('/local/say', { person: '29:dana', conversation: 'a:dana-gatehouse', text: 'before' })
    const { lastId } = await events(url, all => all.length > 0)
    await post('/local/say', { person: '29:dana', conversation: 'a:dana-gatehouse', text: 'after' })
    const { seen } = await events(url, all => all.length > 0, lastId)
    expect(seen).toMatchObject([{ kind: 'messages', messages: [{ text: 'after' }] }])
  })

  test('begins anew for a page that remembers another transcript', async () => {
    const { url } = await world()
    const { seen } = await events(url, all => all.length > 0, 'other.0')
    expect(seen[0]?.kind).toBe('snapshot')
  })
})

describe('the transcript', () => {
  test('is on disk before the bot hears that its card was posted, and a new process takes it up', async () => {
    const file = await stateFile()
    const first = await world(undefined, { stateFile: file })
    const posted = await first.connector('POST', `/${idPart(channel)}/activities`, cardMessage(card))
    // No close: this is what a process leaves that was killed right after the answer.
    expect(await readFile(file, 'utf8')).toContain(String(posted.body.id))
    const second = await world(undefined, { stateFile: file })
    const at = `/${idPart(channel)}/activities/${String(posted.body.id)}`
    expect((await second.connector('PUT', at, { type: 'message', text: 'still there' })).status).toBe(200)
    const next = await second.connector('POST', `/${idPart(channel)}/activities`, cardMessage(card))
    expect(next.body.id).not.toBe(posted.body.id)
  })

  test('gives each message its own id though the clock stands still', async () => {
    const { connector } = await world(undefined, { clock: { now: () => 1000 } })
    const posts = Array.from({ length: 20 }, () =>
      connector('POST', `/${idPart(channel)}/activities`, cardMessage(card)),
    )
    const ids = (await Promise.all(posts)).map(({ body }) => body.id)
    expect(new Set(ids).size).toBe(20)
  })

  test('that cannot be read is set aside', async () => {
    const file = await stateFile()
    await writeFile(file, '{"version": 9}')
    const { url } = await world(undefined, { stateFile: file })
    expect(await messages(url)).toEqual([])
    expect(await readFile(`${file}.unreadable`, 'utf8')).toBe('{"version": 9}')
  })

  test('remembers where the bot was told that it was installed, and repeats it only where the bot failed', async () => {
    const file = await stateFile()
    let fails = true
    const first = await world(
      ({ conversation }) => ({ status: fails && conversation.id === channel ? 500 : 200 }),
      { stateFile: file },
    )
    await first.page.install()
    expect(first.received.map(({ type }) => type)).toEqual(
      Array.from({ length: 6 }, () => 'installationUpdate'),
    )
    fails = false
    const second = await world(undefined, { stateFile: file })
    await second.page.install()
    expect(second.received.map(({ conversation }) => conversation.id)).toEqual([channel])
  })
})
