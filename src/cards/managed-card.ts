import type { Plan } from '../changes/plan.ts'
import { planAsCode } from '../changes/plan-as-code.ts'
import type { Labels } from '../language/labels.ts'
import { button, head, hostRow, hostSection } from './fragments.ts'
import { type Rendered, render } from './render.ts'
import { showAs } from './show-as.ts'
import { verbs } from './verbs.ts'

/** A workspace whose rules are written in code: what to merge there, in place of a request that its next run would undo. */
export function managedCard(plan: Plan, by: 'terraform' | 'bicep', labels: Labels): Rendered {
  const { workspaceName, workspaceId, effect } = plan
  const title = labels.underPolicy.managedTitle(workspaceName, by)
  const removed = effect.removed ?? []
  return render('managed', labels.locale, `${title}. ${labels.underPolicy.managed(by)}`, {
    head: head('accent', 'i', title, [labels.underPolicy.managed(by)]),
    hosts: [
      ...hostSection(
        labels.headings.addedHosts(effect.hosts.length),
        effect.hosts.map(host => hostRow(host)),
      ),
      ...hostSection(
        labels.plan.removedHosts(removed.length),
        removed.map(host => hostRow(host)),
      ),
    ],
    showAs: showAs(planAsCode(plan), labels),
    actions: [
      button(verbs.showNetwork, labels.buttons.showNetwork(workspaceName), { workspace: workspaceId }),
      button(verbs.help, labels.buttons.help, {}),
    ],
  })
}
