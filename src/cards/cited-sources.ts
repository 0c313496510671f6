import type { NeededHost, Source } from '../knowledge/collection.ts'
import sourceRecords from '../knowledge/records/sources.json' with { type: 'json' }
import type { Labels } from '../language/labels.ts'
import { inRow, linkTo, type Markdown, markdownText } from './escape.ts'
import type { HostRow, Line } from './fragments.ts'
import { hostRow } from './fragments.ts'

type Page = Pick<Source, 'id' | 'title' | 'date' | 'url'>

/** Where the times and costs of a change come from. */
const effortPages: readonly Page[] = sourceRecords.filter(({ id }) => id === 'managed-network-2025-05')

/** The documents that a card rests on, numbered in the order in which its foot lists them. */
export interface Citations {
  readonly lines: readonly Line[]
  /** A host with why it is needed and which of the documents name it. */
  readonly row: (needed: NeededHost) => HostRow
  /** The numbers of these documents at the foot, in order. */
  readonly numbersOf: (sources: readonly Page[]) => readonly number[]
}

export function citations(
  sources: readonly Source[],
  hosts: readonly NeededHost[],
  withEffort: boolean,
  labels: Labels,
): Citations {
  const all = [...sources, ...hosts.flatMap(host => host.sources), ...(withEffort ? effortPages : [])]
  const pages = [...new Map<string, Page>(all.map(page => [page.id, page])).values()]
  const numberOf = (page: Page) => pages.findIndex(({ id }) => id === page.id) + 1
  const numbersOf = (named: readonly Page[]) => [...new Set(named.map(numberOf))].sort((a, b) => a - b)
  return {
    lines: pages.map(page => ({
      text: inRow([
        `(${numberOf(page)})` as Markdown,
        inRow([linkTo(page.title, page.url), markdownText(labels.times.day(page.date))], ', '),
      ]),
    })),
    numbersOf,
    row: needed => {
      const numbers = numbersOf(needed.sources)
      const reason = needed.whyIn[labels.locale.startsWith('fr') ? 'fr' : 'en']
      const why = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
      return hostRow(
        needed.host,
        needed.host.startsWith('*') ? labels.verdict.wildcard : '',
        [why, needed.writable ? labels.verdict.writable : '', `${labels.verdict.lists(numbers)}.`]
          .filter(sentence => sentence !== '')
          .join(' '),
      )
    },
  }
}
