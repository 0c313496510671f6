import type { PageConversation } from '../page-state.ts'
import { element } from './element.ts'

export interface ConversationEntry {
  readonly conversation: PageConversation
  readonly open: boolean
  readonly unseen: number
}

export interface ConversationList {
  readonly element: HTMLElement
  update(entries: readonly ConversationEntry[]): void
}

const icons: Readonly<Record<PageConversation['kind'], string>> = {
  channel: '#',
  groupChat: '@',
  personal: 'G',
}
const kinds: Readonly<Record<PageConversation['kind'], string>> = {
  channel: 'Channel',
  groupChat: 'Group chat',
  personal: 'Personal chat',
}

/** The conversations of one person, with how many messages are new in each. */
export function conversationList(onChoose: (conversation: PageConversation) => void): ConversationList {
  const list = element('ul', { class: 'rail-list' })
  const buttons = new Map<string, HTMLButtonElement>()

  function buttonOf(conversation: PageConversation): HTMLButtonElement {
    const button =
      buttons.get(conversation.id) ??
      element(
        'button',
        { type: 'button', class: 'rail-item' },
        element(
          'span',
          { class: `rail-icon rail-icon-${conversation.kind}`, 'aria-hidden': 'true' },
          icons[conversation.kind],
        ),
        element(
          'span',
          { class: 'rail-text' },
          element('span', { class: 'rail-name' }, conversation.name),
          element('span', { class: 'rail-kind' }, kinds[conversation.kind]),
        ),
        element('span', { class: 'badge', hidden: true }),
      )
    if (!buttons.has(conversation.id)) button.addEventListener('click', () => onChoose(conversation))
    buttons.set(conversation.id, button)
    return button
  }

  return {
    element: element('nav', { class: 'rail', 'aria-label': 'Conversations' }, list),
    update(entries) {
      const shown = entries.map(({ conversation }) => conversation.id).join()
      for (const { conversation, open, unseen } of entries) {
        const button = buttonOf(conversation)
        if (open) button.setAttribute('aria-current', 'true')
        else button.removeAttribute('aria-current')
        const badge = button.querySelector<HTMLElement>('.badge')
        if (badge === null) continue
        badge.hidden = unseen === 0
        badge.replaceChildren(String(unseen), element('span', { class: 'unheard' }, ' new'))
      }
      // Rebuilt only for another person: a rebuilt list would lose the focus.
      if (list.dataset.shown === shown) return
      list.dataset.shown = shown
      list.replaceChildren(...entries.map(({ conversation }) => element('li', {}, buttonOf(conversation))))
    },
  }
}
