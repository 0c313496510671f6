import { coverageOf, type HostCoverage, type Standing, standingOf } from '../workspace/host-coverage.ts'
import type { ManagedNetwork, Workspace } from '../workspace/managed-network.ts'
import type { OutboundRule, PrivateEndpointRule } from '../workspace/outbound-rule.ts'
import type { Reason } from './reason.ts'
import { inactive, note, remarksOn, underWay } from './remarks.ts'
import {
  type CoveredHost,
  type Details,
  type OwnChange,
  optionOf,
  optionsOf,
  type Question,
  type Verdict,
  verdict,
} from './verdict.ts'

/**
 * Whether this collection can be used in this workspace. Pure: what Azure says now, held against what the documents say.
 * First match wins. `workspace` is the one whose network counts: of a Project, its hub.
 */
export function judge(question: Question, workspace: Workspace, change?: OwnChange): Verdict {
  const { collection, capability } = question
  const { network } = workspace
  const option = optionOf(question)

  if (network.isolationMode === 'unknown')
    return verdict('unknown', question, [{ code: 'mode-unknown', mode: network.isolationModeAsRead }])
  if (!optionsOf(question).includes(option))
    return verdict('not-offered', question, [{ code: 'option-not-offered', option }])
  if (capability !== undefined && collection.capabilities[capability] !== true)
    return verdict('not-offered', question, [{ code: 'capability-not-offered', capability }])
  if (option === 'serverless')
    return verdict('follows-public-access', question, [
      { code: 'follows-public-access', publicNetworkAccess: workspace.publicNetworkAccess },
    ])
  switch (network.isolationMode) {
    case 'Disabled':
      return workspace.publicNetworkAccess === 'Disabled'
        ? verdict('not-isolated', question, [{ code: 'mode-disabled-private' }], { headword: 'depends' })
        : verdict('not-isolated', question, [{ code: 'mode-disabled-public' }])
    case 'AllowInternetOutbound':
      return network.status === 'Active'
        ? verdict('ready', question, [{ code: 'internet-outbound-allowed' }])
        : verdict('not-provisioned', question, [
            { code: 'internet-outbound-allowed' },
            { code: 'network-inactive' },
          ])
    case 'AllowOnlyApprovedOutbound':
      return judgeApprovedOutbound(question, network, change)
  }
}

function judgeApprovedOutbound(question: Question, network: ManagedNetwork, change?: OwnChange): Verdict {
  switch (question.collection.needs) {
    case 'not-documented':
      return verdict('not-documented', question, [{ code: 'hosts-not-documented' }, ...inactive(network)])
    case 'private-endpoint':
      if (network.rulesUnread) return verdict('unknown', question, [{ code: 'rules-unread' }])
      return judgeEndpoint(question, network, change)
    case 'nothing':
      return judgeEffect(question, network, {}, [{ code: 'no-hosts-needed' }], change)
    case 'hosts':
      if (network.rulesUnread) return verdict('unknown', question, [{ code: 'rules-unread' }])
      return judgeHosts(question, network, change)
  }
}

function judgeEndpoint(question: Question, network: ManagedNetwork, change?: OwnChange): Verdict {
  const rules = network.rules.filter(isEndpointOfAccount)
  const standing = (...wanted: readonly Standing[]) =>
    rules.find(rule => wanted.some(each => each === standingOf(rule, network)))
  const remarks: Reason[] = rules.flatMap(rule => {
    const worth = standingOf(rule, network)
    const host = rule.serviceResourceId.split('/').at(-1) ?? ''
    return worth === 'switched-off' || worth === 'deleting' || worth === 'unknown-status'
      ? [{ code: 'rule-disregarded', rule: rule.name, host, status: rule.status }]
      : []
  })

  const present = standing('effective', 'configured')
  if (present !== undefined) {
    const reason: Reason = { code: 'private-endpoint-present', rule: present.name }
    return judgeEffect(question, network, {}, [reason, ...remarks], change)
  }
  const waiting = standing('provisioning')
  if (waiting !== undefined)
    return verdict('in-progress', question, [{ code: 'rule-provisioning', rule: waiting.name }, ...remarks])
  const failed = standing('failed')
  if (failed !== undefined) {
    const reason: Reason = { code: 'rule-failed', rule: failed.name, error: failed.error ?? '' }
    return verdict('rule-failed', question, [reason, ...remarks])
  }
  return verdict('needs-private-endpoint', question, [
    { code: 'private-endpoint-missing' },
    ...inactive(network),
    ...remarks,
  ])
}

