declare const markdown: unique symbol
declare const bare: unique symbol

/** Text for a TextBlock or a fact, which clients read as Markdown. Only this file makes it. */
export type Markdown = string & { readonly [markdown]: true }

/** Text for where no Markdown is read: text runs, titles of buttons, labels of inputs. */
export type Bare = string & { readonly [bare]: true }

/** Invisible and of no width: it parts two characters that would mean something together, in every client. */
const joiner = '\u2060'

/** Characters of one text that a card shows: more than anything of ours, few enough that no card grows too large. */
const longest = 1_200

/** Text cut to so many characters, with a mark where something was cut off. */
export function clipped(text: string, characters: number): string {
  if (text.length <= characters) return text
  return `${[...text.slice(0, 2 * characters)].slice(0, characters - 1).join('')}…`
}

/** Text without control characters and without those that turn the reading direction or cannot be seen. */
function cleaned(text: string): string {
  return clipped(text, longest)
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, char =>
      char === '\n' || char === '\t' ? char : '',
    )
    .replaceAll('\t', ' ')
    .trim()
}

/** What means something to a card wherever it stands: template expressions, date functions, tags and links. */
function disarmed(text: string): string {
  return text
    .replaceAll('${', `$${joiner}{`)
    .replaceAll('{{', `{${joiner}{`)
    .replace(/<(?=\S)/g, `<${joiner}`)
    .replace(/&(?=[a-z#])/gi, `&${joiner}`)
    .replace(/\](?=[([])/g, `]${joiner}`)
}

/** Any text, to be shown letter by letter where no Markdown is read. */
export function bareText(text: string): Bare {
  return disarmed(cleaned(text).replace(/\n+/g, ' ')) as Bare
}

/** Any text, to be shown letter by letter where Markdown is read. Line breaks are kept. */
export function markdownText(text: string): Markdown {
  return disarmed(cleaned(text))
    .replace(/[\\`*]|~(?=~)|(?<=~)~|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .split(/\n+/)
    .map(line => line.replace(/^\s*(?=[-+#>=[|]|\d+[.)])/, joiner))
    .join('\n\n') as Markdown
}

/** Code, to be copied as it stands: whole, with its line breaks and indents, without characters that cannot be seen. */
export function codeText(code: string): Bare {
  const seen = code.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, char => (char === '\n' ? char : ''))
  return disarmed(seen) as Bare
}

/** A link. The address is ours, of a record that was checked as a URL. */
export function linkTo(title: string, url: string): Markdown {
  const address = url.replaceAll('(', '%28').replaceAll(')', '%29')
  return `[${markdownText(title.replace(/[[\]]/g, ''))}](${address})` as Markdown
}

/** A mention's tag, which must also stand among the card's entities. */
export function mentionTag(name: string): Markdown {
  return `<at>${mentionName(name)}</at>` as Markdown
}

/** The name as it stands both in the tag and in the entity: clients compare the two letter by letter. */
export function mentionName(name: string): string {
  return cleaned(name)
    .replace(/[<>&*_~`[\]\\{}\n]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

export function inRow(parts: readonly Markdown[], between = ' '): Markdown {
  return parts.filter(part => part !== '').join(between) as Markdown
}
