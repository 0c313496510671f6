import type { Labels } from '../language/labels.ts'
import type { Freshness } from './card-data.ts'

/** When the state of Azure was read that the card shows, and why it is not newer. */
export function freshnessLine(freshness: Freshness, labels: Labels): string {
  const at = labels.times.instant(freshness.at)
  return freshness.is === 'live'
    ? labels.freshness.live(at)
    : labels.freshness.cached(labels.times.ago(freshness.now - freshness.at), at, freshness.because)
}

/** As old as this a list still counts as read for the question. */
const justNowMs = 5_000

/** When the list of workspaces was read. Instants in epoch milliseconds. */
export function listedLine(at: number, now: number, labels: Labels): string {
  return now - at < justNowMs
    ? labels.freshness.live(labels.times.instant(at))
    : labels.answers.listed(labels.times.ago(now - at), labels.times.instant(at))
}
