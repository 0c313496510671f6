import type { AdaptiveCard } from 'adaptivecards'

/** Remembers what was typed into a card; the function returned puts it into the inputs of the same id in the next card. */
export function keepInputs(card: AdaptiveCard | undefined): (next: AdaptiveCard | undefined) => void {
  const typed = new Map<string, string>()
  for (const input of card?.getAllInputs() ?? []) {
    const control = textControl(input.renderedElement)
    if (input.id !== undefined && control && input.isDirty()) typed.set(input.id, control.value)
  }
  return next => {
    for (const input of next?.getAllInputs() ?? []) {
      const control = textControl(input.renderedElement)
      const text = typed.get(input.id ?? '')
      if (!control || text === undefined) continue
      control.value = text
      control.dispatchEvent(new Event('input'))
      control.dispatchEvent(new Event('change'))
    }
  }
}

function textControl(rendered: HTMLElement | undefined) {
  return rendered?.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    'textarea, select, input:not([type=checkbox], [type=radio])',
  )
}
