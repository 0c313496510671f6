import { elapsed } from './elapsed.ts'
import type { Labels } from './labels.ts'
import type {
  BadHostMatter,
  CheckMatter,
  EffortMatter,
  EventMatter,
  FailureMatter,
  HostProblemMatter,
  NoPlanMatter,
  NotRemovedMatter,
  ObstacleMatter,
  PhaseMatter,
  ReasonMatter,
  RefusalMatter,
  StandingMatter,
  StateMatter,
  TroubleMatter,
  VerdictMatter,
  WarningMatter,
} from './matter.ts'
import { messages } from './message.ts'
import { quoted } from './quoted.ts'
import { runs } from './runs.ts'
import { type Signs, wordSet } from './signs.ts'

const locale = 'en-GB'
const message = messages(locale)
const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' })

const hosts = (count: number) => message('{count, plural, one {# host} other {# hosts}}', { count })
const workspaces = (count: number) =>
  message('{count, plural, one {# workspace} other {# workspaces}}', { count })
const numeral = (count: number) => message('{count, number}', { count })
const list = (items: readonly string[]) => conjunction.format(items)

function says(message: string): string {
  return message.trim() === '' ? '' : ` Azure says: ${quoted(message)}.`
}

const stateWords: Record<StateMatter, string> = {
  'awaiting-approval': 'waiting for approval',
  approved: 'approved',
  applying: 'being applied',
  done: 'done',
  failed: 'failed',
  rejected: 'rejected',
  expired: 'expired',
  withdrawn: 'withdrawn',
}

const events: Record<EventMatter, (name: string) => string> = {
  submitted: name => `${name} asked for it`,
  'approval-counted': name => `${name} approved it, and more approvals are needed`,
  approved: name => `${name} approved it`,
  rejected: name => `${name} rejected it`,
  withdrawn: name => `${name} withdrew it`,
  expired: () => 'It expired before anybody decided',
  begun: () => 'Gatehouse began to apply it',
  done: () => 'It is done, and was read back from Azure',
  configured: () => 'Its rules are stored, without effect until the network is provisioned',
  failed: () => 'It failed',
}

const verdictTitles: Record<
  Exclude<VerdictMatter, 'not-isolated'>,
  (subject: { collection: string; workspace: string }) => string
> = {
  unknown: ({ collection, workspace }) =>
    `Unknown: Gatehouse cannot tell whether ${collection} can be used in ${workspace}`,
  'not-offered': ({ collection }) => `No: ${collection} is not offered in this way`,
  'follows-public-access': ({ collection, workspace }) =>
    `It depends: serverless ${collection} follows the public access of ${workspace}`,
  ready: ({ collection, workspace }) => `Yes: ${collection} can be used in ${workspace}`,
  'not-provisioned': ({ workspace }) => `Not yet: the network of ${workspace} is not provisioned`,
  'needs-private-endpoint': ({ collection, workspace }) =>
    `Not yet: ${collection} needs a private endpoint in ${workspace}`,
  'not-documented': ({ collection }) => `It depends: no document lists the hosts that ${collection} needs`,
  'missing-rules': ({ collection, workspace }) => `Not yet: ${collection} cannot be used in ${workspace}`,
  'rule-failed': ({ collection, workspace }) => `No: a rule for ${collection} has failed in ${workspace}`,
  'in-progress': ({ collection, workspace }) => `Not yet: ${workspace} is being opened for ${collection}`,
  'documented-minimum': ({ collection, workspace }) =>
    `Yes, by the list of 2023: ${collection} can be used in ${workspace}, but may still fail`,
}

const byHand = {
  'isolation-mode': 'Isolation mode by hand',
  'disable-public-access': 'Public access by hand',
  'add-private-endpoint': 'Private endpoints by hand',
} as const

const notFromChatTitles = {
  'isolation-mode': 'The isolation mode is not changed from a chat',
  'disable-public-access': 'Public network access is not changed from a chat',
  'enable-public-access': 'Public network access is not changed from a chat',
  'add-private-endpoint': 'Private endpoints are not changed from a chat',
  'remove-private-endpoint': 'Private endpoints are not changed from a chat',
} as const

const whyNotFromChat = {
  'isolation-mode':
    'A mode changes what the whole workspace can reach and cannot be taken back, so no approval card offers it. Whoever administers the workspace changes it by hand.',
  'disable-public-access':
    'It decides who reaches the workspace at all, and could lock people out or let them in; Gatehouse changes FQDN rules and provisions networks, nothing else. Whoever administers the workspace changes it by hand.',
  'enable-public-access':
    'It decides who reaches the workspace at all, and could lock people out or let them in; Gatehouse changes FQDN rules and provisions networks, nothing else. Whoever administers the workspace changes it by hand.',
  'add-private-endpoint':
    'A private endpoint reaches into another resource, whose owner has a say; Gatehouse changes FQDN rules and provisions networks, nothing else. Whoever administers both resources makes the change by hand.',
  'remove-private-endpoint':
    'A private endpoint reaches into another resource, whose owner has a say; Gatehouse changes FQDN rules and provisions networks, nothing else. Whoever administers both resources makes the change by hand.',
} as const

const codeNames = { cli: 'az CLI', bicep: 'Bicep', terraform: 'Terraform', rest: 'REST', csv: 'CSV' } as const

const options: Record<string, string> = {
  'managed-compute': 'managed compute',
  serverless: 'the serverless API',
}
const capabilities: Record<string, string> = {
  'online-inference': 'online inference',
  'batch-inference': 'batch inference',
  'fine-tuning': 'fine-tuning',
  evaluation: 'evaluation',
  import: 'import',
}

function reason(
  it: ReasonMatter,
  { collection, workspace }: { collection: string; workspace: string },
): string {
  switch (it.code) {
    case 'workspace-not-found':
      return `Azure knows no workspace named ${workspace}, or Gatehouse may not see it. Check the spelling, or ask which workspaces there are.`
    case 'workspace-not-readable':
      return `Gatehouse's own identity may not read ${workspace}. An administrator can give it the role Reader there.`
    case 'workspace-ambiguous':
      return `Several workspaces are named ${workspace}. Ask again with the one that you mean.`
    case 'via-hub':
      return `${workspace} is a project and uses the managed network of its hub, ${it.hub}.`
    case 'rules-unread':
      return `The outbound rules of ${workspace} have not been read yet: the list of workspaces leaves them out. Ask about ${workspace} alone, or again in some minutes.`
    case 'mode-unknown':
      return `The isolation mode of ${workspace} is "${it.mode}". Gatehouse does not know this mode and concludes nothing from it.`
    case 'option-not-offered':
      return `${collection} is not offered on ${options[it.option] ?? it.option}.`
    case 'capability-not-offered':
      return `${collection} does not offer ${capabilities[it.capability] ?? it.capability}.`
    case 'follows-public-access':
      return it.publicNetworkAccess === 'Disabled'
        ? `Outbound rules do not matter here. Public network access of ${workspace} is disabled, so its endpoints answer through private endpoints only. Endpoints and private endpoints from before 11 July 2024 do not follow this flag; a change of it takes up to 5 minutes. Region and billing country limit the offer further.`
        : `Outbound rules do not matter here. Public network access of ${workspace} is enabled, so its endpoints answer from the internet. A change of this flag takes up to 5 minutes. Region and billing country limit the offer further.`
    case 'mode-disabled-public':
      return `${workspace} has no managed network, so nothing is held back, and nothing is isolated either.`
    case 'mode-disabled-private':
      return `${workspace} has no managed network and its public access is disabled. A network of your own may stand in between: Gatehouse cannot see it, and the documents do not support it with the Model Catalog.`
    case 'internet-outbound-allowed':
      return `${workspace} lets all outbound traffic to the internet through, so no rule is needed and no firewall is billed.`
    case 'no-hosts-needed':
      return `${collection} needs no outbound rule of its own.`
    case 'private-endpoint-missing':
      return `${workspace} has no private-endpoint rule to an Azure OpenAI or Azure AI services account. Gatehouse does not add private endpoints; whoever owns the workspace can.`
    case 'private-endpoint-present':
      return `The private endpoint exists: rule ${it.rule}.`
    case 'hosts-not-documented':
      return `The weights of ${collection} can be reached without a rule. Some of its models install packages from public hosts when they start, and no document says which. If a deployment fails on packages, the hosts of Curated by Azure AI are the ones to try.`
    case 'judged-by-language-models':
      return `This answer is for the language models of ${collection}, which install packages when they start. Others may work already.`
    case 'hosts-missing':
      return it.missing === it.of
        ? message(
            '{of, plural, =1 {The one host that {collection} needs is not allowed yet} other {None of the # hosts that {collection} needs is allowed yet}}.',
            { of: it.of, collection },
          )
        : message(
            '{missing, number} of the {of} that {collection} needs {missing, plural, one {is} other {are}} not allowed yet.',
            { missing: it.missing, of: hosts(it.of), collection },
          )
    case 'rule-disregarded':
      return `Rule ${it.rule} names ${it.host} but lets nothing through: Azure gives its status as ${it.status}.`
    case 'rule-failed':
      return `Rule ${it.rule} failed, and no other rule lets its hosts through.${says(it.error)} Whoever owns the workspace can delete the rule and ask again here.`
    case 'rule-provisioning':
      return `Azure is still putting rule ${it.rule} in place. Ask again in a few minutes.`
    case 'change-under-way':
      return `Request #${it.request} is being applied now. You will be told in its thread when it is finished.`
    case 'network-inactive':
      return `The managed network of ${workspace} is configured but not provisioned, so nothing that is configured takes effect yet.`
    case 'documented-hosts-covered':
      return `All hosts of the list of 2023 are allowed. Later lists name ${hosts(it.later)} more, and deployments are known to fail without them.`
    case 'all-hosts-covered':
      return `Every host that any list names for ${collection} is allowed by an active rule.`
    case 'wide-wildcard':
      return `Rule ${it.rule} allows ${it.destination}, which also lets through other names that merely end like this.`
  }
}

