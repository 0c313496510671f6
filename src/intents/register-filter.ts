import type { RegisterQuestion } from '../cards/register-data.ts'
import type { RegisterFilter } from '../changes/register.ts'

/** What is looked for, in the asker's tenant. */
export function filterOf(question: RegisterQuestion, tenantId: string): RegisterFilter {
  const { number, workspaces, hosts, collections } = question
  return {
    tenantId,
    ...(number === undefined ? {} : { number }),
    ...(workspaces.length === 0 ? {} : { workspaces: workspaces.map(name => name.toLowerCase()) }),
    ...(hosts.length === 0 ? {} : { hosts }),
    ...(collections.length === 0 ? {} : { collections }),
  }
}
