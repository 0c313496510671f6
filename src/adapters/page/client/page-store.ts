import type { PageConversation, PageEvent, PageMessage, PagePerson, PageSnapshot } from '../page-state.ts'

export interface PageStore {
  readonly bot: PageSnapshot['bot']
  readonly people: readonly PagePerson[]
  readonly examples: NonNullable<PageSnapshot['examples']>
  conversationsOf(person: string): readonly PageConversation[]
  /** In the order of posting, without the deleted ones. */
  messagesOf(conversation: string): readonly PageMessage[]
  isWorking(conversation: string, thread?: string): boolean
  latest(): number
  apply(event: PageEvent): void
  /** Forgets who was at work: after a lost connection nobody tells when that ended. */
  forgetWork(): void
  onChange(listener: () => void): void
}

/** What this page knows: the first snapshot, and every change since. */
export function pageStore(snapshot: PageSnapshot): PageStore {
  const messages = new Map<string, PageMessage>()
  const working = new Set<string>()
  const listeners: (() => void)[] = []

  function take(changed: readonly PageMessage[]): void {
    for (const message of changed) {
      const key = `${message.conversation}/${message.id}`
      // A resumed stream may tell of a change twice, never usefully of an older one.
      if ((messages.get(key)?.revision ?? -1) < message.revision) messages.set(key, message)
    }
  }
  take(snapshot.messages)

  return {
    bot: snapshot.bot,
    people: snapshot.people,
    examples: snapshot.examples ?? {},
    conversationsOf: person => snapshot.conversations.filter(({ members }) => members.includes(person)),
    messagesOf: conversation =>
      [...messages.values()]
        .filter(message => message.conversation === conversation && !message.deleted)
        .sort((a, b) => a.created - b.created),
    isWorking: (conversation, thread) => working.has(workKey(conversation, thread)),
    latest: () => Math.max(0, ...[...messages.values()].map(({ created }) => created)),
    apply(event) {
      if (event.kind === 'working') {
        const key = workKey(event.conversation, event.thread)
        if (event.working) working.add(key)
        else working.delete(key)
      } else {
        if (event.kind === 'snapshot') {
          messages.clear()
          working.clear()
        }
        take(event.kind === 'snapshot' ? event.snapshot.messages : event.messages)
      }
      for (const listener of listeners) listener()
    },
    forgetWork() {
      working.clear()
      for (const listener of listeners) listener()
    },
    onChange: listener => listeners.push(listener),
  }
}

function workKey(conversation: string, thread: string | undefined): string {
  return `${conversation}/${thread ?? ''}`
}
