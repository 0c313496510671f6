import type { Card } from '../conversation/reply.ts'
import { markdownText } from './escape.ts'

/** A card with a sentence more at its end, whatever card it is. */
export function remarked(card: Card, sentence: string): Card {
  const body = Array.isArray(card.body) ? card.body : []
  const remark = {
    type: 'TextBlock',
    text: markdownText(sentence),
    size: 'small',
    spacing: 'small',
    wrap: true,
  }
  return { ...card, body: [...body, remark] }
}
