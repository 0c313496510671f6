import type { AskedBack, Card } from '../conversation/reply.ts'
import { defectsOf } from './defects.ts'
import { bareText } from './escape.ts'
import type { View } from './fragments.ts'
import { type TemplateName, templateOf } from './templates.ts'

export interface Rendered {
  readonly card: Card
  /** One sentence for notifications and for clients that show no cards. Plain text. */
  readonly summary: string
  /** What the card asks back, if it does. */
  readonly asks?: AskedBack
}

/** Expands a template. A card that would not be shown as it should be is a bug of ours, and throws. */
export function render(name: TemplateName, locale: string, summary: string, view: View): Rendered {
  const card: unknown = templateOf(name).expand({
    $root: { ...view, lang: locale, summary: bareText(summary) },
  })
  const defects = defectsOf(card)
  if (defects.length > 0) throw new Error(`The card ${name} is defective: ${defects.join(' ')}`)
  return { card: card as Card, summary }
}
