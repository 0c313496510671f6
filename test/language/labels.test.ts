import { describe, expect, it } from 'vitest'
import type { Refusal } from '../../src/changes/refusal.ts'
import { en } from '../../src/language/en.ts'
import { labelsFor } from '../../src/language/languages.ts'
import { failures, obstacles } from '../cards/sample-states.ts'
import { noPlans, refusals, troubles } from '../cards/sample-troubles.ts'

const sentences: readonly string[] = [
  ...failures.map(en.request.failure),
  ...obstacles.map(en.request.obstacle),
  ...refusals.map(en.refusal),
  ...troubles.map(trouble => en.trouble.sentence(trouble, 'ws-prod')),
  ...troubles.map(trouble => en.trouble.sentence(trouble, undefined)),
  ...noPlans.map(because => en.noPlan.sentence(because, 'ws-prod')),
]

const tried: Record<Refusal['is'], true> = {
  'identity-unknown': true,
  'may-not-ask': true,
  guest: true,
  'no-approver-configured': true,
  'approvers-unread': true,
  'not-an-approver': true,
  'own-request': true,
  'watches-it': true,
  'nothing-entered': true,
  'bad-hosts': true,
  'not-the-requester': true,
  'hosts-denied': true,
  'managed-as-code': true,
  'too-few-approvers': true,
  'no-such-request': true,
  'already-decided': true,
  expired: true,
  'counted-already': true,
  'cannot-undo': true,
  'bad-limit': true,
  'not-later': true,
  'no-limit': true,
  'other-conversation': true,
  'reason-missing': true,
  'comment-missing': true,
  'already-requested': true,
  'workspaces-elsewhere': true,
  'no-such-workspace': true,
  'no-such-collection': true,
  'nothing-offered': true,
  'no-plan': true,
  'azure-trouble': true,
  'store-trouble': true,
  'unknown-button': true,
}

function strings(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node]
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(strings) : []
}

describe('the language', () => {
  it('has words for every key', () => {
    const all = strings(en)
    expect(all.length).toBeGreaterThan(50)
    for (const text of all) expect(text.trim()).not.toBe('')
  })

  it('has a sentence for every refusal', () => {
    expect(new Set(refusals.map(({ is }) => is))).toEqual(new Set(Object.keys(tried)))
  })

  it.each(sentences)('speaks in whole sentences: %s', sentence => {
    expect(sentence).toMatch(/^["“]?[A-Za-z*]/)
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\.\.|\s\s| \.(?!\w)/)
  })

  it('counts as people do', () => {
    expect(en.counts.hosts(1)).toBe('1 host')
    expect(en.counts.hosts(0)).toBe('0 hosts')
    expect(en.counts.hosts(1200)).toBe('1,200 hosts')
    expect(en.buttons.request(1)).toBe('Request 1 host…')
    expect(en.verdict.lists([1, 2, 3, 4])).toBe('Sources 1–4')
    expect(en.verdict.lists([1, 3, 4, 6])).toBe('Sources 1, 3–4, 6')
    expect(en.verdict.lists([2])).toBe('Source 2')
  })

  it('tells times in UTC and says so, whatever zone the machine is in', () => {
    expect(en.times.instant(Date.UTC(2026, 0, 1, 0, 5))).toBe('1 Jan 2026, 00:05 UTC')
    expect(en.times.day('2023-12-15')).toBe('15 Dec 2023')
    expect(en.times.ago(20_000)).toBe('less than a minute ago')
    expect(en.times.ago(60_000)).toBe('1 minute ago')
    expect(en.times.ago(3 * 3_600_000)).toBe('3 hours ago')
    expect(en.times.ago(72 * 3_600_000)).toBe('3 days ago')
  })

  it('answers in English where there is no other', () => {
    for (const locale of [undefined, '', 'en-US', 'EN', 'xx-XX', 'constructor'])
      expect(labelsFor(locale)).toBe(en)
  })
})
