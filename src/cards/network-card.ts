import type { Labels } from '../language/labels.ts'
import { hasFqdnRule, type ManagedNetwork, type Workspace } from '../workspace/managed-network.ts'
import type { OutboundRule } from '../workspace/outbound-rule.ts'
import { partsOf } from '../workspace/workspace-id.ts'
import type { NetworkData } from './card-data.ts'
import { citations } from './cited-sources.ts'
import {
  type Button,
  button,
  effortSection,
  facts,
  foot,
  head,
  hostRow,
  hostSection,
  type Icon,
  linesOf,
  notice,
  type Tone,
} from './fragments.ts'
import { freshnessLine } from './freshness-line.ts'
import { type Rendered, render } from './render.ts'
import { showAs } from './show-as.ts'
import { verbs } from './verbs.ts'

/** Rules shown one by one; with more, a card would pass what Teams takes. */
const rulesShown = 20
const hostsShownPerRule = 12
const failuresShown = 3

/** One workspace and its managed network, as Azure has it. */
export function networkCard(data: NetworkData, labels: Labels): Rendered {
  const { workspace, hub, openRequest, provisioning } = data
  const judged = hub ?? workspace
  const { network } = judged
  const failed = network.rules.filter(rule => rule.status === 'Failed')
  const title =
    failed.length > 0 && network.status === 'Active'
      ? labels.network.failedTitle(judged.name, failed.length)
      : labels.network.title(judged.name, network.isolationMode, network.status)
  const explained = labels.network.explained(network.isolationMode, network.status)
  const own = network.rules.filter(rule => rule.category === 'UserDefined')
  const managed = network.isolationMode !== 'Disabled'
  const offers = provisioning !== undefined && openRequest === undefined

  return render('network', labels.locale, `${title}. ${explained}`, {
    head: head(...lookOf(network), title, [
      explained,
      hub === undefined ? '' : labels.network.usesHub(workspace.name, hub.name),
      offers ? labels.network.provisioning : '',
    ]),
    notices: [
      ...notice('accent', undefined, [
        openRequest === undefined ? '' : labels.verdict.openRequest(openRequest),
      ]),
      ...notice(
        'attention',
        undefined,
        failed.slice(0, failuresShown).map(rule => labels.network.failedRule(rule.name, rule.error ?? '')),
      ),
    ],
    facts: factsOf(judged, own.length, labels),
    rules: managed ? rulesOf(own, labels) : [],
    change: offers ? effortSection(provisioning, network.firewallSku, labels) : [],
    showAs: showAs(data.code, labels, { bytes: 8_000 }),
    foot: foot([
      ...(offers ? citations([], [], true, labels).lines : []),
      ...linesOf([freshnessLine(data.freshness, labels)]),
    ]),
    actions: buttonsOf(data, labels),
  })
}

/** Colour and sign of a network's state. */
export function lookOf({ isolationMode, status, rules }: ManagedNetwork): readonly [Tone, Icon] {
  if (isolationMode === 'unknown') return ['emphasis', '?']
  if (isolationMode === 'Disabled') return ['emphasis', '–']
  if (status === 'Inactive') return ['warning', '!']
  return rules.some(rule => rule.status === 'Failed') ? ['attention', '×'] : ['good', '✓']
}

function factsOf(judged: Workspace, own: number, labels: Labels) {
  const { resourceGroup, subscriptionId } = partsOf(judged.id)
  const { network } = judged
  const managed = network.isolationMode !== 'Disabled'
  const approvedOnly = network.isolationMode === 'AllowOnlyApprovedOutbound'
  const firewall = hasFqdnRule(network) ? (network.status === 'Active' ? 'yes' : 'at-provisioning') : 'no'
  return facts([
    [
      labels.facts.isolationMode,
      labels.values.isolationMode(network.isolationMode, network.isolationModeAsRead),
    ],
    [labels.facts.network, managed ? labels.values.network(network.status) : labels.values.noManagedNetwork],
    [
      labels.facts.firewall,
      approvedOnly
        ? labels.values.firewall(firewall, firewall === 'no' ? undefined : network.firewallSku)
        : undefined,
    ],
    [labels.facts.rules, managed ? labels.values.ruleCounts(own, network.rules.length - own) : undefined],
    [labels.facts.publicAccess, labels.values.publicAccess(judged.publicNetworkAccess)],
    [labels.facts.kind, judged.kind === 'Default' ? undefined : judged.kind],
    [labels.facts.resourceGroup, resourceGroup],
    [labels.facts.subscription, subscriptionId],
    [labels.facts.region, judged.location],
  ])
}

function rulesOf(own: readonly OutboundRule[], labels: Labels) {
  const shown = own.slice(0, rulesShown)
  const rest = own.length - shown.length
  return hostSection(labels.headings.ownRules(own.length), [
    ...shown.map(rule =>
      hostRow(rule.name, labels.values.ruleStatus(rule.status), destinationOf(rule, labels)),
    ),
    ...(rest === 0 ? [] : [hostRow('…', labels.network.moreRules(rest))]),
  ])
}

/** What a rule lets through, as one line. */
function destinationOf(rule: OutboundRule, labels: Labels): string {
  switch (rule.type) {
    case 'FQDN': {
      const rest = rule.destinations.length - hostsShownPerRule
      const shown = rule.destinations.slice(0, hostsShownPerRule)
      return labels.counts.list(rest > 0 ? [...shown, `+ ${labels.counts.hosts(rest)}`] : shown)
    }
    case 'PrivateEndpoint':
      return `${rule.serviceResourceId.split('/').slice(-2).join(' ')} (${rule.subresourceTarget})`
    case 'ServiceTag':
      return `${rule.serviceTag}, ${rule.protocol} ${rule.portRanges}`
    case 'Other':
      return rule.typeAsRead
  }
}

function buttonsOf(
  { openRequest, provisioning, hub, workspace, canRequest = false }: NetworkData,
  labels: Labels,
): readonly Button[] {
  const judged = hub ?? workspace
  const { network } = judged
  const wait = waits(judged)
    ? [button(verbs.waitForNetwork, labels.waiting.button, { workspace: judged.id })]
    : []
  const change =
    canRequest && network.isolationMode === 'AllowOnlyApprovedOutbound'
      ? [button(verbs.openChange, labels.proposal.open, { workspace: judged.id })]
      : []
  if (openRequest !== undefined) {
    const request = { request: openRequest.id }
    return [
      button(verbs.watch, labels.proposal.tellMeToo, request, { style: 'positive' }),
      button(verbs.showRequest, labels.buttons.showRequest(openRequest.number), request),
      ...wait,
      ...change,
    ]
  }
  if (provisioning === undefined) return [...wait, ...change]
  return [
    button(
      verbs.openProvisioning,
      labels.buttons.requestProvisioning,
      { workspace: judged.id },
      { style: 'positive' },
    ),
    ...wait,
    ...change,
  ]
}

function waits({ network }: Workspace): boolean {
  return network.status === 'Inactive' && network.isolationMode !== 'Disabled'
}
