import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incomingOf } from '../../../src/adapters/teams/incoming.ts'
import { messageText } from '../../../src/adapters/teams/message-text.ts'

const tenant = '0f0f0f0f-1111-4222-8333-444444444444'
const bot = { id: '28:gatehouse', name: 'Gatehouse' }
const base = {
  type: 'message',
  id: '1',
  text: 'hello',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:dana', name: 'Dana', aadObjectId: 'D0000000-0000-4000-8000-00000000000D' },
  recipient: bot,
  conversation: {
    id: '19:c@thread.tacv2;messageid=1',
    conversationType: 'channel',
    tenantId: tenant.toUpperCase(),
  },
  channelData: { tenant: { id: tenant } },
  locale: 'fr-FR',
}
const read = (more: Readonly<Record<string, unknown>> = {}) => incomingOf({ ...base, ...more }, {})

describe('a message', () => {
  test('says who, where and what, with ids in lower case', () => {
    expect(read()).toEqual({
      kind: 'message',
      text: 'hello',
      activityId: '1',
      person: {
        tenantId: tenant,
        objectId: 'd0000000-0000-4000-8000-00000000000d',
        userId: '29:dana',
        name: 'Dana',
        locale: 'fr-FR',
      },
      conversation: {
        tenantId: tenant,
        key: base.conversation.id,
        kind: 'channel',
        audience: base.conversation.id.split(';')[0],
        address: {
          serviceUrl: base.serviceUrl,
          channelId: 'msteams',
          bot,
          conversation: base.conversation,
          locale: 'fr-FR',
        },
      },
    })
  })

  test.each([
    ['no object id', { from: { id: '29:x' } }],
    ['null for object id and name', { from: { id: '29:x', name: null, aadObjectId: null } }],
    ['an object id that is none', { from: { id: '29:x', aadObjectId: 'dana@example.com' } }],
    ['an object id that is no text', { from: { id: '29:x', aadObjectId: 7 } }],
  ])('of somebody with %s comes from an unknown person', (_what, more) => {
    const incoming = read(more)
    expect(incoming.kind === 'message' && incoming.person).toEqual({
      tenantId: tenant,
      userId: '29:x',
      name: '',
      locale: 'fr-FR',
    })
  })

  test('with a locale that is none has none', () => {
    const incoming = read({ locale: '<script>' })
    expect(incoming.kind === 'message' && incoming.person.locale).toBeUndefined()
  })

  test.each([
    ['personal', {}, 'personal'],
    ['personal', { conversationType: 'personal' }, 'personal'],
    ['groupChat', { conversationType: 'groupChat' }, 'groupChat'],
    ['groupChat', { isGroup: true }, 'groupChat'],
    ['groupChat', { conversationType: 'somethingNew' }, 'groupChat'],
  ])('is in a %s conversation where it says %o', (_what, conversation, kind) => {
    const incoming = read({ conversation: { id: 'x', tenantId: tenant, ...conversation } })
    expect(incoming).toMatchObject({ kind: 'message', conversation: { kind } })
  })

  test.each([
    ['no tenant', { conversation: { id: 'x' }, channelData: {} }],
    ['two tenants', { channelData: { tenant: { id: base.from.aadObjectId } } }],
    ['a tenant that is none', { channelData: { tenant: { id: 'contoso.com' } } }],
    ['no conversation', { conversation: undefined }],
    ['no sender', { from: undefined }],
    ['no id', { id: undefined }],
    ['a value without a verb', { text: '', value: { request: 1 } }],
  ])('with %s is malformed', (_what, more) => {
    expect(read(more)).toMatchObject({
      kind: 'malformed',
      invoke: false,
      reason: expect.stringMatching(/\.$/),
    })
  })

  test('with either of the two places naming the tenant is enough', () => {
    expect(read({ channelData: undefined })).toMatchObject({ kind: 'message', person: { tenantId: tenant } })
    expect(read({ conversation: { id: 'x' } })).toMatchObject({
      kind: 'message',
      person: { tenantId: tenant },
    })
  })

  test('of the bot itself is ignored', () => {
    expect(read({ from: bot })).toEqual({ kind: 'ignored', reason: 'the bot itself' })
    expect(incomingOf({ ...base, recipient: undefined, from: bot }, { bot: bot.id })).toMatchObject({
      kind: 'ignored',
    })
  })
})

