import { describe, expect, it } from 'vitest'
import { bareText } from '../../src/cards/escape.ts'
import { elementsOf, textOf } from './card-reading.ts'
import { samples } from './samples.ts'

describe('every card in every state', () => {
  it.each(samples.map(({ name, rendered }) => [name, rendered] as const))(
    '%s is an Adaptive Card 1.5 that every client shows',
    (_, { card, summary }) => {
      expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en-GB' })
      const json = JSON.stringify(card)
      expect(json).not.toContain('${')
      expect(json).not.toMatch(/:(null|undefined)\b/)
      expect(Buffer.byteLength(json)).toBeLessThan(28_000)
      expect(summary).not.toBe('')
      expect(card.fallbackText).toBe(bareText(summary))
    },
  )

  it.each(samples.map(({ name, rendered }) => [name, rendered] as const))(
    '%s begins with a headline in a coloured head',
    (_, { card }) => {
      const [head] = card.body as readonly { type: string; style: string }[]
      expect(head?.type).toBe('Container')
      expect(['good', 'warning', 'attention', 'accent', 'emphasis']).toContain(head?.style)
      const headings = elementsOf(card).filter(each => each.style === 'heading')
      expect(headings).toHaveLength(1)
    },
  )

  it.each(samples.map(({ name, rendered }) => [name, rendered] as const))(
    '%s wraps its texts, labels its inputs and gives every button a way back',
    (_, { card }) => {
      for (const element of elementsOf(card)) {
        const type = String(element.type)
        if (type === 'TextBlock')
          expect(element).toMatchObject({ wrap: true, text: expect.stringMatching(/./) })
        if (type.startsWith('Input.'))
          expect(element).toMatchObject({
            label: expect.stringMatching(/./),
            id: expect.stringMatching(/^in_/),
          })
        if (type.startsWith('Input.') && element.isRequired === true)
          expect(element.errorMessage).toMatch(/\.$/)
        if (type === 'Action.Execute') {
          const { data, verb, fallback } = element as { data: object; verb: string; fallback: object }
          expect(data).toMatchObject({ verb })
          expect(fallback).toMatchObject({ type: 'Action.Submit', data })
        }
        if (type === 'CodeBlock') expect(element.fallback).toMatchObject({ type: 'RichTextBlock' })
        if (Array.isArray(element.columns))
          expect(element.columns.length).toBeLessThanOrEqual(type === 'Table' ? 5 : 2)
      }
    },
  )

  it.each(samples.map(({ name, rendered }) => [name, rendered] as const))(
    '%s has at most six buttons, each with a title of its own',
    (_, { card }) => {
      const titles = elementsOf(card)
        .filter(each => Array.isArray(each.actions))
        .flatMap(each => (each.actions as readonly { title: string }[]).map(({ title }) => title))
      expect(titles.length).toBeLessThanOrEqual(6)
      expect(new Set(titles).size).toBe(titles.length)
      for (const title of titles) expect(title).not.toBe('')
    },
  )

  it('says nothing twice in its head', () => {
    for (const { rendered } of samples) {
      const [head] = rendered.card.body as readonly unknown[]
      const texts = textOf(head)
      expect(new Set(texts).size).toBe(texts.length)
    }
  })
})
