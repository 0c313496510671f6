import { expect, it } from 'vitest'
import { type Command, commandOf } from '../../src/understanding/commands.ts'

const rows: readonly (readonly [string, Command])[] = [
  ['send approvals here', { is: 'approvals-here' }],
  ['  Send the approvals here! ', { is: 'approvals-here' }],
  ['<at>Gatehouse</at> send approvals here', { is: 'approvals-here' }],
  ['Envoie les approbations ici', { is: 'approvals-here' }],
  ['my requests', { is: 'my-requests' }],
  ['Show my requests please', { is: 'my-requests' }],
  ['mes demandes', { is: 'my-requests' }],
  ['my approvals', { is: 'my-approvals' }],
  ['Mes approbations', { is: 'my-approvals' }],
  ['withdraw #12', { is: 'withdraw', requestId: 12 }],
  ['withdraw request 12.', { is: 'withdraw', requestId: 12 }],
  ['retire la demande n° 12', { is: 'withdraw', requestId: 12 }],
  ['undo #12', { is: 'undo', requestId: 12 }],
  ['Défais la demande 12 stp', { is: 'undo', requestId: 12 }],
  ['speak French', { is: 'speak', language: 'fr' }],
  ['parle anglais', { is: 'speak', language: 'en' }],
  ['use ws-dev here', { is: 'use-workspace', name: 'ws-dev' }],
  ['utilise l’espace de travail ws-dev ici', { is: 'use-workspace', name: 'ws-dev' }],
  ['stop', { is: 'stop' }],
  ['Arrête', { is: 'stop' }],
]

it.each(rows)('"%s" is a command', (text, command) => {
  expect(commandOf(text)).toEqual(command)
})

it.each([
  'who can send approvals here?',
  "don't send approvals here",
  'send approvals here tomorrow',
  'what are my requests about',
  'withdraw docker.io from ws-dev',
  'should I withdraw #12',
  'withdraw #12?',
  'withdraw #12 and #13',
  'can I use ws-dev here',
  'use Hugging Face in ws-dev',
  'stop allowing docker.io',
  '',
])('"%s" is none', text => {
  expect(commandOf(text)).toBeUndefined()
})
