import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { channel } from './fake-bot.ts'
import { useWorlds } from './use-worlds.ts'

const world = useWorlds()

describe('the door', () => {
  const calls = [
    ['GET', '/'],
    ['GET', '/local/assets/main.js'],
    ['GET', '/local/events'],
    ['POST', '/local/say'],
    ['POST', '/local/press'],
    ['POST', '/local/connector/v3/conversations'],
    ['POST', '/local/connector/v3/conversations/x/activities'],
    ['PUT', '/local/connector/v3/conversations/x/activities/y'],
    ['DELETE', '/local/connector/v3/conversations/x/activities/y'],
    ['GET', '/local/connector/v3/conversations/x/members'],
  ] as const

  /** `fetch` does not let a caller choose these headers. */
  function raw(url: string, method: string, path: string, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request(`${url}${path}`, { method, headers }, response => {
        response.destroy()
        resolve(response.statusCode ?? 0)
      })
      sent.on('error', reject)
      sent.end(method === 'POST' || method === 'PUT' ? '{}' : undefined)
    })
  }

  test('is closed to a foreign host name, on every route', async () => {
    const { url, received } = await world()
    for (const [method, path] of calls) {
      const headers = { host: 'evil.example:80', 'content-type': 'application/json' }
      expect([path, await raw(url, method, path, headers)]).toEqual([path, 403])
    }
    expect(received).toHaveLength(0)
  })

  test('is closed to the pages of others, on every route', async () => {
    const { url, received } = await world()
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
      for (const [method, path] of calls)
        expect([path, await raw(url, method, path, { origin, 'content-type': 'application/json' })]).toEqual([
          path,
          403,
        ])
    expect(received).toHaveLength(0)
  })

  test('is open to the page itself', async () => {
    const { url, post } = await world()
    const body = { person: '29:dana', conversation: channel, text: 'x' }
    expect((await post('/local/say', body, { origin: url })).status).toBe(200)
  })

  test('takes JSON only, and not too much of it', async () => {
    const { post, received } = await world()
    const body = { person: '29:dana', conversation: channel, text: 'x' }
    expect((await post('/local/say', body, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post('/local/say', { ...body, text: 'x'.repeat(1_100_000) })).status).toBe(413)
    expect((await post('/local/say', '{')).status).toBe(400)
    expect(received).toHaveLength(0)
  })

  test('serves no file but the page’s own', async () => {
    const { url } = await world()
    for (const name of ['transcript.json', '..%2f..%2fpackage.json', '__proto__', 'constructor'])
      expect([name, await raw(url, 'GET', `/local/assets/${name}`, {})]).toEqual([name, 404])
  })
})
