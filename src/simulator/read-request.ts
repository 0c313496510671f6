import type { IncomingMessage } from 'node:http'
import { type Answer, armError } from './answer.ts'
import type { Request } from './exchange.ts'

const bodyLimit = 1024 * 1024

/** Where a request goes, read before its body. */
export interface Target {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** A name that the query holds twice. */
  readonly twice?: string
}

export function targetOf(message: IncomingMessage): Target {
  const [path = '', ...rest] = (message.url ?? '').split('?')
  const query: Record<string, string> = {}
  let twice: string | undefined
  for (const [name, value] of new URLSearchParams(rest.join('?'))) {
    if (Object.hasOwn(query, name)) twice = name
    query[name] = value
  }
  const target = { method: message.method ?? '', path, query }
  return twice === undefined ? target : { ...target, twice }
}

export type ReadRequest =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly request: Request; readonly refusal: Answer }

/** Reads a body to its end. A body that is not JSON, or larger than 1 MB, is refused. */
export async function readRequest(message: IncomingMessage, target: Target): Promise<ReadRequest> {
  const { method, path, query, twice } = target
  const request = { method, path, query }
  const refused = (status: number, code: string, sentence: string): ReadRequest => ({
    ok: false,
    request,
    refusal: armError(status, code, sentence),
  })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= bodyLimit) chunks.push(chunk)
  }
  if (size > bodyLimit) return refused(413, 'RequestContentTooLarge', 'The request body is larger than 1 MB.')
  if (twice !== undefined) {
    return refused(400, 'InvalidQueryParameter', `The query parameter '${twice}' is given twice.`)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  if (text === '') return { ok: true, request }
  if (!/^application\/json\b/i.test(message.headers['content-type'] ?? '')) {
    return refused(415, 'UnsupportedMediaType', 'The request body must be application/json.')
  }
  try {
    return { ok: true, request: { ...request, body: JSON.parse(text) as unknown } }
  } catch {
    const sentence = 'The request content was invalid and could not be deserialized: it is not JSON.'
    return refused(400, 'InvalidRequestContent', sentence)
  }
}
