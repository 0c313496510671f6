import { type Formats, type Formatters, IntlMessageFormat } from 'intl-messageformat'

/** Does nothing to the text. */
const asWritten = (text: string) => text

type Trimmed<S extends string> = S extends ` ${infer Rest}`
  ? Trimmed<Rest>
  : S extends `${infer Rest} `
    ? Trimmed<Rest>
    : S

type Taken<Name extends string, Kind extends string> = {
  readonly [_ in Trimmed<Name>]: Trimmed<Kind> extends 'plural' | 'selectordinal' | 'number' | 'date' | 'time'
    ? number
    : Trimmed<Kind> extends 'select'
      ? string
      : string | number
}

/** Reads a text up to the next brace. `Open`: one entry for each plural or select that it stands in. */
type InText<
  S extends string,
  Found,
  Open extends readonly unknown[],
> = S extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${string}`
    ? Open extends readonly []
      ? never
      : S extends `${string}}${infer Rest}`
        ? InBranches<Rest, Found, Open>
        : never
    : InArgument<After, Found, Open>
  : S extends `${string}}${infer Rest}`
    ? Open extends readonly []
      ? never
      : InBranches<Rest, Found, Open>
    : Found

type InArgument<
  S extends string,
  Found,
  Open extends readonly unknown[],
> = S extends `${infer Head}}${infer Rest}`
  ? Head extends `${string}{${string}`
    ? S extends `${infer Name},${infer Kind},${infer Branches}`
      ? InBranches<Branches, Found & Taken<Name, Kind>, readonly [...Open, 1]>
      : never
    : InText<
        Rest,
        Found &
          (Head extends `${infer Name},${infer Kind},${string}`
            ? Taken<Name, Kind>
            : Head extends `${infer Name},${infer Kind}`
              ? Taken<Name, Kind>
              : Taken<Head, ''>),
        Open
      >
  : never

type InBranches<S extends string, Found, Open extends readonly unknown[]> = Open extends readonly [
  unknown,
  ...infer Outer,
]
  ? S extends `${infer Selector}{${infer Branch}`
    ? Selector extends `${string}}${string}`
      ? S extends `${string}}${infer Rest}`
        ? InText<Rest, Found, Outer>
        : never
      : InText<Branch, Found, Open>
    : S extends `${string}}${infer Rest}`
      ? InText<Rest, Found, Outer>
      : never
  : never

/** What an ICU message must be told: the names of its arguments, at any depth. `never` where its braces do not match. */
export type Arguments<S extends string> = InText<S, unknown, readonly []>

/** Formats an ICU message. Its arguments are read off the text by the compiler: one too few or misspelt does not compile. */
export type Message = <const S extends string>(
  text: S,
  ...told: [Arguments<S>] extends [never] ? [never] : keyof Arguments<S> extends never ? [] : [Arguments<S>]
) => string

const day = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
const formats: Partial<Formats> = {
  date: {
    day,
    instant: { ...day, hour: '2-digit', minute: '2-digit', hour12: false, timeZoneName: 'short' },
  },
}

function once<Options, Format>(make: (options: Options | undefined) => Format) {
  const made = new Map<string, Format>()
  return (options?: Options): Format => {
    const key = JSON.stringify(options) ?? ''
    const known = made.get(key)
    if (known !== undefined) return known
    const format = make(options)
    made.set(key, format)
    return format
  }
}

/**
 * The messages of one locale, in ICU's MessageFormat: plurals, selects, numbers, and the dates `{at, date, day}` and
 * `{at, date, instant}`, from epoch milliseconds, in UTC. Each text is compiled when it is first said, and once; so it must
 * be a literal. What it is told is shown letter by letter. `typeset` is applied to our own words only.
 */
export function messages(locale: string, typeset: (text: string) => string = asWritten): Message {
  const numbers = once((options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options))
  const dates = once((options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
  const plurals = once((options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options))
  const formatters: Formatters = {
    getNumberFormat: (_locale, options) => numbers(options as Intl.NumberFormatOptions),
    getDateTimeFormat: (_locale, options) => dates(options),
    getPluralRules: (_locale, options) => plurals(options),
  }
  const compiled = new Map<string, IntlMessageFormat>()
  return (text, ...[told]) => {
    let format = compiled.get(text)
    if (format === undefined) {
      format = new IntlMessageFormat(typeset(text), locale, formats, { ignoreTag: true, formatters })
      compiled.set(text, format)
    }
    return String(format.format(told as Readonly<Record<string, string | number>> | undefined))
  }
}