function troubleClause(trouble: TroubleMatter): string {
  switch (trouble.is) {
    case 'hub-unread':
      return `its hub ${trouble.hub} could not be read`
    case 'not-found':
      return 'Azure did not find it'
    case 'forbidden':
      return "Gatehouse's identity lacks a role in Azure"
    case 'disallowed':
      return 'a policy or a lock in Azure forbids it'
    case 'unauthenticated':
      return 'Gatehouse could not sign in to Azure'
    case 'throttled':
      return 'Azure asked Gatehouse to slow down'
    case 'busy':
      return 'another change is running on this workspace'
    case 'refused':
      return 'Azure refused the request'
    case 'unavailable':
      return 'Azure could not be reached'
    case 'timed-out':
      return 'Azure did not answer in time'
    case 'not-understood':
      return 'Azure answered in a way that Gatehouse does not understand'
  }
}

function troubleSentence(trouble: TroubleMatter, workspace: string | undefined): string {
  const it = workspace ?? 'this'
  switch (trouble.is) {
    case 'hub-unread':
      return `${workspace ?? 'It'} is a project and uses the managed network of its hub ${trouble.hub}, ${trouble.because === 'forbidden' ? "which Gatehouse's identity may not read. An administrator has to give it a role there." : 'which Azure does not know, or Gatehouse may not see.'}`
    case 'not-found':
      return `Azure does not know ${it}, or Gatehouse may not see it. Check the spelling, or ask which workspaces there are.`
    case 'forbidden':
      return `Gatehouse's own identity may not read or change ${it}. An administrator has to give it a role there. Your own rights in Azure do not matter here.`
    case 'disallowed':
      return `A policy or a lock in Azure forbids this (${trouble.code}). Trying again cannot help: whoever owns the policy has to allow it first.`
    case 'unauthenticated':
      return 'Gatehouse could not sign in to Azure. An administrator has to look at its credentials.'
    case 'throttled':
      return message(
        'Azure asked Gatehouse to slow down. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
        { minutes: Math.max(1, Math.ceil(trouble.retryAfterSeconds / 60)) },
      )
    case 'busy':
      return `Another change is running on ${it}. Azure takes one at a time: try again when it has finished.`
    case 'refused':
      return `Azure refused the request (${trouble.code}). If it happens again, tell an administrator.`
    case 'unavailable':
      return 'Azure could not be reached. Try again in a few minutes.'
    case 'timed-out':
      return 'Azure did not answer in time. Try again in a few minutes.'
    case 'not-understood':
      return 'Azure answered in a way that Gatehouse does not understand. If it happens again, tell an administrator.'
  }
}

const hostProblems: Record<HostProblemMatter, string> = {
  empty: 'it is empty',
  'has-scheme': 'it starts with a scheme such as https://, which a rule does not know',
  'has-port': 'it names a port, and rules always mean ports 80 and 443',
  'has-path': 'it names a path, and a rule lets whole hosts through, so that the path could not be enforced',
  'is-address': 'it is an address, and rules take names only',
  'is-everything': 'it would let everything through',
  'wildcard-without-dot':
    'its wildcard has no dot after the star, so that it would match other names that end like this',
  'wildcard-inside': 'its star does not stand at the beginning',
  'wildcard-over-suffix':
    'its wildcard spans a public suffix such as github.io, under which anybody can have a name',
  'azure-storage':
    'it is an Azure Storage account, which takes a private endpoint instead: through a rule for its host, data could leave for any account',
  'not-a-host': 'it is not the name of a host',
}

function badHost({ host, problem, offer }: BadHostMatter): string {
  const instead = offer === undefined ? '' : ` What can be requested is ${offer}.`
  return `${host === '' ? 'An empty entry' : `The entry ${host}`} cannot go into a rule: ${hostProblems[problem]}.${instead}`
}

function noPlan(because: NoPlanMatter, workspace: string): string {
  switch (because.is) {
    case 'nothing-to-do': {
      const by = (because.covered ?? []).slice(0, 12).map(({ host, rule }) => `${host} by rule ${rule}`)
      return `Everything that this would change is in place in ${workspace} already${by.length === 0 ? '' : `: ${list(by)}`}. Ask the question again for the answer of now.`
    }
    case 'project-has-no-network':
      return `${workspace} is a project and has no network of its own. Ask about its hub instead.`
    case 'wrong-mode':
      switch (because.isolationMode) {
        case 'Disabled':
          return `${workspace} has no managed network, so there is nothing to open or provision.`
        case 'AllowInternetOutbound':
          return `${workspace} lets all outbound traffic through, so it takes no rules for hosts.`
        case 'AllowOnlyApprovedOutbound':
          return `The isolation mode of ${workspace} does not fit this change.`
        case 'unknown':
          return `The isolation mode of ${workspace} is one that Gatehouse does not know, so it changes nothing there.`
      }
      break
    case 'bad-host':
      return `${badHost(because)} Nothing was requested.`
    case 'both-ways':
      return `${list(because.hosts)} cannot be allowed and removed in one request. Nothing was requested.`
    case 'nothing-removable':
      return `Nothing can be removed. ${because.notRemoved.map(notRemoved).join(' ')}`
  }
}

function notRemoved(it: NotRemovedMatter): string {
  switch (it.why) {
    case 'in-no-rule':
      return `No rule names ${it.host}.`
    case 'by-wildcard':
      return `No rule names ${it.host} itself: ${it.destination} in rule ${it.rule} lets it through, with other names. Remove that one instead.`
    case 'not-ours':
      return `${it.host} stands in rule ${it.rule}, which is of Azure's own category ${it.category}. Gatehouse does not touch such rules, private endpoints or service tags.`
    case 'other-rule':
      return `${it.host} stands in rule ${it.rule}, which that request did not write, so it stays there.`
    case 'rule-at-rest':
      return `${it.host} stands in rule ${it.rule} beside other hosts, and the rule lets nothing through (${it.status}). Writing it anew would switch it on, so it stays as it is. Whoever owns the workspace can delete it.`
    case 'claimed':
      return `${it.host} stays, because others have had it opened and still count on it: ${list(it.claims.map(claim => `${claim.by.name} with request #${claim.request}`))}.`
  }
}

const seen: Record<CheckMatter, Record<StandingMatter, string>> = {
  'other-operation': {
    fine: 'No other change is running on the workspace.',
    attention: 'Another change is running on the workspace; Gatehouse waits for its end.',
    unseen: 'Gatehouse cannot see whether another change is running.',
  },
  'public-access-for-spark': {
    fine: 'Public network access is disabled, as serverless Spark needs it.',
    attention:
      'Public network access is enabled. With Spark it has to be disabled first, or else the private endpoint of the workspace may not be made.',
    unseen: 'Gatehouse cannot see the public network access, which serverless Spark needs disabled.',
  },
  'rules-waiting': {
    fine: 'Rules for hosts are waiting, so that a firewall comes with the network.',
    attention: 'Rules for hosts are waiting, so that a firewall comes with the network.',
    unseen: 'Gatehouse cannot see whether rules are waiting.',
  },
  locks: {
    fine: 'No lock stands on the workspace or its resource group.',
    attention: 'A lock stands on the workspace or its resource group and may stop it.',
    unseen:
      'Please check: no lock on the workspace or its resource group, or else Azure may be kept from its own work.',
  },
  'provider-registration': {
    fine: 'The provider Microsoft.Network is registered in the subscription.',
    attention: 'The provider Microsoft.Network is not registered in the subscription.',
    unseen: 'Please check: the provider Microsoft.Network is registered in the subscription.',
  },
  policy: {
    fine: 'No Azure Policy forbids private endpoints that Azure manages.',
    attention: 'An Azure Policy forbids private endpoints that Azure manages.',
    unseen: 'Please check: no Azure Policy of your own forbids private endpoints that Azure manages.',
  },
  'identity-role': {
    fine: "The workspace's managed identity may approve private endpoints.",
    attention: "The workspace's managed identity may not approve private endpoints.",
    unseen:
      "Please check: the workspace's managed identity may approve private endpoints (role Azure AI Enterprise Network Connection Approver) on resources of your own.",
  },
}

