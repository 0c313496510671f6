import { Agent, request } from 'node:http'

/** Milliseconds of each piece of work, in the order in which they ended, and seconds of all of them together. */
export interface Driven {
  readonly latencies: readonly number[]
  readonly seconds: number
}

/** Does a piece of work `count` times, `atOnce` of them at a time. A piece that fails ends it all. */
export async function drive(
  { count, atOnce }: { readonly count: number; readonly atOnce: number },
  work: (index: number) => Promise<unknown>,
): Promise<Driven> {
  const latencies: number[] = []
  const began = performance.now()
  let next = 0
  const one = async () => {
    while (next < count) {
      const index = next++
      const at = performance.now()
      await work(index)
      latencies.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, one))
  return { latencies, seconds: (performance.now() - began) / 1000 }
}

const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })

/** Posts JSON over connections that are kept, as Teams does; cheaper than fetch, which shares the processor with what is measured. */
export function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly text: string }> {
  const payload = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(payload)),
          ...headers,
        },
      },
      response => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', chunk => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
        response.on('error', reject)
      },
    )
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // A connection that was kept for long is closed by the other side just when it is used again.
      if (sent.reusedSocket && error.code === 'ECONNRESET') post(url, body, headers).then(resolve, reject)
      else reject(error)
    })
    sent.end(payload)
  })
}
