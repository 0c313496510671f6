import type { Labels } from '../language/labels.ts'
import { citations } from './cited-sources.ts'
import type { ProvisioningFormData } from './form-data.ts'
import { button, effortSection, facts, foot, head, notice, section } from './fragments.ts'
import { planFacts } from './plan-facts.ts'
import { reasonInput } from './reason-input.ts'
import { type Rendered, render } from './render.ts'
import { sparkInput } from './spark-input.ts'
import { verbs } from './verbs.ts'

/** What provisioning means and why it is wanted, before it is requested. */
export function provisioningFormCard(data: ProvisioningFormData, labels: Labels): Rendered {
  const { workspace, plan, problem } = data
  const title = labels.form.provisioningTitle(workspace.name)
  return render('provisioning-form', labels.locale, title, {
    head: head('accent', 'i', title, [labels.form.provisioningIntro]),
    problem: notice('attention', undefined, [problem === undefined ? '' : labels.refusal(problem)]),
    facts: facts(
      planFacts(plan, 'awaiting-approval', labels).filter(([name]) => name !== labels.facts.takes),
    ),
    change: effortSection(plan.effort, plan.firewallSku, labels),
    warnings: notice('warning', labels.headings.warningsFirst, plan.warnings.map(labels.request.warning)),
    preflight: section(
      labels.plan.preflightTitle,
      (plan.preflight ?? []).map(({ check, standing }) => labels.plan.preflight(check, standing)),
    ),
    spark: [sparkInput(data.entered?.spark, labels)],
    reason: [reasonInput(data.entered?.reason, labels, data.problem)],
    foot: foot(citations([], [], true, labels).lines),
    actions: [
      button(
        verbs.submitProvisioning,
        labels.buttons.submit,
        { workspace: workspace.id, form: data.form },
        { style: 'positive', inputs: 'auto' },
      ),
      button(verbs.showNetwork, labels.buttons.cancel, { workspace: workspace.id }),
    ],
  })
}
