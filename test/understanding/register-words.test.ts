import { expect, it } from 'vitest'
import { asksWhoDidIt, listAskedIn } from '../../src/understanding/register-words.ts'

it.each([
  ['do I have something to sign off today', 'for-me'],
  ['what do I need to approve?', 'for-me'],
  ['anything waiting for my approval?', 'for-me'],
  ['what waits for my approval?', 'for-me'],
  ["qu'est-ce qui attend mon approbation ?", 'for-me'],
  ["qu'est-ce que j'ai à approuver ?", 'for-me'],
  ['y a-t-il une demande qui m’attend ?', 'for-me'],
  ['where are my requests?', 'mine'],
  ['où en sont mes demandes ?', 'mine'],
  ['show requests nobody has approved yet', 'open'],
  ['outstanding asks for aml-pricing-prod', 'open'],
  ['demandes en cours pour aml-pricing-prod', 'open'],
])('%s asks for the list %s', (text, list) => {
  expect(listAskedIn(text)).toBe(list)
})

it.each([
  ['who approved #12?', true],
  ['when was request 12 rejected?', true],
  ['qui a approuvé la demande n° 12 ?', true],
  ['who can approve #15?', false],
  ['should I approve request 77?', false],
  ['qui doit approuver la demande n° 15 ?', false],
  ['Has request 1043 been approved?', false],
])('%s asks who did it: %s', (text, asks) => {
  expect(asksWhoDidIt(text)).toBe(asks)
})
