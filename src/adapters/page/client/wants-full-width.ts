/** Whether a card asks Teams for the whole width of the conversation. */
export function wantsFullWidth(card: Readonly<Record<string, unknown>>): boolean {
  const { msteams } = card as { readonly msteams?: { readonly width?: unknown } }
  return msteams?.width === 'Full'
}
