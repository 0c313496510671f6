import { describe, expect, it } from 'vitest'
import { filterIn } from '../../src/intents/fleet-filter.ts'
import { deedIn } from '../../src/understanding/deed-words.ts'
import { isElsewhere } from '../../src/understanding/elsewhere.ts'
import { parse } from '../../src/understanding/parse.ts'
import { corpusIndex } from './corpus-index.ts'

describe('what somebody did', () => {
  it.each([
    ['what did Ada approve?', { did: 'approve', by: 'ada' }],
    ['What has Ada Approver rejected this week?', { did: 'reject', by: 'ada approver' }],
    ['which requests were approved by ada?', { did: 'approve', by: 'ada' }],
    ['which hosts did dana ask for?', { did: 'ask', by: 'dana' }],
    ['what did I approve?', { did: 'approve', by: 'me' }],
    ['which rules did Gatehouse create in ws-prod?', { did: 'make' }],
    ['which hosts were opened by you', { did: 'make' }],
    ['qu’est-ce qu’Ada a approuvé ?', { did: 'approve', by: 'ada' }],
    ['quelles règles Gatehouse a-t-il créées dans ws-prod ?', { did: 'make' }],
    ['qu’ai-je demandé ?', { did: 'ask', by: 'me' }],
  ] as const)('is asked by "%s"', (text, deed) => {
    expect(deedIn(text)).toEqual(deed)
    expect(parse(text, {}, corpusIndex).intent).toBe('history')
  })

  it.each([
    'what can ada approve?',
    'who approved #3?',
    'which rules were added by mistake',
    'what did you do',
    'approve #3',
    'what has been opened in ws-prod',
  ])('is not asked by "%s"', text => {
    expect(deedIn(text)).toBeUndefined()
  })
})

describe('an order for a workspace itself', () => {
  it.each([
    ['delete workspace ws-prod', ['ws-prod']],
    ['please delete ws-dev', ['ws-dev']],
    ['can you create a new workspace for our team?', []],
    ['rename ws-dev to ws-development', ['ws-dev']],
    ['supprime l’espace de travail ws-dev stp', ['ws-dev']],
  ] as const)('is known in "%s"', (text, names) => {
    expect(isElsewhere(text, names)).toBe(true)
    expect(parse(text, {}, corpusIndex).intent).toBe('out_of_scope')
  })

  it.each([
    ['create the network of ws-dev', ['ws-dev']],
    ['create the managed network for workspace ws-dev', ['ws-dev']],
    ['delete the rule for docker.io from ws-dev', ['ws-dev']],
    ['remove ws-dev from my notifications', ['ws-dev']],
  ] as const)('is not "%s"', (text, names) => {
    expect(isElsewhere(text, names)).toBe(false)
  })
})

describe('a list of workspaces', () => {
  it.each([
    ['in which workspaces is public access enabled?', { publicAccess: 'Enabled' }],
    ['which workspaces have public network access disabled?', { publicAccess: 'Disabled' }],
    ['dans quels espaces de travail l’accès public est-il activé ?', { publicAccess: 'Enabled' }],
    ['quels espaces de travail n’ont pas d’accès public ?', { publicAccess: 'Disabled' }],
  ])('is narrowed by public access in "%s"', (text, filter) => {
    expect(parse(text, {}, corpusIndex).intent).toBe('list_workspaces')
    expect(filterIn(text, [])).toMatchObject(filter)
  })

  it.each([
    'which workspaces allow all outbound?',
    'which allow internet outbound?',
    'quels espaces autorisent tout le trafic sortant ?',
  ])('is narrowed by mode in "%s"', text => {
    const { intent, entities } = parse(text, {}, corpusIndex)
    expect({ intent, mode: entities.isolationMode }).toEqual({
      intent: 'list_workspaces',
      mode: 'AllowInternetOutbound',
    })
  })
})

describe('what a question back must not lose', () => {
  it('a rule by its name, and Spark', () => {
    const removal = { lastIntent: 'request_remove', rules: ['allow-hf'], pendingSlot: 'workspace' } as const
    const answered = parse('ws-prod', removal, corpusIndex)
    expect([answered.intent, answered.entities.rules]).toEqual(['request_remove', ['allow-hf']])
    const provisioning = { lastIntent: 'provision_network', spark: true, pendingSlot: 'workspace' } as const
    const next = parse('ws-dev', provisioning, corpusIndex)
    expect([next.intent, next.entities.spark]).toEqual(['provision_network', true])
  })

  it.each([
    'provision ws-dev without spark',
    'provisionne ws-dev sans spark',
    'provision ws-dev, no spark please',
  ])('what is left out, in "%s"', text => {
    const { intent, entities } = parse(text, {}, corpusIndex)
    expect([intent, entities.spark]).toEqual(['provision_network', false])
  })
})
