import type { Labels } from '../language/labels.ts'
import type { ClarifyData } from './card-data.ts'
import { bareText } from './escape.ts'
import { button, head, linesOf } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** Buttons of one card (Teams store validation: six actions), one of them kept for the way on. */
export const candidatesShown = 5

/** A question back, where a target is missing, unknown or several. */
export function clarifyCard(
  { asks, unknown, oneAtATime, known = [], candidates, more }: ClarifyData,
  labels: Labels,
): Rendered {
  const [only] = candidates.length === 1 && unknown === undefined ? candidates : []
  const asked = only === undefined ? labels.clarify.title(asks, unknown) : labels.clarify.only(only.title)
  const title = oneAtATime !== undefined ? labels.clarify.oneAtATime : asked
  const shown = candidates.slice(0, candidatesShown)
  const rest = candidates.length - shown.length
  const rendered = render('clarify', labels.locale, title, {
    head: head('emphasis', '?', title, [labels.clarify.sentence(asks, candidates.length)]),
    lines: linesOf([
      known.length === 0 ? '' : labels.clarify.known(known),
      rest === 0 ? '' : labels.clarify.more(rest),
    ]),
    actions: [
      ...shown.map(({ title: name, verb, data }) => ({
        title: bareText(name),
        tooltip: bareText(name),
        verb,
        data: { ...data, verb },
        style: 'default',
        inputs: 'none',
      })),
      more === undefined
        ? asks === 'workspace'
          ? button(verbs.listWorkspaces, labels.buttons.listWorkspaces, {})
          : button(verbs.help, labels.buttons.help, {})
        : {
            title: bareText(labels.clarify.moreButton),
            tooltip: bareText(labels.clarify.moreButton),
            verb: more.verb,
            data: { ...more.data, verb: more.verb },
            style: 'default',
            inputs: 'none',
          },
    ],
  })
  // What a name alone would stand for is not known: which of the changes goes with it only the button says.
  if (oneAtATime === 'each-its-own') return rendered
  return { ...rendered, asks: { slot: asks, candidates: shown.map(({ title, names = title }) => names) } }
}
