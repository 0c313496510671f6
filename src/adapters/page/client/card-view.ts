import {
  type Action,
  ActivityRequestError,
  AdaptiveApplet,
  AdaptiveCard,
  ErrorResponse,
  ExecuteAction,
  GlobalSettings,
  type IActivityRequest,
  OpenUrlAction,
  RefreshMode,
  SubmitAction,
  SuccessResponse,
} from 'adaptivecards'
import type { PageMention, PressAnswer } from '../page-state.ts'
import { openDialog } from './dialog-view.ts'
import { element } from './element.ts'
import { teamsHostConfig } from './host-config.ts'
import { showTop } from './in-view.ts'
import { keepFocus } from './kept-focus.ts'
import { keepInputs } from './kept-inputs.ts'
import { htmlOf, mentionsIn } from './markdown.ts'
import type { Pressing } from './page-api.ts'
import { pressedAction } from './pressed-action.ts'
import { canRefresh, refreshesItself } from './refresh-rule.ts'
import { wantsFullWidth } from './wants-full-width.ts'

type Card = Readonly<Record<string, unknown>>

export interface CardView {
  readonly element: HTMLElement
  /** The message was edited: everybody's own view gives way to the new card. */
  edited(card: Card): void
  /** The viewer came to see the card. */
  seen(): void
  refreshable(): boolean
  refresh(): void
}

interface Options {
  readonly card: Card
  readonly viewer: string
  readonly now: () => number
  readonly press: (pressing: Pick<Pressing, 'action' | 'trigger' | 'inDialog'>) => Promise<PressAnswer>
  /** Says something below the card; an empty text takes it away. */
  readonly notice: (text: string, kind: 'info' | 'error') => void
  /** Where the focus goes when the focused control is gone. */
  readonly focusFallback: HTMLElement
}

const mediaType = 'application/vnd.microsoft.card.adaptive'

// The library knows no userIds: refreshing is done here, by Teams' rule.
GlobalSettings.applets.refresh.mode = RefreshMode.Disabled
GlobalSettings.applets.logEnabled = false
let mentions: readonly PageMention[] = []
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = htmlOf(text, mentions)
  result.didProcess = true
}

/** One card as one person sees it: Microsoft's applet does Action.Execute, refresh and replacement. */
export function cardView({ card: first, viewer, now, press, notice, focusFallback }: Options): CardView {
  const applet = new AdaptiveApplet()
  // A form of its own: the renderer names radio groups by input id, and two cards would share one.
  const host = element('form', { class: 'card' }, applet.renderedElement)
  host.addEventListener('submit', event => event.preventDefault())
  const triggers = new WeakMap<IActivityRequest, Pressing['trigger']>()
  let base = first
  let shown = first
  let nextTrigger: Pressing['trigger'] = 'manual'
  let lastCardAt: number | undefined
  let automaticAt: readonly number[] = []
  let restore: () => void = () => undefined
  let pending = 0

  applet.hostConfig = teamsHostConfig
  applet.onShowManualRefreshButton = () => false
  // No overlay: it would cover the card on every quiet refresh. The bar above the card shows a press.
  applet.onCreateProgressOverlay = () => undefined
  applet.onPrepareActivityRequest = (_, request) => {
    triggers.set(request, nextTrigger)
    nextTrigger = 'manual'
    return true
  }
  applet.onCardChanging = (_, card: Card) => {
    const putFocus = keepFocus(host, focusFallback)
    const putInputs = keepInputs(applet.card)
    restore = () => {
      putInputs(applet.card)
      putFocus()
    }
    mentions = mentionsIn(card)
    shown = card
    host.classList.toggle('card-wide', wantsFullWidth(card))
    return true
  }
  applet.onCardChanged = () => restore()
  applet.channelAdapter = {
    async sendRequestAsync(request) {
      const trigger = triggers.get(request) ?? 'manual'
      const { action } = request
      if (!(action instanceof ExecuteAction))
        return failed(request, 'Unsupported', 'This page only knows Action.Execute.')
      const revisionBefore = base
      const answer = await busy(
        trigger,
        press({ action: pressedAction(action, 'Action.Execute', action.verb), trigger }),
      )
      const { invoke } = answer
      if (invoke === undefined) return failed(request, `HTTP ${answer.httpStatus}`, answer.trouble ?? '')
      if (invoke.statusCode === 200 && invoke.type === mediaType) {
        // An edit that overtook a quiet refresh is newer than its answer.
        if (trigger === 'automatic' && revisionBefore !== base)
          return new SuccessResponse(request, JSON.stringify(''))
        lastCardAt = now()
        return new SuccessResponse(request, JSON.stringify(invoke.value))
      }
      if (invoke.statusCode === 200)
        return new SuccessResponse(
          request,
          JSON.stringify(trigger === 'manual' ? String(invoke.value ?? '') : ''),
        )
      const { code, message } = (invoke.value ?? {}) as { code?: string; message?: string }
      return failed(request, `${invoke.statusCode} ${code ?? ''}`.trim(), message ?? 'Something went wrong.')
    },
  }
  applet.onActivityRequestSucceeded = (_, response, content) => {
    if (typeof content === 'string' && content !== '') notice(content, 'info')
    else if (triggers.get(response.request) === 'manual') {
      notice('', 'info')
      requestAnimationFrame(() => showTop(host))
    }
  }
  applet.onActivityRequestFailed = (_, { request, error }) => {
    // Teams does not tell of a quiet refresh that failed, and does not try it again.
    if (triggers.get(request) === 'manual') notice(`${error.message} (${error.code})`, 'error')
    return -1
  }
  applet.onAction = (_, action) => void act(action)

  async function act(action: Action): Promise<void> {
    if (action instanceof OpenUrlAction && /^https?:/i.test(action.url ?? ''))
      window.open(action.url, '_blank', 'noopener,noreferrer')
    if (!(action instanceof SubmitAction)) return
    const answer = await busy(
      'manual',
      press({ action: pressedAction(action, 'Action.Submit'), trigger: 'manual' }),
    )
    if (answer.invoke === undefined) return notice(answer.trouble ?? '', 'error')
    openDialog({
      first: answer,
      notice,
      submit: pressed => press({ action: pressed, trigger: 'manual', inDialog: true }),
    })
  }

  async function busy(trigger: Pressing['trigger'], answer: Promise<PressAnswer>): Promise<PressAnswer> {
    if (trigger === 'automatic') return answer
    pending += 1
    host.setAttribute('aria-busy', 'true')
    const done = await answer
    pending -= 1
    if (pending === 0) host.removeAttribute('aria-busy')
    return done
  }

  function refreshIf(why: 'seen' | 'edited'): void {
    if (!refreshesItself({ card: shown, viewer, why, now: now(), lastCardAt, automaticAt })) return
    automaticAt = [...automaticAt, now()].slice(-20)
    nextTrigger = 'automatic'
    applet.refreshCard()
    nextTrigger = 'manual'
  }

  function show(card: Card): void {
    applet.setCard(card)
    if (applet.card?.renderedElement === undefined)
      host.replaceChildren(String(card.fallbackText ?? 'This card cannot be shown.'))
  }

  show(first)
  return {
    element: host,
    edited(card) {
      base = card
      lastCardAt = undefined
      notice('', 'info')
      show(card)
      refreshIf('edited')
    },
    seen: () => refreshIf('seen'),
    refreshable: () => canRefresh(shown),
    refresh: () => applet.refreshCard(),
  }
}

function failed(request: IActivityRequest, code: string, message: string): ErrorResponse {
  return new ErrorResponse(request, new ActivityRequestError(code, message))
}
