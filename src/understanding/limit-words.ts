/** For how long something is wanted, as a text says it: so many days, or to the end of a day such as `2026-12-01`. */
export type LimitSaid =
  | { readonly days: number }
  | { readonly day: string }
  /** It names one, but not so that we could tell when it ends. */
  | { readonly unread: true }

const numerals: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, six: 6, un: 1, une: 1, deux: 2, trois: 3, quatre: 4 },
}
const unitDays: readonly (readonly [RegExp, number])[] = [
  [/^(?:hours?|heures?)$/, 1 / 24],
  [/^(?:days?|jours?)$/, 1],
  [/^(?:weeks?|semaines?)$/, 7],
  [/^fortnights?$/, 14],
  [/^(?:months?|mois)$/, 30],
]
const months = [
  ...['jan', 'fe[bv]', 'mar', 'a[pv]r', 'ma[iy]', 'ju(?:ne|in)', 'jui?l', 'a(?:ug|ou)', 'sep', 'oct', 'nov'],
  'dec',
].map(start => new RegExp(`^${start}`))
const count = '(\\d{1,3}|an?|one|two|three|four|six|une?|deux|trois|quatre)'
const unit = '(hours?|heures?|days?|jours?|weeks?|semaines?|fortnights?|months?|mois)'
/** "For 3 days now" tells how long something has been so. */
const period = new RegExp(
  `(?<!\\p{L})(?:for|pour|pendant|durant)(?: (?:only|just|the next|another|les prochains|les|seulement))? ${count} ?${unit}(?! (?:now|already|deja|ago|maintenant)(?!\\p{L}))(?!\\p{L})`,
  'u',
)
const until = "(?<!\\p{L})(?:until|till|through|jusqu'(?:au|a|en)) (?:the |le )?(?:end of |fin (?:de )?)?"
const isoDay = new RegExp(`${until}(\\d{4}-\\d{2}-\\d{2})(?!\\d)`, 'u')
const dayMonth = new RegExp(
  `${until}(\\d{1,2})(?:er|st|nd|rd|th)?(?: of)? (\\p{L}{3,9})\\.?(?:,? (\\d{4}))?`,
  'u',
)
const monthDay = new RegExp(
  `${until}(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?!\\d)`,
  'u',
)

/** Of all these, what is not read above is a limit nevertheless: nobody who writes it wants hosts open for good. */
const unreadLimits: readonly RegExp[] = [
  /(?<!\p{L})(?:for|pour|pendant|durant|in|dans|within|d'ici|sous)(?: [\p{L}\d.,]+){0,3} ?(?:minutes?|hours?|heures?|days?|jours?|journees?|weeks?|semaines?|fortnights?|quinzaines?|months?|mois|quarters?|trimestres?|years?|ans?|annees?)(?! (?:now|already|deja|ago|maintenant)(?!\p{L}))(?!\p{L})/u,
  /(?<!\p{L})(?:until|till|jusqu'\p{L}+)(?! (?:now|recently|present|maintenant)(?!\p{L}))(?<!jusqu'ici)(?!\p{L})/u,
  /(?<!\p{L})(?:temporarily|temporaire(?:ment)?|provisoirement|for a while|for (?:today|tomorrow)|pour aujourd'hui|pour demain)(?!\p{L})/u,
]

/** The time limit that a text names, if it names one. `now`: a day without a year is the next one. Epoch milliseconds. */
export function limitSaidIn(text: string, now: number): LimitSaid | undefined {
  const line = text
    .slice(0, 2_000)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
  const [, many = '', of = ''] = period.exec(line) ?? []
  const days = (numerals[many] ?? Number(many)) * (unitDays.find(([name]) => name.test(of))?.[1] ?? 0)
  if (days > 0) return { days: Math.ceil(days) }
  const [, iso] = isoDay.exec(line) ?? []
  if (iso !== undefined) return { day: iso }
  const [, day, month, year] = dayMonth.exec(line) ?? []
  const [, name, number, inYear] = monthDay.exec(line) ?? []
  const said =
    day !== undefined && month !== undefined
      ? dayOf(day, month, year, now)
      : name === undefined || number === undefined
        ? undefined
        : dayOf(number, name, inYear, now)
  return said ?? (unreadLimits.some(each => each.test(line)) ? { unread: true } : undefined)
}

function dayOf(day: string, name: string, year: string | undefined, now: number): LimitSaid | undefined {
  const month = months.findIndex(each => each.test(name))
  if (month < 0) return undefined
  const at = (inYear: number) => Date.UTC(inYear, month, Number(day))
  const thisYear = new Date(now).getUTCFullYear()
  const said = year === undefined ? (at(thisYear) < now - 86_400_000 ? thisYear + 1 : thisYear) : Number(year)
  const time = at(said)
  // A day that the month does not have is none.
  if (new Date(time).getUTCMonth() !== month) return undefined
  return { day: new Date(time).toISOString().slice(0, 10) }
}
