/** How long ago something was, in the unit that people would take; `justNow` for less than a minute. */
export function elapsed(locale: string, justNow: string): (milliseconds: number) => string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' })
  return milliseconds => {
    const minutes = Math.round(milliseconds / 60_000)
    if (minutes < 1) return justNow
    if (minutes < 120) return relative.format(-minutes, 'minute')
    const hours = Math.round(minutes / 60)
    return hours < 48 ? relative.format(-hours, 'hour') : relative.format(-Math.round(hours / 24), 'day')
  }
}
