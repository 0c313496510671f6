import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from 'pg-boss'
import type { Logger } from 'pino'
import type { Server } from 'restify'
import { takeOver } from './adapters/store/backlog.ts'
import { postgresConversations } from './adapters/store/conversations.ts'
import type { Engine } from './adapters/store/engine.ts'
import { postgresFleetCache } from './adapters/store/fleet-cache.ts'
import { postgresNotices } from './adapters/store/notices.ts'
import { postgresPostedCards } from './adapters/store/posted-cards.ts'
import { createQueues, keyOf, queues } from './adapters/store/queues.ts'
import { postgresReferences } from './adapters/store/references.ts'
import { postgresRegister } from './adapters/store/register.ts'
import { postgresRequestLookup } from './adapters/store/request-lookup.ts'
import { postgresRequests } from './adapters/store/requests.ts'
import { postgresSendSlots } from './adapters/store/send-slots.ts'
import { postgresSubscriptions } from './adapters/store/subscriptions.ts'
import { postgresTongues } from './adapters/store/tongues.ts'
import { within } from './adapters/store/within.ts'
import type { TeamsHostOptions } from './adapters/teams/host-options.ts'
import { teamsHost } from './adapters/teams/server.ts'
import { type Around, asItIs } from './around.ts'
import { anchorAudit } from './audit-anchor.ts'
import { keepShown } from './bot/keep-shown.ts'
import { openDecision } from './bot/open-decision.ts'
import { azurePace, type Pace } from './bot/pace.ts'
import { turn } from './bot/turn.ts'
import type { Directory } from './changes/directory.ts'
import type { Permissions } from './changes/permissions.ts'
import type { Policy } from './changes/policy.ts'
import { rememberedPermissions } from './changes/remembered-permissions.ts'
import type { RuleShape } from './changes/rule-name.ts'
import type { RequestStore } from './changes/store.ts'
import type { Incoming } from './conversation/incoming.ts'
import { failClosed } from './fail-closed.ts'
import type { Library } from './knowledge/library.ts'
import { readiness } from './readiness.ts'
import { startSweep } from './sweep.ts'
import { type Telemetry, telemetry } from './telemetry.ts'
import { startWork } from './work.ts'
import type { WorkspaceGateway } from './workspace/gateway.ts'
import { workspaceReader } from './workspace/reader.ts'
import { writableHosts } from './writable-hosts.ts'

export interface GatehouseOptions {
  /** Open, and ours alone where it is embedded. */
  readonly engine: Engine
  readonly host: Pick<TeamsHostOptions, 'port' | 'bind' | 'mode' | 'trustedProxies' | 'overrides'>
  readonly gateway: WorkspaceGateway
  /** Which subscriptions the gateway lists: replicas that list the same ones share what they find. */
  readonly fleetScope?: string
  readonly library: Library
  readonly policy: () => Policy
  /** What people may do in Azure; `policy-only`: nobody asks, and that is said wherever it matters. */
  readonly permissions: Permissions | 'policy-only'
  /** Who is in the Entra groups that the policy names, asked right before a write. */
  readonly directory: Directory
  readonly ruleShape: RuleShape
  readonly pace?: Pace
  /** How long a person waits for the list of workspaces; Teams gives a turn ten seconds. */
  readonly listPatienceMs?: number
  /** pg-boss's clock: timers and time of record move together. */
  readonly clock: Clock
  readonly newId: () => string
  readonly log: Logger
  readonly mount?: (server: Server) => void
  /** Called once the audit can be written to, before anybody is answered. */
  readonly onAudit?: (record: RequestStore['record']) => Promise<void>
  readonly around?: Around
  readonly telemetry?: Telemetry
}

export interface Gatehouse {
  readonly port: number
  readonly engine: Engine
  /** Lets running turns and jobs end. Idempotent. */
  close(): Promise<void>
}

