import type { VerdictData } from '../../cards/card-data.ts'
import { nameOf } from '../../cards/subject-name.ts'
import type { Source } from '../../knowledge/source.ts'
import type { Labels } from '../../language/labels.ts'

/** The answer to every intent but `can_use`. */
export interface Facts {
  readonly facts: readonly {
    readonly id: string
    readonly text: string
    readonly source?: { readonly title: string; readonly date: string }
  }[]
  readonly hosts?: readonly string[]
  readonly workspaces?: readonly string[]
}

export type Fact = Facts['facts'][number]

export function fact(id: string, text: string): Fact {
  return { id, text }
}

export function sourced([source]: readonly Source[]): Pick<Fact, 'source'> {
  return source === undefined ? {} : { source: { title: source.title, date: source.date } }
}

export function said({ id, text, sources }: { id: string; text: string; sources: readonly Source[] }): Fact {
  return { id, text, ...sourced(sources) }
}

export function verdictLine(data: VerdictData, labels: Labels): string {
  const { verdict, workspace } = data
  return labels.verdict.title(verdict.name, verdict.headword, {
    collection: nameOf(data),
    workspace: workspace.name,
  })
}

export function verdictFacts(data: VerdictData, labels: Labels): Facts {
  const { verdict, workspace, hub } = data
  const subject = { collection: nameOf(data), workspace: (hub ?? workspace).name }
  return {
    facts: [
      { ...fact(verdict.name, verdictLine(data, labels)), ...sourced(verdict.sources) },
      ...verdict.reasons.map(reason => fact(reason.code, labels.verdict.reason(reason, subject))),
    ],
    hosts: [...verdict.missing, ...verdict.later].map(({ host }) => host),
    workspaces: [workspace.name],
  }
}
