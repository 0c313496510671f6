import type { Labels } from '../language/labels.ts'
import { citations } from './cited-sources.ts'
import { bareText } from './escape.ts'
import type { ChangeFormData } from './form-data.ts'
import { button, foot, head, notice } from './fragments.ts'
import { limitInputs } from './limit-inputs.ts'
import { askButton, lookUp } from './look-up.ts'
import { reasonInput } from './reason-input.ts'
import { type Rendered, render } from './render.ts'
import { sparkInput } from './spark-input.ts'
import { inputs, verbs } from './verbs.ts'

/** What is never changed from a chat; the documents say why and how it is done by hand. */
const notFromHere = ['isolation-mode', 'disable-public-access', 'add-private-endpoint'] as const

/** Hosts to tick one by one; with more, a form would be longer than a screen, and they are typed. */
const ticksAtMost = 24

/** Hosts typed by hand, to let through and to take out, and why. */
export function changeFormCard(data: ChangeFormData, labels: Labels): Rendered {
  const { workspace, removable, entered, problem, collection } = data
  const title = labels.proposal.formTitle(workspace.name)
  const ids = { workspace: workspace.id, ...(collection === undefined ? {} : { collection }) }
  const ticks = removable.length <= ticksAtMost
  const remove = { id: inputs.remove, label: bareText(labels.proposal.removeLabel) }
  return render('change-form', labels.locale, title, {
    head: head('accent', 'i', title, [labels.proposal.formIntro]),
    problem: notice('attention', undefined, [problem === undefined ? '' : labels.refusal(problem)]),
    allow: [
      {
        id: inputs.allow,
        label: bareText(labels.proposal.allowLabel),
        placeholder: bareText(labels.proposal.allowHint),
        value: bareText(entered.allow ?? ''),
      },
    ],
    removeChoices:
      ticks && removable.length > 0
        ? [
            {
              ...remove,
              value: bareText(entered.remove ?? ''),
              choices: removable.map(({ host, rule }) => ({
                value: bareText(host),
                title: bareText(`${host} (${labels.verdict.coveredBy(rule)})`),
              })),
            },
          ]
        : [],
    removeText: ticks
      ? []
      : [
          {
            ...remove,
            placeholder: bareText(labels.proposal.removeHint(removable.length)),
            value: bareText(entered.remove ?? ''),
          },
        ],
    ...limitInputs(entered.limit ?? {}, labels, problem),
    spark: workspace.network.status === 'Inactive' ? [sparkInput(entered.spark, labels)] : [],
    reason: [reasonInput(entered.reason, labels, problem)],
    foot: foot(citations([], [], true, labels).lines),
    actions: [
      button(
        verbs.submitChange,
        labels.buttons.submit,
        { ...ids, form: data.form },
        { style: 'positive', inputs: 'auto' },
      ),
      button(verbs.showNetwork, labels.buttons.cancel, { workspace: workspace.id }),
      ...notFromHere.map(byHand =>
        askButton(
          labels.notFromChat.button(byHand),
          lookUp('explain_network', { byHand, ids: [workspace.id] }),
        ),
      ),
    ],
  })
}