function refusal(it: RefusalMatter): string {
  switch (it.is) {
    case 'identity-unknown':
      return 'Teams did not say who you are in your organisation, so only help is open to you. Sign in with your work account and try again.'
    case 'may-not-ask':
      return 'You are not among those who may ask here. An administrator of Gatehouse can add you.'
    case 'guest':
      return it.known
        ? 'You are a guest of this organisation, and Gatehouse serves its members only. An administrator of Gatehouse can change that in the policy.'
        : 'Teams did not say whether you are a guest of this organisation, and Gatehouse serves its members only. Nothing was recorded: try again in a minute.'
    case 'no-approver-configured':
      return 'Nobody is named as an approver yet, so nothing can be requested. An administrator can name approvers in the policy.'
    case 'approvers-unread':
      return message(
        'Only members of {groups} may approve here, and who they are could not be read from Microsoft Entra ID for a while. Nobody counts as a member for now: try again in some minutes, or tell an administrator of Gatehouse.',
        { groups: list(it.groups) },
      )
    case 'not-an-approver':
      return it.approvers.length === 0
        ? 'Only an approver may decide this, and nobody is named as one.'
        : `Only an approver may decide this: ${list(it.approvers)}. Nothing was recorded.`
    case 'own-request':
      return 'This is your own request, so somebody else has to decide it. You can withdraw it.'
    case 'watches-it':
      return 'You asked for the same and are told of its end, so somebody else has to decide it.'
    case 'nothing-entered':
      return 'Please name at least one host to allow or to remove.'
    case 'bad-hosts':
      return `${it.refused.map(badHost).join(' ')} Nothing was requested.`
    case 'hosts-denied':
      return message(
        'The policy lets nobody open {hosts}. Ask for what you need without {count, plural, one {it} other {them}}.',
        { count: it.hosts.length, hosts: list(it.hosts) },
      )
    case 'managed-as-code':
      return `The outbound rules of this workspace are kept in ${codeNames[it.by]}, whose next run would take away what is made here. Make the change there.`
    case 'too-few-approvers':
      return message(
        'This takes {of, number} approvers, and besides you there {there, plural, one {is #} other {are #}}. An administrator can name more in the policy.',
        { of: it.of, there: it.there },
      )
    case 'not-the-requester':
      return 'Only the person who made this request can withdraw it.'
    case 'no-such-request':
      return 'There is no such request here. Ask your question again to make a new one.'
    case 'bad-limit':
      return 'Please choose for how long: a period of the list, or a day that is still to come and at most a year away.'
    case 'not-later':
      return 'Please choose an end that is later than the present one, or “For good”.'
    case 'no-limit':
      return `Request #${it.number} opened nothing for a time, so there is no end to move.`
    case 'cannot-undo':
      return it.because === 'not-done'
        ? `Only what is done can be undone, and request #${it.number} is not done. Write “show #${it.number}” to see where it stands.`
        : it.because === 'time-over'
          ? `What request #${it.number} took out was open for a time only, and that is over. Ask for it again with a new end.`
          : `Request #${it.number} provisioned a managed network, and Azure knows no way back from that.`
    case 'counted-already':
      return `Your approval is counted already: ${it.counted} of ${it.of}. The rest has to come from others.`
    case 'already-decided':
      return `This request is already ${stateWords[it.state]}${it.by === undefined ? '' : `; ${it.by} decided it`}. Your press changed nothing.`
    case 'expired':
      return 'This request has expired, so it can no longer be decided. Whoever still needs it can ask again.'
    case 'other-conversation':
      return 'This card is a copy. Decide on the original, in the conversation where Gatehouse posted it.'
    case 'reason-missing':
      return 'Please give a reason, so that the approver knows what it is for.'
    case 'comment-missing':
      return 'Please write a comment before you reject, so that the requester knows why.'
    case 'already-requested':
      return `${it.requester} has requested the same already: request #${it.number}, ${stateWords[it.state]}. No second one was made.`
    case 'workspaces-elsewhere':
      return 'Gatehouse does not create, rename, move or delete workspaces: that is done in Azure, by somebody with the rights for it. It reads their networks and opens or closes single hosts, once somebody has approved that.'
    case 'no-such-workspace':
      return 'This workspace no longer exists, or Gatehouse may not see it any more. Ask which workspaces there are.'
    case 'no-such-collection':
      return 'This collection is not known here any more. Ask for help to see which ones are.'
    case 'nothing-offered':
      return 'There is nothing left to request: the workspace has changed since this card was made. Ask the question again.'
    case 'no-plan':
      return noPlan(it.because, 'the workspace')
    case 'azure-trouble':
      return `${troubleSentence(it.trouble, undefined)} Nothing was requested or changed.`
    case 'store-trouble':
      return "Gatehouse's own store does not answer at the moment, so Gatehouse cannot say whether this was recorded. Nothing is changed in Azure that is not on record. Try again in a minute."
    case 'unknown-button':
      return 'This card is out of date. Ask again for a new one.'
  }
}

function failure(it: FailureMatter): string {
  switch (it.is) {
    case 'effect-grew':
      return `The workspace changed after the approval, so that this change would now do more than was approved. Nothing more was changed. ${it.replacedBy === undefined ? 'Ask again to see what is possible now.' : `It is replaced by request #${it.replacedBy}, which asks for what it would do now.`}`
    case 'against-policy':
      return againstPolicy(it)
    case 'no-permission':
      return message(
        '{who} approved this, and Azure does not let {count, plural, one {that person} other {those people}} make the change ({actions}). Whoever holds the role has to approve a new request; a role that is only eligible in PIM has to be activated first.',
        { who: list(it.who), count: it.who.length, actions: list(it.actions) },
      )
    case 'workspace-gone':
      return 'The workspace no longer exists, or Gatehouse may not see it any more. Check it in Azure, then ask again.'
    case 'forbidden':
      return `Gatehouse's own identity may not make this change.${says(it.message)} An administrator has to give it the role; then request it again.`
    case 'disallowed':
      return `A policy or a lock in Azure forbids this change (${it.code}).${says(it.message)} Whoever owns the policy has to allow it first; then request it again.`
    case 'refused':
      return `Azure refused the change (${it.code}).${says(it.message)} Tell an administrator before you request it again.`
    case 'operation-failed':
      return `Azure started the change and could not finish it (${it.code}).${says(it.message)} Ask the question again to see what stands, then request the rest.`
    case 'not-there-afterwards':
      return `Azure reported success, but ${it.hosts.length === 0 ? 'the network is not active' : `no rule allows ${list(it.hosts)}`}. Ask the question again to see what stands, then request the rest.`
    case 'rule-failed':
      return `Azure marked rule ${it.rule} as failed.${says(it.error)} Whoever owns the workspace can delete the rule; then request it again.`
    case 'rule-name-taken':
      return `A rule named ${it.rule} exists with other hosts, and Gatehouse does not overwrite it. Whoever owns the workspace can delete it; then request it again.`
    case 'rule-changed':
      return `Somebody has changed rule ${it.rule} since this was requested, so Gatehouse leaves it as it is. Ask again to see what it holds now.`
    case 'still-there-afterwards':
      return `Azure reported success, but rule ${it.rule} is still there. Ask again to see what it holds now.`
    case 'execution-expired':
      return 'The change could not be started in time after its approval, so the approval no longer counts. Nothing more is changed. Request it again.'
  }
}

function againstPolicy(it: Extract<FailureMatter, { is: 'against-policy' }>): string {
  switch (it.because) {
    case 'approvals':
      return 'The policy has changed since this was approved, and the approvals no longer suffice. Nothing more was changed. Request it again.'
    case 'hosts':
      return `The policy has changed since this was approved, and lets nobody open ${list(it.hosts)}. Nothing more was changed.`
    case 'managed-as-code':
      return 'The outbound rules of this workspace are kept in code by now, so nothing more was changed from here. Make the change there.'
  }
}

function obstacle(it: ObstacleMatter): string {
  switch (it.is) {
    case 'workspace-busy':
      return 'Held up: another change is running on this workspace. Gatehouse goes on when it has finished.'
    case 'queued-behind':
      return `Held up: request #${it.request} goes first on this workspace.`
    case 'azure-unreachable':
      return 'Held up: Azure cannot be reached at the moment. Gatehouse keeps trying.'
    case 'azure-throttles':
      return 'Held up: Azure asked Gatehouse to slow down. It goes on by itself.'
  }
}

function warning(it: WarningMatter): string {
  switch (it.is) {
    case 'creates-firewall':
      return `This creates a firewall (${it.sku}), billed by the hour from then on.`
    case 'provisions-network':
      return 'This provisions the managed network, and its private endpoints are billed from then on.'
    case 'cannot-be-undone':
      return 'Provisioning cannot be undone: a managed network that is in place cannot be switched off again.'
    case 'includes-spark':
      return 'It makes the network ready for serverless Spark. Rules for hosts do not reach Spark sessions.'
    case 'removal-breaks':
      return [
        `Whatever uses ${list(it.hosts)} fails from then on, running deployments included.`,
        ...(it.collections === undefined
          ? []
          : [`Usable now and no longer afterwards: ${list(it.collections)}.`]),
      ].join(' ')
    case 'still-let-through':
      return message(
        'A wildcard of {count, plural, one {rule} other {rules}} {rules} still lets {hosts} through afterwards.',
        { count: it.rules.length, rules: list(it.rules), hosts: list(it.hosts) },
      )
    case 'last-fqdn-rule':
      return 'No rule for a host is left then. Whether Azure removes the firewall and ends its bill is not documented; look at the bill.'
    case 'writable-hosts':
      return `Anyone with an account can also send data out through ${list(it.hosts)}.`
    case 'wildcards':
      return message(
        '{count, plural, one {A wildcard lets} other {Wildcards let}} every subdomain through: {hosts}.',
        { count: it.hosts.length, hosts: list(it.hosts) },
      )
  }
}

const phases: Record<PhaseMatter, string> = {
  waiting: 'about to start',
  starting: 'handing it to Azure',
  running: 'Azure is working on it',
  'reading-back': 'reading back what Azure has stored',
  settling: 'it is in place; Gatehouse looks once more whether it stays',
}

function cost({ createsFirewall, provisions }: EffortMatter, sku: string | undefined): string {
  const firewall = `a firewall (${sku ?? 'Standard'})`
  if (provisions && createsFirewall)
    return `It brings the network into being with ${firewall}: private endpoints and firewall are billed from then on.`
  if (provisions)
    return 'It brings the network into being, and its private endpoints are billed from then on.'
  if (createsFirewall)
    return `The first rule for a host creates ${firewall}, billed by the hour from then on.`
  return 'No new bill: the firewall is there already.'
}