function isEndpointOfAccount(rule: OutboundRule): rule is PrivateEndpointRule {
  return (
    rule.type === 'PrivateEndpoint' &&
    /\/providers\/Microsoft\.CognitiveServices\/accounts\//i.test(rule.serviceResourceId)
  )
}

function judgeHosts(question: Question, network: ManagedNetwork, change?: OwnChange): Verdict {
  const all = question.collection.hosts.map(needed => ({
    needed,
    coverage: coverageOf(needed.host, network),
  }))
  const missing = all
    .filter(({ needed, coverage }) => needed.tier === 'documented' && coverage.by === undefined)
    .map(({ needed }) => needed)
  const later = all
    .filter(({ needed, coverage }) => needed.tier === 'current' && !inPlace(coverage))
    .map(({ needed }) => needed)
  const documented = all.filter(({ needed }) => needed.tier === 'documented').map(({ coverage }) => coverage)
  const covered = all
    .filter(({ needed }) => !later.includes(needed))
    .flatMap(({ coverage }) => coveredBy(coverage))
  const details: Details = { missing, later, covered }
  const remarks = [...note(question), ...remarksOn(all.map(({ coverage }) => coverage))]

  if (missing.length > 0) {
    const count: Reason = { code: 'hosts-missing', missing: missing.length, of: documented.length }
    return verdict('missing-rules', question, [count, ...remarks], details)
  }
  const failed = documented.find(({ by }) => by?.standing === 'failed')?.by
  if (failed !== undefined)
    return verdict(
      'rule-failed',
      question,
      [{ code: 'rule-failed', rule: failed.rule, error: failed.error ?? '' }, ...remarks],
      details,
    )
  const waiting = documented.find(({ by }) => by?.standing === 'provisioning')?.by
  if (waiting !== undefined)
    return verdict(
      'in-progress',
      question,
      [{ code: 'rule-provisioning', rule: waiting.rule }, ...remarks],
      details,
    )
  return judgeEffect(question, network, details, remarks, change)
}

/** Everything needed is in place: does it take effect, and is it all that later lists ask for? */
function judgeEffect(
  question: Question,
  network: ManagedNetwork,
  details: Details,
  remarks: readonly Reason[],
  change?: OwnChange,
): Verdict {
  if (change !== undefined) return verdict('in-progress', question, [underWay(change), ...remarks], details)
  if (network.status === 'Inactive')
    return verdict('not-provisioned', question, [{ code: 'network-inactive' }, ...remarks], details)
  const later = details.later?.length ?? 0
  if (later > 0)
    return verdict(
      'documented-minimum',
      question,
      [{ code: 'documented-hosts-covered', later }, ...remarks],
      details,
    )
  const covered: Reason[] = question.collection.needs === 'hosts' ? [{ code: 'all-hosts-covered' }] : []
  return verdict('ready', question, [...covered, ...remarks], details)
}

/** A host of a later list counts only where an Active rule covers it, or will once the network is provisioned. */
function inPlace({ by }: HostCoverage): boolean {
  return by?.standing === 'effective' || by?.standing === 'configured'
}

function coveredBy({ host, by }: HostCoverage): CoveredHost[] {
  return by === undefined ? [] : [{ host, rule: by.rule, destination: by.destination }]
}
