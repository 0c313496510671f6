import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import { describe, expect, it } from 'vitest'
import { armClient, deadline } from '../../../src/adapters/azure/arm-client.ts'

const credential = { getToken: async () => ({ token: 'a-token', expiresOnTimestamp: 4_102_444_800_000 }) }
const url = 'https://management.azure.com/subscriptions?api-version=2022-12-01'

describe('a call to Azure itself', () => {
  it('asks once and with its token, and follows no redirect', async () => {
    const sent: unknown[] = []
    const httpClient: HttpClient = {
      async sendRequest(request) {
        sent.push({ url: request.url, authorization: request.headers.get('authorization') })
        const headers = createHttpHeaders({ location: 'https://management.azure.com/elsewhere' })
        return { request, status: 307, headers }
      },
    }
    const send = armClient({ credential, httpClient, retry: { maxRetries: 3 } })
    const outcome = await send({ method: 'PUT', url, body: {}, deadline: deadline(30_000) })
    expect(outcome).toMatchObject({ ok: true, answer: { status: 307, body: undefined } })
    expect(sent).toEqual([{ url, authorization: 'Bearer a-token' }])
  })

  it('throws what is a bug, and does not call it trouble', async () => {
    const httpClient: HttpClient = {
      async sendRequest() {
        throw new TypeError('a bug')
      },
    }
    const send = armClient({ credential, httpClient, retry: { maxRetries: 0 } })
    await expect(send({ method: 'GET', url, deadline: deadline(30_000) })).rejects.toThrow('a bug')
  })
})
