import type { PageMessage } from '../page-state.ts'
import { avatar } from './avatar.ts'
import { type CardView, cardView } from './card-view.ts'
import { element } from './element.ts'
import { htmlOf } from './markdown.ts'
import { messageMenu } from './message-menu.ts'
import { momentText } from './moment-text.ts'
import { press } from './page-api.ts'

export interface MessageView {
  readonly element: HTMLElement
  update(message: PageMessage): void
  /** The viewer sees the message. */
  seen(): void
}

interface Options {
  readonly message: PageMessage
  readonly viewer: string
  readonly botId: string
  readonly botName: string
  readonly inChat: boolean
  readonly now: () => number
}

/** One message: who, when, text or cards, and what went wrong with it. */
export function messageView({ message: first, viewer, botId, botName, inChat, now }: Options): MessageView {
  const isBot = first.author.id === botId
  const isMine = first.author.id === viewer
  const who = element('span', { class: 'message-author' }, first.author.name)
  const when = element('time', { class: 'message-time', datetime: first.at }, momentText(first.at, now()))
  const edited = element('span', { class: 'message-edited' })
  const content = element('div', { class: 'message-content' })
  const status = element('p', { class: 'message-status', role: 'status' })
  const menu = messageMenu(first.author.name, () => {
    for (const card of cards) if (card.refreshable()) card.refresh()
  })
  const article = element(
    'article',
    {
      class: `message${isMine && inChat ? ' message-mine' : ''}${isBot ? ' message-bot' : ''}`,
      tabindex: '-1',
      'data-message': first.id,
      'aria-label': `${first.author.name}, ${momentText(first.at, now())}`,
    },
    avatar(first.author.name, isBot),
    element(
      'div',
      { class: 'message-body' },
      element('div', { class: 'message-head' }, who, when, edited, menu.element),
      content,
      status,
    ),
  )
  let shown = first
  let cards: readonly CardView[] = []

  function notice(text: string, kind: 'info' | 'error'): void {
    status.textContent = text
    status.classList.toggle('message-trouble', kind === 'error' && text !== '')
    menu.offer(cards.some(card => card.refreshable()))
  }

  function newCard(card: PageMessage['cards'][number]): CardView {
    const { id, conversation } = first
    return cardView({
      card,
      viewer,
      now,
      notice,
      focusFallback: article,
      press: pressing => press({ ...pressing, person: viewer, conversation, activityId: id }),
    })
  }

  function textOf(message: PageMessage): HTMLElement[] {
    if (message.text === '' && !isMine && isBot) return []
    const text = element('div', { class: 'bubble' })
    if (isBot) {
      const html = new DOMParser().parseFromString(htmlOf(message.text, message.mentions), 'text/html')
      text.append(...html.body.childNodes)
    } else {
      if (!isMentionless(message)) text.append(element('span', { class: 'mention' }, botName), ' ')
      text.append(message.text)
    }
    return [text]
  }

  // A personal chat needs no mention, everywhere else the page adds it, as Teams' composer would.
  function isMentionless(message: PageMessage): boolean {
    return message.conversation.startsWith('a:')
  }

  function render(message: PageMessage): void {
    cards = message.cards.map(newCard)
    content.replaceChildren(...textOf(message), ...cards.map(card => card.element))
    showAround(message)
  }

  function showAround(message: PageMessage): void {
    edited.textContent = message.editedAt === undefined ? '' : 'Edited'
    if (message.undelivered !== undefined) notice(`Not delivered. ${message.undelivered}`, 'error')
    menu.offer(cards.some(card => card.refreshable()))
  }

  render(first)
  return {
    element: article,
    update(message) {
      if (message.revision === shown.revision) return
      const inPlace = message.cards.length === cards.length && message.text === shown.text
      const changed = JSON.stringify(message.cards) !== JSON.stringify(shown.cards)
      shown = message
      if (!inPlace) return render(message)
      // An edit resets everybody's own view, also where the common card stayed the same.
      if (changed || message.editedAt !== undefined)
        message.cards.forEach((card, index) => {
          cards[index]?.edited(card)
        })
      showAround(message)
    },
    seen() {
      for (const card of cards) card.seen()
    },
  }
}
