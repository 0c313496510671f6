import { type Change, type Undoes, undoneBy } from './change.ts'
import { planNow } from './keep-claimed.ts'
import { type ApprovalRequest, type Instant, stepsOf } from './request.ts'

/** Why a request cannot be undone: it has not ended well, Azure knows no way back from it, or what it took out was open for a time that is over. */
export type NoUndo = 'not-done' | 'provisioned' | 'time-over'

export type Undone =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly because: NoUndo }

/**
 * The change that takes back what a finished request did, by what was recorded when it was planned and applied: only hosts that it
 * let through itself are taken out, and only of its own rules; those that it took out are let through again. A request and
 * its extensions are taken back together. `done`: what else is done in the workspace.
 */
export function undoOf(request: ApprovalRequest, done: readonly ApprovalRequest[] = []): Undone {
  const { change, state, number } = request
  if (state.is !== 'done') return { ok: false, because: 'not-done' }
  if (change.kind === 'provision-network') return { ok: false, because: 'provisioned' }
  const { workspaceId } = request.plan
  const chain = chainOf(request, done)
  const effects = chain.map(each => planNow(each).effect)
  const hosts = unique(effects.flatMap(effect => effect.hosts))
  const removed = unique(effects.flatMap(effect => effect.removed ?? []))
  const others = chain.map(each => each.number).filter(each => each !== number)
  const undoes: Undoes = {
    request: number,
    ...(others.length === 0 ? {} : { with: others }),
    rules: unique(chain.flatMap(rulesOf)),
    ...endOf(chain),
  }
  if (removed.length === 0)
    return { ok: true, change: { kind: 'remove-hosts', workspaceId, hosts, undoes, ...closing(change) } }
  const end = undoneBy(change)?.until
  const back = {
    ...({ kind: 'allow-hosts', workspaceId, hosts: removed, undoes } as const),
    ...(end === undefined ? {} : { until: end }),
  }
  return { ok: true, change: hosts.length === 0 ? back : { ...back, remove: hosts } }
}

/** When what these let through ends: with the last of them, and not where one is for good. */
function endOf(chain: readonly ApprovalRequest[]): Pick<Undoes, 'until'> {
  const ends = chain.map(
    ({ change }) => (change.kind === 'allow-hosts' ? change.until : undefined) ?? Number.POSITIVE_INFINITY,
  )
  const end = Math.max(...ends)
  return Number.isFinite(end) ? { until: end } : {}
}

/** The same for whoever asks for it now: what was open for a time is not opened again after it. */
export function undoNow(
  request: ApprovalRequest,
  now: Instant,
  done: readonly ApprovalRequest[] = [],
): Undone {
  const undone = undoOf(request, done)
  if (!undone.ok || undone.change.kind !== 'allow-hosts') return undone
  const isOver =
    undoneBy(request.change)?.atLimit === true ||
    (undone.change.until !== undefined && undone.change.until <= now)
  return isOver ? { ok: false, because: 'time-over' } : undone
}

/** Of a request for a collection that is what is closed, so that its card and its history say so. */
function closing(change: Change): { readonly collection?: string } {
  return change.kind === 'allow-hosts' && change.purpose !== undefined
    ? { collection: change.purpose.collection }
    : {}
}

/** The rules that a request wrote with hosts of its own. */
export function rulesOf(request: ApprovalRequest): readonly string[] {
  return stepsOf(request).flatMap(step =>
    step.do === 'put-rule' && step.replaces === undefined ? [step.ruleName] : [],
  )
}

/** A request, what it extends and what extends it, of those of its tenant that are done. */
function chainOf(request: ApprovalRequest, done: readonly ApprovalRequest[]): readonly ApprovalRequest[] {
  const own = done.filter(
    each => each.state.is === 'done' && each.requester.tenantId === request.requester.tenantId,
  )
  const chain = [request]
  for (const one of chain)
    for (const each of own)
      if (
        (extendedBy(each) === one.number || extendedBy(one) === each.number) &&
        !chain.some(({ number }) => number === each.number)
      )
        chain.push(each)
  return chain
}

function extendedBy({ change }: ApprovalRequest): number | undefined {
  return change.kind === 'allow-hosts' ? change.extends : undefined
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
