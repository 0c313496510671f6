import type {
  Accepted,
  GatewayAnswer,
  GatewayTrouble,
  OperationHandle,
  OperationStatus,
  WorkspaceGateway,
} from '../../src/workspace/gateway.ts'
import type { ManagedNetwork, Workspace } from '../../src/workspace/managed-network.ts'
import { fqdn } from '../cards/sample-tenant.ts'

/** What becomes of the next write: whether it lands, and what the writer hears of it. */
export type WriteFate =
  | { readonly lands: boolean; readonly says: 'accepted' | 'accepted-without-address' | 'nothing: we die' }
  | { readonly lands: boolean; readonly says: GatewayTrouble }

/** What the polls of an operation say, and what the network looks like in the end. */
export type OperationFate = 'succeeds' | 'fails' | 'address is gone' | 'succeeds, but nothing is there'

export interface ScriptedAzure extends WorkspaceGateway {
  /** Every write that was tried, with whether the same step was in Azure, or on its way there, at that moment. */
  readonly writes: readonly { readonly what: string; readonly alreadyThere: boolean }[]
  workspace(): Workspace
  change(next: (workspace: Workspace) => Workspace): void
  /** Trouble for the next reads, then none. */
  troubleReads(...troubles: readonly GatewayTrouble[]): void
  troublePolls(...troubles: readonly GatewayTrouble[]): void
  fates(...writes: readonly WriteFate[]): void
  operations(...operations: readonly OperationFate[]): void
}

/** An Azure of one workspace that does what the script says, and all goes well once the script is at its end. */
export function scriptedAzure(initial: Workspace): ScriptedAzure {
  let workspace = initial
  let reads: readonly GatewayTrouble[] = []
  let pollTroubles: readonly GatewayTrouble[] = []
  let writeFates: readonly WriteFate[] = []
  let operationFates: readonly OperationFate[] = []
  const writes: { what: string; alreadyThere: boolean }[] = []
  const polled = new Map<
    OperationHandle,
    { left: number; readonly end: () => void; readonly fate: OperationFate }
  >()
  /** Operations whose address nobody has: they end by themselves, two reads later. */
  let unpolled: readonly { left: number; readonly end: () => void }[] = []

  const later = () => Promise.resolve().then(() => Promise.resolve())
  const changeNetwork = (network: Partial<ManagedNetwork>) => {
    workspace = { ...workspace, network: { ...workspace.network, ...network } }
  }

  /** `begin` and `end`: what a write that lands does to the network, at once and when its operation is over. */
  async function write(
    what: string,
    alreadyThere: () => boolean,
    begin: () => void,
    end: (fate: OperationFate) => void,
  ): Promise<GatewayAnswer<Accepted>> {
    await later()
    writes.push({ what, alreadyThere: alreadyThere() || workspace.provisioningState === 'Updating' })
    const [{ lands, says } = { lands: true, says: 'accepted' } as const, ...rest] = writeFates
    writeFates = rest
    if (lands) {
      const [fate = 'succeeds', ...others] = operationFates
      operationFates = others
      begin()
      workspace = { ...workspace, provisioningState: 'Updating' }
      const over = () => {
        end(fate)
        workspace = { ...workspace, provisioningState: 'Succeeded' }
      }
      if (says === 'accepted') {
        const operation = `operation-${writes.length}` as OperationHandle
        polled.set(operation, { left: 2, end: over, fate })
        return { ok: true, value: { operation, retryAfterSeconds: 10, correlationId: `c-${writes.length}` } }
      }
      unpolled = [...unpolled, { left: 2, end: over }]
    }
    if (says === 'accepted' || says === 'accepted-without-address') return { ok: true, value: {} }
    if (says === 'nothing: we die') throw new Error('the process died')
    return { ok: false, trouble: says }
  }

  async function poll(handle: OperationHandle): Promise<GatewayAnswer<OperationStatus>> {
    await later()
    const operation = polled.get(handle)
    if (operation === undefined) return { ok: true, value: { is: 'gone' } }
    const [trouble, ...rest] = pollTroubles
    pollTroubles = rest
    // Who may not ask does not stop the operation.
    if (trouble?.is === 'forbidden') unpolled = [...unpolled, { left: 2, end: operation.end }]
    if (trouble !== undefined) return { ok: false, trouble }
    operation.left -= 1
    if (operation.left > 0) return { ok: true, value: { is: 'running', retryAfterSeconds: 10 } }
    polled.delete(handle)
    if (operation.fate === 'address is gone') {
      unpolled = [...unpolled, { left: 2, end: operation.end }]
      return { ok: true, value: { is: 'gone' } }
    }
    operation.end()
    return operation.fate === 'fails'
      ? { ok: true, value: { is: 'failed', code: 'InternalServerError', message: 'Received 400' } }
      : { ok: true, value: { is: 'succeeded' } }
  }

  return {
    writes,
    poll,
    workspace: () => workspace,
    change: next => {
      workspace = next(workspace)
    },
    troubleReads: (...troubles) => {
      reads = troubles
    },
    troublePolls: (...troubles) => {
      pollTroubles = troubles
    },
    fates: (...fates) => {
      writeFates = fates
    },
    operations: (...fates) => {
      operationFates = fates
    },
    list: async () => ({ ok: true, value: { workspaces: [workspace], unread: [] } }),
    read: async () => {
      await later()
      const [trouble, ...rest] = reads
      reads = rest
      if (trouble !== undefined) return { ok: false, trouble }
      const seen = workspace
      for (const operation of unpolled) {
        operation.left -= 1
        if (operation.left === 0) operation.end()
      }
      return { ok: true, value: seen }
    },
    putFqdnRule: (_, name, hosts) => {
      const rest = () => workspace.network.rules.filter(rule => rule.name !== name)
      const isActive = workspace.network.status === 'Active'
      return write(
        `put ${name}`,
        () => workspace.network.rules.some(rule => rule.name === name),
        () =>
          changeNetwork({ rules: [...rest(), fqdn(name, hosts, isActive ? 'Provisioning' : 'Inactive')] }),
        fate => {
          if (fate === 'succeeds, but nothing is there') changeNetwork({ rules: rest() })
          else if (fate === 'fails')
            changeNetwork({ rules: [...rest(), fqdn(name, hosts, 'Failed', 'no route')] })
          else if (isActive) changeNetwork({ rules: [...rest(), fqdn(name, hosts)] })
        },
      )
    },
    provision: () =>
      write(
        'provision',
        () => workspace.network.status === 'Active',
        () => undefined,
        fate => {
          if (fate === 'succeeds' || fate === 'address is gone')
            changeNetwork({
              status: 'Active',
              rules: workspace.network.rules.map(rule => ({ ...rule, status: 'Active' })),
            })
        },
      ),
    deleteRule: async () => {
      throw new Error('no plan deletes a rule')
    },
  }
}
