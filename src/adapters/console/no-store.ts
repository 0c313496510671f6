import type { RequestStore } from '../../changes/store.ts'
import type { ReferenceStore } from '../../conversation/references.ts'

const cannotWrite = () => Promise.reject(new Error('the terminal opens no store'))

/** The terminal only asks: it knows no request, and makes none. */
export const noRequests: RequestStore = {
  submit: cannotWrite,
  decide: cannotWrite,
  move: cannotWrite,
  replace: cannotWrite,
  find: async () => undefined,
  openIn: async () => [],
  record: async () => {},
}

export const noReferences: ReferenceStore = {
  remember: async () => false,
  forget: async () => {},
  conversation: async () => undefined,
  userIds: async () => [],
  approvalsPlace: async () => undefined,
  setApprovalsPlace: cannotWrite,
}
