import { element } from './element.ts'

export interface MessageMenu {
  readonly element: HTMLElement
  /** Shows the menu where the card can be refreshed. */
  offer(refreshable: boolean): void
}

/** The menu of a message. Teams has "Refresh card" there, for everybody whose card does not refresh by itself. */
export function messageMenu(author: string, refresh: () => void): MessageMenu {
  const item = element('button', { type: 'button', class: 'menu-item' }, 'Refresh card')
  const opener = element(
    'summary',
    { class: 'menu-opener', 'aria-label': `More options for the message of ${author}` },
    '•••',
  )
  const menu = element(
    'details',
    { class: 'menu', hidden: true },
    opener,
    element('div', { class: 'menu-items' }, item),
  )

  item.addEventListener('click', () => {
    menu.open = false
    opener.focus()
    refresh()
  })
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    menu.open = false
    opener.focus()
  })
  menu.addEventListener('focusout', event => {
    if (!(event.relatedTarget instanceof Node && menu.contains(event.relatedTarget))) menu.open = false
  })
  return {
    element: menu,
    offer(refreshable) {
      menu.hidden = !refreshable
    },
  }
}
