import type { Labels } from '../language/labels.ts'
import type { NetworkData } from './card-data.ts'
import { facts, foot, head, linesOf } from './fragments.ts'
import { freshnessLine } from './freshness-line.ts'
import { lookOf } from './network-card.ts'
import { type Rendered, render } from './render.ts'

/**
 * What a pasted link shows of a workspace. Everybody in the chat reads it under the name of whoever pasted the link, so it says
 * how the network stands and names no host, rule, subscription or resource group; and it has no button.
 */
export function linkCard(
  { workspace, hub, freshness }: Pick<NetworkData, 'workspace' | 'hub' | 'freshness'>,
  labels: Labels,
): Rendered {
  const judged = hub ?? workspace
  const { network } = judged
  const title = labels.network.title(judged.name, network.isolationMode, network.status)
  const explained = labels.network.explained(network.isolationMode, network.status)
  const managed = network.isolationMode !== 'Disabled'
  return render('link', labels.locale, `${title}. ${explained}`, {
    head: head(...lookOf(network), title, [
      explained,
      hub === undefined ? '' : labels.network.usesHub(workspace.name, hub.name),
    ]),
    facts: facts([
      [
        labels.facts.isolationMode,
        labels.values.isolationMode(network.isolationMode, network.isolationModeAsRead),
      ],
      [
        labels.facts.network,
        managed ? labels.values.network(network.status) : labels.values.noManagedNetwork,
      ],
      [labels.facts.publicAccess, labels.values.publicAccess(judged.publicNetworkAccess)],
    ]),
    foot: foot(linesOf([labels.link.ask(workspace.name), freshnessLine(freshness, labels)])),
  })
}