describe('the text', () => {
  const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id } })
  test.each([
    ['<at>Gatehouse</at> hi', [mention(bot.id, '<at>Gatehouse</at>')], 'hi'],
    ['hi <at>Gatehouse</at>, <at>Gatehouse</at>', [mention(bot.id, '<at>Gatehouse</at>')], 'hi ,'],
    [
      '<at>Ada</at> <at>Bot</at> hi',
      [mention(bot.id, '<at>Bot</at>'), mention('29:ada', '<at>Ada</at>')],
      'Ada hi',
    ],
    // Who writes the bot's name has not mentioned it.
    ['Gatehouse hi', [], 'Gatehouse hi'],
    ['<at>Gatehouse</at> hi', [mention('29:other', '<at>Gatehouse</at>')], 'Gatehouse hi'],
    ['<p>can I&nbsp;use<br>it &amp; that&#39;s &#x41;?</p>', [], "can I use\nit & that's A?"],
    ['&lt;b&gt;bold&lt;/b&gt; 3 < 4 > 2', [], '<b>bold</b> 3 < 4 > 2'],
    ['w\u200bs-pr\u00adod\u202e\u00a0x\u0000y\ufeff', [], 'ws-prod x y'],
    ['  many\n\n\tblanks  ', [], 'many\nblanks'],
    ['<blockquote>a<pre>b</pre>c</blockquote>d <code>e</code>', [], '```\na b c\n```\nd `e`'],
    ['</pre>a<blockquote>b', [], 'a\n```\nb'],
    ['&nope; &#0; &#xd800;', [], '&nope;'],
    ['', [], ''],
    [undefined, [], ''],
    [7, 'x', ''],
    ['😀'.repeat(3000), [null, { type: 'mention' }], '😀'.repeat(2000)],
  ])('%j becomes plain', (text, entities, plain) => {
    expect(messageText(text, entities, [bot.id])).toBe(plain)
  })

  test('of any length and content stays short, whole and without invisible characters', () => {
    const word = fc.constantFrom(
      '<',
      '<a',
      '</p>',
      '>',
      '&',
      '&amp;',
      '&#x1F600;',
      '😀',
      '\u200b',
      'x',
      ' ',
      '\n',
      '"',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5000, size: 'max' }), words => {
        const plain = messageText(words.join(''), [], [])
        expect(plain.length).toBeLessThanOrEqual(4000)
        expect(plain).not.toMatch(/\u200b|[^\P{Cc}\n]|\s\s|[\ud800-\udbff]$/u)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a press', () => {
  const execute = (value: unknown) =>
    read({ type: 'invoke', name: 'adaptiveCard/action', replyToId: 'card1', value })

  test.each([
    ['manual', { trigger: 'manual' }],
    ['manual', {}],
    ['automatic', { trigger: 'automatic' }],
  ])('is %s where the activity says %o', (trigger, more) => {
    expect(execute({ action: { verb: 'approve', data: { a: 1 } }, ...more })).toMatchObject({
      kind: 'press',
      verb: 'approve',
      data: { a: 1 },
      trigger,
      via: 'execute',
      cardActivityId: 'card1',
    })
  })

  test('without data has empty data', () => {
    expect(execute({ action: { verb: 'approve' } })).toMatchObject({ kind: 'press', data: {} })
  })

  test.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ action: {} }],
    [{ action: { verb: '' } }],
    [{ action: { verb: 7 } }],
    [{ action: { verb: 'x'.repeat(201) } }],
    [{ action: { verb: 'x', data: 'text' } }],
    [{ action: { verb: 'x', data: [1] } }],
    [{ action: { verb: 'x' }, trigger: 'later' }],
  ])('with the value %j is malformed', value => {
    expect(execute(value)).toMatchObject({ kind: 'malformed', invoke: true })
  })

  test('of an old client comes as a message and means the same', () => {
    const value = { verb: 'approve', request: 7, in_comment: 'ok', msteams: { type: 'x' } }
    expect(read({ text: undefined, value, replyToId: 'card1' })).toMatchObject({
      kind: 'press',
      verb: 'approve',
      data: { request: 7, in_comment: 'ok' },
      via: 'submit',
      trigger: 'manual',
      cardActivityId: 'card1',
    })
  })

  test.each(['task/fetch', 'task/submit'])('in a dialog (%s) is a press like any other', name => {
    const data = { msteams: { type: 'task/fetch' }, verb: 'request.open', workspace: 'w', in_reason: 'r' }
    expect(read({ type: 'invoke', name, replyToId: 'card1', value: { data } })).toMatchObject({
      kind: 'press',
      via: 'dialog',
      trigger: 'manual',
      verb: 'request.open',
      data: { workspace: 'w', in_reason: 'r' },
      cardActivityId: 'card1',
    })
    expect(read({ type: 'invoke', name, value: { data: {} } })).toMatchObject({
      kind: 'malformed',
      invoke: true,
    })
  })

  test.each([
    ['composeExtension/queryLink', false],
    ['composeExtension/anonymousQueryLink', true],
  ])('that is a pasted link (%s) names it, and whether somebody is named with it', (name, anonymous) => {
    const url = 'https://ml.azure.com/?wsid=x'
    expect(read({ type: 'invoke', name, value: { url } })).toMatchObject({ kind: 'link', url, anonymous })
    expect(read({ type: 'invoke', name, value: {} })).toMatchObject({ kind: 'malformed', invoke: true })
  })

  test('that is another invoke is named', () => {
    expect(read({ type: 'invoke', name: 'config/fetch', value: {} })).toMatchObject({
      kind: 'other-invoke',
      name: 'config/fetch',
    })
    expect(read({ type: 'invoke' })).toMatchObject({ kind: 'other-invoke', name: '' })
  })
})

describe('news of the conversation', () => {
  test.each([
    ['installed', { type: 'installationUpdate', action: 'add' }],
    ['uninstalled', { type: 'installationUpdate', action: 'remove' }],
    ['ignored', { type: 'installationUpdate', action: 'add-upgrade' }],
    ['installed', { type: 'conversationUpdate', membersAdded: [{ id: '29:x' }, bot] }],
    ['uninstalled', { type: 'conversationUpdate', membersRemoved: [bot] }],
    ['ignored', { type: 'conversationUpdate', membersAdded: [{ id: '29:x' }] }],
    ['ignored', { type: 'conversationUpdate', membersAdded: 'x' }],
    ['ignored', { type: 'messageUpdate' }],
    ['ignored', { type: 'messageDelete' }],
    ['ignored', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['ignored', { type: 'typing' }],
    ['ignored', { type: 'somethingNew', conversation: { id: 'x' }, channelData: {} }],
  ])('is %s for %o', (kind, more) => {
    expect(read(more)).toMatchObject({ kind })
  })
})

test('whatever comes in is told apart without an exception', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(base), 'value', 'name'), fc.jsonValue()),
      more => {
        expect(read(more).kind).toEqual(expect.any(String))
        expect(incomingOf(more, {}).kind).toBe('malformed')
      },
    ),
    { numRuns: 200 },
  )
  expect(incomingOf(undefined, {})).toMatchObject({ kind: 'malformed', invoke: false })
})
