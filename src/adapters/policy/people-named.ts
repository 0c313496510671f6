import type { NamedGroup, NamedPerson } from '../../changes/policy.ts'
import type { LineOf, MembersOf } from './policy-read.ts'
import type { SecondShape, Who } from './policy-shape.ts'

interface Reading {
  readonly tenantId: string
  readonly membersOf: MembersOf
  readonly lineOf: LineOf
  readonly people: SecondShape['people']
  /** Guests count like everybody else. */
  readonly guests: boolean
}

export interface WhoNamed {
  readonly people: readonly NamedPerson[]
  readonly groups: readonly NamedGroup[]
  readonly problems: readonly string[]
}

/** The people of a list, each once: those whom it names, and through its groups those who are in them. */
export function peopleNamed(
  whos: readonly Who[],
  path: readonly (string | number)[],
  { tenantId, membersOf, lineOf, people, guests }: Reading,
): WhoNamed {
  const problems: string[] = []
  const groups: NamedGroup[] = []
  const named = new Map<string, NamedPerson>()
  const through = new Map<string, NamedPerson & { readonly groups: readonly string[] }>()
  for (const [at, each] of whos.entries()) {
    const place = [...path, at]
    if (typeof each === 'object' && 'group' in each) {
      const { group: id, name } = each
      const members = membersOf(id)
      groups.push({ id, name, line: lineOf(place), ...(members === undefined ? { unread: true } : {}) })
      for (const member of members ?? []) {
        if (member.guest === true && !guests) continue
        const { objectId } = member
        const before = through.get(objectId)?.groups ?? []
        through.set(objectId, { objectId, name: member.name ?? '', tenantId, groups: [...before, id] })
      }
      continue
    }
    const found = typeof each === 'object' ? each : Object.hasOwn(people, each) ? people[each] : undefined
    if (found === undefined) {
      const where = place.join('.')
      problems.push(`${where}: nobody is named "${String(each)}" under people (line ${lineOf(place)})`)
      continue
    }
    const person = { objectId: found.objectId, name: found.name, tenantId: found.tenantId ?? tenantId }
    named.set(`${person.tenantId} ${person.objectId}`, person)
  }
  for (const person of through.values()) {
    const key = `${person.tenantId} ${person.objectId}`
    if (!named.has(key)) named.set(key, person)
  }
  return { people: [...named.values()], groups, problems }
}
