import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { bareText, linkTo, markdownText } from '../../src/cards/escape.ts'
import { newsOf } from '../../src/cards/news.ts'
import { requestCard } from '../../src/cards/request-card.ts'
import { verdictCard } from '../../src/cards/verdict-card.ts'
import { elementsOf, textOf } from './card-reading.ts'
import { hostsRequest, shown } from './sample-states.ts'
import { labels, prod, verdictSamples } from './sample-verdicts.ts'

/** The strictest reader: everything that any client might make of Markdown. */
const markdown = new MarkdownIt({ html: true, breaks: true })

const hostile = [
  '](http://evil)',
  '[click](http://evil)',
  '[click][1]\n\n[1]: http://evil',
  '![x](http://evil/x.png)',
  '<at>Ada Approver</at>',
  '&lt;at&gt;Ada&lt;/at&gt;',
  '<img src=x onerror=alert(1)>',
  '**bold** _italic_ ~~gone~~ `code`',
  '# heading\n- item\n1. first\n> quote\n---\n| a | b |',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the card template is meant.
  '${x} ${requester.name}',
  '{{DATE(2026-11-22T00:00:00Z)}}',
  'a\u202egnp.exe\u0000\u200b',
  '\\*not escaped\\*',
] as const

const visible = (html: string) =>
  html
    .replace(/<\/?(p|br)>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ')
    .trim()

const plain = (text: string) =>
  text
    .replace(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, char =>
      /\s/.test(char) ? ' ' : '',
    )
    .replace(/\s+/g, ' ')
    .trim()

describe('text of others on a card', () => {
  it.each(hostile)('is shown letter by letter: %s', text => {
    const html = markdown.render(markdownText(text))
    expect(html.replace(/<\/?(p|br)>/g, '')).not.toMatch(/<[a-z/]/i)
    expect(visible(html)).toBe(plain(text))
  })

  it('makes no mark-up, whatever it is', () => {
    const characters = fc.constantFrom(
      ...'*_~`[]()<>!#+-=|>\\&;:{}$/.\n 1aé@"\'',
      'at>',
      'http://',
      '&lt;',
      '**',
      '](',
    )
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 30 }), parts => {
        const html = markdown.render(markdownText(parts.join('')))
        expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/<[a-z/]/i)
      }),
      { numRuns: 2000 },
    )
  })

  it('leaves hosts and names as they are', () => {
    for (const text of ['*.docker.io', 'gh-huggingface-0a1b2c3d4e5f', 'Renée O’Neil', 'snake_case_name'])
      expect(bareText(text)).toBe(text)
    expect(markdownText('snake_case_name')).toBe('snake_case_name')
  })

  it('cannot leave the title of a link', () => {
    const html = markdown.render(linkTo('a](http://evil) [b', 'https://learn.microsoft.com/a_(b)'))
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://learn.microsoft.com/a_%28b%29"'])
  })
})

describe('a request by somebody with a hostile name and reason', () => {
  const reason = hostile.join(' ')
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the card template is meant.
  const name = 'Eve](http://evil) <at>Ada</at> ${x}'
  const request = hostsRequest({ is: 'awaiting-approval' })
  const hostileRequest = { ...request, reason, requester: { ...request.requester, name } }

  it('shows them without a link, a mention or an expression', () => {
    const { card } = requestCard(shown(hostileRequest), labels)
    const json = JSON.stringify(card)
    expect(json).not.toContain('${')
    expect(json).not.toContain('<at>')
    expect(json).not.toContain('{{')
    for (const text of textOf(card).filter(each => !each.startsWith('(')))
      expect(markdown.render(text)).not.toContain('<a ')
  })

  it('still fits into a card, however long the reason and the comment are', () => {
    const long = '<at>*é'.repeat(20_000)
    const decision = { verdict: 'reject', by: hostileRequest.requester, at: 0, comment: long } as const
    const { card } = requestCard(
      shown({ ...hostileRequest, reason: long, state: { is: 'rejected', decision, at: 0 } }),
      labels,
    )
    expect(textOf(card).some(text => text.endsWith('…'))).toBe(true)
  })

  it('mentions nobody but the requester in the news', () => {
    const news = newsOf(
      { ...hostileRequest, state: { is: 'expired', at: 0 } },
      undefined,
      '<at>Ada</at>',
      labels,
    )
    expect(news.text.match(/<at>/g)).toHaveLength(1)
    expect(news.mentions).toHaveLength(1)
    expect(news.text).toContain(`<at>${news.mentions[0]?.name}</at>`)
  })

  it('is shown in the verdict without mark-up either', () => {
    const data = verdictSamples['missing-rules']
    if (data === undefined) throw new Error('There is no such sample.')
    const { card } = verdictCard(
      {
        ...data,
        workspace: { ...prod, name: 'ws](http://evil)' },
        openRequest: { id: 'r', number: 12, requester: name, state: 'approved' },
      },
      labels,
    )
    expect(JSON.stringify(card)).not.toMatch(/\]\(http:\/\/evil|<at>|\$\{/)
    expect(elementsOf(card).length).toBeGreaterThan(10)
  })
})
