import { createHash } from 'node:crypto'

/** What of a record its hash covers, in the shape in which it is kept: `at` in ISO 8601, UTC, milliseconds. */
export interface AuditContent {
  readonly at: string
  readonly actor: unknown
  readonly action: string
  readonly subject: string
  readonly from: string | null
  readonly to: string | null
  readonly detail: unknown
}

/** A record in its place. `previous` is the hash of the record before it. */
export interface ChainedRecord extends AuditContent {
  readonly seq: number
  readonly previous: string
  readonly hash: string
}

/** The last record of a chain, or the empty one before the first. */
export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

/** What is wrong with the chain, at the first record where it shows. */
export type ChainFlaw =
  /** The record is not there, though a later one, the head or the log says that it was. */
  | { readonly is: 'missing'; readonly seq: number }
  /** Its content is not what was hashed when it was written. */
  | { readonly is: 'changed'; readonly seq: number }
  /** It is sound in itself, and follows on another record than the one before it. */
  | { readonly is: 'unlinked'; readonly seq: number }
  /** It is not the one that the log names: the chain was written anew from here or earlier. */
  | { readonly is: 'not-the-logged'; readonly seq: number }

/** Where every chain begins. */
export const beforeTheFirst: ChainHead = { seq: 0, hash: '0'.repeat(64) }

/**
 * The content as text, the same for everybody: JSON with sorted keys and no blanks, as RFC 8785 has it. The store hashes this
 * text at the append; whoever verifies makes it anew from what is kept.
 */
export function canonicalContent({ at, actor, action, subject, from, to, detail }: AuditContent): string {
  return canonical({ at, actor, action, subject, from, to, detail })
}

/** SHA-256 over the previous hash, the place and the content, a line each; 64 hexadecimal digits. */
export function chainHash(previous: string, seq: number, content: string): string {
  return createHash('sha256').update(`${previous}\n${seq}\n${content}`).digest('hex')
}

/** Whether this record may stand after that head; what is wrong if not. */
export function flawAfter(head: ChainHead, record: ChainedRecord): ChainFlaw | undefined {
  const due = head.seq + 1
  if (record.seq !== due) return { is: 'missing', seq: due }
  if (record.hash !== chainHash(record.previous, record.seq, canonicalContent(record)))
    return { is: 'changed', seq: due }
  return record.previous === head.hash ? undefined : { is: 'unlinked', seq: due }
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}
