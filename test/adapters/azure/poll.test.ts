import { describe, expect, it } from 'vitest'
import { armError, polled, type Told } from './fake-arm.ts'

const host = 'https://management.azure.com'
const viaLocation = { location: `${host}/operations/1` }
const viaStatus = { 'azure-asyncoperation': `${host}/operations/1` }
const failure = (code: string, message: string) => ({ ok: true, value: { is: 'failed', code, message } })
const gone = { ok: true, value: { is: 'gone' } }
const succeeded = { ok: true, value: { is: 'succeeded' } }
const running = { ok: true, value: { is: 'running' } }

describe('polling a Location', () => {
  it.each<[string, Told, unknown]>([
    [
      '202 is running',
      { status: 202, headers: { 'retry-after': '30' } },
      { ok: true, value: { is: 'running', retryAfterSeconds: 30 } },
    ],
    [
      '202 with a failure in its body is a failure',
      { status: 202, body: { status: 'Failed' } },
      failure('failed', 'Azure gave no reason.'),
    ],
    [
      '200 with a rule is done',
      { status: 200, body: { name: 'hf', properties: { status: 'Active' } } },
      succeeded,
    ],
    [
      '200 with the state of a network is done',
      { status: 200, body: { status: 'Active', sparkReady: false } },
      succeeded,
    ],
    ['200 without a body is done', { status: 200, body: '' }, succeeded],
    ['204 is done', { status: 204 }, succeeded],
    [
      '200 with status Failed is a failure (azapi#508)',
      {
        status: 200,
        body: { status: 'Failed', ...armError('InternalServerError', 'Received 400 from a service request') },
      },
      failure('InternalServerError', 'Received 400 from a service request'),
    ],
    [
      '200 with status Canceled and an inner error is a failure that tells both',
      {
        status: 200,
        body: {
          status: 'Canceled',
          ...armError('Outer', 'It failed.', {
            details: [{ code: 'Inner', message: 'The firewall is full.' }],
          }),
        },
      },
      failure('Outer', 'It failed: The firewall is full.'),
    ],
    [
      '200 with provisioningState Failed is a failure',
      { status: 200, body: { properties: { provisioningState: 'Failed' } } },
      failure('failed', 'Azure gave no reason.'),
    ],
    ['200 with status InProgress is running', { status: 200, body: { status: 'InProgress' } }, running],
    [
      '200 with provisioningState Updating is running',
      { status: 200, body: { properties: { provisioningState: 'Updating' } } },
      running,
    ],
    ['404 is gone', { status: 404 }, gone],
    ['410 is gone', { status: 410 }, gone],
    [
      '403 is gone: the rule itself may be readable',
      { status: 403, body: armError('AuthorizationFailed', 'No.') },
      gone,
    ],
    ['500 is trouble', { status: 500 }, { ok: false, trouble: { is: 'unavailable' } }],
    [
      '429 is trouble',
      { status: 429, headers: { 'retry-after': '40' } },
      { ok: false, trouble: { is: 'throttled', retryAfterSeconds: 40 } },
    ],
    [
      '400 is trouble',
      { status: 400, body: armError('MissingApiVersionParameter', 'Missing.') },
      { ok: false, trouble: { is: 'refused' } },
    ],
  ])('%s', async (_name, told, expected) => {
    expect((await polled(viaLocation, told)).answer).toMatchObject(expected as object)
  })
})

describe('polling an Azure-AsyncOperation', () => {
  it.each<[string, Told, unknown]>([
    ['Succeeded is done', { status: 200, body: { status: 'Succeeded' } }, succeeded],
    ['any other word is running', { status: 200, body: { status: 'Tidying' } }, running],
    ['202 is running', { status: 202, body: { status: 'InProgress' } }, running],
    [
      'Failed is a failure',
      { status: 200, body: { status: 'Failed', error: { code: 'X', message: 'Y. Z.' } } },
      failure('X', 'Y.'),
    ],
    [
      'no status is not understood',
      { status: 200, body: '<html>' },
      { ok: false, trouble: { is: 'not-understood' } },
    ],
  ])('%s', async (_name, told, expected) => {
    expect((await polled(viaStatus, told)).answer).toMatchObject(expected as object)
  })

  it('comes before Location, also after a 200 or 201', async () => {
    const both = { location: `${host}/wrong`, 'azure-asyncoperation': `${host}/right` }
    for (const status of [200, 201, 202]) {
      const { polls } = await polled(both, { status: 200, body: { status: 'Succeeded' } }, status)
      expect(polls.map(each => each.path)).toEqual(['/right'])
    }
  })
})
