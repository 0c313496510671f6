import type { Clock } from 'pg-boss'
import type { Logger } from 'pino'
import type { PolicyRead } from './adapters/policy/policy-read.ts'
import type { AuditRecord } from './changes/audit.ts'
import type { Policy } from './changes/policy.ts'

export interface PolicyWatch {
  readonly current: () => Policy
  /** Writes down what is in force, and from then on each change of the file before it takes effect. */
  start(record: (record: AuditRecord) => Promise<void>): Promise<void>
  stop(): void
}

interface Watching {
  readonly clock: Clock
  readonly log: Logger
  /** Sees to it that the members of these groups are known, as far as they can be. */
  readonly groups?: (groups: readonly string[]) => Promise<void>
}

const lookMs = 5_000

/**
 * The policy file, read anew every five seconds. A file that is wrong, or gone, is refused with its reasons and the last good one
 * stays in force; a change that cannot be written to the audit waits until it can.
 */
export function watchPolicy(
  first: Policy,
  read: () => PolicyRead,
  { clock, log, groups = async () => {} }: Watching,
): PolicyWatch {
  let current = first
  let refused: string | undefined
  let timer: ReturnType<Clock['setInterval']> | undefined
  let looking = false

  const recordOf = (action: string, policy: Policy, detail: AuditRecord['detail']): AuditRecord => ({
    at: clock.now(),
    actor: 'gatehouse',
    action,
    subject: policy.hash ?? 'built-in',
    detail,
  })

  /** Reads the file, and who is in its groups where that is due; a group that it did not name before takes a second look. */
  async function readWhole(): Promise<PolicyRead> {
    const found = read()
    if (!found.ok || found.groups.length === 0) return found
    await groups(found.groups)
    return read()
  }

  async function look(record: (record: AuditRecord) => Promise<void>): Promise<void> {
    const found = await readWhole()
    if (!found.ok) {
      const problems = found.problems.join(' ')
      if (problems === refused) return
      log.error({ problems: found.problems }, 'The policy file was refused; the last good one stays in force')
      await record(recordOf('policy.refused', current, { problems: found.problems }))
      refused = problems
      return
    }
    refused = undefined
    if (same(found.policy, current)) return
    if (found.policy.hash === current.hash)
      await record(recordOf('policy.members-read', found.policy, { groups: groupsOf(found.policy) }))
    else {
      await record(recordOf('policy.loaded', found.policy, { before: current.hash ?? null }))
      log.info({ hash: found.policy.hash }, 'The policy file was loaded')
    }
    current = found.policy
  }

  return {
    current: () => current,
    async start(record) {
      await record(recordOf('policy.loaded', current, { before: null }))
      timer = clock.setInterval(() => {
        if (looking) return
        looking = true
        look(record)
          .catch(error => log.error({ err: error }, 'The policy file could not be looked at'))
          .finally(() => {
            looking = false
          })
      }, lookMs)
    },
    stop() {
      if (timer !== undefined) clock.clearInterval(timer)
    },
  }
}

/** For the audit: how many people each group stands for, or that nobody knows. */
function groupsOf(policy: Policy) {
  const everywhere = [policy, ...(policy.rules ?? []).map(({ sets }) => sets)]
  return everywhere.flatMap(({ approvers = [], approverGroups = [], askers = [], askerGroups = [] }) => {
    const people = [...approvers, ...(askers === 'tenant' ? [] : askers)]
    return [...approverGroups, ...askerGroups].map(({ id, unread }) => ({
      id,
      members: unread === true ? null : people.filter(({ groups }) => groups?.includes(id)).length,
    }))
  })
}

/** The same file, and the same people in the groups that it names. */
function same(a: Policy, b: Policy): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
