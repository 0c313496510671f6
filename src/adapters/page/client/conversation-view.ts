import type { PageConversation, PageMessage } from '../page-state.ts'
import { type Composer, composer } from './composer.ts'
import { element } from './element.ts'
import { type MessageView, messageView } from './message-view.ts'
import { say } from './page-api.ts'
import type { PageStore } from './page-store.ts'

export interface ConversationView {
  readonly element: HTMLElement
  update(): void
  focus(): void
}

interface Options {
  readonly store: PageStore
  readonly conversation: PageConversation
  readonly viewer: string
  readonly now: () => number
  readonly tell: (trouble: string) => void
}

interface Thread {
  readonly element: HTMLElement
  readonly messages: HTMLElement
  readonly working: HTMLElement
}

/** What a newcomer can ask, with names that the tenant has. */
function suggestionsFor({ open, show }: PageStore['examples']): readonly string[] {
  return [
    ...(open === undefined ? [] : [`can I use Hugging Face in ${open}?`]),
    ...(show === undefined ? [] : [`show ${show}`]),
    'which workspaces are there',
    'help',
  ]
}

/** A conversation as one person sees it: a channel in threads, a chat in one line. It lives on while others are shown. */
export function conversationView({ store, conversation, viewer, now, tell }: Options): ConversationView {
  const isChannel = conversation.kind === 'channel'
  const mention = conversation.kind === 'personal' ? {} : { mention: store.bot.name }
  const views = new Map<string, MessageView>()
  const threads = new Map<string, Thread>()
  const empty = element('p', { class: 'empty' }, `Nothing here yet. Ask ${store.bot.name} something below.`)
  const list = element('div', {
    class: 'messages',
    role: 'log',
    'aria-label': `Messages in ${conversation.name}`,
    tabindex: '0',
  })
  const post = composer({
    label: isChannel ? 'Start a post' : 'Type a message',
    ...mention,
    suggestions: suggestionsFor(store.examples),
    send: text => void send(text),
  })
  const working = workingLine(store.bot.name)
  const whole = element(
    'div',
    { class: `conversation conversation-${conversation.kind}` },
    list,
    post.element,
  )
  const watcher = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries)
      if (isIntersecting) views.get(target.getAttribute('data-message') ?? '')?.seen()
  })
  if (!isChannel) list.append(working)

  async function send(text: string, thread?: string): Promise<void> {
    const saying = {
      person: viewer,
      conversation: conversation.id,
      text,
      ...(thread === undefined ? {} : { thread }),
    }
    const trouble = await say(saying)
    if (trouble !== undefined) tell(trouble)
  }

  function threadOf(root: string): Thread {
    const known = threads.get(root)
    if (known !== undefined) return known
    const messages = element('div', { class: 'thread-messages' })
    const line = workingLine(store.bot.name)
    const reply = element('button', { type: 'button', class: 'thread-reply' }, 'Reply')
    const thread = element(
      'section',
      { class: 'thread', 'aria-label': 'Thread', 'data-thread': root },
      messages,
      line,
      reply,
    )
    let answering: Composer | undefined
    reply.addEventListener('click', () => {
      answering ??= composer({
        label: 'Reply in this thread',
        ...mention,
        send: text => void send(text, root),
      })
      reply.replaceWith(answering.element)
      answering.focus()
    })
    list.append(thread)
    const made = { element: thread, messages, working: line }
    threads.set(root, made)
    return made
  }

  function add(message: PageMessage): void {
    const view = messageView({
      message,
      viewer,
      botId: store.bot.id,
      botName: store.bot.name,
      inChat: !isChannel,
      now,
    })
    views.set(message.id, view)
    if (isChannel) threadOf(message.thread ?? message.id).messages.append(view.element)
    else working.before(view.element)
    watcher.observe(view.element)
  }

  function removeGone(messages: readonly PageMessage[]): void {
    const present = new Set(messages.map(({ id }) => id))
    for (const [id, view] of views) {
      if (present.has(id)) continue
      view.element.remove()
      views.delete(id)
    }
    for (const [root, thread] of threads) {
      if (thread.messages.childElementCount > 0) continue
      thread.element.remove()
      threads.delete(root)
    }
  }

  function update(): void {
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80
    const messages = store.messagesOf(conversation.id)
    const newest = messages.findLast(({ id }) => !views.has(id))
    for (const message of messages) {
      const view = views.get(message.id)
      if (view === undefined) add(message)
      else view.update(message)
    }
    removeGone(messages)
    working.hidden = !store.isWorking(conversation.id)
    for (const [root, thread] of threads) thread.working.hidden = !store.isWorking(conversation.id, root)
    if (messages.length === 0) list.prepend(empty)
    else empty.remove()
    if (newest !== undefined && (atEnd || newest.author.id === viewer || isChannel)) reveal(newest)
    else if (atEnd) list.scrollTop = list.scrollHeight
  }

  /** Scrolls to the end of the newest message, but never past its beginning: a card is read from the top. */
  function reveal(newest: PageMessage): void {
    const shown = views.get(newest.id)?.element
    const root = newest.thread === undefined ? undefined : threads.get(newest.thread)?.element
    if (shown === undefined || !list.isConnected) return
    const end = root === undefined || root === list.lastElementChild ? undefined : root
    if (end === undefined) list.scrollTop = list.scrollHeight
    else end.scrollIntoView({ block: 'nearest' })
    const above = list.getBoundingClientRect().top - shown.getBoundingClientRect().top + 12
    if (above > 0) list.scrollTop -= above
  }

  return { element: whole, update, focus: () => post.focus() }
}

function workingLine(botName: string): HTMLElement {
  const dots = element(
    'span',
    { class: 'dots', 'aria-hidden': 'true' },
    element('i'),
    element('i'),
    element('i'),
  )
  return element('p', { class: 'working', role: 'status', hidden: true }, dots, `${botName} is working`)
}
