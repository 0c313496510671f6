import type {
  BadHostMatter,
  ByHandMatter,
  CapabilityMatter,
  CheckMatter,
  DeedMatter,
  DefaultMatter,
  EffortMatter,
  EventMatter,
  FailureMatter,
  HeadwordMatter,
  HostStateMatter,
  ModeMatter,
  NeedsMatter,
  NoPlanMatter,
  NoteMatter,
  NotRemovedMatter,
  ObstacleMatter,
  OptionMatter,
  PhaseMatter,
  ReasonMatter,
  RefusalMatter,
  StandingMatter,
  StateMatter,
  SuggestedMatter,
  TroubleMatter,
  VerdictMatter,
  WaitingEndMatter,
  WarningMatter,
} from './matter.ts'

/** What is asked about, by the names that people use. */
export interface Subject {
  readonly collection: string
  readonly workspace: string
}

/** Every sentence that a person reads, in one language. All of them are plain text: whoever shows them escapes them. */
export interface Labels {
  readonly locale: string
  readonly times: {
    /** A day such as `2023-12-15`. */
    readonly day: (isoDay: string) => string
    /** Epoch milliseconds, in UTC and saying so. */
    readonly instant: (at: number) => string
    readonly ago: (milliseconds: number) => string
    readonly minutes: (from: number, to: number) => string
  }
  readonly counts: {
    readonly hosts: (count: number) => string
    readonly list: (items: readonly string[]) => string
  }
  readonly marks: {
    /** What somebody could write, or wrote, in quotation marks. */
    readonly quoted: (text: string) => string
    /** A heading, a colon, and what is under it, in one line. */
    readonly named: (heading: string, text: string) => string
  }
  readonly headings: {
    readonly missingHosts: (count: number) => string
    readonly laterHosts: (count: number) => string
    readonly coveredHosts: (count: number) => string
    readonly change: string
    readonly addedHosts: (count: number) => string
    readonly alreadyThere: string
    readonly rules: string
    readonly warnings: string
    /** For whoever asks, where `warnings` is for whoever decides. */
    readonly warningsFirst: string
    readonly progress: string
    readonly decision: string
    readonly failure: string
    readonly answer: string
    readonly reason: string
    readonly ownRules: (count: number) => string
    readonly examples: string
    readonly approvals: string
  }
  readonly facts: Readonly<
    Record<
      | 'workspace'
      | 'resourceGroup'
      | 'subscription'
      | 'region'
      | 'kind'
      | 'isolationMode'
      | 'network'
      | 'firewall'
      | 'publicAccess'
      | 'rules'
      | 'takes'
      | 'expires'
      | 'askedBy'
      | 'approvers',
      string
    >
  >
  readonly values: {
    readonly isolationMode: (mode: ModeMatter, asRead: string) => string
    readonly network: (status: 'Active' | 'Inactive') => string
    readonly noManagedNetwork: string
    readonly firewall: (exists: 'yes' | 'at-provisioning' | 'no', sku: string | undefined) => string
    readonly publicAccess: (flag: string) => string
    readonly ruleCounts: (own: number, others: number) => string
    readonly ruleStatus: (status: string) => string
    readonly option: (option: 'managed-compute' | 'serverless') => string
  }
  readonly verdict: {
    readonly title: (name: VerdictMatter, headword: HeadwordMatter, subject: Subject) => string
    readonly reason: (reason: ReasonMatter, subject: Subject) => string
    readonly lists: (numbers: readonly number[]) => string
    readonly writable: string
    readonly wildcard: string
    readonly coveredBy: (rule: string) => string
    readonly openRequest: (request: { number: number; requester: string; state: StateMatter }) => string
    /** A removal that is under way. */
    readonly closing: (request: { number: number; requester: string }) => string
    readonly nobodyApproves: string
    readonly usuallyNext: string
  }
  readonly effort: {
    readonly whole: (effort: EffortMatter, sku: string | undefined) => string
    readonly cost: (effort: EffortMatter, sku: string | undefined) => string
  }
  /** What a plan says beyond its hosts. */
  readonly plan: {
    readonly removedHosts: (count: number) => string
    readonly outOf: (rules: readonly string[]) => string
    readonly notRemovedTitle: (count: number) => string
    readonly notRemoved: (it: NotRemovedMatter) => string
    readonly preflightTitle: string
    readonly preflight: (check: CheckMatter, standing: StandingMatter) => string
    readonly place: string
    readonly ahead: (requests: readonly number[]) => string
    readonly measured: (from: number, to: number, changes: number) => string
    readonly models: string
    readonly watchers: string
    readonly rewriteRule: (rule: string, hosts: number) => string
    readonly deleteRule: (rule: string) => string
    readonly provisionWithSpark: string
    /** What a request is for that began with no collection. */
    readonly purpose: (workspace: string, added: number, removed: number, collection?: string) => string
    /** Such a request is done. */
    readonly changed: (workspace: string, added: number, removed: number, id: number) => string
  }
  /** Of a request once it is done: how it is taken back. */
  readonly lifetime: {
    readonly undo: string
    readonly undoHint: (number: number) => string
    /** What a request is for that takes another one back. */
    readonly undoes: (number: number, workspace: string) => string
    readonly undoIntro: (number: number) => string
    readonly undoReason: string
    /** The fields for how long hosts are let through. */
    readonly limitLabel: string
    readonly forGood: string
    readonly days: (days: number) => string
    readonly dayLabel: string
    /** In place of a period, where one was asked for that was not understood. */
    readonly choose: string
    readonly limitUnread: string
    readonly until: string
    /** `at`: an instant, in words. */
    readonly untilThen: (at: string) => string
    readonly endsTitle: (hosts: number, workspace: string) => string
    readonly endsIntro: (at: string) => string
    readonly endsHosts: (count: number) => string
    readonly yourRequest: (name: string, number: number) => string
    readonly extend: string
    readonly extendHint: (number: number) => string
    readonly extends: (number: number, hosts: number, workspace: string) => string
    readonly extendIntro: (number: number, at: string) => string
    readonly extendReason: string
    readonly extendReasonHint: string
    readonly driftTitle: (vanished: number, widened: number, workspace: string) => string
    readonly driftIntro: (number: number) => string
    readonly vanished: (count: number) => string
    readonly widened: (count: number) => string
    readonly requestAgain: string
    readonly unrequestedTitle: (count: number, workspace: string) => string
    readonly unrequestedIntro: string
    readonly history: (workspace: string) => string
    /** What the request is for that ends the time of another one. */
    readonly atLimit: (number: number, workspace: string) => string
    readonly atLimitNews: (number: number) => string
    readonly undoReasonHint: string
  }
  /** A change that was asked for in a message, and the form for hosts that are typed. */
  readonly proposal: {
    readonly intro: string
    readonly refused: (entry: BadHostMatter) => string
    readonly request: string
    readonly open: string
    readonly tellMeToo: string
    readonly told: (number: number) => string
    readonly toldAlready: (number: number) => string
    readonly toldAnyway: (number: number) => string
    readonly watchersDoNotDecide: string
    /** To an approver whose word it may come down to. */
    readonly neededToDecide: (number: number) => string
    readonly throughHub: (project: string, hub: string) => string
    readonly formTitle: (workspace: string) => string
    readonly formIntro: string
    readonly allowLabel: string
    readonly allowHint: string
    readonly removeLabel: string
    readonly removeHint: (count: number) => string
    readonly sparkLabel: string
    readonly sparkTitle: string
  }
  /** What is never changed from a chat, and how it is changed by hand. */
  readonly notFromChat: {
    readonly button: (change: 'isolation-mode' | 'disable-public-access' | 'add-private-endpoint') => string
    readonly title: (change: ByHandMatter) => string
    readonly why: (change: ByHandMatter) => string
    readonly standing: (is: 'already' | 'no-way-back', workspace: string) => string
    /** Above a command. */
    readonly run: string
  }
  /** The fold that shows rules as code. */
  readonly code: {
    readonly showAs: string
    readonly name: (kind: 'cli' | 'bicep' | 'terraform' | 'rest' | 'csv') => string
    readonly tooltip: (kind: 'cli' | 'bicep' | 'terraform' | 'rest' | 'csv') => string
    /** Languages in which this cannot be said at all. */
    readonly lacking: (names: readonly string[]) => string
    readonly partly: (names: readonly string[]) => string
    readonly tooLong: (names: readonly string[]) => string
    /** Of a table to be copied that does not fit whole. */
    readonly rowsShown: (shown: number) => string
  }
  readonly freshness: {
    readonly live: (at: string) => string
    readonly cached: (ago: string, at: string, because: TroubleMatter) => string
    readonly asOf: (at: string) => string
  }
  readonly network: {
    readonly title: (workspace: string, mode: ModeMatter, status: 'Active' | 'Inactive') => string
    readonly explained: (mode: ModeMatter, status: 'Active' | 'Inactive') => string
    readonly usesHub: (workspace: string, hub: string) => string
    readonly failedTitle: (workspace: string, rules: number) => string
    readonly failedRule: (rule: string, error: string) => string
    readonly moreRules: (count: number) => string
    readonly provisioning: string
  }
  readonly workspaces: {
    readonly title: (count: number, complete: boolean) => string
    readonly none: string
    readonly row: (mode: ModeMatter, status: 'Active' | 'Inactive') => string
    readonly projectRow: (hub: string) => string
    readonly unread: (subscription: string, trouble: TroubleMatter) => string
  }
  /** What answers say beyond the verdict on one workspace. */
  readonly answers: {
    readonly headword: Readonly<Record<HeadwordMatter, string>>
    readonly option: Readonly<Record<OptionMatter, string>>
    readonly capability: Readonly<Record<CapabilityMatter, string>>
    readonly needs: Readonly<Record<NeedsMatter, string>>
    readonly yes: string
    readonly no: string
    readonly workspace: string
    readonly collection: string
    readonly model: string
    /** `option`: in the words of `option` above. */
    readonly subject: (name: string, option: string | undefined) => string
    readonly subjectIn: (subject: string, workspace: string) => string
    readonly matrixTitle: (usable: number, of: number) => string
    readonly fleetTitle: (subject: string, usable: number, of: number) => string
    readonly heldUpTitle: (subject: string, heldUp: number, of: number) => string
    readonly fleetCounts: (counts: Readonly<Record<HeadwordMatter, number>>) => string
    readonly page: (from: number, to: number, of: number) => string
    readonly listed: (ago: string, at: string) => string
    readonly filtered: (count: number, all: number) => string
    readonly filters: {
      readonly region: (region: string) => string
      readonly named: (part: string) => string
      readonly status: (status: 'Active' | 'Inactive') => string
      readonly publicAccess: (flag: 'Enabled' | 'Disabled') => string
      readonly hosts: (hosts: readonly string[]) => string
    }
    readonly nothingPasses: string
    readonly coverage: (covered: number, of: number, subject: Subject) => string
    readonly coverageAll: (of: number, subject: Subject) => string
    /** After a name that names nothing. */
    readonly closest: (workspace: string) => string
    readonly throughWildcards: (count: number, destinations: readonly string[]) => string
    readonly requiredTitle: (subject: string, hosts: number) => string
    readonly requiredTiers: (documented: number, later: number) => string
    readonly requiredNothing: (subject: string) => string
    readonly hostNamed: (host: string, subject: string) => string
    readonly hostNotNamed: (host: string, subject: string) => string
    readonly hostEnough: (host: string, covers: number, of: number) => string
    readonly publishedTitle: (publisher: string, hosts: number) => string
    readonly publishedIntro: (uncovered: number) => string
    readonly hostTitle: (asks: 'needed-by' | 'troubleshoot', hosts: readonly string[]) => string
    readonly hostsTitle: (allowed: number, of: number, workspace: string) => string
    readonly hostState: (host: string, workspace: string, state: HostStateMatter) => string
    readonly neededBy: (host: string, collection: string, listed: string, later: boolean) => string
    readonly neededByNone: (host: string) => string
    readonly publishedBy: (host: string, publisher: string) => string
    readonly noHostTitle: string
    readonly noHostIntro: string
    readonly nameWorkspace: string
    readonly pair: (title: string, value: string) => string
    readonly compareTitle: (collections: readonly string[]) => string
    readonly rows: Readonly<Record<'needs' | 'documented' | 'current' | 'options', string>>
    readonly modelsTitle: (models: readonly string[]) => string
    readonly modelOffered: (model: string, options: readonly OptionMatter[]) => string
    readonly modelUnknown: (model: string) => string
    readonly liveCost: (workspace: string, whole: string) => string
    readonly liveNoCost: (workspace: string) => string
    readonly livePublicAccess: (workspace: string, flag: string) => string
    readonly note: (note: NoteMatter) => { readonly title: string; readonly text: string }
  }
  readonly form: {
    readonly title: (subject: Subject) => string
    readonly intro: string
    readonly tierLabel: string
    readonly documented: (hosts: number, wildcards: number) => string
    readonly current: (hosts: number, wildcards: number) => string
    readonly documentedHosts: (count: number) => string
    readonly currentHosts: (count: number) => string
    readonly currentAdvice: string
    readonly reasonLabel: string
    readonly reasonHint: string
    readonly reasonError: string
    readonly tierError: string
    readonly provisioningTitle: (workspace: string) => string
    readonly provisioningIntro: string
  }
  readonly request: {
    readonly title: (number: number, state: StateMatter, result?: 'effective' | 'configured') => string
    readonly state: (state: StateMatter) => string
    readonly purpose: (subject: Subject) => string
    readonly provisioning: (workspace: string, withSpark?: boolean) => string
    readonly askedBy: (name: string, at: string) => string
    readonly explained: (state: StateMatter, result?: 'effective' | 'configured') => string
    /** Above the title of the card that decides, so that nobody takes it for the one that reports. */
    readonly toDecide: string
    readonly pleaseDecide: (names: string) => string
    readonly commentLabel: string
    readonly commentHint: string
    readonly ownRequest: string
    readonly decidedBy: (verdict: 'approve' | 'reject', name: string, at: string) => string
    readonly comment: string
    readonly endedAt: (state: StateMatter, at: string) => string
    readonly expiry: (at: string) => string
    readonly stepOf: (step: number, of: number) => string
    readonly putRule: (rule: string, hosts: number) => string
    readonly provision: string
    readonly phase: (phase: PhaseMatter) => string
    readonly since: (at: string, ago: string) => string
    readonly obstacle: (obstacle: ObstacleMatter) => string
    readonly warning: (warning: WarningMatter) => string
    readonly failure: (failure: FailureMatter) => string
  }
  /** What happens to a request between the asking and the end, where it takes more than a word. */
  readonly road: {
    /** `names`: whose approvals count so far. */
    readonly counted: (names: readonly string[], of: number) => string
    readonly reminder: (request: { number: number; purpose: string; until: string }) => string
    readonly applied: (done: number, of: number) => string
    readonly split: (rules: number) => string
    readonly restored: (rules: readonly string[]) => string
    readonly othersGone: (rules: readonly string[]) => string
  }
  /** Of waiting for a workspace's network, and of asking how far things are. */
  readonly waiting: {
    readonly begun: (workspace: string) => string
    readonly activeAlready: (workspace: string) => string
    readonly noNetwork: (workspace: string) => string
    /** `workspaces`: what nobody waits for any more; nothing where nobody did. */
    readonly stopped: (workspaces: readonly string[]) => string
    readonly toldAnyway: (request: number) => string
    readonly noRequest: string
    /** In the terminal, which writes nothing down. */
    readonly onlyReads: string
    /** Under a verdict, where somebody wants to be told when a collection can be used. */
    readonly onlyNetworks: string
    readonly button: string
    readonly ended: (how: WaitingEndMatter, workspace: string) => string
  }
  /** Lists of requests, and what the audit holds of them. */
  readonly register: {
    /** `about`: workspaces, hosts or collections. */
    readonly listTitle: (
      scope: 'mine' | 'for-me' | 'open',
      some: boolean,
      about: string | undefined,
    ) => string
    readonly notAnApprover: string
    readonly pressForCard: string
    readonly historyOf: (about: string | undefined) => string
    /** `by`: a name, or `you` for whoever asks; absent where it does not matter. `about`: as for a list. */
    readonly deeds: (
      did: DeedMatter,
      by: { readonly name: string } | 'you' | undefined,
      about: string | undefined,
    ) => string
    /** The rules that a request has written. */
    readonly wroteRules: (names: readonly string[]) => string
    readonly decidedBy: (number: number, verdict: 'approve' | 'reject', name: string) => string
    readonly noSuchRequest: (number: number) => string
    /** `by`: the number of the request that opened them, if one did. */
    readonly opened: (hosts: string, workspaces: string | undefined, by: number | undefined) => string
    /** `name`: of whoever did it; for what Gatehouse did by itself it is not said. */
    readonly event: (event: EventMatter, name: string) => string
    readonly comment: (comment: string) => string
    readonly nothing: string
    readonly onlyOurs: string
    readonly older: string
    readonly newest: string
    /** To a text that would withdraw or decide what is decided already. */
    readonly tooLate: (request: number, state: StateMatter) => string
    readonly cardFollows: (number: number) => string
  }
  readonly refusal: (refusal: RefusalMatter) => string
  readonly noPlan: {
    readonly title: (because: NoPlanMatter, workspace: string) => string
    readonly sentence: (because: NoPlanMatter, workspace: string) => string
  }
  readonly trouble: {
    readonly title: (trouble: TroubleMatter, workspace: string | undefined) => string
    /** One sentence or two that stand alone, with what to do. */
    readonly sentence: (trouble: TroubleMatter, workspace: string | undefined) => string
    /** A clause that follows "because". */
    readonly clause: (trouble: TroubleMatter) => string
    readonly nothingLost: string
    readonly azureSays: string
  }
  /** Buttons that open a form in a dialog. They come second: the form opens in place, too. */
  readonly dialogs: {
    readonly request: string
    readonly reject: string
    readonly rejectHint: (id: number) => string
  }
  /** Said once where the bot was added, with what works already and what is still to be set up. */
  readonly welcome: {
    readonly title: (complete: boolean) => string
    readonly checklist: string
    readonly workspaces: (seen: number, unreadSubscriptions: number) => string
    readonly notRead: (trouble: TroubleMatter) => string
    readonly approvers: (names: readonly string[]) => string
    readonly approvals: (place: 'here' | 'elsewhere' | 'unknown' | 'thread') => string
    readonly mention: string
  }
  /** What the host says where the rooms cannot. */
  readonly host: {
    readonly apology: (reference: string) => string
    readonly tooFast: string
  }
  /** Of a pasted link to a workspace. */
  readonly link: {
    readonly anonymous: string
    readonly ask: (workspace: string) => string
  }
  readonly help: {
    readonly title: string
    readonly intro: string
    readonly mayNotAsk: string
    readonly examples: (workspace: string) => readonly { readonly say: string; readonly gives: string }[]
    readonly requesting: string
    readonly approving: string
    readonly privacy: string
  }
  /** After "speak English", in the language that was asked for. */
  readonly speaking: {
    readonly withYou: string
    /** Where others read along. */
    readonly here: string
    /** Another language was asked for. */
    readonly onlyThese: string
  }
  readonly notUnderstood: {
    readonly title: string
    readonly intro: string
    readonly examples: (workspace: string) => readonly string[]
    readonly more: string
    /** In place of title and introduction, where something is near. */
    readonly maybe: { readonly title: string; readonly intro: string }
    /** A button: what may have been asked, of what the text names. */
    readonly suggestion: (
      intent: SuggestedMatter,
      about: { readonly thing?: string; readonly workspace?: string },
    ) => string
  }
  readonly clarify: {
    readonly title: (asks: 'workspace' | 'collection', unknown: string | undefined) => string
    /** Where there is one candidate. */
    readonly only: (name: string) => string
    readonly oneAtATime: string
    readonly moreButton: string
    readonly sentence: (asks: 'workspace' | 'collection', candidates: number) => string
    /** Every collection that there is. */
    readonly known: (names: readonly string[]) => string
    readonly more: (count: number) => string
  }
  /** What follows from the policy file and from people's permissions in Azure. */
  readonly underPolicy: {
    readonly managedTitle: (workspace: string, by: 'terraform' | 'bicep') => string
    readonly managed: (by: 'terraform' | 'bicep') => string
    /** In place of a name: the policy approved it, by this rule. */
    readonly itself: (rule: string) => string
    /** Approvals that did not count, since Azure does not let these people make the change. */
    readonly setAside: (names: readonly string[], actions: readonly string[]) => string
    /** Approvals that did not count, since these people are in none of the groups any more. */
    readonly leftGroup: (names: readonly string[], groups: readonly string[]) => string
    /** Groups of approvers whose members are not known, so that nobody counts as one. */
    readonly unreadGroups: (groups: readonly string[]) => string
    /** Said to approvers where nobody's permissions in Azure are looked at. */
    readonly policyOnly: string
  }
  readonly conversation: {
    /** Under an answer for which no workspace was named. */
    readonly byDefault: (workspace: DefaultMatter) => string
    /** `closest`: names of the table that are like it. */
    readonly unlistedModel: (model: string, closest: readonly string[]) => string
    readonly usesHere: (
      workspace: DefaultMatter,
      conversation: 'personal' | 'groupChat' | 'channel',
    ) => string
    /** What was meant before, if anything was. */
    readonly usesNone: (workspace: DefaultMatter | undefined) => string
  }
  readonly approvalsHere: {
    readonly title: (done: boolean) => string
    readonly sentence: (done: boolean, conversation: 'personal' | 'groupChat' | 'channel') => string
    readonly nobody: string
    /** For the conversation that approvals went to before. */
    readonly moved: (by: string) => string
  }
  readonly buttons: {
    readonly request: (hosts: number) => string
    /** `subject`: a collection or model with its workspace. */
    readonly requestFor: (subject: string) => string
    readonly submit: string
    readonly requestProvisioning: string
    readonly cancel: string
    readonly approve: string
    readonly approveHint: (number: number) => string
    readonly reject: string
    readonly rejectHint: (number: number) => string
    readonly withdraw: string
    readonly showRequest: (number: number) => string
    readonly showNetwork: (workspace: string) => string
    readonly listWorkspaces: string
    /** A collection or model, with the workspace where there is one. */
    readonly ask: (subject: string) => string
    readonly compare: string
    readonly requiredHosts: (subject: string) => string
    readonly published: (publisher: string) => string
    readonly whereUsable: (subject: string) => string
    readonly onlyUsable: string
    readonly onlyHeldUp: string
    readonly everyOne: string
    readonly nextPage: string
    readonly previousPage: string
    readonly backToList: string
    readonly help: string
    readonly approvalsHere: string
    readonly showLater: (count: number) => string
    readonly showHow: string
    readonly showDetails: string
    readonly askAgain: string
    /** The same question of another workspace, or of another collection. */
    readonly why: string
    readonly otherWorkspace: string
    readonly curatedHosts: string
    readonly otherCollection: string
  }
  readonly news: {
    readonly usable: (subject: Subject, number: number) => string
    /** Done, and the question could not be answered anew. */
    readonly opened: (subject: Subject, number: number) => string
    /** `answer`: the title of the verdict that stands now. */
    readonly stillNot: (number: number, answer: string) => string
    readonly configured: (workspace: string, number: number) => string
    readonly active: (workspace: string, number: number) => string
    readonly failed: (number: number, what: string) => string
    readonly rejected: (number: number, by: string, comment: string | undefined) => string
    readonly expired: (number: number) => string
    readonly withdrawn: (number: number) => string
  }
}
