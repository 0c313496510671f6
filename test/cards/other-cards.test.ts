import { describe, expect, it } from 'vitest'
import { helpCard } from '../../src/cards/help-card.ts'
import { networkCard } from '../../src/cards/network-card.ts'
import { notUnderstoodCard } from '../../src/cards/not-understood-card.ts'
import { verbs } from '../../src/cards/verbs.ts'
import { workspacesCard } from '../../src/cards/workspaces-card.ts'
import { effortOfProvisioning } from '../../src/knowledge/effort.ts'
import { buttonsOf, elementsOf, inputsOf, textOf, titlesOf } from './card-reading.ts'
import { manyWorkspaces } from './cards-in.ts'
import { labels, now, prod, research } from './sample-verdicts.ts'
import { samples } from './samples.ts'

const live = { is: 'live', at: now } as const

function cardNamed(name: string) {
  const found = samples.find(each => each.name === name)
  if (found === undefined) throw new Error(`There is no sample ${name}.`)
  return found.rendered.card
}

describe('the network card', () => {
  it('offers provisioning only where that may be requested', () => {
    const card = networkCard(
      { workspace: research, provisioning: effortOfProvisioning(research.network), freshness: live },
      labels,
    ).card
    expect(buttonsOf(card)).toMatchObject([
      { title: 'Request provisioning', verb: verbs.openProvisioning, data: { workspace: research.id } },
      { title: 'Tell me when it is active', verb: verbs.waitForNetwork },
    ])
    expect(titlesOf(networkCard({ workspace: research, freshness: live }, labels).card)).toEqual([
      'Tell me when it is active',
    ])
  })

  it('shows the rules, which hosts they name, and the error of a failed one', () => {
    expect(textOf(networkCard({ workspace: prod, freshness: live }, labels).card).join('\n')).toContain(
      'hf-hub',
    )
    expect(textOf(cardNamed('network: failed rule')).join('\n')).toContain(
      'Internal error while updating the firewall policy',
    )
  })

  it('says how many rules it leaves out', () => {
    expect(textOf(cardNamed('network: many rules')).join('\n')).toContain('And 41 rules more')
  })
})

describe('the card of workspaces', () => {
  it('shows a page, says which, and leads to the next', () => {
    const { card } = workspacesCard({ workspaces: manyWorkspaces, unread: [], freshness: live, now }, labels)
    const rows = elementsOf(card).filter(each => each.selectAction !== undefined)
    const text = textOf(card).join('\n')
    expect(rows.length).toBeGreaterThan(9)
    expect(text).toContain(`1 to ${rows.length} of ${manyWorkspaces.length}.`)
    expect(text).toContain('60 workspaces')
    expect(buttonsOf(card)).toEqual([
      expect.objectContaining({
        title: 'Next',
        verb: 'ask.look-up',
        data: expect.objectContaining({ page: '2' }),
      }),
    ])
  })

  it('names what could not be read', () => {
    expect(textOf(cardNamed('workspaces: many, partial, stale')).join('\n')).toContain(
      'Subscription 00000000-0000-4000-8000-000000000002 could not be read',
    )
  })
})

describe('the request form', () => {
  it('asks for tier and reason, and counts the hosts of each choice', () => {
    const card = cardNamed('request form: first')
    expect(inputsOf(card)).toEqual(['in_tier', 'in_limit', 'in_limit_day', 'in_reason'])
    expect(elementsOf(card).find(each => each.id === 'in_tier')).toMatchObject({
      style: 'expanded',
      value: 'current',
      choices: [
        { title: '3 documented', value: 'documented' },
        { title: '9 in all, 4 wildcards', value: 'current' },
      ],
    })
  })

  it('sends what was entered only when it is requested, not when it is cancelled', () => {
    expect(buttonsOf(cardNamed('request form: first'))).toMatchObject([
      {
        title: 'Request this change',
        verb: verbs.submitRequest,
        data: { workspace: prod.id, collection: 'huggingface', form: 'form-1' },
        associatedInputs: 'auto',
      },
      { title: 'Cancel', verb: verbs.canUse, associatedInputs: 'none' },
    ])
  })

  it('keeps what had been entered when it is shown again', () => {
    const card = cardNamed('request form: reason missing')
    expect(elementsOf(card).find(each => each.id === 'in_tier')?.value).toBe('documented')
    expect(textOf(card)).toContain('Please give a reason, so that the approver knows what it is for.')
  })
})

describe('help', () => {
  it('is another card than the one for what was not understood', () => {
    const help = textOf(
      helpCard({ mayAsk: true, isApprover: false, exampleWorkspace: 'ws-prod' }, labels).card,
    )
    const other = notUnderstoodCard({ exampleWorkspace: 'ws-prod' }, labels).card
    expect(textOf(other).slice(0, 3)).not.toEqual(help.slice(0, 3))
    expect(titlesOf(other)).toContain('Help')
  })

  it('tells an approver what comes to them, and a stranger that they may not ask', () => {
    const text = (mayAsk: boolean, isApprover: boolean) =>
      textOf(helpCard({ mayAsk, isApprover }, labels).card).join('\n')
    expect(text(true, true)).toContain('You are an approver')
    expect(text(true, false)).not.toContain('You are an approver')
    expect(text(false, false)).toContain('You are not among those who may ask here.')
  })
})

describe('the question back', () => {
  it('offers at most five answers and the way on', () => {
    const card = cardNamed('clarify: workspace')
    expect(buttonsOf(card)).toHaveLength(6)
    expect(textOf(card).join('\n')).toContain('And 1 more')
    expect(buttonsOf(card)[0]?.data).toMatchObject({ verb: verbs.canUse, collection: 'huggingface' })
  })
})
