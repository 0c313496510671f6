import { describe, expect, test } from 'vitest'
import { invokeBodyOf } from '../../../src/adapters/teams/invoke-body.ts'
import { activityOf, messageActivity } from '../../../src/adapters/teams/outgoing.ts'
import type { Card } from '../../../src/conversation/reply.ts'
import { complaintsAbout } from '../../harness/connector-rules.ts'

const card: Card = { type: 'AdaptiveCard', version: '1.5' }

describe('a reply to a message', () => {
  test('that is a card travels as an attachment with a summary and without text', () => {
    expect(activityOf({ kind: 'card', card, summary: 'Short' })).toEqual({
      type: 'message',
      summary: 'Short',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    })
  })

  test('that is a text or an error is plain', () => {
    const plain = { type: 'message', text: 'a_b_c *x*', textFormat: 'plain' }
    expect(activityOf({ kind: 'text', text: 'a_b_c *x*' })).toEqual(plain)
    expect(activityOf({ kind: 'error', status: 400, code: 'X', text: 'a_b_c *x*' })).toEqual(plain)
  })

  test('that is nothing sends nothing', () => {
    expect(activityOf({ kind: 'nothing' })).toBeUndefined()
  })
})

test.each([
  [{ kind: 'card', card, summary: 's' } as const, 200, 'application/vnd.microsoft.card.adaptive', card],
  [{ kind: 'text', text: 'Done.' } as const, 200, 'application/vnd.microsoft.activity.message', 'Done.'],
  [{ kind: 'nothing' } as const, 200, 'application/vnd.microsoft.activity.message', ''],
  [
    { kind: 'error', status: 400, code: 'BadRequest', text: 'No.' } as const,
    400,
    'application/vnd.microsoft.error',
    { code: 'BadRequest', message: 'No.' },
  ],
])('a press that is answered with %o gets status, type and value', (reply, statusCode, type, value) => {
  expect(invokeBodyOf(reply, 'adaptiveCard/action')).toEqual({ statusCode, type, value })
})

describe('an invoke of another kind', () => {
  const execute = {
    type: 'Action.Execute',
    title: 'Send',
    verb: 'v',
    data: { verb: 'v' },
    fallback: { type: 'Action.Submit', title: 'Send', data: { verb: 'v' } },
  }
  const form: Card = {
    ...card,
    msteams: { width: 'Full' },
    refresh: { action: execute, userIds: [] },
    body: [{ type: 'ActionSet', actions: [execute] }],
    actions: [execute],
  }
  const text = { kind: 'text', text: 'No.' } as const
  const nothing = { kind: 'nothing' } as const

  test.each(['task/fetch', 'task/submit', 'message/fetchTask'])(
    '%s goes on with a card, without Execute, or ends with a sentence',
    name => {
      const content = {
        ...card,
        body: [{ type: 'ActionSet', actions: [execute.fallback] }],
        actions: [execute.fallback],
      }
      expect(invokeBodyOf({ kind: 'card', card: form, summary: 'A form' }, name)).toMatchObject({
        task: {
          type: 'continue',
          value: {
            title: 'A form',
            card: { contentType: 'application/vnd.microsoft.card.adaptive', content },
          },
        },
      })
      expect(JSON.stringify(invokeBodyOf({ kind: 'card', card: form, summary: 's' }, name))).not.toMatch(
        /Execute|refresh|Full/,
      )
      expect(invokeBodyOf(text, name)).toEqual({ statusCode: 200, task: { type: 'message', value: 'No.' } })
      expect(invokeBodyOf(nothing, name)).toEqual({ statusCode: 200 })
    },
  )

  test.each(['composeExtension/queryLink', 'composeExtension/anonymousQueryLink', 'composeExtension/query'])(
    '%s shows a card of version 1.3, a sentence, or nothing',
    name => {
      expect(invokeBodyOf({ kind: 'card', card, summary: 'ws-prod is open' }, name)).toMatchObject({
        composeExtension: {
          type: 'result',
          attachments: [
            {
              content: { type: 'AdaptiveCard', version: '1.3' },
              preview: { content: { title: 'ws-prod is open' } },
            },
          ],
        },
      })
      expect(invokeBodyOf(text, name)).toMatchObject({ composeExtension: { type: 'message', text: 'No.' } })
      expect(invokeBodyOf(nothing, name)).toMatchObject({
        composeExtension: { type: 'result', attachments: [] },
      })
    },
  )

  test.each([
    'message/submitAction',
    'suggestedAction/submit',
    'signin/verifyState',
    'signin/tokenExchange',
    'signin/failure',
  ])('%s is acknowledged and nothing else', name => {
    expect(invokeBodyOf(text, name)).toEqual({ statusCode: 200 })
  })

  test('a search in a field finds nothing, and a kind not invented yet gets its sentence', () => {
    expect(invokeBodyOf(text, 'application/search')).toMatchObject({
      statusCode: 200,
      value: { results: [] },
    })
    expect(invokeBodyOf(text, 'new/thing')).toMatchObject({ statusCode: 200, value: 'No.' })
  })
})

describe('a message unasked', () => {
  test('without mentions is plain', () => {
    expect(messageActivity({ kind: 'text', text: 'ws_prod_1', mentions: [] })).toEqual({
      type: 'message',
      text: 'ws_prod_1',
      textFormat: 'plain',
    })
  })

  test('with mentions names them as entities, and the rest is read as written', () => {
    const text = '<at>Dana</at>: ws_prod_1 _is_ *open*, [not](http://evil.example) <b>. <at>Ada</at> did it.'
    const mentions = [
      { id: '29:dana', name: 'Dana' },
      { id: '29:ada', name: 'Ada' },
      { id: '29:amir', name: 'Amir' },
    ]
    const activity = messageActivity({ kind: 'text', text, mentions })
    expect(activity).toMatchObject({
      textFormat: 'markdown',
      text: '<at>Dana</at>: ws_prod_1 \\_is\\_ \\*open\\*, \\[not\\](http://evil.example) &lt;b>. <at>Ada</at> did it.',
      entities: [
        { type: 'mention', text: '<at>Dana</at>', mentioned: { id: '29:dana', name: 'Dana' } },
        { type: 'mention', text: '<at>Ada</at>', mentioned: { id: '29:ada', name: 'Ada' } },
      ],
    })
    expect(complaintsAbout({ ...activity, conversation: { id: 'c' }, from: { id: 'b' } }, 'c', 'b')).toEqual(
      [],
    )
  })

  test('that mentions a name with mark-up in it stays a mention', () => {
    const mentions = [{ id: '29:x', name: 'A <b>&' }]
    expect(messageActivity({ kind: 'text', text: '<at>A <b>&</at> hi', mentions })).toMatchObject({
      text: '<at>A b</at> hi',
      entities: [{ text: '<at>A b</at>' }],
    })
  })

  test('that is a card has its summary', () => {
    expect(messageActivity({ kind: 'card', card, summary: 'Short' })).toMatchObject({ summary: 'Short' })
  })
})
