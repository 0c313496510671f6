/** A script for the browser: which cards are clipped or overflow, and where. Half a pixel is rounding. */
export const layoutFaults = `(() => {
  const faults = []
  if (document.documentElement.scrollWidth > innerWidth) faults.push('The page scrolls sideways.')
  for (const card of document.querySelectorAll('[data-card] .card')) {
    const { name } = { name: card.closest('[data-card]').dataset.card }
    const edge = card.getBoundingClientRect()
    for (const element of card.querySelectorAll('*')) {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) continue
      const text = element.textContent.slice(0, 40)
      if (box.right > edge.right + 0.5 || box.left < edge.left - 0.5) faults.push(name + ' | beyond the edge | ' + text)
      const style = getComputedStyle(element)
      if (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        faults.push(name + ' | cut off at the side | ' + text)
      if (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1)
        faults.push(name + ' | cut off below | ' + text)
      // A word in a column too narrow for it: one letter below the other.
      if (element.childElementCount === 0 && text.length > 3 && box.width < 24 && box.height > 60)
        faults.push(name + ' | squeezed | ' + text)
    }
  }
  return faults
})()`
