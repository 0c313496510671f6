import { byHandChanges } from '../../src/knowledge/by-hand.ts'
import type { Labels, Subject } from '../../src/language/labels.ts'
import {
  checks,
  efforts,
  events,
  failures,
  hostStates,
  many,
  modes,
  names,
  noPlans,
  notes,
  notRemoved,
  obstacles,
  phases,
  reasons,
  refusals,
  standings,
  states,
  troubles,
  verdicts,
  warnings,
  x,
} from './spoken-matter.ts'

/** All that each key can say that is told something: a new one of `Labels` does not compile before it is spoken here. */
type Spoken<T> = {
  readonly [K in keyof T as T[K] extends string ? never : K]: T[K] extends (...args: never) => unknown
    ? readonly string[]
    : Spoken<T[K]>
}

const subject: Subject = { collection: 'Q1', workspace: 'W1' }
const statuses = ['Active', 'Inactive'] as const
const suggested = [
  ...(['can_use', 'required_fqdns', 'missing_rules', 'show_network', 'list_workspaces'] as const),
  ...(['describe_collection', 'compare_collections', 'deployment_options', 'connect_private'] as const),
  ...(['cost', 'public_access', 'licence_support', 'explain_network'] as const),
]
const targets = ['workspace', 'collection'] as const
const codes = ['cli', 'bicep', 'terraform', 'rest', 'csv'] as const
const optionsSpoken = ['managed-compute', 'serverless'] as const
const minute = 60_000

