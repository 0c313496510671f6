import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { PageMessage } from './page-state.ts'

const storedMessage = z.object({
  id: z.string(),
  conversation: z.string(),
  thread: z.string().exactOptional(),
  author: z.object({ id: z.string(), name: z.string() }),
  text: z.string(),
  mentions: z.array(z.object({ text: z.string(), id: z.string(), name: z.string() })),
  cards: z.array(z.record(z.string(), z.unknown())),
  at: z.string(),
  editedAt: z.string().exactOptional(),
  deleted: z.literal(true).exactOptional(),
  undelivered: z.string().exactOptional(),
  created: z.number(),
  revision: z.number(),
})
const storedTranscript = z.object({
  version: z.literal(1),
  /** Tells one life of the file from another, so that a page does not resume in a transcript that was thrown away. */
  epoch: z.string(),
  installed: z.array(z.string()),
  messages: z.array(storedMessage),
})
type Stored = z.infer<typeof storedTranscript>

export type Draft = Omit<PageMessage, 'created' | 'revision'>

/** All messages of all conversations, kept in one file so that posted cards outlive the process. */
export interface Transcript {
  readonly epoch: string
  revision(): number
  /** Everything that changed after this revision, oldest first; deleted messages are told as such. */
  since(revision: number): readonly PageMessage[]
  find(conversation: string, id: string): PageMessage | undefined
  /** Adds or replaces a message; resolves once it is on disk. */
  put(draft: Draft): Promise<PageMessage>
  /** An id as Teams gives them: milliseconds, never twice. */
  nextId(): string
  onChange(listener: (message: PageMessage) => void): () => void
  isInstalled(conversation: string): boolean
  markInstalled(conversation: string): Promise<void>
}

interface Options {
  readonly file: string
  readonly clock: { now(): number }
  readonly newId: () => string
  readonly onUnreadable: (reason: string) => void
}

// Enough for days of trying; a file that only grows would slow every post.
const kept = 2000

/** Opens or begins the transcript. A file that cannot be understood is set aside, with a word to `onUnreadable`. */
export function openTranscript({ file, clock, newId, onUnreadable }: Options): Transcript {
  mkdirSync(dirname(file), { recursive: true })
  const stored = read(file, onUnreadable) ?? { version: 1, epoch: newId(), installed: [], messages: [] }
  const messages = new Map<string, PageMessage>(stored.messages.map(message => [keyOf(message), message]))
  const installed = new Set(stored.installed)
  const listeners = new Set<(message: PageMessage) => void>()
  let revision = Math.max(0, ...stored.messages.map(message => message.revision))
  let lastId = Math.max(0, ...stored.messages.map(message => Number(message.id)))
  let writing: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined

  // Calls that come while a write runs share the next one.
  function save(): Promise<void> {
    waiting ??= writing.then(async () => {
      waiting = undefined
      const content: Stored = {
        version: 1,
        epoch: stored.epoch,
        installed: [...installed],
        messages: [...messages.values()].map(message => ({
          ...message,
          mentions: [...message.mentions],
          cards: [...message.cards],
        })),
      }
      await writeFile(`${file}.new`, JSON.stringify(content))
      await rename(`${file}.new`, file)
    })
    writing = waiting.catch(() => undefined)
    return waiting
  }

  return {
    epoch: stored.epoch,
    revision: () => revision,
    since: after =>
      [...messages.values()]
        .filter(message => message.revision > after)
        .sort((a, b) => a.created - b.created),
    find: (conversation, id) => messages.get(keyOf({ conversation, id })),
    async put(draft) {
      revision += 1
      const before = messages.get(keyOf(draft))
      const message = { ...draft, created: before?.created ?? revision, revision }
      messages.set(keyOf(draft), message)
      const oldest = messages.size > kept ? messages.keys().next().value : undefined
      if (oldest !== undefined) messages.delete(oldest)
      await save()
      for (const listener of listeners) listener(message)
      return message
    },
    nextId() {
      lastId = Math.max(lastId + 1, clock.now())
      return String(lastId)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isInstalled: conversation => installed.has(conversation),
    async markInstalled(conversation) {
      installed.add(conversation)
      await save()
    },
  }
}

function keyOf(message: Pick<PageMessage, 'conversation' | 'id'>): string {
  return `${message.conversation}/${message.id}`
}

function read(file: string, onUnreadable: (reason: string) => void): Stored | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return storedTranscript.parse(JSON.parse(text))
  } catch (error) {
    renameSync(file, `${file}.unreadable`)
    onUnreadable(error instanceof Error ? error.message : String(error))
    return undefined
  }
}
