import { undoneBy } from '../changes/change.ts'
import type { Labels } from '../language/labels.ts'
import type { FollowUpFormData } from './form-data.ts'
import { button, facts, foot, head, hostRow, notice } from './fragments.ts'
import { limitInputs } from './limit-inputs.ts'
import { planFacts } from './plan-facts.ts'
import { planSections } from './plan-sections.ts'
import { purposeLine } from './purpose-line.ts'
import { reasonInput } from './reason-input.ts'
import { type Rendered, render } from './render.ts'
import { verbs } from './verbs.ts'

/** What is wanted of a finished request, named in full before it is requested, and why. */
export function followUpFormCard(data: FollowUpFormData, labels: Labels): Rendered {
  const { request, plan, change, problem, entered } = data
  const { lifetime, times } = labels
  const undoes = undoneBy(change) !== undefined
  const title = purposeLine({ change, plan }, undefined, labels)
  const before = request.plan.effect.until
  const intro = undoes
    ? lifetime.undoIntro(request.number)
    : lifetime.extendIntro(request.number, before === undefined ? '' : times.instant(before))
  const { preflight: _preflight, ...sections } = planSections(plan, host => hostRow(host), labels)
  return render('follow-up-form', labels.locale, title, {
    head: head('accent', 'i', title, [intro]),
    problem: notice('attention', undefined, [problem === undefined ? '' : labels.refusal(problem)]),
    ...sections,
    facts: facts(planFacts(plan, 'awaiting-approval', labels).filter(([name]) => name !== lifetime.until)),
    warnings: notice('warning', labels.headings.warningsFirst, plan.warnings.map(labels.request.warning)),
    ...(undoes ? { limit: [], limitDay: [] } : limitInputs(entered?.limit ?? {}, labels, problem)),
    reason: [
      reasonInput(
        entered?.reason,
        labels,
        problem,
        undoes
          ? { label: lifetime.undoReason, hint: lifetime.undoReasonHint }
          : { label: lifetime.extendReason, hint: lifetime.extendReasonHint },
      ),
    ],
    foot: foot([]),
    actions: [
      button(
        undoes ? verbs.submitUndo : verbs.submitExtend,
        labels.buttons.submit,
        { request: request.id, form: data.form },
        { style: 'positive', inputs: 'auto' },
      ),
      button(verbs.showRequest, labels.buttons.cancel, { request: request.id }),
    ],
  })
}
