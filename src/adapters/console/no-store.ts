import type { Conversations } from '../../bot/conversations.ts'
import type { PressPorts } from '../../bot/press.ts'
import type { Register } from '../../changes/register.ts'
import type { RequestLookup } from '../../changes/request-lookup.ts'
import type { RequestStore } from '../../changes/store.ts'
import type { Subscriptions } from '../../changes/subscriptions.ts'
import type { ReferenceStore } from '../../conversation/references.ts'
import type { Reply } from '../../conversation/reply.ts'
import type { Tongues } from '../../conversation/tongues.ts'
import type { Labels } from '../../language/labels.ts'

const opensNoStore = new Error('the terminal opens no store')
const cannotWrite = () => Promise.reject(opensNoStore)

/** What is said where an answer would have had to be written down: the terminal only reads. */
export async function orOnlyReads(answering: Promise<Reply>, labels: Labels): Promise<Reply> {
  try {
    return await answering
  } catch (error) {
    if (error !== opensNoStore) throw error
    return { kind: 'text', text: labels.waiting.onlyReads }
  }
}

/** The terminal only asks: it knows no request, and makes none. */
const noRequests: RequestStore = {
  submit: cannotWrite,
  decide: cannotWrite,
  move: cannotWrite,
  replace: cannotWrite,
  find: async () => undefined,
  openIn: async () => [],
  doneIn: async () => [],
  watch: cannotWrite,
  record: async () => {},
}

const noLookup: RequestLookup = {
  byNumber: async () => undefined,
  latestOf: async () => undefined,
  durations: async () => [],
}

const noSubscriptions: Subscriptions = {
  subscribe: cannotWrite,
  unsubscribe: async () => [],
  of: async () => [],
  lookAgain: cannotWrite,
  end: cannotWrite,
}

const noRegister: Register = {
  requests: async () => ({ items: [] }),
  history: async () => ({ items: [] }),
}

const noReferences: ReferenceStore = {
  remember: async () => false,
  forget: async () => {},
  conversation: async () => undefined,
  userIds: async () => [],
  approvalsPlace: async () => undefined,
  setApprovalsPlace: cannotWrite,
}

const noConversations: Conversations = {
  recall: async () => ({}),
  keep: async () => {},
  setDefault: cannotWrite,
}

/** All that a turn would write to or read back: nothing is kept, and nothing is sent. */
export const noStore: Pick<
  PressPorts,
  | 'requests'
  | 'lookup'
  | 'subscriptions'
  | 'register'
  | 'references'
  | 'conversations'
  | 'openDecision'
  | 'learnCopy'
  | 'mayHearOf'
  | 'approvalPostedIn'
  | 'tell'
  | 'update'
> = {
  requests: noRequests,
  lookup: noLookup,
  subscriptions: noSubscriptions,
  register: noRegister,
  references: noReferences,
  conversations: noConversations,
  openDecision: async () => {},
  learnCopy: async () => {},
  mayHearOf: async () => true,
  approvalPostedIn: async () => [],
  tell: async () => undefined,
  update: async () => undefined,
}

/** Each question stands for itself: it is answered in this language, or else in its own. */
export function tonguesOf(language: string | undefined): Tongues {
  const tongue = language === undefined ? {} : { chosen: language }
  return { of: async audiences => audiences.map(() => tongue), keep: async () => {} }
}
