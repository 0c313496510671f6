import { describe, expect, it } from 'vitest'
import { contextOf } from '../../src/understanding/context-of.ts'
import { parse } from '../../src/understanding/parse.ts'
import type { ParseContext } from '../../src/understanding/parsed.ts'
import { corpusIndex } from './corpus-index.ts'

const read = (text: string, context: ParseContext) => parse(text, context, corpusIndex)
const asked: ParseContext = { lastIntent: 'can_use', collections: ['huggingface'], workspaces: ['ws-prod'] }

describe('a question goes on from the last card', () => {
  it.each([
    ['and in ws-dev?', 'can_use', ['huggingface'], ['ws-dev']],
    ['et pour ws-dev ?', 'can_use', ['huggingface'], ['ws-dev']],
    ['what about Meta?', 'can_use', ['meta'], ['ws-prod']],
    ['Phi-3-mini-4k-Instruct then?', 'can_use', [], ['ws-prod']],
    ['why not?', 'missing_rules', ['huggingface'], ['ws-prod']],
    ['which hosts are missing?', 'missing_rules', ['huggingface'], ['ws-prod']],
  ] as const)('%s', (text, intent, collections, workspaces) => {
    expect(read(text, asked)).toMatchObject({ intent, entities: { collections, workspaces } })
  })

  it('but not into what names all of it anew', () => {
    expect(read('can I use Meta in ws-dev?', asked)).toMatchObject({
      intent: 'can_use',
      entities: { collections: ['meta'], workspaces: ['ws-dev'] },
    })
    expect(read('how much does a firewall cost?', asked)).toMatchObject({
      intent: 'cost',
      entities: { collections: [], workspaces: [] },
    })
  })
})

describe('a question that names itself and its workspace takes nothing over', () => {
  const ofHost: ParseContext = { lastIntent: 'history', fqdns: ['docker.io'] }
  const ofCollection: ParseContext = { lastIntent: 'can_use', collections: ['mistral'] }
  const shown: ParseContext = {
    lastIntent: 'show_network',
    workspaces: ['ws-dev'],
    fqdns: ['mirror.example.org'],
  }
  const asksBack: ParseContext = {
    lastIntent: 'request_allow',
    fqdns: ['pypi.org'],
    pendingSlot: 'workspace',
    candidates: ['ws-dev', 'ws-prod'],
  }
  it.each([
    ['history of ws-prod', 'history', ofHost],
    ['historique de ws-prod en juin', 'history', ofHost],
    ['history of ws-prod', 'history', ofCollection],
    ['what changed in ws-prod last week?', 'history', ofHost],
    ['show ws-prod', 'show_network', shown],
    ['montre ws-prod', 'show_network', shown],
    ['history of ws-prod', 'history', asksBack],
  ] as const)('%s', (text, intent, last) => {
    expect(read(text, last)).toMatchObject({
      intent,
      entities: { workspaces: ['ws-prod'], collections: [], fqdns: [] },
    })
  })

  it.each([
    ['who opened it in ws-prod?', 'history', ofHost],
    ["qui l'a ouvert dans ws-prod ?", 'history', ofHost],
    ['is it allowed in ws-prod?', 'show_network', { ...ofHost, lastIntent: 'show_network' }],
    ['and in ws-prod?', 'history', ofHost],
  ] as const)('but speaks of what was named before: %s', (text, intent, last) => {
    expect(read(text, last)).toMatchObject({
      intent,
      entities: { workspaces: ['ws-prod'], fqdns: ['docker.io'] },
    })
  })

  it('nor does an order that writes its own host', () => {
    const hostsOf = (text: string) => read(text, asksBack)
    expect(hostsOf('allow *.foo.example in ws-prod for 30 days')).toMatchObject({
      intent: 'request_allow',
      entities: { workspaces: ['ws-prod'], fqdns: ['*.foo.example'] },
    })
    expect(hostsOf('autorise *.foo.example dans ws-prod pendant 30 jours').entities.fqdns).toEqual([
      '*.foo.example',
    ])
    expect(hostsOf('allow *.foo.nowhere in ws-prod').entities.fqdns).toEqual([])
    expect(hostsOf('add them to ws-prod').entities.fqdns).toEqual(['pypi.org'])
  })
})

describe('a change goes on from the last card only by an order', () => {
  it.each(['add them', 'ok add them please', 'ajoute-les', 'can you add them?', 'request them'])(
    '%s',
    text => {
      expect(read(text, asked)).toMatchObject({
        intent: 'request_allow',
        entities: { collections: ['huggingface'], workspaces: ['ws-prod'] },
      })
    },
  )

  it.each([
    'and in ws-dev?',
    'ws-dev',
    'yes',
    'ok',
    'pareil pour ws-dev ?',
    'them?',
    'should I add them?',
    "don't add them",
  ])('%s', text => {
    const { intent } = read(text, { ...asked, lastIntent: 'request_allow' })
    expect(intent).not.toBe('request_allow')
  })

  it('and has nothing to go on from without one', () => {
    expect(read('add them', {}).intent).not.toBe('request_allow')
    expect(read('approve it', {}).intent).not.toBe('approve_request')
    expect(read('approve it', { lastIntent: 'show_request', requestId: 7 })).toMatchObject({
      intent: 'approve_request',
      entities: { requestId: 7 },
    })
  })
})

describe('what was asked back is answered', () => {
  const which: ParseContext = {
    lastIntent: 'can_use',
    collections: ['huggingface'],
    pendingSlot: 'workspace',
    candidates: ['ws-dev', 'ws-test', 'ws-prod'],
  }
  it.each([
    ['ws-dev', 'ws-dev'],
    ['no, ws-prod', 'ws-prod'],
    ['the second one', 'ws-test'],
    ['2', 'ws-test'],
    ['la deuxième', 'ws-test'],
    ['the last one please', 'ws-prod'],
  ])('%s', (text, workspace) => {
    expect(read(text, which)).toMatchObject({
      intent: 'can_use',
      entities: { collections: ['huggingface'], workspaces: [workspace] },
    })
  })

  it('by an answer only: another question is another question', () => {
    expect(read('how much does it cost?', which).intent).toBe('cost')
    expect(read('7', which).entities.workspaces).toEqual([])
  })

  it('by yes or no where that was asked', () => {
    const confirm: ParseContext = { lastIntent: 'request_allow', pendingConfirm: true }
    expect(
      ['yes', 'yep, that is right', 'oui', 'vas-y', '👍'].map(text => read(text, confirm).intent),
    ).toEqual(Array(5).fill('affirm'))
    expect(
      ['no', 'non, laisse tomber', 'never mind', 'cancel'].map(text => read(text, confirm).intent),
    ).toEqual(Array(4).fill('deny'))
  })
})

it('a context from outside is taken for what fits it, and the rest is left', () => {
  expect(
    contextOf({
      lastIntent: 'can_use',
      workspaces: ['ws-dev', 7],
      pendingSlot: 'colour',
      requestId: '7',
      extra: true,
    }),
  ).toEqual({ lastIntent: 'can_use', workspaces: ['ws-dev'] })
})
