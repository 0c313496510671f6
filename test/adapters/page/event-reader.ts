import type { PageEvent, PageMessage } from '../../../src/adapters/page/page-state.ts'

/** Reads events until `done` says that what was waited for has come. */
export async function events(
  url: string,
  done: (seen: readonly PageEvent[]) => boolean,
  lastEventId?: string,
  afterFirst: () => unknown = () => undefined,
): Promise<{ seen: readonly PageEvent[]; lastId: string }> {
  const ended = new AbortController()
  const response = await fetch(`${url}/local/events`, {
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
    signal: ended.signal,
  })
  const seen: PageEvent[] = []
  let lastId = ''
  let rest = ''
  for await (const part of response.body ?? []) {
    rest += Buffer.from(part).toString()
    const blocks = rest.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      lastId = /^id: (.*)$/m.exec(block)?.[1] ?? lastId
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data !== undefined) if (seen.push(JSON.parse(data) as PageEvent) === 1) afterFirst()
    }
    if (done(seen)) break
  }
  ended.abort()
  return { seen, lastId }
}

export async function messages(url: string): Promise<readonly PageMessage[]> {
  const { seen } = await events(url, all => all.length > 0)
  const [first] = seen
  return first?.kind === 'snapshot' ? first.snapshot.messages : []
}
