import type { SendOutcome } from '../conversation/messenger.ts'

export type RetryRule =
  | { readonly is: 'later'; readonly ms: number }
  | { readonly is: 'never'; readonly why: string }

const triesOfAmbiguousPost = 2
const ambiguousMs = 60_000
const slowestMs = 10 * 60_000

/** Longer than a send with all its tries can take: four of 15 s, and three waits of 10 s. */
export const claimMs = 120_000

/** When a message that was not sent is tried again. `attempts`: tries so far; `update`: repeating it does no harm. */
export function retryAfter(
  outcome: Exclude<SendOutcome, { is: 'sent' }>,
  attempts: number,
  update: boolean,
): RetryRule {
  switch (outcome.is) {
    case 'throttled':
      return { is: 'later', ms: outcome.retryAfterSeconds * 1000 }
    case 'failed':
      return { is: 'later', ms: Math.min(2 ** attempts * 1000, slowestMs) }
    case 'ambiguous':
      // A message too many is better than news that nobody hears; but it is not repeated blindly, nor for ever.
      return update || attempts < triesOfAmbiguousPost
        ? { is: 'later', ms: ambiguousMs }
        : { is: 'never', why: outcome.detail }
    case 'gone':
      return { is: 'never', why: outcome.detail }
  }
}
