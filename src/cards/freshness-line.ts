import type { Labels } from '../language/labels.ts'
import type { Freshness } from './card-data.ts'

/** When the state of Azure was read that the card shows, and why it is not newer. */
export function freshnessLine(freshness: Freshness, labels: Labels): string {
  const at = labels.times.instant(freshness.at)
  return freshness.is === 'live'
    ? labels.freshness.live(at)
    : labels.freshness.cached(labels.times.ago(freshness.now - freshness.at), at, freshness.because)
}
