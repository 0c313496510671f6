/**
 * What PostgreSQL can keep. It takes neither NUL nor half a surrogate pair, and both come in: in what people write, in what is
 * cut to a length, in what Azure says. Everything else stays as it is.
 */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** JSON for a jsonb column. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'string' ? storableText(each) : each,
  )
}