function spokenBy(l: Labels): Spoken<Labels> {
  const everyNetwork = <T>(
    say: (mode: (typeof modes)[number], status: (typeof statuses)[number]) => T,
  ): T[] => modes.flatMap(mode => statuses.map(status => say(mode, status)))
  return {
    times: {
      day: ['2023-12-15', '2026-02-01'].map(l.times.day),
      instant: [l.times.instant(Date.UTC(2026, 1, 3, 4, 5))],
      ago: [0, 1, 5, 119, 180, 3000].map(minutes => l.times.ago(minutes * minute)),
      minutes: [l.times.minutes(5, 15)],
    },
    marks: { quoted: [l.marks.quoted(x)], named: [l.marks.named(x, x)] },
    facts: {},
    speaking: {},
    counts: { hosts: many.map(l.counts.hosts), list: [l.counts.list(names)] },
    headings: {
      missingHosts: many.map(l.headings.missingHosts),
      laterHosts: many.map(l.headings.laterHosts),
      coveredHosts: many.map(l.headings.coveredHosts),
      addedHosts: many.map(l.headings.addedHosts),
      ownRules: many.map(l.headings.ownRules),
    },
    values: {
      isolationMode: modes.map(mode => l.values.isolationMode(mode, x)),
      network: statuses.map(l.values.network),
      firewall: (['yes', 'at-provisioning', 'no'] as const).flatMap(exists => [
        l.values.firewall(exists, undefined),
        l.values.firewall(exists, x),
      ]),
      publicAccess: ['Enabled', 'Disabled', x].map(l.values.publicAccess),
      ruleCounts: [l.values.ruleCounts(1, 3), l.values.ruleCounts(2, 0)],
      ruleStatus: ['Active', 'Inactive', 'Provisioning', 'Deleting', 'Failed', x].map(l.values.ruleStatus),
      option: (['managed-compute', 'serverless'] as const).map(l.values.option),
    },
    verdict: {
      title: verdicts.flatMap(name =>
        (['yes', 'depends'] as const).map(headword => l.verdict.title(name, headword, subject)),
      ),
      reason: reasons.map(reason => l.verdict.reason(reason, subject)),
      lists: [[2], [1, 3, 4, 6]].map(l.verdict.lists),
      coveredBy: [l.verdict.coveredBy(x)],
      closing: [l.verdict.closing({ number: 7, requester: x })],
      openRequest: states.map(state => l.verdict.openRequest({ number: 7, requester: x, state })),
    },
    plan: {
      removedHosts: many.map(l.plan.removedHosts),
      outOf: [l.plan.outOf([x]), l.plan.outOf(names)],
      notRemovedTitle: many.map(l.plan.notRemovedTitle),
      notRemoved: notRemoved.map(l.plan.notRemoved),
      preflight: checks.flatMap(check => standings.map(standing => l.plan.preflight(check, standing))),
      ahead: [l.plan.ahead([]), l.plan.ahead([7, 9])],
      measured: [l.plan.measured(9, 14, 5), l.plan.measured(9, 9, 1)],
      rewriteRule: many.map(hosts => l.plan.rewriteRule(x, hosts)),
      deleteRule: [l.plan.deleteRule(x)],
      purpose: [
        ...many.map(count => l.plan.purpose('W1', count, 0)),
        ...many.map(count => l.plan.purpose('W1', 0, count)),
        l.plan.purpose('W1', 2, 3),
        l.plan.purpose('W1', 0, 3, 'Q1'),
      ],
      changed: [l.plan.changed('W1', 1, 0, 7), l.plan.changed('W1', 0, 2, 7), l.plan.changed('W1', 2, 1, 7)],
    },
    lifetime: {
      days: [1, 7, 30].map(l.lifetime.days),
      untilThen: [l.lifetime.untilThen(x)],
      endsTitle: many.map(count => l.lifetime.endsTitle(count, 'W1')),
      endsIntro: [l.lifetime.endsIntro(x)],
      endsHosts: many.map(l.lifetime.endsHosts),
      yourRequest: [l.lifetime.yourRequest(x, 7)],
      extendHint: [l.lifetime.extendHint(7)],
      extends: many.map(count => l.lifetime.extends(7, count, 'W1')),
      extendIntro: [l.lifetime.extendIntro(7, x)],
      driftTitle: [l.lifetime.driftTitle(1, 0, 'W1'), l.lifetime.driftTitle(2, 1, 'W1')].concat(
        [1, 2].map(widened => l.lifetime.driftTitle(0, widened, 'W1')),
      ),
      driftIntro: [l.lifetime.driftIntro(7)],
      vanished: many.map(l.lifetime.vanished),
      widened: many.map(l.lifetime.widened),
      unrequestedTitle: many.map(count => l.lifetime.unrequestedTitle(count, 'W1')),
      history: [l.lifetime.history('W1')],
      atLimit: [l.lifetime.atLimit(7, 'W1')],
      atLimitNews: [l.lifetime.atLimitNews(7)],
      undoHint: [l.lifetime.undoHint(7)],
      undoes: [l.lifetime.undoes(7, 'W1')],
      undoIntro: [l.lifetime.undoIntro(7)],
    },
    proposal: {
      refused: [l.proposal.refused({ host: x, problem: 'has-path', offer: x })],
      told: [l.proposal.told(7)],
      toldAlready: [l.proposal.toldAlready(7)],
      toldAnyway: [l.proposal.toldAnyway(7)],
      neededToDecide: [l.proposal.neededToDecide(7)],
      throughHub: [l.proposal.throughHub('W1', 'W2')],
      formTitle: [l.proposal.formTitle('W1')],
      removeHint: many.map(l.proposal.removeHint),
    },
    notFromChat: {
      button: (['isolation-mode', 'disable-public-access', 'add-private-endpoint'] as const).map(
        l.notFromChat.button,
      ),
      title: byHandChanges.map(l.notFromChat.title),
      why: byHandChanges.map(l.notFromChat.why),
      standing: (['already', 'no-way-back'] as const).map(is => l.notFromChat.standing(is, 'W1')),
    },
    code: {
      name: codes.map(l.code.name),
      tooltip: codes.map(l.code.tooltip),
      lacking: [l.code.lacking(names)],
      partly: [l.code.partly(names)],
      tooLong: [l.code.tooLong(names)],
      rowsShown: [1, 40].map(l.code.rowsShown),
    },
    dialogs: { rejectHint: [l.dialogs.rejectHint(7)] },
    welcome: {
      title: [true, false].map(l.welcome.title),
      workspaces: [
        [0, 0],
        [1, 0],
        [7, 1],
        [7, 2],
      ].map(([seen = 0, unread = 0]) => l.welcome.workspaces(seen, unread)),
      notRead: troubles.map(l.welcome.notRead),
      approvers: [l.welcome.approvers([]), l.welcome.approvers(names)],
      approvals: (['here', 'elsewhere', 'unknown', 'thread'] as const).map(l.welcome.approvals),
    },
    host: { apology: [l.host.apology(x)] },
    link: { ask: [l.link.ask('W1')] },
    effort: {
      whole: efforts.map(effort => l.effort.whole(effort, x)),
      cost: efforts.map(effort => l.effort.cost(effort, undefined)),
    },
    freshness: {
      live: [l.freshness.live(x)],
      cached: troubles.map(because => l.freshness.cached(l.times.ago(5 * minute), x, because)),
      asOf: [l.freshness.asOf(x)],
    },
    network: {
      title: everyNetwork((mode, status) => l.network.title('W1', mode, status)),
      explained: everyNetwork(l.network.explained),
      usesHub: [l.network.usesHub('W1', x)],
      failedTitle: many.map(rules => l.network.failedTitle('W1', rules)),
      failedRule: [l.network.failedRule(x, ''), l.network.failedRule(x, x)],
      moreRules: many.map(l.network.moreRules),
    },
    workspaces: {
      title: many.flatMap(count => [l.workspaces.title(count, true), l.workspaces.title(count, false)]),
      row: everyNetwork(l.workspaces.row),
      projectRow: [l.workspaces.projectRow(x)],
      unread: troubles.map(trouble => l.workspaces.unread(x, trouble)),
    },
    answers: {
      headword: {},
      option: {},
      capability: {},
      needs: {},
      rows: {},
      subject: [l.answers.subject('Q1', undefined), l.answers.subject('Q1', x)],
      subjectIn: [l.answers.subjectIn('Q1', 'W1')],
      matrixTitle: [l.answers.matrixTitle(1, 6), l.answers.matrixTitle(2, 2)],
      fleetTitle: many.map(usable => l.answers.fleetTitle('Q1', usable, 1200)),
      heldUpTitle: many.map(heldUp => l.answers.heldUpTitle('Q1', heldUp, 1200)),
      fleetCounts: [l.answers.fleetCounts({ yes: 1, 'not-yet': 1200, no: 0, depends: 2, unknown: 0 })],
      page: [l.answers.page(13, 24, 1200)],
      closest: [l.answers.closest('W1')],
      listed: [l.answers.listed(l.times.ago(5 * minute), x)],
      filtered: many.map(count => l.answers.filtered(count, 1200)),
      filters: {
        region: [l.answers.filters.region(x)],
        named: [l.answers.filters.named(x)],
        status: statuses.map(l.answers.filters.status),
        publicAccess: (['Enabled', 'Disabled'] as const).map(l.answers.filters.publicAccess),
        hosts: [l.answers.filters.hosts(names), l.answers.filters.hosts([x])],
      },
      coverage: many.map(covered => l.answers.coverage(covered, 5, subject)),
      coverageAll: [1, 5].map(of => l.answers.coverageAll(of, subject)),
      throughWildcards: [1, 2].map(count => l.answers.throughWildcards(count, names)),
      requiredTitle: many.map(hosts => l.answers.requiredTitle('Q1', hosts)),
      requiredTiers: [0, 1, 6].map(later => l.answers.requiredTiers(5, later)),
      requiredNothing: [l.answers.requiredNothing('Q1')],
      hostNamed: [l.answers.hostNamed(x, 'Q1')],
      hostNotNamed: [l.answers.hostNotNamed(x, 'Q1')],
      hostEnough: [0, 1, 7].map(covers => l.answers.hostEnough(x, covers, 7)),
      publishedTitle: many.map(hosts => l.answers.publishedTitle('Q1', hosts)),
      publishedIntro: many.map(l.answers.publishedIntro),
      hostTitle: (['needed-by', 'troubleshoot'] as const).map(asks => l.answers.hostTitle(asks, names)),
      hostsTitle: many.map(allowed => l.answers.hostsTitle(allowed, 1200, 'W1')),
      hostState: hostStates.map(state => l.answers.hostState(x, 'W1', state)),
      neededBy: [l.answers.neededBy(x, 'Q1', x, false), l.answers.neededBy('A1', 'Q1', x, true)],
      neededByNone: [l.answers.neededByNone(x)],
      publishedBy: [l.answers.publishedBy(x, 'Q1')],
      pair: [l.answers.pair(x, x)],
      compareTitle: [l.answers.compareTitle(names)],
      modelsTitle: [l.answers.modelsTitle(names)],
      modelOffered: [['managed-compute'] as const, ['serverless'] as const, optionsSpoken].map(options =>
        l.answers.modelOffered('Q1', options),
      ),
      modelUnknown: [l.answers.modelUnknown('Q1')],
      liveCost: [l.answers.liveCost('W1', `${x}.`)],
      liveNoCost: [l.answers.liveNoCost('W1')],
      livePublicAccess: ['Enabled', 'Disabled', x].map(flag => l.answers.livePublicAccess('W1', flag)),
      note: notes.flatMap(note => Object.values(l.answers.note(note))),
    },
    form: {
      title: [l.form.title(subject)],
      documented: many.map(wildcards => l.form.documented(12, wildcards)),
      current: many.map(wildcards => l.form.current(12, wildcards)),
      documentedHosts: many.map(l.form.documentedHosts),
      currentHosts: many.map(l.form.currentHosts),
      provisioningTitle: [l.form.provisioningTitle('W1')],
    },
    request: {
      title: [...states.map(state => l.request.title(7, state)), l.request.title(7, 'done', 'configured')],
      state: states.map(l.request.state),
      purpose: [l.request.purpose(subject)],
      provisioning: [l.request.provisioning('W1'), l.request.provisioning('W1', true)],
      askedBy: [l.request.askedBy(x, x)],
      explained: [
        ...states.map(state => l.request.explained(state)),
        l.request.explained('done', 'configured'),
      ],
      pleaseDecide: [l.request.pleaseDecide(x)],
      decidedBy: (['approve', 'reject'] as const).map(verdict => l.request.decidedBy(verdict, x, x)),
      endedAt: states.map(state => l.request.endedAt(state, x)),
      expiry: [l.request.expiry(x)],
      stepOf: [l.request.stepOf(1, 2)],
      putRule: many.map(hosts => l.request.putRule(x, hosts)),
      phase: phases.map(l.request.phase),
      since: [l.request.since(x, l.times.ago(5 * minute))],
      obstacle: obstacles.map(l.request.obstacle),
      warning: warnings.map(l.request.warning),
      failure: failures.map(l.request.failure),
    },
    road: {
      counted: [[], ['A1'], names].map(counted => l.road.counted(counted, 4)),
      reminder: [l.road.reminder({ number: 7, purpose: x, until: x })],
      applied: [1, 2].map(done => l.road.applied(done, 3)),
      split: [l.road.split(3)],
      restored: [[x], names].map(l.road.restored),
      othersGone: [l.road.othersGone(names)],
    },
    waiting: {
      begun: [l.waiting.begun('W1')],
      activeAlready: [l.waiting.activeAlready('W1')],
      noNetwork: [l.waiting.noNetwork('W1')],
      stopped: [[], ['W1'], names].map(l.waiting.stopped),
      toldAnyway: [l.waiting.toldAnyway(7)],
      ended: (['active', 'gone', 'given-up'] as const).map(how => l.waiting.ended(how, 'W1')),
    },
    refusal: refusals.map(l.refusal),
    noPlan: {
      title: noPlans.map(because => l.noPlan.title(because, 'W1')),
      sentence: noPlans.map(because => l.noPlan.sentence(because, 'W1')),
    },
    trouble: {
      title: troubles.flatMap(trouble => ['W1', undefined].map(name => l.trouble.title(trouble, name))),
      sentence: troubles.flatMap(trouble => ['W1', undefined].map(name => l.trouble.sentence(trouble, name))),
      clause: troubles.map(l.trouble.clause),
    },
    help: {
      examples: l.help.examples('W1').flatMap(({ say, gives }) => [say, gives]),
    },
    notUnderstood: {
      examples: l.notUnderstood.examples('W1'),
      maybe: l.notUnderstood.maybe,
      suggestion: suggested.flatMap(intent =>
        [{}, { thing: 'C1' }, { workspace: 'W1' }, { thing: 'C1', workspace: 'W1' }].map(about =>
          l.notUnderstood.suggestion(intent, about),
        ),
      ),
    },
    clarify: {
      title: targets.flatMap(asks => [undefined, x].map(unknown => l.clarify.title(asks, unknown))),
      only: [l.clarify.only('W1')],
      known: [l.clarify.known(['C1', 'C2'])],
      sentence: targets.flatMap(asks => [0, 2].map(candidates => l.clarify.sentence(asks, candidates))),
      more: many.map(l.clarify.more),
    },
    underPolicy: {
      managedTitle: (['terraform', 'bicep'] as const).map(by => l.underPolicy.managedTitle(x, by)),
      managed: (['terraform', 'bicep'] as const).map(l.underPolicy.managed),
      itself: [l.underPolicy.itself(x), l.underPolicy.itself('')],
      leftGroup: [l.underPolicy.leftGroup(names, [x]), l.underPolicy.leftGroup([x], names)],
      unreadGroups: [l.underPolicy.unreadGroups(names), l.underPolicy.unreadGroups([x])],
      setAside: [l.underPolicy.setAside(names, [x]), l.underPolicy.setAside([x], names)],
    },
    conversation: {
      byDefault: [l.conversation.byDefault({ name: x, by: x })],
      unlistedModel: [l.conversation.unlistedModel(x, []), l.conversation.unlistedModel(x, [x, x])],
      usesHere: (['personal', 'groupChat', 'channel'] as const).map(conversation =>
        l.conversation.usesHere({ name: x, by: x }, conversation),
      ),
      usesNone: [undefined, { name: x, by: x }].map(l.conversation.usesNone),
    },
    approvalsHere: {
      title: [true, false].map(l.approvalsHere.title),
      sentence: (['personal', 'groupChat', 'channel'] as const).flatMap(conversation =>
        [true, false].map(done => l.approvalsHere.sentence(done, conversation)),
      ),
      moved: [l.approvalsHere.moved(x)],
    },
    buttons: {
      request: many.map(l.buttons.request),
      requestFor: [l.buttons.requestFor('Q1')],
      approveHint: [l.buttons.approveHint(7)],
      rejectHint: [l.buttons.rejectHint(7)],
      showRequest: [l.buttons.showRequest(7)],
      showNetwork: [l.buttons.showNetwork('W1')],
      showLater: many.map(l.buttons.showLater),
      ask: [l.buttons.ask('Q1')],
      requiredHosts: [l.buttons.requiredHosts('Q1')],
      published: [l.buttons.published('Q1')],
      whereUsable: [l.buttons.whereUsable('Q1')],
    },
    register: {
      listTitle: (['mine', 'for-me', 'open'] as const).flatMap(scope =>
        [true, false].flatMap(some => [undefined, x].map(about => l.register.listTitle(scope, some, about))),
      ),
      deeds: (['approve', 'reject', 'decide', 'ask', 'make'] as const).flatMap(did =>
        [undefined, 'you' as const, { name: x }].flatMap(by =>
          [undefined, 'W1'].map(about => l.register.deeds(did, by, about)),
        ),
      ),
      wroteRules: [l.register.wroteRules([x]), l.register.wroteRules(names)],
      historyOf: [undefined, x].map(l.register.historyOf),
      decidedBy: (['approve', 'reject'] as const).map(verdict => l.register.decidedBy(7, verdict, x)),
      noSuchRequest: [l.register.noSuchRequest(7)],
      opened: [undefined, 'W1'].flatMap(where => [undefined, 7].map(by => l.register.opened(x, where, by))),
      event: events.map(event => l.register.event(event, x)),
      comment: [l.register.comment(x)],
      tooLate: [l.register.tooLate(7, 'approved')],
      cardFollows: [l.register.cardFollows(7)],
    },
    news: {
      usable: [l.news.usable(subject, 7)],
      opened: [l.news.opened(subject, 7)],
      stillNot: [l.news.stillNot(7, x)],
      configured: [l.news.configured('W1', 7)],
      active: [l.news.active('W1', 7)],
      failed: [l.news.failed(7, x)],
      rejected: [l.news.rejected(7, x, undefined), l.news.rejected(7, x, x)],
      expired: [l.news.expired(7)],
      withdrawn: [l.news.withdrawn(7)],
    },
  }
}

function texts(node: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => texts(value, path === '' ? key : `${path}.${key}`))
}

/** Everything that a language can say, each with the path of its key; several with one path differ in what they are told. */
export function everythingOf(labels: Labels): readonly (readonly [path: string, text: string])[] {
  return [...texts({ ...labels, locale: undefined }, ''), ...texts(spokenBy(labels), '')]
}

export function sentencesOf(labels: Labels): readonly string[] {
  return everythingOf(labels).map(([, text]) => text)
}
