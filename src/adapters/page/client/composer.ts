import { element } from './element.ts'

export interface Composer {
  readonly element: HTMLElement
  focus(): void
}

interface Options {
  readonly label: string
  /** The bot's name where a message must mention it. */
  readonly mention?: string
  readonly suggestions?: readonly string[]
  readonly send: (text: string) => void
}

/** A text box: Enter sends, Shift+Enter begins a new line. */
export function composer({ label, mention, suggestions = [], send }: Options): Composer {
  const box = element('textarea', {
    class: 'composer-box',
    rows: '1',
    'aria-label': label,
    placeholder: label,
  })
  const button = element('button', { type: 'submit', class: 'composer-send', 'aria-label': 'Send' }, arrow())
  const form = element('form', { class: 'composer' })
  if (mention !== undefined) {
    const title = 'Outside a personal chat only messages that mention the bot reach it'
    form.append(element('span', { class: 'mention composer-mention', title }, mention))
  }
  form.append(box, button)

  const submit = () => {
    const text = box.value.trim()
    if (text === '') return box.focus()
    box.value = ''
    grow()
    send(text)
    box.focus()
  }
  const grow = () => {
    box.style.height = 'auto'
    box.style.height = `${Math.min(box.scrollHeight, 140)}px`
  }
  box.addEventListener('input', grow)
  box.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    submit()
  })

  const chips = suggestions.map(suggestion => {
    const chip = element('button', { type: 'button', class: 'chip' }, suggestion)
    chip.addEventListener('click', () => send(suggestion))
    return chip
  })
  const row =
    chips.length === 0
      ? []
      : [element('div', { class: 'chips', role: 'group', 'aria-label': 'Suggestions' }, ...chips)]
  return { element: element('div', { class: 'composing' }, ...row, form), focus: () => box.focus() }
}

function arrow(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  for (const [name, value] of [
    ['viewBox', '0 0 20 20'],
    ['width', '20'],
    ['height', '20'],
    ['aria-hidden', 'true'],
  ] as const)
    svg.setAttribute(name, value)
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute(
    'd',
    'M2.7 2.4 18 9.6a.5.5 0 0 1 0 .9L2.7 17.6a.5.5 0 0 1-.7-.6L4.5 10 2 3a.5.5 0 0 1 .7-.6ZM5.4 10.6l-1.8 5L15.7 10 3.6 4.5l1.8 4.9h5a.6.6 0 0 1 0 1.2h-5Z',
  )
  path.setAttribute('fill', 'currentColor')
  svg.append(path)
  return svg
}
