import { AdaptiveCard, SubmitAction } from 'adaptivecards'
import type { PressAnswer } from '../page-state.ts'
import { element } from './element.ts'
import { teamsHostConfig } from './host-config.ts'
import type { Pressing } from './page-api.ts'
import { pressedAction } from './pressed-action.ts'

type Card = Readonly<Record<string, unknown>>

/** What a bot answers to `task/fetch` and `task/submit`: a card to go on with, a last word, or nothing more. */
type NextStep =
  | { readonly is: 'card'; readonly title: string; readonly card: Card }
  | { readonly is: 'told'; readonly text: string }
  | { readonly is: 'trouble'; readonly text: string }
  | { readonly is: 'over' }

interface Options {
  readonly first: PressAnswer
  readonly submit: (action: Pressing['action']) => Promise<PressAnswer>
  /** Says something below the card that the dialog was opened from. */
  readonly notice: (text: string, kind: 'info' | 'error') => void
}

/** Opens Teams' dialog over the page and stays with it until it is over: the browser's own, with its focus and its Escape. */
export function openDialog({ first, submit, notice }: Options): void {
  const heading = element('h2', { class: 'dialog-title', id: `dialog-${crypto.randomUUID()}` })
  const close = element('button', { type: 'button', class: 'dialog-close', 'aria-label': 'Close' }, '×')
  const trouble = element('p', { class: 'dialog-trouble', role: 'status' })
  const content = element('div', { class: 'dialog-content' })
  const dialog = element(
    'dialog',
    { class: 'dialog', 'aria-labelledby': heading.id },
    element('div', { class: 'dialog-head' }, heading, close),
    content,
    trouble,
  )
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())

  function go(step: NextStep): void {
    trouble.textContent = step.is === 'trouble' ? step.text : ''
    if (step.is === 'trouble' && dialog.isConnected) return
    if (step.is === 'card') {
      show(step)
      return
    }
    if (dialog.isConnected) dialog.close()
    if (step.is !== 'over') notice(step.text, step.is === 'told' ? 'info' : 'error')
  }

  // As in Teams, what was typed comes back only where the bot's next card holds it.
  function show({ title, card }: Extract<NextStep, { is: 'card' }>): void {
    heading.textContent = title
    const shown = new AdaptiveCard()
    shown.hostConfig = teamsHostConfig
    shown.onExecuteAction = action => {
      if (action instanceof SubmitAction) void press(action)
    }
    shown.parse(card)
    const rendered = shown.render()
    content.replaceChildren(...(rendered === undefined ? [] : [rendered]))
    if (dialog.isConnected) return
    document.body.append(dialog)
    dialog.showModal()
  }

  async function press(action: SubmitAction): Promise<void> {
    content.setAttribute('aria-busy', 'true')
    const answer = await submit(pressedAction(action, 'Action.Submit'))
    content.removeAttribute('aria-busy')
    // Who has closed it meanwhile hears the outcome below the card.
    go(nextStep(answer))
  }

  go(nextStep(first))
}

function nextStep({ invoke, trouble, httpStatus }: PressAnswer): NextStep {
  if (invoke === undefined) return { is: 'trouble', text: trouble ?? `HTTP ${httpStatus}` }
  const { type, value } = (invoke.task ?? {}) as { type?: string; value?: unknown }
  if (type === 'message') return { is: 'told', text: String(value ?? '') }
  if (type !== 'continue') return { is: 'over' }
  const { title, card } = value as { title?: string; card: { content: Card } }
  return { is: 'card', title: title ?? '', card: card.content }
}
