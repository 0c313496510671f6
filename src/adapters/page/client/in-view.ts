/** A card that took another's place is read from its top: brings that into view, if it is above what is seen. */
export function showTop(card: HTMLElement): void {
  const list = card.closest('[role=log]')
  const above = card.getBoundingClientRect().top < (list?.getBoundingClientRect().top ?? 0)
  if (above) card.scrollIntoView({ block: 'start' })
}
