import { simulatedPace } from '../../src/bot/pace.ts'
import { tick } from '../../src/bot/tick.ts'
import { decide, withdraw } from '../../src/changes/decide.ts'
import type { Policy } from '../../src/changes/policy.ts'
import { type ApprovalRequest, isOpen, type RequestState, stepsOf } from '../../src/changes/request.ts'
import type { RequestStore } from '../../src/changes/store.ts'
import { type KnownPerson, samePerson } from '../../src/conversation/person.ts'
import type { WorkspaceGateway } from '../../src/workspace/gateway.ts'
import type { Workspace } from '../../src/workspace/managed-network.ts'
import { memoryRequests } from '../bot/memory-requests.ts'
import { approvedRequest, library } from '../bot/road.ts'
import { scriptedAzure } from '../bot/scripted-azure.ts'
import { ada, amir, dana } from '../cards/sample-requests.ts'
import { fqdn, workspaceNamed } from '../cards/sample-tenant.ts'

const start = 1_000_000
const people = { ada, amir, dana } as const
export type Who = keyof typeof people

const active = workspaceNamed('ws', { rules: [fqdn('hub', ['huggingface.co'])] })
const wanted = [['docker.io', 'hf.co'], ['pypi.org']] as const

/** The real core between a store and an Azure in memory: two requests in one workspace, and a clock. */
export async function machineWorld(quorum: number) {
  const policy: Policy = {
    askers: 'tenant',
    approvers: [ada, amir, dana],
    quorum,
    approvalExpiryMs: 200_000,
    executionExpiryMs: 100_000,
  }
  const azure = scriptedAzure(active)
  const store = memoryRequests()
  for (const [at, hosts] of wanted.entries()) {
    const { number: _number, version: _version, state: _state, ...request } = approvedRequest(active, hosts)
    await store.submit(
      {
        ...request,
        id: `request-${at}`,
        requestedAt: start,
        expiresAt: start + policy.approvalExpiryMs,
      },
      { at: start, actor: dana, action: 'request.submitted', subject: `request-${at}`, detail: {} },
    )
  }
  const broken: string[] = []
  let now = start
  let lives = 0
  let crash: 'before' | 'after' | undefined
  let othersAtWork = false

  const check = (what: string, holds: boolean) => {
    if (!holds) broken.push(`${what} at ${now - start}`)
  }
  const writers = () => store.all().filter(({ state }) => state.is === 'applying')

  /** What must be so whenever anything is written to Azure. */
  const review = (ruleName: string, hosts: readonly string[]) => {
    const [writer, ...others] = writers()
    check('AtMostOneWriterPerWorkspace', others.length === 0)
    if (writer?.state.is !== 'applying') return check('NoUnreviewedExecution: nobody applies', false)
    const { decision } = writer.state
    const words = [...(decision.after ?? []), decision]
    const deciders = new Set(words.map(({ by }) => by.objectId))
    check('NoUnreviewedExecution: quorum', deciders.size >= quorum && deciders.size === words.length)
    check('NoUnreviewedExecution: own', !words.some(({ by }) => samePerson(by, writer.requester)))
    check(
      'NoUnreviewedExecution: rejected',
      words.every(({ verdict }) => verdict === 'approve'),
    )
    const planned = stepsOf(writer).some(step => step.do === 'put-rule' && step.ruleName === ruleName)
    check('NoUnreviewedExecution: rule', planned)
    check(
      'NoUnreviewedExecution: hosts',
      hosts.every(host => writer.plan.effect.hosts.includes(host)),
    )
    check('NoStaleExecution: approval', decision.at < writer.expiresAt)
    check('NoStaleExecution: execution', now < decision.at + policy.executionExpiryMs)
  }
  const gateway: WorkspaceGateway = {
    ...azure,
    read: async id => {
      const read = await azure.read(id)
      return read.ok && othersAtWork
        ? { ok: true, value: { ...read.value, provisioningState: 'Updating' } }
        : read
    },
    putFqdnRule: (id, name, hosts) => {
      review(name, hosts)
      return azure.putFqdnRule(id, name, hosts)
    },
  }
  /** A process may die right before a commit, or right after it. */
  const mortal: RequestStore = {
    ...store,
    move: async (...args) => {
      const dies = crash
      crash = undefined
      if (dies === 'before') throw new Error('the process died')
      const moved = await store.move(...args)
      check('AtMostOneWriterPerWorkspace', writers().length <= 1)
      if (dies === 'after') throw new Error('the process died')
      return moved
    },
  }

  async function run(id: string, version: number, workers: number): Promise<void> {
    const ports = {
      store: mortal,
      gateway,
      library,
      policy: () => policy,
      permissions: 'policy-only' as const,
      worker: { id: `worker-${lives}`, alone: false },
      pace: simulatedPace,
      now: () => now,
      newId: () => `successor-${store.all().length}`,
      planOptions: { ruleShape: 'combined', isWritable: () => false } as const,
      forget: () => undefined,
    }
    const ends = await Promise.allSettled(
      Array.from({ length: workers }, () => tick({ request: id, version }, ports)),
    )
    for (const end of ends) {
      if (end.status === 'fulfilled') continue
      if (!String(end.reason).includes('the process died')) throw end.reason
      lives += 1
    }
  }

  async function record(request: ApprovalRequest, to: RequestState, by: KnownPerson) {
    const at = now
    const decision =
      'decision' in to ? to.decision : to.is === 'awaiting-approval' ? to.approvals?.at(-1) : undefined
    const audit = {
      at,
      actor: by,
      action: `press.${to.is}`,
      subject: request.id,
      from: request.state.is,
      to: to.is,
      detail: {},
    }
    await store.decide(request, to, decision, at, audit)
  }
  const nth = (at: number) => store.all()[at % store.all().length] as ApprovalRequest

  return {
    azure,
    broken,
    store,
    pass: (ms: number) => {
      now += ms
    },
    crash: (when: 'before' | 'after') => {
      crash = when
    },
    press: async (at: number, who: Who, verdict: 'approve' | 'reject', times: number) => {
      // Every delivery looks at the request as it was when the press was made, and one wins.
      const request = nth(at)
      for (let again = 0; again < times; again += 1) {
        const press = { verdict, by: people[who], conversation: request.thread, comment: 'because' }
        const decided = decide(request, press, policy, [request.thread.key], now)
        if (decided.ok) await record(request, decided.state, people[who])
      }
    },
    withdraw: async (at: number, who: Who) => {
      const request = nth(at)
      const withdrawn = withdraw(request, people[who], now)
      if (withdrawn.ok) await record(request, withdrawn.state, people[who])
    },
    /** A job of this request, or of an older version of it, comes to one worker or several. */
    tick: (at: number, workers: number, older: number) => {
      const { id, version } = nth(at)
      return run(id, Math.max(1, version - older), workers)
    },
    /** Somebody in the portal changes the workspace, or has finished. */
    others: (atWork: boolean) => {
      othersAtWork = atWork
    },
    drift: (change: (workspace: Workspace) => Workspace) => azure.change(change),
    /** Time goes on until everything has ended. */
    settle: async () => {
      crash = undefined
      othersAtWork = false
      for (let turns = 0; turns < 400; turns += 1) {
        const open = store.all().filter(isOpen)
        if (open.length === 0) return true
        const looks = open.map(({ id }) => store.look(id) ?? now)
        now = Math.max(now + 1, Math.min(...looks))
        for (const { id } of open) if ((store.look(id) ?? now) <= now) await run(id, store.now(id).version, 1)
      }
      return false
    },
  }
}
