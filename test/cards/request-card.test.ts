import { describe, expect, it } from 'vitest'
import { requestCard } from '../../src/cards/request-card.ts'
import { verbs } from '../../src/cards/verbs.ts'
import { isOpen, moves } from '../../src/changes/request.ts'
import { buttonsOf, elementsOf, inputsOf, textOf, titlesOf } from './card-reading.ts'
import { ada } from './sample-requests.ts'
import { hostsRequest, requestSamples, shown, states } from './sample-states.ts'
import { labels, research } from './sample-verdicts.ts'

const awaiting = hostsRequest({ is: 'awaiting-approval' })
const roles = ['status', 'approval'] as const
const views = ['everybody', 'requester', 'approver'] as const

const expected = {
  'status everybody': [],
  'status requester': ['Withdraw'],
  'status approver': [],
  'approval everybody': ['Approve', 'Reject', 'Decline with a comment…'],
  'approval requester': ['Withdraw'],
  'approval approver': ['Approve', 'Reject', 'Decline with a comment…'],
} as const

describe('the request card', () => {
  it('has a sample of every state', () => {
    expect(new Set(Object.values(states).map(({ is }) => is))).toEqual(new Set(Object.keys(moves)))
  })

  it.each(roles.flatMap(role => views.map(view => [role, view] as const)))(
    'has the buttons of the %s card as %s sees it while it waits',
    (role, view) => {
      const { card } = requestCard(shown(awaiting, { role, view }), labels)
      const titles = expected[`${role} ${view}`]
      expect(titlesOf(card)).toEqual(titles)
      expect(inputsOf(card)).toEqual(titles.some(title => title === 'Approve') ? ['in_comment'] : [])
      for (const { data } of buttonsOf(card)) {
        const { verb, msteams: _, ...named } = data
        expect(verb).toMatch(/^request\./)
        expect(named).toEqual({ request: awaiting.id })
      }
    },
  )

  it.each(Object.entries(states).filter(([, state]) => state.is !== 'awaiting-approval'))(
    'has no button left once it is decided or gone, but the one that undoes what is done: %s',
    (_, state) => {
      for (const role of roles)
        for (const view of views) {
          const { card } = requestCard(shown(hostsRequest(state), { role, view }), labels)
          expect(titlesOf(card)).toEqual(state.is === 'done' ? ['Undo…'] : [])
          expect(inputsOf(card)).toEqual([])
        }
    },
  )

  it.each(Object.entries(requestSamples))('always says who fetches a view of their own: %s', (_, data) => {
    const { card } = requestCard(data, labels)
    expect(card.refresh).toMatchObject({
      action: {
        type: 'Action.Execute',
        verb: verbs.refresh,
        data: { verb: verbs.refresh, request: data.request.id, view: data.role },
      },
      userIds: [...data.refreshFor],
    })
    if (!isOpen(data.request)) expect(card.refresh).toMatchObject({ userIds: [] })
  })

  it('tells the approver everything that is approved', () => {
    const { card } = requestCard(
      shown(hostsRequest({ is: 'awaiting-approval' }, research), { role: 'approval' }),
      labels,
    )
    const text = textOf(card).join('\n')
    for (const host of awaiting.plan.effect.hosts) expect(text).toContain(host)
    for (const fact of [
      'ws-research',
      'rg-science',
      '00000000-0000-4000-8000-000000000001',
      'We want to try small translation models for the help desk.',
      'only approved outbound traffic (AllowOnlyApprovedOutbound)',
      'not provisioned (Inactive)',
      'Provisioning cannot be undone',
      'This creates a firewall (Standard), billed by the hour from then on.',
      '30 to 40 minutes',
      '23 Nov 2026, 14:05 UTC, if nobody decides',
      'gh-huggingface-',
    ])
      expect(text).toContain(fact)
  })

  it('mentions approvers by a tag that stands in the text, letter by letter', () => {
    const mention = [
      { id: ada.objectId, name: 'Ada <b>*Approver*</b>' },
      { id: 'other', name: 'Amir' },
    ]
    const { card } = requestCard(shown(awaiting, { role: 'approval', mention }), labels)
    const { entities } = card.msteams as {
      entities: readonly { text: string; mentioned: { name: string } }[]
    }
    expect(entities).toHaveLength(2)
    for (const { text, mentioned } of entities) {
      expect(text).toBe(`<at>${mentioned.name}</at>`)
      expect(textOf(card).join('\n')).toContain(text)
      expect(mentioned.name).not.toMatch(/[<>*]/)
    }
  })

  it('mentions nobody on the status card and once it is decided', () => {
    const mention = [{ id: ada.objectId, name: ada.name }]
    const status = requestCard(shown(awaiting, { mention }), labels).card
    const decided = requestCard(
      shown(hostsRequest({ is: 'expired', at: 0 }), { role: 'approval', mention }),
      labels,
    ).card
    for (const card of [status, decided]) expect(card.msteams).toMatchObject({ entities: [] })
  })

  it('tells the requester on the approval card that somebody else decides', () => {
    const { card } = requestCard(shown(awaiting, { role: 'approval', view: 'requester' }), labels)
    expect(textOf(card).join('\n')).toContain('somebody else has to decide it')
  })

  it('shows what was wrong with the last press', () => {
    const { card } = requestCard(
      shown(awaiting, { role: 'approval', view: 'approver', problem: { is: 'comment-missing' } }),
      labels,
    )
    expect(textOf(card)).toContain(
      'Please write a comment before you reject, so that the requester knows why.',
    )
  })

  it('shows how far it has come and what holds it up', () => {
    const text = (name: string) =>
      textOf(requestCard(shown(hostsRequest(state(name))), labels).card).join('\n')
    expect(text('applying, running')).toContain('Progress: Step 1 of 1')
    expect(text('applying, running')).toContain(
      'Azure is working on it, since 22 Nov 2026, 14:02 UTC, 3 minutes ago',
    )
    expect(text('applying, queued-behind')).toContain('Held up: request #11 goes first on this workspace.')
    expect(text('approved')).toContain(
      'Recorded. Gatehouse checks the workspace again before it changes anything.',
    )
  })

  it('ends with the decision and the answer of now', () => {
    const { card } = requestCard(shown(hostsRequest(state('done, effective'))), labels)
    const text = textOf(card).join('\n')
    expect(text).toContain('Approved by Ada Approver, 22 Nov 2026, 13:56 UTC.')
    expect(text).toContain('Yes: Hugging Face can be used in ws-prod.')
    expect(text).toContain('quota')
    const details = elementsOf(card).find(each => each.id === 'details')
    expect(details?.isVisible).toBe(false)
  })

  it('never calls done what is only stored', () => {
    const { card, summary } = requestCard(shown(hostsRequest(state('done, configured'))), labels)
    expect(summary).toContain('stored, not in effect yet')
    expect(elementsOf(card).find(each => each.style === 'heading')?.text).not.toContain('done')
  })
})

function state(name: string) {
  const found = states[name]
  if (found === undefined) throw new Error(`There is no state ${name}.`)
  return found
}
