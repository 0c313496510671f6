import type { Labels } from '../language/labels.ts'
import { isWildcard } from '../workspace/host.ts'
import { citations } from './cited-sources.ts'
import { bareText } from './escape.ts'
import type { RequestFormData } from './form-data.ts'
import { button, effortSection, foot, head, hostSection, notice } from './fragments.ts'
import { limitInputs } from './limit-inputs.ts'
import { reasonInput } from './reason-input.ts'
import { type Rendered, render } from './render.ts'
import { inputs, verbs } from './verbs.ts'

/** What to request and why, before anything is requested. */
export function requestFormCard(data: RequestFormData, labels: Labels): Rendered {
  const { workspace, collection, tiers, entered, problem } = data
  const subject = { collection: collection.name, workspace: workspace.name }
  const title = labels.form.title(subject)
  const all = [
    ...new Map(tiers.flatMap(({ hosts }) => hosts.map(host => [host.host, host] as const))).values(),
  ]
  const cited = citations([], all, true, labels)
  const documented = all.filter(({ tier }) => tier === 'documented')
  const current = all.filter(({ tier }) => tier === 'current')
  const { models = [] } = data
  const ids = {
    workspace: workspace.id,
    collection: collection.id,
    ...(models.length === 0 ? {} : { models: models.join(',') }),
  }
  const chosen = tiers.find(({ tier }) => tier === entered?.tier)?.tier ?? data.preselected

  return render('request-form', labels.locale, title, {
    head: head('accent', 'i', title, [
      labels.form.intro,
      models.length === 0 ? '' : `${labels.plan.models}: ${labels.counts.list(models)}.`,
    ]),
    problem: notice('attention', undefined, [problem === undefined ? '' : labels.refusal(problem)]),
    tier: [
      {
        id: inputs.tier,
        label: bareText(labels.form.tierLabel),
        error: bareText(labels.form.tierError),
        value: chosen,
        choices: tiers.map(({ tier, hosts }) => ({
          value: tier,
          title: bareText(
            labels.form[tier](hosts.length, hosts.filter(({ host }) => isWildcard(host)).length),
          ),
        })),
      },
    ],
    hosts: [
      ...hostSection(labels.form.documentedHosts(documented.length), documented.map(cited.row)),
      ...hostSection(labels.form.currentHosts(current.length), current.map(cited.row)),
    ],
    change: effortSection(data.effort, workspace.network.firewallSku, labels),
    warnings: notice('warning', labels.headings.warningsFirst, [
      ...data.warnings.map(labels.request.warning),
      tiers.length > 1 ? labels.form.currentAdvice : '',
    ]),
    ...limitInputs(entered?.limit ?? {}, labels, problem),
    reason: [reasonInput(entered?.reason, labels, problem)],
    foot: foot(cited.lines),
    actions: [
      button(
        verbs.submitRequest,
        labels.buttons.submit,
        { ...ids, form: data.form },
        { style: 'positive', inputs: 'auto' },
      ),
      button(verbs.canUse, labels.buttons.cancel, ids),
    ],
  })
}
