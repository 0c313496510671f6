const focusable = 'a[href], button, input, select, textarea, [tabindex="0"]'

/** Remembers where in `inside` the focus is; the function returned puts it back on the same control, else on `fallback`. */
export function keepFocus(inside: HTMLElement, fallback: HTMLElement): () => void {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === fallback || !inside.contains(focused))
    return () => undefined
  const key = keyOf(focused)
  return () => {
    if (focused.isConnected) return
    const same = [...inside.querySelectorAll<HTMLElement>(focusable)].find(
      candidate => keyOf(candidate) === key,
    )
    ;(same ?? fallback).focus({ preventScroll: true })
  }
}

function keyOf(control: HTMLElement): string {
  const labels = control.getAttribute('aria-labelledby')?.split(' ') ?? []
  const label = labels.map(id => document.getElementById(id)?.textContent ?? '').join(' ')
  return [control.tagName, label, control.getAttribute('aria-label') ?? control.textContent ?? ''].join('|')
}
