import type { Engine } from './adapters/store/engine.ts'
import type { Policy } from './changes/policy.ts'
import type { WorkspaceReader } from './workspace/reader.ts'

const readyMs = 5_000

/** What does not answer right now, as a question that may be asked as often as one likes: strangers may ask it. */
export function readiness(
  engine: Engine,
  reader: WorkspaceReader,
  policy: () => Policy,
  now: () => number,
  seen: <T>(work: () => Promise<T>) => Promise<T> = work => work(),
) {
  return sometimes(readyMs, now, () => seen(() => notReady(engine, reader, policy())))
}

/** Runs the work at most once in so many milliseconds; whoever asks in between gets the same answer. Strangers may ask. */
function sometimes<T>(ms: number, now: () => number, work: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | undefined
  return () => {
    if (last === undefined || now() - last.at >= ms) last = { at: now(), answer: work() }
    return last.answer
  }
}

/** What does not answer right now, and what an operator must know all the same (`serves`). Azure is asked for its list, which every question needs, at most once a minute. */
async function notReady(engine: Engine, reader: WorkspaceReader, policy: Policy) {
  const { permissions } = policy
  const unread = [policy, ...(policy.rules ?? []).map(({ sets }) => sets)].flatMap(
    ({ approverGroups = [], askerGroups = [] }) =>
      [...approverGroups, ...askerGroups].filter(each => each.unread === true).map(({ name }) => name),
  )
  const [store, azure] = await Promise.all([engine.health(), reader.recent()])
  const trouble = azure.ok
    ? azure.freshness.is === 'cached'
      ? azure.freshness.because
      : undefined
    : azure.trouble
  return [
    ...(permissions === undefined ? [] : [{ what: 'permissions', detail: permissions, serves: true }]),
    ...(unread.length === 0
      ? []
      : [{ what: 'groups', detail: `unread: ${[...new Set(unread)].join(', ')}`, serves: true }]),
    ...(store.ok ? [] : [{ what: 'store', detail: store.detail }]),
    ...(trouble === undefined ? [] : [{ what: 'azure', detail: trouble.is }]),
  ]
}
