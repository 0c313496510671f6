import type { Labels } from '../language/labels.ts'
import type { PublishedHostsData, RequiredHostsData } from './answer-data.ts'
import { answerView, saidBy } from './answer-view.ts'
import { citations } from './cited-sources.ts'
import { type Button, button, foot, head, hostRow, hostSection, linesOf } from './fragments.ts'
import { askButton, type LookUp, lookUp } from './look-up.ts'
import type { Rendered } from './render.ts'
import { showAs } from './show-as.ts'
import { nameOf } from './subject-name.ts'
import { verbs } from './verbs.ts'

/** Which hosts a collection needs, by which list and why. */
export function requiredHostsCard(data: RequiredHostsData, labels: Labels): Rendered {
  const { subject, hosts, instead } = data
  const { title, lines } = requiredTexts(data, labels)
  const cited = citations(
    [...subject.collection.sources, ...instead.flatMap(({ sources }) => sources)],
    hosts,
    false,
    labels,
  )
  const tier = (wanted: 'documented' | 'current') => hosts.filter(each => each.tier === wanted)
  const about = aboutOf(data)
  return answerView(
    `${title}. ${lines[0] ?? ''}`,
    {
      head: head('accent', 'i', title, lines),
      hosts: [
        ...hostSection(
          labels.form.documentedHosts(tier('documented').length),
          tier('documented').map(cited.row),
        ),
        ...hostSection(labels.form.currentHosts(tier('current').length), tier('current').map(cited.row)),
      ],
      said: saidBy(instead, cited, labels),
      showAs: showAs(data.code, labels, { bytes: 7_000 }),
      foot: foot(cited.lines),
      actions: [
        askButton(labels.buttons.whereUsable(nameOf(subject)), lookUp('list_workspaces', about)),
        ...publishedButton(data, about, labels),
      ],
    },
    labels,
  )
}

function aboutOf({ subject: { collection, model } }: RequiredHostsData): Partial<LookUp> {
  return model === undefined ? { collections: [collection.id] } : { models: [model.name] }
}

function publishedButton(
  { published, subject }: RequiredHostsData,
  about: Partial<LookUp>,
  labels: Labels,
): readonly Button[] {
  return published === undefined
    ? []
    : [
        askButton(
          labels.buttons.published(subject.collection.name),
          lookUp('required_fqdns', { ...about, show: 'published' }),
        ),
      ]
}

/** Title and sentences, as the card and the structured answer both say them. */
export function requiredTexts(
  { subject, hosts, asked }: RequiredHostsData,
  labels: Labels,
): { readonly title: string; readonly lines: readonly string[] } {
  const name = nameOf(subject)
  const documented = hosts.filter(({ tier }) => tier === 'documented').length
  if (hosts.length === 0) {
    const { needs } = subject.collection
    const line =
      needs === 'nothing'
        ? labels.verdict.reason({ code: 'no-hosts-needed' }, { collection: name, workspace: '' })
        : ''
    return { title: labels.answers.requiredNothing(name), lines: line === '' ? [] : [line] }
  }
  return {
    title: labels.answers.requiredTitle(name, hosts.length),
    lines: [
      ...asked.flatMap(({ host, named, covers }) => [
        named === undefined ? labels.answers.hostNotNamed(host, name) : labels.answers.hostNamed(host, name),
        labels.answers.hostEnough(host, covers.length, hosts.length),
      ]),
      labels.answers.requiredTiers(documented, hosts.length - documented),
    ],
  }
}

/** What the publisher of a collection says of its own hosts: the third tier, shown and never requested with the others. */
export function publishedHostsCard(
  { collection, published, uncovered }: PublishedHostsData,
  labels: Labels,
): Rendered {
  const language = labels.locale.startsWith('fr') ? 'fr' : 'en'
  const { title, line } = publishedTexts({ collection, published, uncovered }, labels)
  const cited = citations([published.source], [], false, labels)
  const reasons = [...new Set(published.hosts.map(({ why }) => why[language]))]
  return answerView(
    `${title}. ${line}`,
    {
      head: head('accent', 'i', title, [line]),
      hosts: reasons.flatMap(why => {
        const own = published.hosts.filter(each => each.why[language] === why)
        const heading = `${why.charAt(0).toUpperCase()}${why.slice(1)}`
        return hostSection(
          heading,
          own.map(({ host }) => hostRow(host)),
        )
      }),
      foot: foot([...cited.lines, ...linesOf([`${labels.verdict.lists([1])}.`])]),
      actions: [
        askButton(labels.buttons.backToList, lookUp('required_fqdns', { collections: [collection.id] })),
        button(verbs.help, labels.buttons.help, {}),
      ],
    },
    labels,
  )
}

export function publishedTexts(
  { collection, published, uncovered }: PublishedHostsData,
  labels: Labels,
): { readonly title: string; readonly line: string } {
  return {
    title: labels.answers.publishedTitle(collection.name, published.hosts.length),
    line: labels.answers.publishedIntro(uncovered.length),
  }
}
