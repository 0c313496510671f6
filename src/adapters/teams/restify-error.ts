/** What restify's own errors tell the caller: never their text, which may quote the request or the code. */
export function refusalOf(error: unknown): {
  readonly status: number
  readonly code: string
  readonly message: string
} {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  const known: Readonly<Record<number, string>> = {
    400: 'The body is not valid JSON.',
    404: 'There is nothing at this address.',
    405: 'This address does not take that method.',
    413: 'The body is too large.',
  }
  const message = known[status]
  if (message !== undefined) return { status, code: codes[status] ?? 'Refused', message }
  if (status >= 400 && status < 500)
    return { status, code: 'Refused', message: 'The request cannot be served.' }
  return { status: 500, code: 'InternalError', message: 'Something went wrong here.' }
}

const codes: Readonly<Record<number, string>> = {
  400: 'NotJson',
  404: 'NotFound',
  405: 'WrongMethod',
  413: 'TooLarge',
}
