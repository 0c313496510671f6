import type { PageConversation } from '../page-state.ts'
import { conversationList } from './conversation-list.ts'
import { type ConversationView, conversationView } from './conversation-view.ts'
import { element } from './element.ts'
import type { PageStore } from './page-store.ts'
import { peopleSwitch } from './people-switch.ts'

export interface PaneChoice {
  readonly person: string
  readonly kind: PageConversation['kind']
}

export interface Pane {
  readonly element: HTMLElement
  choice(): PaneChoice
  update(): void
}

interface Options {
  readonly store: PageStore
  readonly choice: PaneChoice
  readonly now: () => number
  readonly onChoice: () => void
}

/** One Teams client: a person, the conversations of that person, and the one that is open. */
export function pane({ store, choice: first, now, onChoice }: Options): Pane {
  const views = new Map<string, ConversationView>()
  const seen = new Map<string, number>()
  const seenAtStart = store.latest()
  let choice = first

  const title = element('h2', { class: 'chat-title', tabindex: '-1' })
  const roster = element('p', { class: 'chat-roster' })
  const trouble = element('p', { class: 'chat-trouble', role: 'alert' })
  const stage = element('div', { class: 'stage' })
  const people = peopleSwitch(store.people, person => choose({ ...choice, person }))
  const list = conversationList(conversation => choose({ ...choice, kind: conversation.kind }))
  const whole = element(
    'section',
    { class: 'pane' },
    people.element,
    element(
      'div',
      { class: 'pane-body' },
      list.element,
      element(
        'div',
        { class: 'chat' },
        element('header', { class: 'chat-head' }, title, roster),
        trouble,
        stage,
      ),
    ),
  )

  function open(): PageConversation | undefined {
    const conversations = store.conversationsOf(choice.person)
    return conversations.find(({ kind }) => kind === choice.kind) ?? conversations[0]
  }

  function unseen(person: string, conversation: PageConversation): number {
    const since = seen.get(`${person}|${conversation.id}`) ?? seenAtStart
    return store
      .messagesOf(conversation.id)
      .filter(({ created, author }) => created > since && author.id !== person).length
  }

  function viewOf(person: string, conversation: PageConversation): ConversationView {
    const key = `${person}|${conversation.id}`
    const view =
      views.get(key) ??
      conversationView({
        store,
        conversation,
        viewer: person,
        now,
        tell: text => trouble.replaceChildren(text),
      })
    views.set(key, view)
    return view
  }

  function choose(next: PaneChoice): void {
    choice = next
    trouble.replaceChildren()
    update()
    onChoice()
  }

  function update(): void {
    const conversation = open()
    if (conversation === undefined) return
    seen.set(`${choice.person}|${conversation.id}`, store.latest())
    const view = viewOf(choice.person, conversation)
    const moved = stage.firstElementChild !== view.element
    if (moved) stage.replaceChildren(view.element)
    view.update()
    if (moved) {
      const log = view.element.querySelector('[role=log]')
      // At the end, as Teams opens a conversation; a pane that is not on the page yet has no height before the next frame.
      const toEnd = () => log?.scrollTo({ top: log.scrollHeight })
      toEnd()
      requestAnimationFrame(toEnd)
    }
    title.textContent = conversation.name
    roster.textContent = rosterText(store, conversation)
    const name = store.people.find(({ id }) => id === choice.person)?.name ?? ''
    whole.setAttribute('aria-label', `Teams as ${name}`)
    list.update(
      store.conversationsOf(choice.person).map(candidate => ({
        conversation: candidate,
        open: candidate.id === conversation.id,
        unseen: unseen(choice.person, candidate),
      })),
    )
    people.update(choice.person, person =>
      store.conversationsOf(person).reduce((sum, each) => sum + unseen(person, each), 0),
    )
  }

  update()
  return { element: whole, choice: () => ({ ...choice, kind: open()?.kind ?? choice.kind }), update }
}

function rosterText(store: PageStore, { kind, members, team }: PageConversation): string {
  if (kind === 'personal') return 'Chat with the bot'
  const names = store.people
    .filter(({ id }) => members.includes(id))
    .map(({ name }) => name.split(' ')[0] ?? name)
  const place = kind === 'channel' ? `Channel in ${team?.name ?? 'a team'}` : 'Group chat'
  return `${place}: ${[...names, store.bot.name].join(', ')}`
}
