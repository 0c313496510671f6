import type { PageConversation, PagePerson } from './page-state.ts'

export const localTenantId = '0f0f0f0f-1111-4222-8333-444444444444'

export const gatehouseBot = { id: '28:gatehouse', name: 'Gatehouse' } as const

/** The people of the built-in tenant, whom the local policy knows. */
export const localPeople: readonly PagePerson[] = [
  { id: '29:dana', name: 'Dana Scientist', aadObjectId: 'd0000000-0000-4000-8000-00000000000d' },
  { id: '29:ada', name: 'Ada Approver', aadObjectId: 'a0000000-0000-4000-8000-00000000000a' },
  { id: '29:amir', name: 'Amir Approver', aadObjectId: 'a1000000-0000-4000-8000-00000000000b' },
  { id: '29:mallory', name: 'Mallory Outsider', aadObjectId: 'e0000000-0000-4000-8000-00000000000e' },
]

/** The channel for all, the approvers' chat for those whose name says so, and everybody's own chat with the bot. */
export function localConversations(people: readonly PagePerson[]): readonly PageConversation[] {
  const approvers = people.filter(person => person.name.endsWith('Approver'))
  return [
    {
      id: '19:ml-platform@thread.tacv2',
      kind: 'channel',
      name: 'ML platform',
      members: people.map(person => person.id),
      team: { id: '19:data-science@thread.tacv2', name: 'Data Science' },
    },
    {
      id: '19:network-approvers@thread.v2',
      kind: 'groupChat',
      name: 'Network approvers',
      members: approvers.map(person => person.id),
    },
    ...people.map(person => ({
      id: `a:${person.id.slice('29:'.length)}-gatehouse`,
      kind: 'personal' as const,
      name: 'Gatehouse',
      members: [person.id],
    })),
  ]
}
