import type { PageEvent } from '../page-state.ts'

/** Listens to the server for as long as the page lives. The browser reconnects and resumes by itself. */
export function followFeed(
  onEvent: (event: PageEvent) => void,
  onConnected: (connected: boolean) => void,
): void {
  const connect = () => {
    const source = new EventSource('/local/events')
    source.onopen = () => onConnected(true)
    source.onmessage = message => onEvent(JSON.parse(String(message.data)) as PageEvent)
    source.onerror = () => {
      onConnected(false)
      // A refusal closes the stream for good, which a server that is just starting may cause.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 2000)
    }
  }
  connect()
}
