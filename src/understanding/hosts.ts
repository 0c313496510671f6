import { domainToASCII } from 'node:url'
import { parse } from 'tldts'
import { isOrdinary } from './ordinary-words.ts'
import type { Span } from './span.ts'

/** Endings of files that are also top-level domains: `model.py` is no host. */
const ofFiles = new Set('py sh rs pl md zip mov ps cc ml so tf ai-model ipynb in.txt'.split(' '))
/** Top-level domains that are also words: in `done.it`, a blank is missing after the full stop. */
const alsoWords = new Set(
  'is it in to so my me at be no do am as by us la de es et va au il ne se ca can si nu ma sa ai'.split(' '),
)
/** Suffixes of private networks, which are on no public list, and the one that is kept for examples (RFC 2606). */
const ofPrivateNetworks = new Set(['local', 'internal', 'corp', 'lan', 'intranet', 'example'])
/** Products whose names look like hosts. */
const products = new Set(['asp.net', 'ml.net', 'vb.net', 'ado.net'])
/** First parts of paths on a site of models that lead to no model. */
const otherPages = new Set(
  'docs models datasets spaces api settings join login pricing blog tasks papers organizations new chat'.split(
    ' ',
  ),
)

const address =
  /(https?:\/\/)?(\*\.(?=\p{L}))?((?:(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?\.)+|(?<=\*\.))[\p{L}\p{N}][\p{L}\p{N}-]*(?<!-))(:\d{1,5})?(\/[^\s"'<>)\],;]*)?/gu
const email = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu

/**
 * Hosts by rule, in the order of the text: bare ones, wildcards, and those of addresses. Where an address names a model of
 * the hub, it says the collection instead. Words that look alike (e-mail addresses, files, versions) are no hosts.
 * `isName`: whether a dotted word is a name that people gave to something.
 */
export function hostsIn(
  plain: string,
  cased: string,
  isName: (dotted: string) => boolean,
  sites: ReadonlyMap<string, string>,
): readonly Span[] {
  const mails = [...plain.matchAll(email)].map(
    ({ index, 0: text }): Span => ({ start: index, end: index + text.length, is: 'word' }),
  )
  const found: Span[] = []
  for (const match of plain.matchAll(address)) {
    const [text, scheme = '', wildcard = '', dotted = '', , path = ''] = match
    const start = match.index
    const end = start + text.length - (/[.,;:!?]+$/.exec(path)?.[0].length ?? 0)
    if (mails.some(mail => start < mail.end && end > mail.start)) continue
    if (scheme === '' && wildcard === '' && isName(dotted)) continue
    const host = hostOf(dotted, scheme !== '' || wildcard !== '' || /\/.*\//.test(path)) ?? beforeWord(dotted)
    if (host === undefined) continue
    const collection = sites.get(host.replace(/^www\./, ''))
    const model = collection === undefined ? undefined : modelOf(path)
    if (collection !== undefined && model !== undefined)
      found.push({ start, end, is: 'model', value: casedLike(model, cased.slice(start, end)), collection })
    else found.push({ start, end, is: 'fqdn', value: `${wildcard}${host}` })
  }
  return [...mails, ...found]
}

/** The organisation's model that the path of an address is, if it is not another page of its site. */
function modelOf(path: string): string | undefined {
  const [, found, organisation = ''] = /^\/(([^/?#]+)\/[^/?#]*[^/?#.,;:!])/.exec(path) ?? []
  return otherPages.has(organisation) ? undefined : found
}

function casedLike(part: string, cased: string): string {
  const at = cased.toLowerCase().indexOf(part)
  return at < 0 ? part : cased.slice(at, at + part.length)
}

/** The host of which a full stop and the next word have become a part: "docker.io.thanks". */
function beforeWord(dotted: string): string | undefined {
  const at = dotted.lastIndexOf('.')
  return isOrdinary(dotted.slice(at + 1)) && dotted.indexOf('.') < at
    ? hostOf(dotted.slice(0, at), false)
    : undefined
}

/** The host in ASCII, or undefined where this is another dotted word. `surely`: nothing but an address is written so. */
function hostOf(dotted: string, surely: boolean): string | undefined {
  const host = domainToASCII(dotted.replaceAll('_', '-')) === '' ? undefined : dotted
  if (host === undefined) return undefined
  const ascii = /^[\0-\u007f]*$/.test(host) ? host : domainToASCII(host)
  const { isIcann, domain, publicSuffix } = parse(ascii, { validateHostname: false })
  const labels = ascii.split('.')
  const last = labels.at(-1) ?? ''
  if (isIcann !== true) return ofPrivateNetworks.has(last) && labels.length > 1 ? ascii : undefined
  if (surely) return ascii
  if (domain === null || publicSuffix === null || products.has(ascii)) return undefined
  if (ofFiles.has(last) && labels.length < 4) return undefined
  if (alsoWords.has(last) && labels.length === 2 && isOrdinary(labels[0] ?? '')) return undefined
  return ascii
}