/** Puts the rooms together and opens the door: the only place that knows both the rooms and the adapters. */
export async function startGatehouse(options: GatehouseOptions): Promise<Gatehouse> {
  const { clock, newId, log, library, policy, around = asItIs, telemetry: seen = telemetry() } = options
  const engine = seen.engine(options.engine)
  const gateway = seen.gateway(options.gateway)
  const now = () => clock.now()
  const { permissions: asked } = options
  const permissions = asked === 'policy-only' ? asked : rememberedPermissions(asked, now)
  try {
    return await openDoor()
  } catch (error) {
    await engine.close()
    throw error
  }

  async function openDoor(): Promise<Gatehouse> {
    await createQueues(engine)
    const alone = engine.kind === 'embedded'
    if (alone) await takeOver(engine, now())

    const requests = seen.requests(around.requests(postgresRequests(engine)))
    await options.onAudit?.(requests.record)
    const references = postgresReferences(engine)
    const tongues = postgresTongues(engine)
    const conversations = postgresConversations(engine)
    const cards = around.cards(postgresPostedCards(engine))
    const slots = postgresSendSlots(engine)
    const notices = postgresNotices(engine)
    const subscriptions = seen.subscriptions(postgresSubscriptions(engine, newId), now)
    const reader = workspaceReader(gateway, now, {
      patient: list => within(options.listPatienceMs ?? 3_000, list, undefined),
      ...(alone ? {} : { cache: postgresFleetCache(engine, options.fleetScope ?? '') }),
    })
    const planOptions = { ruleShape: options.ruleShape, isWritable: writableHosts(library) }

    const answer = async (incoming: Incoming) => {
      const reply = await turn(incoming, {
        reader,
        library,
        requests,
        lookup: postgresRequestLookup(engine),
        subscriptions,
        references,
        tongues,
        pause: nextTurn,
        conversations,
        register: postgresRegister(engine.sql),
        policy,
        permissions,
        planOptions,
        now,
        newId,
        learnCopy: cards.learn,
        approvalPostedIn: async request =>
          (await cards.of(request))
            .filter(card => card.role === 'approval')
            .map(card => card.conversation.key),
        openDecision: (request, opened) =>
          openDecision(request, opened, {
            ...{ cards, now, record: requests.record },
            announce: (job, topic) => engine.send(queues.announce, job, { singletonKey: keyOf(job, topic) }),
          }),
        update: (conversation, activityId, card) =>
          host.messenger.update(conversation, activityId, { kind: 'card', ...card }),
        tell: (conversation, text) => host.messenger.post(conversation, { kind: 'text', text, mentions: [] }),
      })
      // Whoever wrote waits for the answer: it is never put off, and what we say of ourselves yields to it.
      if (incoming.kind === 'message' && reply.kind !== 'nothing')
        await slots.note(incoming.conversation.key, now())
      return reply
    }

    const host = teamsHost({
      ...options.host,
      now,
      timers: clock,
      newId,
      log,
      onTurn: incoming =>
        failClosed(
          incoming,
          () => seen.turn(incoming.kind, () => answer(incoming)),
          engine.health,
          (what, sentence) => log.error(what, sentence),
        ),
      onPosted: keepShown(cards),
      ready: readiness(engine, reader, policy, now, seen.readiness),
      metrics: seen.text,
      ...(options.mount === undefined ? {} : { mount: options.mount }),
    })

    await startWork(engine, {
      ...{ requests, cards, slots, references, tongues, subscriptions, notices, gateway, library, policy },
      ...{ permissions, planOptions, now, newId, directory: options.directory, forget: reader.forget },
      messenger: seen.messenger(around.messenger(host.messenger)),
      worker: { id: newId(), alone },
      pace: options.pace ?? azurePace,
    })
    const sweep = await startSweep(engine, clock, log)

    const { port } = await host.listen()
    const anchor = anchorAudit(engine, clock, log)
    let closing: Promise<void> | undefined
    return {
      port,
      engine,
      close: () => {
        closing ??= (async () => {
          sweep.stop()
          await host.close()
          await anchor.stop()
          await engine.close()
        })()
        return closing
      },
    }
  }
}
