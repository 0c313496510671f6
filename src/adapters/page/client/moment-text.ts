const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })

/** The time of day, with the date where that is not today's. */
export function momentText(at: string, now: number): string {
  const moment = new Date(at)
  const today = moment.toDateString() === new Date(now).toDateString()
  return today ? time.format(moment) : `${day.format(moment)}, ${time.format(moment)}`
}
