import { describe, expect, it } from 'vitest'
import { troubleOf } from '../../../src/adapters/azure/trouble.ts'
import { armError, secret } from './fake-arm.ts'

function trouble(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
  return troubleOf({ status, body, header: name => headers[name] })
}

describe('what an error of Azure means', () => {
  it('is one sentence, with the inner one where there is one', () => {
    const details = [{ code: 'Inner', message: 'The rule already exists. Choose another name.' }]
    expect(trouble(400, armError('BadRequest', 'The request is invalid.', { details }))).toEqual({
      is: 'refused',
      code: 'BadRequest',
      message: 'The request is invalid: The rule already exists.',
    })
  })

  it('is cut at 300 characters, on one line, and holds no token', () => {
    const long = `The client sent\n Bearer ${secret} and ${secret} and ${'x'.repeat(5000)}`
    const answer = trouble(500, armError('InternalServerError', long))
    if (answer.is !== 'unavailable') throw new Error(answer.is)
    expect(answer.message).toHaveLength(300)
    expect(answer.message).toContain('The client sent Bearer … and … and xxx')
  })

  it('does not take a dot within a name for the end of a sentence', () => {
    const message =
      "The client does not have authorization for 'Microsoft.MachineLearningServices/workspaces/read'. Wait."
    expect(trouble(403, armError('AuthorizationFailed', message))).toEqual({
      is: 'forbidden',
      message:
        "The client does not have authorization for 'Microsoft.MachineLearningServices/workspaces/read'.",
    })
  })

  it.each([
    [
      'at the top',
      {
        additionalInfo: [
          { type: 'PolicyViolation', info: { policyAssignmentDisplayName: 'No foreign hosts' } },
        ],
      },
    ],
    [
      'in a detail',
      {
        details: [
          {
            additionalInfo: [{ type: 'PolicyViolation', info: { policyDefinitionName: 'No foreign hosts' } }],
          },
        ],
      },
    ],
  ])('names the policy that forbids, found %s', (_name, more) => {
    expect(
      trouble(403, armError('RequestDisallowedByPolicy', "Resource 'hf' was disallowed by policy.", more)),
    ).toEqual({
      is: 'disallowed',
      code: 'RequestDisallowedByPolicy',
      message: "Resource 'hf' was disallowed by policy (No foreign hosts).",
    })
  })

  it('tells a lock from a running operation', () => {
    expect(trouble(409, armError('ScopeLocked', 'The scope is locked.'))).toMatchObject({ is: 'disallowed' })
    expect(trouble(409, armError('Conflict', 'It has an ongoing operation running.'))).toEqual({
      is: 'busy',
      message: 'It has an ongoing operation running.',
    })
  })

  it('reads an error that is not wrapped, and survives one that is none', () => {
    expect(trouble(400, { code: 'A', message: 'B.' })).toEqual({ is: 'refused', code: 'A', message: 'B.' })
    expect(trouble(418, 'tea')).toEqual({
      is: 'refused',
      code: 'HTTP 418',
      message: 'Azure answered HTTP 418.',
    })
    expect(trouble(503)).toEqual({ is: 'unavailable', message: 'Azure answered HTTP 503.' })
  })

  it.each([
    ['17', 17],
    ['1.5', 2],
    ['soon', 30],
    ['-5', 30],
  ])('takes a Retry-After of %s for a wait of %i seconds', (value, retryAfterSeconds) => {
    expect(trouble(429, undefined, { 'retry-after': value })).toEqual({ is: 'throttled', retryAfterSeconds })
  })
})
