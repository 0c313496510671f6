import type { Labels } from '../language/labels.ts'
import { isWildcard } from '../workspace/host.ts'
import type { VerdictData } from './card-data.ts'
import type { Rendered } from './render.ts'
import { nameOf } from './subject-name.ts'
import { verdictCard } from './verdict-card.ts'

/** What of a collection's hosts is covered, and what is not: the verdict's card under a title that counts. */
export function coverageCard(data: VerdictData, labels: Labels): Rendered {
  return verdictCard(data, labels, coverageTitle(data, labels))
}

/** "ws-prod has rules for 3 of the 5 hosts that Hugging Face needs. 1 of them only through *.docker.io." */
export function coverageTitle(
  data: VerdictData,
  labels: Labels,
): { readonly title: string; readonly line: string } {
  const { collection, verdict, workspace } = data
  const subject = { collection: nameOf(data), workspace: workspace.name }
  const documented = collection.hosts.filter(({ tier }) => tier === 'documented').map(({ host }) => host)
  const covered = verdict.covered.filter(({ host }) => documented.includes(host))
  const through = covered.filter(({ host, destination }) => isWildcard(destination) && host !== destination)
  const destinations = [...new Set(through.map(({ destination }) => destination))]
  return {
    title:
      covered.length === documented.length
        ? labels.answers.coverageAll(documented.length, subject)
        : labels.answers.coverage(covered.length, documented.length, subject),
    line: through.length === 0 ? '' : labels.answers.throughWildcards(through.length, destinations),
  }
}
