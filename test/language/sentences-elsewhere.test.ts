import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const source = new URL('../../src/', import.meta.url)

/** Whatever has a part in what people read in Teams or in a terminal. */
const speaking =
  /^(bot|cards|changes|conversation|intents|workspace)\/|^adapters\/(console\/|teams\/(turn-runner|outgoing)\.ts)/

/** Quoted or templated text of a file, without what is code about errors and logs. */
function textsOf(code: string): readonly string[] {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/^import [\s\S]*? from '.*'$/gm, '')
    .replace(/\/(?![/*\s])(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\n\\])+\/[dgimsuvy]*/g, '//')
    .replace(/(?:new \w*Error|log\.\w+)\([\s\S]*?\)\n/g, '')
    // For machines: the body of an HTTP error, a problem of a schema.
    .replace(/\bmessage: '[^'\n]*'/g, '')
    .replace(/defects\.push\([\s\S]*?\)\n/g, '')
  return [...bare.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(([, quoted, template]) =>
    (quoted ?? template ?? '').replace(/\$\{[^}]*\}/g, '…'),
  )
}

/** Five words in a row, three after a capital, or a full stop after some: as people are spoken to, and codes are not. */
function isSentence(text: string): boolean {
  // Commands of the az CLI are the same in every language.
  if (text.startsWith('az ml ')) return false
  return (
    /(?:\p{L}[\p{L}’']+[ ,]+){4}\p{L}{2,}/u.test(text) ||
    /^\p{Lu}\p{Ll}+ (?:\p{L}[\p{L}’']+[ ,]+)\p{L}{2,}/u.test(text) ||
    /^\p{Lu}.* .*[.!?]$/u.test(text)
  )
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && speaking.test(path))
  .sort()

describe('sentences', () => {
  it('are looked for in every room', () => {
    expect(files.length).toBeGreaterThan(80)
    expect(isSentence('Sorry, something went wrong here.')).toBe(true)
    expect(textsOf("const a = 'Who said this here'\n")).toEqual(['Who said this here'])
  })

  it.each(files)('stand in the language files, not in %s', path => {
    expect(textsOf(readFileSync(new URL(path, source), 'utf8')).filter(isSentence)).toEqual([])
  })

  it.each(['en', 'fr'])('count, and tell numbers and dates, by messages alone in %s', language => {
    const code = readFileSync(new URL(`language/${language}.ts`, source), 'utf8')
    const byHand = /.*(?:(?:===|>) 1 *\?|new Intl\.(?:PluralRules|NumberFormat|DateTimeFormat)|\.toLocale).*/g
    expect(code.match(byHand) ?? []).toEqual([])
  })
})
