/** Longer texts are cut: nothing that can be asked here needs more. */
const longest = 1_000
/** Mark-up may be several times as long as what it says. */
const longestMarkup = 4_000

/** Quotations that are looked at, at most: what else is quoted is dropped. */
const mostQuotations = 20

/** A text as it is read: strings of one length, so that a place in one is the same place in the others. */
export interface Written {
  /** As it was written, cut to 1,000 characters. */
  readonly raw: string
  /** NFKC, without mark-up, quotations, code and invisible characters. */
  readonly cased: string
  /** `cased` in lower case. */
  readonly plain: string
  /** `plain` without diacritics. */
  readonly folded: string
  /** What was taken out: quotations, code, forwarded and logged lines. Each is `cased` text. */
  readonly quoted: readonly string[]
}

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}
const tag =
  /<\/?(?:a|p|div|span|br|hr|b|i|u|s|em|strong|strike|ul|ol|li|h[1-6]|table|tbody|thead|tr|td|th|img|font|sub|sup|attachment|emoji|body|html)(?:\s[^<>]*)?\/?>/gi
const block = /^<\/?(?:p|div|br|hr|li|ul|ol|h[1-6]|table|tr|td|th|img)\b/i
/** Zero-width and direction marks, and the soft hyphen: they hide or reorder what is read. */
const invisible =
  /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/g

/** What begins a forwarded message: it and all that follows was written by somebody else. */
const forwarded =
  /^[^\S\n]*(?:-{2,}[^\S\n]*(?:original message|forwarded message|message d'origine|message transfere|message transf\u00e9r\u00e9)\b|(?:from|de|von)\s?:\s?\S[^\n]{0,200}\n\s*(?:sent|date|to|envoy\u00e9|envoye|\u00e0|a)\s?:|on [^\n]{1,80} wrote:|le [^\n]{1,80} a \u00e9crit\s?:)/im
const loggedLine =
  /^[^\S\n]*(?:\[?\d{4}-\d\d-\d\d[t ]\d\d:\d\d|\[?\d\d:\d\d:\d\d\b|traceback \(most recent|file "[^"\n]*", line \d|at [\w$.<>]+ ?\([^\n]*:\d+\)|\[?(?:error|warn|warning|info|debug|fatal)\]?:? +[^\n]*(?:exception|errno|http|failed|timeout|timed out|refused|reset))/i

/**
 * Layer 0: takes a text apart into what is said and what is quoted. `keep` gives the quotation back where it is nothing
 * but a name in quotation marks ("in `ws-prod`").
 */
export function normalise(text: string, keep: (quotation: string) => boolean = () => false): Written {
  const quoted: string[] = []
  let taken = 0
  const take = (content: string): string => {
    const bare = content.replace(/\s+/g, ' ').trim()
    taken += 1
    if (bare === '' || taken > mostQuotations) return ' '
    if (keep(bare)) return ` ${bare} `
    quoted.push(bare)
    return ' '
  }
  const shown = withoutMarkup(text.slice(0, longestMarkup), take)
  const said = withoutQuotations(withoutBlocks(unified(shown), take), take)
  const cased = said
    .replace(/[^\S\n]+/g, ' ')
    .trim()
    .slice(0, longest)
  return { raw: text.slice(0, longest), ...spellings(cased), quoted: quoted.map(unified) }
}

/** A text in lower case, and also without diacritics. */
export function spellings(cased: string): Pick<Written, 'cased' | 'plain' | 'folded'> {
  const plain = cased.toLowerCase()
  return { cased: plain.length === cased.length ? cased : plain, plain, folded: foldedOf(plain) }
}

/** NFKC, lower case, one kind of each quotation mark, apostrophe and dash. */
export function plainOf(text: string): string {
  // Nearly all names are ASCII, and there are thousands of them.
  if (/^[\w .-]*$/.test(text)) return text.toLowerCase()
  return unified(text).toLowerCase()
}

function unified(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201b\u02bc\u2032`\u00b4]/g, each => (each === '`' ? '`' : "'"))
    .replace(/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[^\P{Cc}\n]/gu, ' ')
}

/** Without diacritics, letter by letter: the length stays. */
function foldedOf(plain: string): string {
  return plain.replace(/[^\0-\u007f]/gu, letter => {
    const base = letter.normalize('NFD').replace(/\p{M}/gu, '')
    return base.length === letter.length ? base : letter
  })
}

function withoutMarkup(text: string, take: (content: string) => string): string {
  return text
    .replace(/<at\b[^<>]*>[^<>]{0,200}<\/at>/gi, ' ')
    .replace(
      /<(blockquote|code|pre|codeblock|quote)\b[^<>]*>([\s\S]*?)<\/\1>/gi,
      (_, _name, content: string) => take(decoded(content.replace(/<[^<>]*>/g, ' '))),
    )
    .replace(tag, each => (block.test(each) ? '\n' : ''))
    .replace(/^[\s\S]*$/, decoded)
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,5}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return characters[String(name).toLowerCase()] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    const real = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    return real ? String.fromCodePoint(code) : ' '
  })
}

function withoutBlocks(plain: string, take: (content: string) => string): string {
  const fenced = plain.replace(/```([\s\S]*?)(?:```|$)/g, (_, content: string) => take(content))
  const at = forwarded.exec(fenced)?.index
  const own = at === undefined ? fenced : fenced.slice(0, at)
  if (at !== undefined) take(fenced.slice(at))
  return own
    .split('\n')
    .map(line =>
      /^\s*>/.test(line) ? take(line.replace(/^[\s>]+/, '')) : loggedLine.test(line) ? take(line) : line,
    )
    .join('\n')
}

function withoutQuotations(plain: string, take: (content: string) => string): string {
  return plain
    .replace(/`([^`\n]{1,500})`/g, (_, content: string) => take(content))
    .replace(/"([^"\n]{1,500})"/g, (_, content: string) => take(content))
    .replace(
      /(^|[\s(:,])'(?=\S)([^'\n]{0,300}(?:'(?=\p{L})[^'\n]{0,300}){0,5})(?<=\S)'(?=$|[\s.,;:!?)])/gu,
      (_, before: string, content: string) => `${before}${take(content)}`,
    )
}