const time = ({ minutes: [from, to] }: EffortMatter) => `Azure usually needs ${from} to ${to} minutes.`

const wildcardNote = (count: number) =>
  message('{count, plural, =0 {} one {, # wildcard} other {, # wildcards}}', { count })

export const en: Labels = {
  locale,
  times: {
    day: isoDay => message('{at, date, day}', { at: Date.parse(`${isoDay}T00:00:00Z`) }),
    instant: at => message('{at, date, instant}', { at }),
    ago: elapsed(locale, 'less than a minute ago'),
    minutes: (from, to) => `${from} to ${to} minutes`,
  },
  counts: { hosts, list },
  marks: { quoted: text => `“${text}”`, named: (heading, text) => `${heading}: ${text}` },
  headings: {
    missingHosts: count =>
      message('{count, plural, one {This host is missing} other {These # hosts are missing}}', { count }),
    laterHosts: many => `Later lists name ${hosts(many)} more`,
    coveredHosts: many => `Already in a rule: ${hosts(many)}`,
    change: 'What the change takes',
    addedHosts: many => `To open: ${hosts(many)}`,
    alreadyThere: 'Already in a rule, left as it is',
    rules: 'In these rules',
    warnings: 'Know before you decide',
    warningsFirst: 'Know before you ask',
    progress: 'Progress',
    decision: 'Decision',
    failure: 'What went wrong',
    answer: 'The answer now',
    reason: 'Reason given',
    ownRules: count =>
      message('{count, plural, one {# rule of your own} other {# rules of your own}}', { count }),
    examples: 'You can ask',
    approvals: 'Requests and approvals',
  },
  facts: {
    workspace: 'Workspace',
    resourceGroup: 'Resource group',
    subscription: 'Subscription',
    region: 'Region',
    kind: 'Kind',
    isolationMode: 'Isolation',
    network: 'Network',
    firewall: 'Firewall',
    publicAccess: 'Public access',
    rules: 'Outbound rules',
    takes: 'Takes',
    expires: 'Expires',
    askedBy: 'Asked by',
    approvers: 'Approvers',
  },
  values: {
    isolationMode: (mode, asRead) => {
      switch (mode) {
        case 'Disabled':
          return 'none (Disabled)'
        case 'AllowInternetOutbound':
          return 'all outbound traffic allowed (AllowInternetOutbound)'
        case 'AllowOnlyApprovedOutbound':
          return 'only approved outbound traffic (AllowOnlyApprovedOutbound)'
        case 'unknown':
          return `not known to Gatehouse (${asRead})`
      }
    },
    network: status => (status === 'Active' ? 'provisioned (Active)' : 'not provisioned (Inactive)'),
    noManagedNetwork: 'no managed network',
    firewall: (exists, sku) => {
      const kind = sku === undefined ? '' : ` (${sku})`
      if (exists === 'yes') return `in place${kind}`
      return exists === 'at-provisioning' ? `comes with provisioning${kind}` : 'none yet'
    },
    publicAccess: flag => (flag === 'Enabled' ? 'enabled' : flag === 'Disabled' ? 'disabled' : flag),
    ruleCounts: (own, others) =>
      message("{own, number} of your own, {others, number} of Azure's", { own, others }),
    ruleStatus: status => {
      switch (status) {
        case 'Active':
          return 'active'
        case 'Inactive':
          return 'inactive'
        case 'Provisioning':
          return 'being put in place'
        case 'Deleting':
          return 'being deleted'
        case 'Failed':
          return 'failed'
        default:
          return status
      }
    },
    option: option =>
      option === 'managed-compute'
        ? 'This answer is for managed compute.'
        : 'This answer is for the serverless API.',
  },
  verdict: {
    title: (name, headword, subject) => {
      if (name !== 'not-isolated') return verdictTitles[name](subject)
      return headword === 'yes'
        ? `Yes, without isolation: ${subject.collection} can be used in ${subject.workspace}`
        : `It depends: ${subject.workspace} may use a network that Gatehouse cannot see`
    },
    reason,
    lists: numbers =>
      message('{count, plural, one {Source} other {Sources}} {numbers}', {
        count: numbers.length,
        numbers: runs(numbers),
      }),
    writable: 'Data can also be sent out through it.',
    wildcard: 'wildcard',
    coveredBy: rule => `by rule ${rule}`,
    openRequest: request =>
      `Already requested by ${request.requester}: request #${request.number}, ${stateWords[request.state]}.`,
    closing: ({ number, requester }) =>
      `Request #${number} of ${requester} is closing it now: hosts that are in a rule still are taken out of it.`,
    nobodyApproves:
      'This could be requested, but nobody is named as an approver yet. An administrator can name approvers in the policy.',
    usuallyNext:
      "If a deployment still fails, look first at the quota for its machine size, then at whether the model is gated: a gated model needs its publisher's permission and cannot be deployed without it.",
  },
  plan: {
    removedHosts: many => `To remove: ${hosts(many)}`,
    outOf: rules =>
      message('out of {count, plural, one {rule} other {rules}} {rules}', {
        count: rules.length,
        rules: list(rules),
      }),
    notRemovedTitle: many => `Not removed: ${hosts(many)}`,
    notRemoved,
    preflightTitle: 'Before provisioning',
    preflight: (check, standing) => seen[check][standing],
    place: 'Place in line',
    ahead: requests =>
      requests.length === 0
        ? 'first for this workspace'
        : `after ${list(requests.map(each => `#${each}`))}, one at a time`,
    measured: (from, to, changes) =>
      message(
        '{same, select, yes {{to, number}} other {{from, number} to {to, number}}} {to, plural, one {minute} other {minutes}} here so far ({changes, plural, one {# change} other {# changes}})',
        { same: from === to ? 'yes' : 'no', from, to, changes },
      ),
    models: 'Models',
    watchers: 'Told too',
    rewriteRule: (rule, many) => `Write rule ${rule} with the rest (${hosts(many)})`,
    deleteRule: rule => `Delete rule ${rule}`,
    provisionWithSpark: 'Provision the managed network, with serverless Spark',
    purpose: (workspace, added, removed, collection) => {
      if (collection !== undefined) return `Close ${workspace} for ${collection}`
      if (removed === 0) return `Allow ${hosts(added)} in ${workspace}`
      return added === 0
        ? `Remove ${hosts(removed)} in ${workspace}`
        : `Allow ${hosts(added)} and remove ${hosts(removed)} in ${workspace}`
    },
    changed: (workspace, added, removed, id) =>
      message(
        'Request #{id} is done: in {workspace}, {what}. Gatehouse has read the result back from Azure.',
        {
          id,
          workspace,
          what: list(
            [
              message('{added, plural, =0 {} one {# host is allowed now} other {# hosts are allowed now}}', {
                added,
              }),
              message('{removed, plural, =0 {} one {# host is removed} other {# hosts are removed}}', {
                removed,
              }),
            ].filter(part => part !== ''),
          ),
        },
      ),
  },
  lifetime: {
    undo: 'Undo…',
    undoHint: id => `Undo request #${id}`,
    undoes: (id, workspace) => `Undo request #${id} in ${workspace}`,
    limitLabel: 'For how long, in whole days?',
    forGood: 'For good',
    days: count => message('{count, plural, one {# day} other {# days}}', { count }),
    choose: 'Please choose',
    limitUnread:
      'The message asks for this for a time, but for how long was not understood, or is more than a year. The form asks for it.',
    dayLabel: 'Or until the end of this day (UTC)',
    until: 'Until',
    untilThen: at =>
      `Until ${at}. Then Gatehouse takes these hosts out again, which is approved together with this.`,
    endsTitle: (count, workspace) =>
      message(
        '{count, plural, one {# host of {workspace} is about to be taken out again} other {# hosts of {workspace} are about to be taken out again}}',
        { count, workspace },
      ),
    endsIntro: at =>
      `They were opened until ${at}. Then Gatehouse takes them out, unless somebody asks for longer and another person approves it in time.`,
    endsHosts: many => `To be taken out: ${hosts(many)}`,
    yourRequest: (name, id) => `${name}: this is about your request #${id}.`,
    extend: 'Extend…',
    extendHint: id => `Extend request #${id}`,
    extends: (id, many, workspace) => `Keep ${hosts(many)} of request #${id} open in ${workspace} for longer`,
    extendIntro: (id, at) =>
      `What request #${id} opened ends ${at}. Nothing is written in Azure where its rule still stands; only the end moves. Somebody else has to approve it before that.`,
    extendReason: 'Why is it needed for longer?',
    extendReasonHint: 'For example: the pilot goes on',
    driftTitle: (vanished, widened, workspace) =>
      vanished > 0
        ? message(
            '{vanished, plural, one {# host that was opened is not let through any more in {workspace}} other {# hosts that were opened are not let through any more in {workspace}}}',
            { vanished, workspace },
          )
        : message(
            '{widened, plural, one {# host was added to a rule of Gatehouse in {workspace}} other {# hosts were added to a rule of Gatehouse in {workspace}}}',
            { widened, workspace },
          ),
    driftIntro: id =>
      `Request #${id} was done and read back. Since then its rules were changed outside Gatehouse, such as in the Azure portal or by a policy. Gatehouse changes nothing by itself, and tells this once.`,
    vanished: many => `Not let through any more: ${hosts(many)}`,
    widened: many => `Added by others: ${hosts(many)}`,
    requestAgain: 'Request it again…',
    unrequestedTitle: (count, workspace) =>
      message(
        '{count, plural, =0 {Nothing is open in {workspace} that nobody requested here} one {# host is open in {workspace} that nobody requested here} other {# hosts are open in {workspace} that nobody requested here}}',
        { count, workspace },
      ),
    unrequestedIntro:
      'Hosts in rules that people made, for which no finished request of Gatehouse stands. They may come from the time before Gatehouse, the Azure portal or code.',
    history: workspace => `History of ${workspace}`,
    atLimit: (id, workspace) => `Take out again what request #${id} opened for a time in ${workspace}`,
    atLimitNews: id => `The time for which request #${id} was approved is over.`,
    undoReason: 'Why is it taken back?',
    undoReasonHint: 'For example: the pilot is over',
    undoIntro: id =>
      `Only what request #${id} itself did is taken back, by what was recorded when it was applied. What others count on stays. Nothing is changed before somebody else has approved it.`,
  },
  proposal: {
    intro: 'Nothing is requested yet. The button opens a form that asks why; somebody else has to approve.',
    refused: badHost,
    request: 'Request this change…',
    open: 'Request a change of rules…',
    tellMeToo: 'Tell me too',
    told: id =>
      `You will be told here when request #${id} has ended. Since you asked for the same, you cannot decide it.`,
    toldAlready: id => `You are told already when request #${id} has ended.`,
    toldAnyway: id => `Request #${id} is your own: you are told of its end anyway.`,
    watchersDoNotDecide: 'Whoever asks to be told too wants the same, and cannot decide it any more.',
    neededToDecide: id =>
      `You are needed to decide request #${id}: without you too few approvers are left. So nothing was noted, and you still decide it.`,
    throughHub: (project, hub) =>
      `${project} is a project and uses the managed network of its hub, ${hub}. What is changed there holds for all projects of that hub.`,
    formTitle: workspace => `Request a change of the rules of ${workspace}`,
    formIntro:
      'One plan for all of it. Nothing is changed before somebody else has approved it. Isolation mode, public access and private endpoints are never changed from a chat, since a mode cannot be taken back and the others reach beyond the rules of this workspace; how they are changed by hand stands behind the buttons.',
    allowLabel: 'Hosts to allow',
    allowHint: 'For example: pypi.org, *.pythonhosted.org',
    removeLabel: 'Hosts to remove',
    removeHint: count =>
      message('{count, plural, one {# host stands} other {# hosts stand}} in rules that people made', {
        count,
      }),
    sparkLabel: 'Serverless Spark',
    sparkTitle: 'Provision the network with serverless Spark',
  },
  notFromChat: {
    button: change => byHand[change],
    title: change => notFromChatTitles[change],
    why: change => whyNotFromChat[change],
    standing: (is, workspace) =>
      is === 'already'
        ? `${workspace} is set so already.`
        : `For ${workspace} nobody can: Azure has no way back from the mode that it has.`,
    run: 'With the az CLI, by whoever may',
  },
  code: {
    showAs: 'Show as:',
    name: kind => codeNames[kind],
    tooltip: kind => `Show as ${codeNames[kind]}`,
    lacking: names => `${list(names)} cannot express this.`,
    partly: names => `${list(names)} cannot express all of it: for the rest take one of the others.`,
    tooLong: names => `Too long to be shown here: ${list(names)}.`,
    rowsShown: shown =>
      message(
        'The CSV holds the first {shown, plural, one {row} other {# rows}}; there are more. Ask for less at a time to get them.',
        { shown },
      ),
  },
  effort: { whole: (effort, sku) => `${time(effort)} ${cost(effort, sku)}`, cost },
  freshness: {
    live: at => `Read from Azure just now, ${at}.`,
    cached: (since, at, because) => `As of ${since} (${at}), because ${troubleClause(because)}.`,
    asOf: at => `As of ${at}.`,
  },
  network: {
    title: (workspace, mode, status) => {
      if (mode === 'Disabled') return `${workspace} has no managed network`
      if (mode === 'unknown') return `${workspace} has an isolation mode that Gatehouse does not know`
      return status === 'Active'
        ? `The network of ${workspace} is active`
        : `The network of ${workspace} is not provisioned`
    },
    explained: (mode, status) => {
      switch (mode) {
        case 'Disabled':
          return 'Nothing is held back, and nothing is isolated.'
        case 'AllowInternetOutbound':
          return status === 'Active'
            ? 'All outbound traffic to the internet is allowed.'
            : 'All outbound traffic will be allowed once it is provisioned.'
        case 'AllowOnlyApprovedOutbound':
          return status === 'Active'
            ? 'Only approved outbound traffic is allowed.'
            : 'Only approved outbound traffic will be allowed. Its rules are stored and take effect once it is provisioned.'
        case 'unknown':
          return 'Gatehouse concludes nothing from it and changes nothing there.'
      }
    },
    usesHub: (workspace, hub) =>
      `${workspace} is a project and uses the network of its hub, ${hub}, which is shown here.`,
    failedTitle: (workspace, count) =>
      message('{workspace} has {count, plural, one {# outbound rule} other {# outbound rules}} that failed', {
        workspace,
        count,
      }),
    failedRule: (rule, error) =>
      `Rule ${rule} failed and lets nothing through.${says(error)} Whoever owns the workspace can delete it and have it made anew.`,
    moreRules: count =>
      message('And {count, plural, one {# rule} other {# rules}} more, which the Azure portal shows.', {
        count,
      }),
    provisioning: 'Provisioning it can be requested here.',
  },
  workspaces: {
    title: (count, complete) =>
      message(
        '{count, plural, one {# workspace} other {# workspaces}}{all, select, yes {} other {, and some that could not be read}}',
        { count, all: complete ? 'yes' : 'no' },
      ),
    none: 'Gatehouse sees no workspace. An administrator can give its identity the role Reader on a subscription or workspace.',
    row: (mode, status) => {
      const provisioned = status === 'Active' ? 'active' : 'not provisioned'
      switch (mode) {
        case 'Disabled':
          return 'No managed network'
        case 'AllowInternetOutbound':
          return `All outbound traffic allowed, ${provisioned}`
        case 'AllowOnlyApprovedOutbound':
          return `Only approved outbound traffic, ${provisioned}`
        case 'unknown':
          return `A mode that Gatehouse does not know, ${provisioned}`
      }
    },
    projectRow: hub => `Project, uses the network of ${hub}`,
    unread: (subscription, trouble) =>
      `Subscription ${subscription} could not be read, because ${troubleClause(trouble)}.`,
  },
  answers: {
    headword: { yes: 'yes', 'not-yet': 'not yet', no: 'no', depends: 'it depends', unknown: 'unknown' },
    option: { 'managed-compute': 'managed compute', serverless: 'serverless API' },
    capability: {
      'online-inference': 'Online inference',
      'batch-inference': 'Batch inference',
      'fine-tuning': 'Fine-tuning',
      evaluation: 'Evaluation',
      import: 'Import',
    },
    needs: {
      hosts: 'rules for its hosts',
      nothing: 'nothing',
      'private-endpoint': 'a private endpoint',
      'not-documented': 'not documented',
    },
    yes: 'yes',
    no: 'no',
    workspace: 'Workspace',
    collection: 'Collection',
    model: 'Model',
    subject: (name, option) => (option === undefined ? name : `${name} (${option})`),
    subjectIn: (subject, workspace) => `${subject} in ${workspace}`,
    matrixTitle: (usable, of) =>
      usable === of
        ? `All ${numeral(of)} can be used now`
        : `${numeral(usable)} of ${numeral(of)} can be used now`,
    fleetTitle: (subject, usable, of) => `${subject} can be used in ${numeral(usable)} of ${workspaces(of)}`,
    heldUpTitle: (subject, heldUp, of) => `${subject} is held up in ${numeral(heldUp)} of ${workspaces(of)}`,
    fleetCounts: counts =>
      `Yes ${numeral(counts.yes)}, not yet ${numeral(counts['not-yet'])}, no ${numeral(counts.no)}, it depends ${numeral(counts.depends)}, unknown ${numeral(counts.unknown)}.`,
    page: (from, to, of) => `${numeral(from)} to ${numeral(to)} of ${numeral(of)}.`,
    listed: (since, at) => `From Azure's list of workspaces, read ${since} (${at}).`,
    filtered: (many, all) => `${numeral(many)} of ${workspaces(all)}`,
    filters: {
      region: region => `region ${region}`,
      named: part => `name with “${part}”`,
      status: status => (status === 'Active' ? 'network provisioned' : 'network not provisioned'),
      publicAccess: flag => `public network access ${flag === 'Enabled' ? 'enabled' : 'disabled'}`,
      hosts: names => `${list(names)} let through`,
    },
    nothingPasses: 'No workspace that Gatehouse sees is like this.',
    coverage: (covered, of, { collection, workspace }) =>
      `${workspace} has rules for ${numeral(covered)} of the ${hosts(of)} that ${collection} needs`,
    coverageAll: (of, { collection, workspace }) =>
      message(
        '{workspace} has {of, plural, =1 {a rule for the one host} other {rules for all # hosts}} that {collection} needs',
        { workspace, of, collection },
      ),
    closest: workspace => `The closest name is ${workspace}.`,
    throughWildcards: (many, destinations) => `${numeral(many)} of them only through ${list(destinations)}.`,
    requiredTitle: (subject, many) => `${subject} needs ${hosts(many)}`,
    requiredTiers: (documented, later) =>
      later === 0
        ? message('All lists agree on {documented, plural, one {it} other {them}}.', { documented })
        : `The documents of 2023 name ${numeral(documented)}; later lists name ${numeral(later)} more, and deployments are known to fail without them.`,
    requiredNothing: subject => `${subject}: no list of hosts`,
    hostNamed: (host, subject) => `Yes: ${host} is one of the hosts that ${subject} needs.`,
    hostNotNamed: (host, subject) => `No list for ${subject} names ${host}.`,
    hostEnough: (host, covers, of) =>
      covers === of
        ? `A rule for ${host} lets all of them through.`
        : `A rule for ${host} lets ${covers === 0 ? 'none' : numeral(covers)} of the ${hosts(of)} through.`,
    publishedTitle: (publisher, many) => `${publisher} itself publishes ${hosts(many)}`,
    publishedIntro: uncovered =>
      `This list is newer than every list of Microsoft's, and none of it is requested along with them. ${uncovered === 0 ? 'The lists let all of them through.' : `The lists do not let ${numeral(uncovered)} of them through, so a workspace that has every listed rule can still fail.`}`,
    hostTitle: (asks, names) =>
      asks === 'needed-by' ? `Who needs ${list(names)}` : `What ${list(names)} belongs to`,
    hostsTitle: (allowed, of, workspace) =>
      `${workspace} lets ${numeral(allowed)} of the ${hosts(of)} through`,
    hostState: (host, workspace, state) => {
      const through = 'destination' in state && state.destination !== host ? ` as ${state.destination}` : ''
      switch (state.is) {
        case 'unrestricted':
          return `${host} is not held back: nothing keeps ${workspace} from public hosts.`
        case 'unrestricted-later':
          return `${workspace} will let ${host} through, like every host, once its network is provisioned.`
        case 'allowed':
          return `${host} is allowed in ${workspace}: rule ${state.rule} names it${through}.`
        case 'configured':
          return `Rule ${state.rule} of ${workspace} names ${host}${through}, but the network is not provisioned, so that it has no effect yet.`
        case 'provisioning':
          return `Azure is still putting rule ${state.rule} in place, which allows ${host}${through} in ${workspace}.`
        case 'failed':
          return `${host} is not allowed in ${workspace}: rule ${state.rule} names it${through} and has failed.`
        case 'disregarded':
          return `${host} is not allowed in ${workspace}: rule ${state.rule} names it, but Azure gives its status as ${state.status}.`
        case 'missing':
          return `${host} is not allowed in ${workspace}: no outbound rule names it.`
        case 'unknown':
          return `Gatehouse cannot tell whether ${workspace} lets ${host} through: it does not know its isolation mode.`
      }
    },
    neededBy: (host, collection, listed, later) => {
      const as = listed === host ? '' : `, where the list names it as ${listed}`
      const only = later ? ' Only lists after the one of 2023 name it.' : ''
      return `${collection} needs ${host}${as}.${only}`
    },
    neededByNone: host => `No list for a collection names ${host}.`,
    publishedBy: (host, publisher) => `${publisher} names ${host} among its own hosts.`,
    noHostTitle: 'Which host did it fail on?',
    noHostIntro:
      'Paste the line of the error that names a host, with the name of the workspace. Gatehouse then says which list and rule the host belongs to, and what is missing.',
    nameWorkspace: 'Ask again with the name of a workspace to see whether it lets this through.',
    pair: (title, value) => `${title}: ${value}`,
    compareTitle: names => `${list(names)}, side by side`,
    rows: {
      needs: 'Needs where only approved outbound is allowed',
      documented: 'Hosts documented in 2023',
      current: 'Hosts of all lists',
      options: 'Deployment options',
    },
    modelsTitle: names => `How ${list(names)} can be deployed`,
    modelOffered: (model, offered) =>
      offered.length > 1
        ? `${model}: on managed compute and as a serverless API.`
        : offered[0] === 'serverless'
          ? `${model}: as a serverless API only, not on managed compute.`
          : `${model}: on managed compute only, not as a serverless API.`,
    modelUnknown: model =>
      `${model} is not in the table of deployment options: look at its card in the Model Catalog.`,
    liveCost: (workspace, whole) => `Opening hosts in ${workspace} as it is now: ${whole}`,
    liveNoCost: workspace =>
      `${workspace} takes no rules for hosts as it is now, so no firewall is billed for them.`,
    livePublicAccess: (workspace, flag) =>
      flag === 'Disabled'
        ? `Public network access of ${workspace} is disabled now.`
        : `Public network access of ${workspace} is ${flag === 'Enabled' ? 'enabled' : flag} now.`,
    note: it => {
      switch (it.is) {
        case 'smalltalk':
          return {
            title: 'Gladly',
            text: 'Ask whether a collection can be used in a workspace, or write “help” to see what else there is.',
          }
        case 'affirm':
          return {
            title: 'There is nothing waiting for a yes',
            text: 'Nothing was changed. Requests and approvals are made with the buttons of their cards.',
          }
        case 'deny':
          return {
            title: 'All right',
            text: 'Nothing was changed, and nothing is waiting for an answer here.',
          }
        case 'negated':
          return {
            title: 'Understood, and nothing was changed',
            text: 'Gatehouse changes nothing by itself: every change is requested on a card and approved by somebody else.',
          }
        case 'multi':
          return {
            title: 'One thing at a time, please',
            text: `Nothing was changed. ${it.first === undefined ? 'Begin with one of them, and write the others afterwards.' : `Begin with ${it.first}, and write the others afterwards.`}`,
          }
        case 'unknown-model':
          return {
            title: `Gatehouse does not know the model ${it.name}`,
            text: `${(it.closest ?? []).length === 0 ? '' : `The closest are ${list(it.closest ?? [])}. `}It knows the models of the table of deployment options, and models of the Hugging Face hub by their full name, such as org/model. Ask about the collection that the model belongs to.`,
          }
        case 'no-such-rule':
          return {
            title: `There is no rule ${it.rule} in ${it.workspace}`,
            text: `Nothing was changed. ${it.rules.length === 0 ? `People have made no FQDN rule in ${it.workspace}.` : `The FQDN rules that people have made there: ${list(it.rules)}.`}`,
          }
        case 'rule-not-removed':
          return {
            title: `Gatehouse does not remove rule ${it.rule} from ${it.workspace}`,
            text: "Nothing was changed. It removes FQDN rules that people have made; rules of Azure's own, private endpoints and service tags stay as they are.",
          }
        case 'rule-shares-hosts':
          return {
            title: `Rule ${it.rule} in ${it.workspace} is not the only one with its hosts`,
            text: `Nothing was changed. Rule ${it.other} lists ${list(it.hosts)} too, and Gatehouse takes a host out of every rule. Name the hosts that are to go, or both rules.`,
          }
      }
    },
  },
  form: {
    title: ({ collection, workspace }) => `Request hosts for ${collection} in ${workspace}`,
    intro:
      'An approver sees exactly what you see here. Nothing is changed before somebody else has approved it.',
    tierLabel: 'What to request',
    documented: (count, wildcards) =>
      message('{count, number} documented{note}', { count, note: wildcardNote(wildcards) }),
    current: (count, wildcards) =>
      message('{count, number} in all{note}', { count, note: wildcardNote(wildcards) }),
    documentedHosts: many => `Documented in 2023: ${hosts(many)}`,
    currentHosts: many => `Only by later lists: ${hosts(many)} more`,
    currentAdvice: 'The documented hosts alone are known to fail in practice.',
    reasonLabel: 'Why do you need it?',
    reasonHint: 'For example: to try small translation models for the help desk',
    reasonError: 'Please give a reason, so that the approver knows what it is for.',
    tierError: 'Please choose what to request.',
    provisioningTitle: workspace => `Request provisioning of the network of ${workspace}`,
    provisioningIntro:
      'Provisioning makes everything that is configured take effect. Nothing is changed before somebody else has approved it.',
  },
  request: {
    title: (id, state, result) =>
      `Request #${id}: ${state === 'done' && result === 'configured' ? 'stored, not in effect yet' : stateWords[state]}`,
    state: state => stateWords[state],
    purpose: ({ collection, workspace }) => `Open ${workspace} for ${collection}`,
    provisioning: (workspace, withSpark = false) =>
      `Provision the network of ${workspace}${withSpark ? ', for serverless Spark too' : ''}`,
    askedBy: (name, at) => `${name}, ${at}`,
    explained: (state, result) => {
      switch (state) {
        case 'awaiting-approval':
          return 'Nothing is changed before an approver has said yes.'
        case 'approved':
          return 'Recorded. Gatehouse checks the workspace again before it changes anything.'
        case 'applying':
          return 'You will be told in the thread of the request when it is finished.'
        case 'done':
          return result === 'configured'
            ? 'The rules are stored, but the network is not provisioned, so that they do not take effect yet. Ask for the network of the workspace to request its provisioning.'
            : 'Gatehouse has read the result back from Azure.'
        case 'failed':
          return 'The change did not come about as approved.'
        case 'rejected':
          return 'Nothing was changed.'
        case 'expired':
          return 'Nobody decided in time, and nothing was changed. Ask the question again to make a new request.'
        case 'withdrawn':
          return 'The requester took it back, and nothing was changed.'
      }
    },
    toDecide: 'For an approver to decide',
    pleaseDecide: names => `${names}: please decide.`,
    commentLabel: 'Comment, needed to reject',
    commentHint: 'The requester reads it',
    ownRequest: 'This is your own request, so somebody else has to decide it.',
    decidedBy: (verdict, name, at) => `${verdict === 'approve' ? 'Approved' : 'Rejected'} by ${name}, ${at}`,
    comment: 'Comment',
    endedAt: (state, at) => `${stateWords[state][0]?.toUpperCase()}${stateWords[state].slice(1)} ${at}`,
    expiry: at => `${at}, if nobody decides`,
    stepOf: (step, of) => `Step ${step} of ${of}`,
    putRule: (rule, many) => `Write rule ${rule} (${hosts(many)})`,
    provision: 'Provision the managed network',
    phase: phase => phases[phase],
    since: (at, since) => `since ${at}, ${since}`,
    obstacle,
    warning,
    failure,
  },
  road: {
    counted: (names, of) =>
      `${names.length} of ${of} approvals${names.length === 0 ? '' : `: ${list(names)}`}`,
    reminder: ({ number: id, purpose, until }) =>
      `Request #${id} still waits for a decision: ${purpose}. It expires ${until}.`,
    applied: (done, of) => `${done} of ${of} steps had been carried out and stand in Azure.`,
    split: rules => `Azure refused all hosts in one rule, so each gets a rule of its own: ${rules} in all.`,
    restored: rules =>
      message(
        '{count, plural, one {Rule {rules} was written and then missing from Azure, so Gatehouse wrote it a second time. If it disappears again, somebody or something removes it.} other {Rules {rules} were written and then missing from Azure, so Gatehouse wrote them a second time. If they disappear again, somebody or something removes them.}}',
        { count: rules.length, rules: list(rules) },
      ),
    othersGone: rules =>
      `While this was carried out, other rules disappeared that Gatehouse did not touch: ${list(rules)}. Whoever owns the workspace should check them.`,
  },
  waiting: {
    begun: workspace =>
      `You will be told here when the managed network of ${workspace} is active. Write “stop” to be told nothing.`,
    activeAlready: workspace =>
      `The managed network of ${workspace} is active already, so there is nothing to wait for.`,
    noNetwork: workspace => `${workspace} has no managed network, so there is nothing to wait for.`,
    stopped: workspaces =>
      workspaces.length === 0
        ? 'You were not waiting for any workspace. Of your own requests you always hear the end.'
        : `You will not be told about ${list(workspaces)} any more. Of your own requests you always hear the end.`,
    toldAnyway: request => `Request #${request} is yours, so you will be told anyway when it ends.`,
    noRequest: 'You have made no request yet. Name a workspace or a request, such as “how far is #12?”',
    onlyReads:
      'A terminal only reads and answers. Write this to the bot in Teams or on the local page, where it can be remembered.',
    onlyNetworks:
      'Only the state of a managed network can be waited for. Of a request, whoever makes it or watches it is told the end.',
    button: 'Tell me when it is active',
    ended: (how, workspace) => {
      switch (how) {
        case 'active':
          return `The managed network of ${workspace} is active now.`
        case 'gone':
          return `${workspace} no longer exists, or Gatehouse may not see it any more. You will not be told about it any more.`
        case 'given-up':
          return `The managed network of ${workspace} is still not active after seven days. Ask again if you want to keep waiting.`
      }
    },
  },
  register: {
    listTitle: (scope, some, about) => {
      const where = about === undefined ? '' : ` for ${about}`
      switch (scope) {
        case 'mine':
          return some ? `Your requests${where}` : `You have made no request${where}`
        case 'for-me':
          return some ? `Requests${where} that wait for you` : `No request${where} waits for you`
        case 'open':
          return some ? `Open requests${where}` : `No request${where} is open`
      }
    },
    notAnApprover: 'You are not an approver, so there is nothing for you to decide.',
    pressForCard: 'Press one to see its card.',
    historyOf: about => (about === undefined ? 'History of all requests' : `History of ${about}`),
    deeds: (did, by, about) => {
      const where = about === undefined ? '' : ` for ${about}`
      if (did === 'make') return `What Gatehouse has changed in Azure${where}`
      const who = by === undefined ? 'people' : by === 'you' ? 'you' : by.name
      const has = by === undefined || by === 'you' ? 'have' : 'has'
      return `What ${who} ${has} ${{ approve: 'approved', reject: 'rejected', decide: 'decided', ask: 'asked for' }[did]}${where}`
    },
    wroteRules: names =>
      message('{count, plural, one {Rule} other {Rules}} {names}', {
        count: names.length,
        names: list(names),
      }),
    decidedBy: (id, verdict, name) =>
      `${name} ${verdict === 'approve' ? 'approved' : 'rejected'} request #${id}`,
    noSuchRequest: id => `There is no request #${id}`,
    opened: (names, where, by) => {
      const place = where === undefined ? '' : ` in ${where}`
      return by === undefined
        ? `No request has opened ${names}${place}`
        : `Request #${by} opened ${names}${place}`
    },
    event: (event, name) => events[event](name),
    comment: text => `Comment: ${quoted(text)}`,
    nothing: 'Nothing of it is on record.',
    onlyOurs:
      "From Gatehouse's own audit. What was changed elsewhere, such as in the Azure portal, is not in it.",
    older: 'Older',
    newest: 'Newest',
    tooLate: (id, state) =>
      `Request #${id} is already ${stateWords[state]}, so it can neither be withdrawn nor decided any more.`,
    cardFollows: id => `The card of request #${id} follows. Only a press on it decides.`,
  },
  refusal,
  noPlan: {
    title: (because, workspace) =>
      because.is === 'nothing-to-do'
        ? `Nothing to change in ${workspace}`
        : `This cannot be requested for ${workspace}`,
    sentence: noPlan,
  },
  trouble: {
    title: (trouble, workspace) => {
      const about = workspace === undefined ? 'Azure' : workspace
      switch (trouble.is) {
        case 'hub-unread':
          return workspace === undefined
            ? `The hub ${trouble.hub} could not be read`
            : `The hub of ${workspace} could not be read`
        case 'not-found':
          return workspace === undefined
            ? 'Azure did not find it'
            : `There is no workspace ${workspace} to be seen`
        case 'forbidden':
        case 'disallowed':
          return `Gatehouse is not allowed to do this in ${about}`
        case 'busy':
          return `${about} is busy`
        case 'unauthenticated':
        case 'throttled':
        case 'refused':
        case 'unavailable':
        case 'timed-out':
        case 'not-understood':
          return workspace === undefined ? 'Azure could not be read' : `${workspace} could not be read`
      }
    },
    sentence: troubleSentence,
    clause: troubleClause,
    nothingLost: 'Nothing was changed, and requests that exist are kept.',
    azureSays: 'Azure says',
  },
  dialogs: {
    request: 'Open the form in a dialog…',
    reject: 'Decline with a comment…',
    rejectHint: id => `Reject request #${id} with a comment, in a dialog`,
  },
  welcome: {
    title: complete =>
      complete ? 'Gatehouse is ready' : 'Gatehouse is here; something is still to be set up',
    checklist: 'First-run checklist',
    workspaces: (seen, unread) => {
      const found =
        seen === 0
          ? 'Gatehouse sees no workspace: its identity needs to read them in Azure.'
          : message('Gatehouse sees {seen, plural, one {# workspace} other {# workspaces}}.', { seen })
      return unread === 0
        ? found
        : message(
            '{found} {unread, plural, one {# subscription} other {# subscriptions}} could not be read.',
            {
              found,
              unread,
            },
          )
    },
    notRead: trouble => `Gatehouse cannot list workspaces, because ${troubleClause(trouble)}.`,
    approvers: names =>
      names.length === 0
        ? 'Nobody is named as an approver yet, so nothing can be requested. An administrator can name approvers in the policy.'
        : `Requests are approved by ${list(names)}.`,
    approvals: place => {
      switch (place) {
        case 'here':
          return 'Requests to decide go to this conversation.'
        case 'elsewhere':
          return 'Requests to decide go to the conversation that was chosen for them.'
        case 'unknown':
          return 'The policy names a conversation for requests to decide, and Gatehouse has not been added there. Until then they go where each request is made.'
        case 'thread':
          return 'Requests to decide go where each one is made. An approver can change that by writing “send approvals here” in another conversation.'
      }
    },
    mention: 'Mention Gatehouse in every message here, or it does not get the message.',
  },
  host: {
    apology: reference =>
      `Sorry, something went wrong here. If it happens again, give this reference to the people who run Gatehouse: ${reference}`,
    tooFast: 'That was more than I can answer at once. Wait a minute, then ask again; nothing was changed.',
  },
  link: {
    anonymous: 'Install Gatehouse in Teams to see what this link is about.',
    ask: workspace => `Ask Gatehouse about ${workspace} to see its rules.`,
  },
  help: {
    title: 'What Gatehouse does',
    intro:
      'Gatehouse tells you whether a Model Catalog collection can be used in an Azure Machine Learning workspace. Where the network stands in the way, it opens it, once somebody has approved that.',
    mayNotAsk: refusal({ is: 'may-not-ask' }),
    examples: workspace => [
      { say: `Can I use Hugging Face in ${workspace}?`, gives: 'the answer, read from Azure at that moment' },
      { say: `Show ${workspace}`, gives: 'its network and outbound rules' },
      { say: 'Which workspaces are there?', gives: 'all that Gatehouse sees' },
      { say: 'What does the firewall cost?', gives: 'what the documents say, with their dates' },
      { say: 'What is Hugging Face?', gives: 'the same of a collection' },
      { say: 'My requests', gives: 'what you asked for, and how it stands' },
      { say: `History of ${workspace}`, gives: 'who opened what there, and who approved it' },
      { say: 'Parle français', gives: 'answers in French' },
      { say: 'Help', gives: 'this card' },
    ],
    requesting:
      'Where hosts are missing, the answer has a button that requests them. You see the exact hosts, the time and the cost first.',
    approving:
      'You are an approver: requests of others come to you as cards with Approve and Reject. Nobody can approve a request of their own.',
    privacy:
      'Gatehouse keeps requests and decisions, with who made them and when, and your language; none of your other messages.',
  },
  speaking: {
    onlyThese: 'Gatehouse speaks English and French. Write “speak French” or “speak English”.',
    withYou: 'Gatehouse answers you in English from now on.',
    here: 'Gatehouse answers in English here from now on, and in what only you see too.',
  },
  notUnderstood: {
    title: 'That is not something Gatehouse can answer',
    intro:
      'It knows about workspaces, their networks and what the Model Catalog needs of them. Try one of these:',
    examples: workspace => [
      `Can I use Hugging Face in ${workspace}?`,
      `Show ${workspace}`,
      'Which workspaces are there?',
    ],
    more: 'In a channel or group chat, mention Gatehouse in each message, or it does not get it.',
    maybe: {
      title: 'Did you mean one of these?',
      intro: 'That was not clear enough to answer. Press what you mean, or put it like this:',
    },
    suggestion: (intent, { thing, workspace }) => {
      const where = workspace === undefined ? '' : ` in ${workspace}`
      switch (intent) {
        case 'can_use':
          return thing === undefined ? `What can be used${where}?` : `Can ${thing} be used${where}?`
        case 'required_fqdns':
          return `Which hosts does ${thing ?? 'a collection'} need?`
        case 'missing_rules':
          return `What is missing for ${thing ?? 'a collection'}${where}?`
        case 'show_network':
          return workspace === undefined
            ? 'Show the network of a workspace'
            : `Show the network of ${workspace}`
        case 'list_workspaces':
          return 'Which workspaces are there?'
        case 'describe_collection':
          return thing === undefined ? 'Which collections are there?' : `What is ${thing}?`
        case 'compare_collections':
          return 'How do the collections differ?'
        case 'deployment_options':
          return thing === undefined ? 'How can a model be deployed?' : `How can ${thing} be deployed?`
        case 'connect_private':
          return 'How does one connect privately?'
        case 'cost':
          return 'What does a managed network cost?'
        case 'public_access':
          return 'What does public network access change?'
        case 'licence_support':
          return `Who supports ${thing ?? 'a collection'}?`
        case 'explain_network':
          return 'How does a managed network work?'
      }
    },
  },
  clarify: {
    title: (asks, unknown) =>
      unknown === undefined
        ? asks === 'workspace'
          ? 'Which workspace do you mean?'
          : 'Which collection do you mean?'
        : asks === 'workspace'
          ? `There is no workspace “${unknown}” here`
          : `Gatehouse knows no collection “${unknown}”`,
    only: name => `Do you mean ${name}?`,
    known: names => `It knows ${list(names)}.`,
    moreButton: 'More…',
    oneAtATime: 'One workspace at a time: which first?',
    sentence: (asks, candidates) =>
      candidates > 0
        ? `Choose the ${asks} that you mean, or ask again with its name.`
        : `Ask again with the name of a ${asks}.`,
    more: count => message('And {count, number} more: ask again with the name.', { count }),
  },
  underPolicy: {
    managedTitle: (workspace, by) => `The rules of ${workspace} are kept in ${codeNames[by]}`,
    managed: by =>
      `The next run of ${codeNames[by]} would take away a rule that is made here, so nothing was requested. Merge the change that stands under “Show as” there.`,
    itself: rule => (rule === '' ? 'the policy' : `the policy (rule “${rule}”)`),
    setAside: (names, actions) =>
      message(
        'The approval by {names} does not count: Azure does not let {count, plural, one {that person} other {those people}} make this change ({actions}). Is the role only eligible in PIM? Activate it and press again. Otherwise another approver has to decide.',
        { names: list(names), count: names.length, actions: list(actions) },
      ),
    leftGroup: (names, groups) =>
      message(
        'The approval by {names} does not count: {count, plural, one {that person is} other {those people are}} not in {groups} any more. Another approver has to decide.',
        { names: list(names), count: names.length, groups: list(groups) },
      ),
    unreadGroups: groups =>
      message(
        'Who is in {groups} could not be read from Microsoft Entra ID for a while, so nobody counts as a member of {count, plural, one {that group} other {those groups}} for now. Approvers whom the policy names in person can still decide.',
        { groups: list(groups), count: groups.length },
      ),
    policyOnly:
      'Only the policy says who may approve: nobody’s permissions in Azure are looked at (PERMISSIONS=policy-only).',
  },
  conversation: {
    unlistedModel: (model, closest) =>
      `The table of deployment options has no model ${model}, so this answer is for its collection.${closest.length === 0 ? '' : ` The closest are ${list(closest)}.`}`,
    byDefault: ({ name, by }) =>
      `You named no workspace. This is about ${name}, which ${by} chose for this conversation. To end that, write “use no workspace here”.`,
    usesHere: ({ name, by }, conversation) => {
      const here =
        conversation === 'personal'
          ? 'this chat'
          : conversation === 'channel'
            ? 'this channel'
            : 'this group chat'
      return `From now on, a question in ${here} that names no workspace is about ${name} (chosen by ${by}). To end that, write “use no workspace here”.`
    },
    usesNone: before =>
      before === undefined
        ? 'No workspace was chosen here. To choose one, write for example “use ws-dev here”.'
        : `${before.name}, chosen by ${before.by}, is no longer assumed here. A question that names no workspace is asked back.`,
  },
  approvalsHere: {
    title: done => (done ? 'Approvals go here from now on' : 'Shall approvals go here?'),
    sentence: (done, conversation) => {
      const here =
        conversation === 'personal'
          ? 'this chat with you'
          : conversation === 'channel'
            ? 'this channel'
            : 'this group chat'
      return done
        ? `Gatehouse posts every new request in ${here}, with Approve and Reject.`
        : `Gatehouse would post every new request in ${here}, with Approve and Reject. Everybody here could read them; only approvers could decide.`
    },
    nobody:
      'Nobody is named as an approver yet, so nothing can be decided. An administrator can name approvers in the policy.',
    moved: by =>
      `${by} has sent approvals to another conversation. New requests go there from now on; cards that stand here can still be decided here.`,
  },
  buttons: {
    request: many => `Request ${hosts(many)}…`,
    requestFor: subject => `Request ${subject}…`,
    submit: 'Request this change',
    requestProvisioning: 'Request provisioning',
    cancel: 'Cancel',
    approve: 'Approve',
    approveHint: id => `Approve request #${id}`,
    reject: 'Reject',
    rejectHint: id => `Reject request #${id}`,
    withdraw: 'Withdraw',
    showRequest: id => `Show request #${id}`,
    showNetwork: workspace => `Show ${workspace}`,
    listWorkspaces: 'Which workspaces are there?',
    ask: subject => `${subject}?`,
    compare: 'Compare collections',
    requiredHosts: subject => `Hosts of ${subject}`,
    published: publisher => `What ${publisher} publishes`,
    whereUsable: subject => `Where can ${subject} be used?`,
    onlyUsable: 'Only where it can be used',
    onlyHeldUp: 'Only where it is held up',
    everyOne: 'All workspaces',
    nextPage: 'Next',
    previousPage: 'Previous',
    backToList: 'Back to the lists',
    help: 'Help',
    approvalsHere: 'Send approvals here',
    showLater: many => `Show ${hosts(many)} of later lists`,
    showHow: 'Show how to add it',
    showDetails: 'Show details',
    askAgain: 'Ask again',
    why: 'Why?',
    otherWorkspace: 'Another workspace',
    curatedHosts: 'Hosts of Curated by Azure AI',
    otherCollection: 'Another collection',
  },
  news: {
    usable: ({ collection, workspace }, id) =>
      `You can now use ${collection} in ${workspace}. Request #${id} is done, and Gatehouse has read the result back from Azure.`,
    opened: ({ collection, workspace }, id) =>
      `Request #${id} is done: ${workspace} lets through what ${collection} was to have. Ask again for the answer of now.`,
    stillNot: (id, answer) => `Request #${id} is done. The answer now is: ${answer}. Ask again to see why.`,
    configured: (workspace, id) =>
      `Request #${id}: the rules are stored in ${workspace}, but its network is not provisioned, so that they do not take effect yet. Write “show ${workspace}” to request provisioning.`,
    active: (workspace, id) => `The managed network of ${workspace} is active now. Request #${id} is done.`,
    failed: (id, what) => `Request #${id} failed. ${what}`,
    rejected: (id, by, comment) =>
      `Request #${id} was rejected by ${by}.${comment === undefined ? '' : ` Comment: ${quoted(comment)}.`} Nothing was changed.`,
    expired: id =>
      `Request #${id} has expired: nobody decided in time, and nothing was changed. Ask the question again to make a new one.`,
    withdrawn: id => `Request #${id} is withdrawn. Nothing was changed.`,
  },
}

const contracted = /^\p{L}+(?:n't|'(?:re|ve|ll|m|s|d))$/iu

export const enSigns: Signs = {
  words: wordSet(`
    the is are was were be been can could may might should would will does did has have had what which who why how when where
    i we you he she they it my our your their its this that these those there here with without from into of to and not but
    please thanks thank hello hi hey yes show list help tell give use using used allowed allow need needs want know
    if then than because any some all do doesn't cannot let's
  `),
  looks: word => (contracted.test(word) ? 2 : 0),
}
