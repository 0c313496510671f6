/** What the simulated ARM sends back. Without a body nothing but the headers is sent. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

export function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Answer {
  return body === undefined ? { status, headers } : { status, headers, body }
}

/** ARM's error body (common-types v3). */
export function armError(
  status: number,
  code: string,
  message: string,
  more: {
    readonly target?: string
    readonly additionalInfo?: readonly unknown[]
    readonly headers?: Record<string, string>
  } = {},
): Answer {
  const { headers = {}, ...rest } = more
  return { status, headers, body: { error: { code, message, ...rest } } }
}
