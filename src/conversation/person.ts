/**
 * Who spoke or pressed. Identity is the pair (tenant id, Entra object id), both lower case; the name is for display only.
 * Without an object id (bots, some external users) a person may read help and nothing else.
 */
export interface Person {
  readonly tenantId: string
  readonly objectId?: string
  /** Teams' own id (`29:...`), different for each bot: for mentions and `refresh.userIds`, never for identity. */
  readonly userId: string
  readonly name: string
  /** A guest of the tenant, as far as anybody said so; absent: a member. `unknown`: it could not be found out. */
  readonly guest?: 'yes' | 'unknown'
  /** As the client sends it, such as `fr-FR`. */
  readonly locale?: string
}

/** A person whose identity is known: only such a one may ask, request or decide. */
export interface KnownPerson extends Person {
  readonly objectId: string
}

export function isKnown(person: Person): person is KnownPerson {
  return person.objectId !== undefined
}

export function samePerson(
  a: Pick<Person, 'tenantId' | 'objectId'>,
  b: Pick<Person, 'tenantId' | 'objectId'>,
): boolean {
  return a.objectId !== undefined && a.objectId === b.objectId && a.tenantId === b.tenantId
}
