import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PageEvent, PageSnapshot } from './page-state.ts'
import type { Transcript } from './transcript.ts'

export interface EventStream {
  /** Opens the stream: a snapshot, or only what changed since the `Last-Event-ID` that the browser names. */
  open(request: IncomingMessage, response: ServerResponse): void
  tell(event: PageEvent): void
  /** Ends all streams, so that the server can close. */
  close(): void
}

/** Server-sent events: every change of the transcript, and who is at work. */
export function eventStream(transcript: Transcript, basics: Omit<PageSnapshot, 'messages'>): EventStream {
  const streams = new Set<ServerResponse>()

  function write(stream: ServerResponse, event: PageEvent, revision = transcript.revision()): void {
    stream.write(`id: ${transcript.epoch}.${revision}\ndata: ${JSON.stringify(event)}\n\n`)
  }

  transcript.onChange(message => {
    for (const stream of streams) write(stream, { kind: 'messages', messages: [message] }, message.revision)
  })

  return {
    open(request, response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        // A stream that ends must not leave an idle connection, which would hold up the closing of the server.
        connection: 'close',
        'x-accel-buffering': 'no',
        'cross-origin-resource-policy': 'same-origin',
      })
      response.write('retry: 1000\n\n')
      const seen = seenRevision(request.headers['last-event-id'], transcript)
      write(
        response,
        seen === undefined
          ? { kind: 'snapshot', snapshot: { ...basics, messages: transcript.since(0) } }
          : { kind: 'messages', messages: transcript.since(seen) },
      )
      streams.add(response)
      response.on('close', () => streams.delete(response))
    },
    tell(event) {
      for (const stream of streams) write(stream, event)
    },
    close() {
      for (const stream of streams) stream.end()
      streams.clear()
    },
  }
}

function seenRevision(header: string | string[] | undefined, transcript: Transcript): number | undefined {
  const text = typeof header === 'string' ? header : ''
  const cut = text.lastIndexOf('.')
  const revision = Number(text.slice(cut + 1))
  const known = cut > 0 && text.slice(0, cut) === transcript.epoch && Number.isInteger(revision)
  return known && revision >= 0 && revision <= transcript.revision() ? revision : undefined
}
