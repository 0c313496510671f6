import { z } from 'zod'

/** Far more than a question needs; what follows is dropped, so that 100 kB cost nothing. */
const longest = 4000
/** Mark-up may be several times as long as what it says. */
const longestRaw = 20_000
const mostMentions = 50

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1).max(500),
  mentioned: z.object({ id: z.string() }),
})

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/**
 * The plain text of a message: without the mentions of the bot (found by the entities, since the text can be typed
 * by anyone), mark-up, character references, invisible characters and repeated blanks. Lines stay lines; quotations and code
 * stand between back-ticks. At most 4,000 characters.
 */
export function messageText(text: unknown, entities: unknown, botIds: readonly string[]): string {
  if (typeof text !== 'string') return ''
  const raw = withoutMentions(text.slice(0, longestRaw), entities, botIds)
  // Tags go before references are decoded: `&lt;b&gt;` is what somebody typed, `<b>` is what the client added.
  let depth = 0
  const untagged = raw.replace(/<\/?[a-z][^<>]*>/gi, tag => {
    if (/^<\/?(at|b|i|em|strong|span|a)\b/i.test(tag)) return ''
    if (/^<\/?code\b/i.test(tag)) return '`'
    if (/^<(br|p|div|li)\b/i.test(tag)) return '\n'
    if (!/^<\/?(blockquote|pre|codeblock)\b/i.test(tag)) return ' '
    // What somebody else said, or a log, must not read as an order of whoever sends it: fenced, once where one is in another.
    const before = depth
    depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1))
    return before + depth === 1 ? '\n```\n' : ' '
  })
  return tidy(decoded(untagged))
}

function withoutMentions(text: string, entities: unknown, botIds: readonly string[]): string {
  if (!Array.isArray(entities)) return text
  return entities.slice(0, mostMentions).reduce((rest: string, entity) => {
    const read = mention.safeParse(entity)
    if (!read.success || !botIds.includes(read.data.mentioned.id)) return rest
    return rest.replaceAll(read.data.text, ' ')
  }, text)
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    const real = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return real ? String.fromCodePoint(code) : ' '
  })
}

function tidy(text: string): string {
  const visible = text
    // Zero-width and direction marks: they hide or reorder what is read.
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
  // A cut through a surrogate pair would leave half a character.
  return visible
    .slice(0, longest)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}
