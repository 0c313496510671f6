import type { Labels } from '../language/labels.ts'
import type { AskedHost, AskedHostsData } from './answer-data.ts'
import { answerView, saidBy } from './answer-view.ts'
import { citations } from './cited-sources.ts'
import { type Button, button, foot, head, type Icon, linesOf, section, type Tone } from './fragments.ts'
import { freshnessLine } from './freshness-line.ts'
import { askButton, lookUp } from './look-up.ts'
import type { Rendered } from './render.ts'
import { showAs } from './show-as.ts'
import { verbs } from './verbs.ts'

/** Hosts by themselves: whether a workspace lets them through, who needs them, and what to do about an error that names them. */
export function askedHostsCard(data: AskedHostsData, labels: Labels): Rendered {
  const { hosts, hints, freshness, workspace, asks, offer } = data
  const { title, lines } = askedTitle(data, labels)
  const named = hosts.flatMap(({ needs, published }) => [
    ...needs.flatMap(({ needed }) => needed.sources),
    ...published.map(({ source }) => source),
  ])
  const cited = citations([...named, ...hints.flatMap(({ sources }) => sources)], [], false, labels)
  return answerView(
    `${title}. ${lines.join(' ')}`.trim(),
    {
      head: head(...lookOf(hosts), title, lines),
      said: saidBy([...hosts.flatMap(host => askedFacts(host, labels)), ...hints], cited, labels).map(
        (each, at) => (at < hosts.length && cited.lines.length === 0 ? { ...each, says: [] } : each),
      ),
      sections: section(labels.headings.answer, offer === undefined ? [] : [offerTitle(offer, labels)]),
      showAs: showAs(offer?.code, labels, { bytes: 7_000 }),
      more: linesOf([
        workspace === undefined && asks === 'troubleshoot' && hosts.length > 0
          ? labels.answers.nameWorkspace
          : '',
      ]),
      foot: foot([
        ...cited.lines,
        ...linesOf(freshness === undefined ? [] : [freshnessLine(freshness, labels)]),
      ]),
      actions: buttonsOf(data, labels),
    },
    labels,
  )
}

function offerTitle(
  { verdict, collection, workspace }: NonNullable<AskedHostsData['offer']>,
  labels: Labels,
) {
  const subject = { collection: collection.name, workspace: workspace.name }
  return `${labels.verdict.title(verdict.name, verdict.headword, subject)}.`
}

/** What is said first. One host in a workspace says it all in the title; several are counted there and told one by one. */
export function askedTitle(
  { asks, hosts, workspace, hub }: AskedHostsData,
  labels: Labels,
): { readonly title: string; readonly lines: readonly string[] } {
  const names = hosts.map(({ host }) => host)
  if (hosts.length === 0) return { title: labels.answers.noHostTitle, lines: [labels.answers.noHostIntro] }
  if (workspace === undefined)
    return { title: labels.answers.hostTitle(asks === 'needed-by' ? asks : 'troubleshoot', names), lines: [] }
  const via =
    hub === undefined
      ? []
      : [
          labels.verdict.reason(
            { code: 'via-hub', hub: hub.name },
            { collection: '', workspace: workspace.name },
          ),
        ]
  const judged = (hub ?? workspace).name
  const said = hosts.flatMap(({ host, state }) =>
    state === undefined ? [] : [labels.answers.hostState(host, judged, state)],
  )
  const [only = ''] = said
  if (hosts.length === 1) return { title: only.replace(/\.$/, ''), lines: via }
  const allowed = hosts.filter(isAllowed).length
  return { title: labels.answers.hostsTitle(allowed, hosts.length, judged), lines: [...said, ...via] }
}

/** Who needs a host, each sentence with what it rests on. */
export function askedFacts({ host, needs, published }: AskedHost, labels: Labels) {
  const told = [
    ...needs.map(({ collection, needed }) => ({
      id: `needed-by-${collection.id}`,
      text: labels.answers.neededBy(host, collection.name, needed.host, needed.tier === 'current'),
      sources: needed.sources,
    })),
    ...published.map(({ collection, source }) => ({
      id: `published-by-${collection.id}`,
      text: labels.answers.publishedBy(host, collection.name),
      sources: [source],
    })),
  ]
  return told.length > 0
    ? told
    : [{ id: 'needed-by-none', text: labels.answers.neededByNone(host), sources: [] }]
}

function isAllowed({ state }: AskedHost): boolean {
  return state?.is === 'allowed' || state?.is === 'unrestricted'
}

function lookOf(hosts: readonly AskedHost[]): readonly [Tone, Icon] {
  if (hosts.length === 0) return ['emphasis', '?']
  if (hosts.some(({ state }) => state === undefined)) return ['accent', 'i']
  if (hosts.every(isAllowed)) return ['good', '✓']
  return hosts.some(({ state }) => state?.is === 'failed') ? ['attention', '×'] : ['warning', '!']
}

function buttonsOf(
  { hosts, offer, workspace, hub, asks }: AskedHostsData,
  labels: Labels,
): readonly Button[] {
  const judged = hub ?? workspace
  const wanted = offer === undefined ? 0 : offer.verdict.missing.length || offer.verdict.later.length
  const needing = [
    ...new Map(hosts.flatMap(({ needs }) => needs).map(each => [each.collection.id, each])).values(),
  ]
  return [
    ...(offer?.openRequest === undefined
      ? []
      : [
          button(verbs.showRequest, labels.buttons.showRequest(offer.openRequest.number), {
            request: offer.openRequest.id,
          }),
        ]),
    ...(offer?.verdict.offersRequest === true &&
    offer.canRequest &&
    offer.openRequest === undefined &&
    judged !== undefined
      ? [
          button(
            verbs.openRequest,
            labels.buttons.request(wanted),
            { workspace: judged.id, collection: offer.collection.id },
            { style: 'positive' },
          ),
        ]
      : []),
    ...(judged === undefined
      ? []
      : [button(verbs.showNetwork, labels.buttons.showNetwork(judged.name), { workspace: judged.id })]),
    ...(judged === undefined || asks === 'needed-by'
      ? needing
          .slice(0, 3)
          .map(({ collection }) =>
            askButton(
              labels.buttons.requiredHosts(collection.name),
              lookUp('required_fqdns', { collections: [collection.id] }),
            ),
          )
      : []),
  ]
}
