import type { IncomingMessage } from 'node:http'
import { type Answer, refused } from './page-guard.ts'

type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly answer: Answer }

/** Reads a JSON body of at most `limit` bytes, or takes the one that a body parser before us has read. */
export async function jsonBody(request: IncomingMessage & { body?: unknown }, limit: number): Promise<Body> {
  if (request.body !== undefined && request.body !== null && typeof request.body === 'object')
    return { ok: true, value: request.body }
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    // The rest is read and dropped, so that the caller gets the answer and not a broken pipe.
    if (size <= limit) parts.push(part)
  }
  if (size > limit)
    return { ok: false, answer: refused(413, 'MessageSizeTooBig', `The body is over ${limit} bytes.`) }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(parts).toString('utf8')) }
  } catch {
    return { ok: false, answer: refused(400, 'BadSyntax', 'The body is no JSON.') }
  }
}
