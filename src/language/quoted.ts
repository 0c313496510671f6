const longest = 300

/** What a service wrote, to stand behind a colon: without its own full stop, and not longer than a person reads. */
export function quoted(text: string): string {
  const whole = text.trim().replace(/\s+/g, ' ').replace(/\.$/, '')
  return whole.length > longest ? `${whole.slice(0, longest - 1)}…` : whole
}
