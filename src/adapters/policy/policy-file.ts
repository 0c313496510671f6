import { createHash } from 'node:crypto'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { LineOf, MembersOf, PolicyRead } from './policy-read.ts'
import { firstShape, secondShape } from './policy-shape.ts'
import { policyOf } from './second-policy.ts'

const hour = 3_600_000

/**
 * Reads a policy file's text (YAML), version 1 or 2. `tenantId`: the bot's own, for people without one. Every problem is one
 * sentence with its field and line, all of them at once.
 */
export function readPolicy(
  text: string,
  tenantId: string,
  membersOf: MembersOf = () => undefined,
): PolicyRead {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined)
    return {
      ok: false,
      problems: [`line ${lines.linePos(error.pos[0]).line}: it is no YAML: ${error.message}`],
    }
  const lineOf: LineOf = path => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(path.slice(0, depth), true)
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
      if (Array.isArray(range)) return lines.linePos(Number(range[0])).line
    }
    return 1
  }
  let content: unknown
  try {
    content = document.toJS()
  } catch (bad) {
    return { ok: false, problems: [bad instanceof Error ? bad.message : 'It is no YAML.'] }
  }
  const hash = createHash('sha256').update(text).digest('hex')
  const version =
    typeof content === 'object' && content !== null && 'version' in content ? content.version : 1
  if (version === 2) {
    const read = secondShape.safeParse(content)
    if (!read.success) return { ok: false, problems: problemsOf(read.error, lineOf) }
    return policyOf(read.data, { tenantId, membersOf, lineOf, hash })
  }
  const read = firstShape.safeParse(content)
  if (!read.success) return { ok: false, problems: problemsOf(read.error, lineOf) }
  const { approvers, quorum, approvalsConversation, approvalExpiryHours, executionExpiryHours } = read.data
  if (approvers.length > 0 && quorum > approvers.length)
    return {
      ok: false,
      problems: [
        `quorum: ${quorum} approvers are asked for, and only ${approvers.length} named. (line ${lineOf(['quorum'])})`,
      ],
    }
  return {
    ok: true,
    groups: [],
    policy: {
      askers: 'tenant',
      approvers: approvers.map(each => ({ ...each, tenantId: each.tenantId ?? tenantId })),
      ...(approvalsConversation === undefined ? {} : { approvalsConversation }),
      ...(quorum === 1 ? {} : { quorum }),
      approvalExpiryMs: approvalExpiryHours * hour,
      executionExpiryMs: executionExpiryHours * hour,
      hash,
    },
  }
}

function problemsOf(error: z.ZodError, lineOf: LineOf): readonly string[] {
  return error.issues.flatMap(issue => {
    const { path } = issue
    // Each unknown key has a line of its own.
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => problemAt(path, `Unrecognized key: "${key}"`, lineOf([...path, key])))
    const message = issue.code === 'invalid_value' && path[0] === 'version' ? 'must be 1 or 2' : issue.message
    return [problemAt(path, message, lineOf(path))]
  })
}

function problemAt(path: readonly PropertyKey[], message: string, line: number): string {
  return `${path.length === 0 ? '' : `${path.join('.')}: `}${message} (line ${line})`
}
