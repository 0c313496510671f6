import { collectionOf } from '../changes/change.ts'
import type { ApprovalRequest } from '../changes/request.ts'
import type { Labels } from '../language/labels.ts'
import { clipped, markdownText } from './escape.ts'
import { button, type Icon, linesOf, type Tone } from './fragments.ts'
import { purposeLine } from './purpose-line.ts'
import type { AskedDeed, ListScope, RegisterQuestion, RequestListData } from './register-data.ts'
import { verbs } from './verbs.ts'

/** Rows of one card: each is about 1.5 kB, and a card must stay below 28 kB. */
export const rowsOfRegister = 10

/** A row that leads to the request that it is about. */
export function registerRow(
  { id, number }: { readonly id: string; readonly number: number },
  text: string,
  lines: readonly string[],
  labels: Labels,
  state?: { readonly text: string; readonly look: readonly [Tone, Icon] },
) {
  return {
    states:
      state === undefined
        ? []
        : [
            {
              text: markdownText(`${state.look[1]} ${state.text}`),
              color: state.look[0] === 'emphasis' ? 'default' : state.look[0],
            },
          ],
    ...button(verbs.showRequest, labels.buttons.showRequest(number), { request: id }),
    number: markdownText(`#${number}`),
    text: markdownText(clipped(text, 200)),
    lines: linesOf(lines.map(line => clipped(line, 300))),
  }
}

export function purposeIn(
  request: Pick<ApprovalRequest, 'change' | 'plan'>,
  collection: RequestListData['collection'],
  labels: Labels,
): string {
  const id = collectionOf(request.change)
  return purposeLine(request, id === undefined ? undefined : collection(id)?.name, labels)
}

/** The question as a button carries it. */
export function questionData({ number, workspaces, hosts, collections }: RegisterQuestion) {
  const lists = { workspaces, hosts, collections }
  return {
    ...(number === undefined ? {} : { number: String(number) }),
    ...Object.fromEntries(
      Object.entries(lists).flatMap(([key, all]) => (all.length === 0 ? [] : [[key, all.join(' ')]])),
    ),
  }
}

/** Buttons to the pages before and after; a page takes the place of the one that was pressed. */
export function pageButtons(
  asked: { readonly list: ListScope } | { readonly list: 'history'; readonly deed?: AskedDeed },
  question: RegisterQuestion,
  { older, newest }: { readonly older: number | undefined; readonly newest: boolean },
  labels: Labels,
) {
  const verb = asked.list === 'history' ? verbs.history : verbs.listRequests
  const data = {
    ...questionData(question),
    ...(asked.list === 'history' ? asked.deed : { scope: asked.list }),
  }
  return [
    ...(older === undefined ? [] : [button(verb, labels.register.older, { ...data, before: String(older) })]),
    ...(newest ? [] : [button(verb, labels.register.newest, data)]),
  ]
}
