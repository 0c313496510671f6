import {
  beforeTheFirst,
  type ChainedRecord,
  type ChainFlaw,
  type ChainHead,
  flawAfter,
} from './audit-chain.ts'

export interface Verified {
  /** The last record that is sound, with everything before it. */
  readonly head: ChainHead
  readonly flaw?: ChainFlaw
}

/** A head as the log stream kept it; without `seq` it may be any record's. */
export interface LoggedHead {
  readonly seq?: number
  readonly hash: string
}

/**
 * Goes over the whole chain, oldest first, and stops at the first record that is not as it was written. `kept` is the head
 * that the store keeps beside the records: a tail that was cut is missing by it. Who cuts the store's head too is told by
 * `logged`, which lies elsewhere.
 */
export async function verifyAudit(
  records: AsyncIterable<ChainedRecord>,
  kept: ChainHead,
  logged?: LoggedHead,
): Promise<Verified> {
  let head = beforeTheFirst
  let metLogged = logged === undefined || logged.hash === head.hash
  for await (const record of records) {
    if (record.seq > kept.seq) return { head, flaw: { is: 'unlinked', seq: record.seq } }
    const flaw = flawAfter(head, record)
    if (flaw !== undefined) return { head, flaw }
    if (record.seq === logged?.seq && record.hash !== logged.hash)
      return { head, flaw: { is: 'not-the-logged', seq: record.seq } }
    head = { seq: record.seq, hash: record.hash }
    metLogged ||= head.hash === logged?.hash
  }
  if (head.seq < kept.seq) return { head, flaw: { is: 'missing', seq: head.seq + 1 } }
  if (head.hash !== kept.hash) return { head, flaw: { is: 'unlinked', seq: head.seq } }
  if (metLogged) return { head }
  const seq = head.seq + 1
  return { head, flaw: logged?.seq === undefined ? { is: 'not-the-logged', seq } : { is: 'missing', seq } }
}
