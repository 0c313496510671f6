import type { Page, PageAsked, Register } from '../changes/register.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { RequestLookup } from '../changes/request-lookup.ts'
import { placeOf } from '../changes/terms.ts'
import { samePerson } from '../conversation/person.ts'
import type { GatewayTrouble } from '../workspace/gateway.ts'
import { type Sight, sightOf, type Viewer } from './visible-reader.ts'

interface Sources {
  readonly register: Register
  readonly lookup: RequestLookup
}

export interface VisibleRequests extends Sources {
  /** Whether the viewer may hear of this request. */
  readonly mayHearOf: (request: ApprovalRequest) => Promise<boolean>
  /** Why something was held back, where that is only because what the viewer may read could not be read. */
  readonly trouble: () => GatewayTrouble | undefined
}

type About = Pick<ApprovalRequest, 'plan'> & Partial<Pick<ApprovalRequest, 'requester'>>

/** Pages that are read to fill one, where most of it is not for the viewer. */
const pagesAtMost = 20

/**
 * Requests for one person in one place. Of a workspace that does not exist for them there no request is spoken of either,
 * unless they made it. What cannot be told is held back, and `trouble` says so.
 */
export function visibleRequests({ register, lookup }: Sources, viewer: Viewer): VisibleRequests {
  let trouble: GatewayTrouble | undefined

  const isSeen = async ({ plan, requester }: About): Promise<boolean> => {
    const own = requester !== undefined && samePerson(requester, viewer.person)
    const sight: Sight = await sightOf(placeOf(plan), own ? 'own' : 'others', viewer)
    if (sight.is === 'trouble') trouble = sight.trouble
    return sight.is === 'seen'
  }

  const seenOf = async <Item>(items: readonly Item[], aboutOf: (item: Item) => About) => {
    const seen = await Promise.all(items.map(item => isSeen(aboutOf(item))))
    return items.filter((_, at) => seen[at])
  }

  /** A page is filled from older ones, so that its length tells nothing of what was left out. */
  const filled = async <Item>(
    read: (asked: PageAsked) => Promise<Page<Item>>,
    asked: PageAsked,
    aboutOf: (item: Item) => About,
    placeIn: (item: Item) => number,
  ): Promise<Page<Item>> => {
    const items: Item[] = []
    let before = asked.before
    for (let pages = 0; pages < pagesAtMost; pages += 1) {
      const page = await read({ atMost: asked.atMost, ...(before === undefined ? {} : { before }) })
      items.push(...(await seenOf(page.items, aboutOf)))
      before = page.older
      if (before === undefined || items.length > asked.atMost) break
    }
    const shown = items.slice(0, asked.atMost)
    const last = shown.at(-1)
    const older = items.length > asked.atMost && last !== undefined ? placeIn(last) : before
    return { items: shown, ...(older === undefined ? {} : { older }) }
  }

  return {
    register: {
      requests: (filter, asked) =>
        filled(
          page => register.requests(filter, page),
          asked,
          request => request,
          ({ number }) => number,
        ),
      history: (filter, asked) =>
        filled(
          page => register.history(filter, page),
          asked,
          ({ request }) => request,
          ({ seq }) => seq,
        ),
    },
    lookup: {
      byNumber: async (tenantId, number) => {
        const request = await lookup.byNumber(tenantId, number)
        return request !== undefined && (await isSeen(request)) ? request : undefined
      },
      latestOf: async person => {
        const request = await lookup.latestOf(person)
        return request !== undefined && (await isSeen(request)) ? request : undefined
      },
      durations: lookup.durations,
    },
    mayHearOf: isSeen,
    trouble: () => trouble,
  }
}
