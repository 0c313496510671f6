import MarkdownIt from 'markdown-it'
import type { PageMention } from '../page-state.ts'

// What Teams renders in cards: bold, italic, lists and links.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).disable([
  'heading',
  'lheading',
  'hr',
  'blockquote',
  'code',
  'fence',
  'table',
  'html_block',
  'image',
  'backticks',
])
const openLink: typeof markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  const token = tokens[index]
  token?.attrSet('target', '_blank')
  token?.attrSet('rel', 'noopener noreferrer')
  return self.renderToken(tokens, index, options)
}
markdown.renderer.rules.link_open = openLink

/** Renders text to safe HTML. Only a mention that the sender declared is shown as one; any other tag stays text. */
export function htmlOf(text: string, mentions: readonly PageMention[]): string {
  let html = markdown.render(text)
  for (const mention of mentions) {
    const written = markdown.utils.escapeHtml(mention.text)
    html = html.replaceAll(written, `<span class="mention">${markdown.utils.escapeHtml(mention.name)}</span>`)
  }
  return html
}

/** The mentions that a card declares (`msteams.entities`). */
export function mentionsIn(card: Readonly<Record<string, unknown>>): readonly PageMention[] {
  const { msteams } = card as { readonly msteams?: { readonly entities?: unknown } }
  if (!Array.isArray(msteams?.entities)) return []
  return msteams.entities.flatMap(
    (entity: { text?: unknown; mentioned?: { id?: unknown; name?: unknown } }) => {
      const { text, mentioned } = entity
      return typeof text === 'string' && typeof mentioned?.id === 'string'
        ? [{ text, id: mentioned.id, name: String(mentioned.name ?? '') }]
        : []
    },
  )
}
