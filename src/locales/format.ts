/** Numbers, dates, lists and plurals as each language writes them; every locale's sentences are built with these. */

/** The regional form of a language whose plain tag stands for another region's habits: day before month, 24 hours. */
const regional: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-BR' }
const regionOf = (tag: string) => regional[tag] ?? tag

/** Enough for every language in many zones; a formatter takes some kilobytes. */
const mostKept = 500
const kept = new Map<string, unknown>()

/** A formatter as it was made before with the same words: making one takes a hundred times as long as using it. */
function formatter<Kind, Options>(
  make: new (tag: string, options: Options) => Kind,
  tag: string,
  options: Options,
): Kind {
  const key = JSON.stringify([make.name, tag, options])
  const known = kept.get(key) as Kind | undefined
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const made = new make(tag, options)
  kept.set(key, made)
  return made
}

/** The sentence form that `n` takes in `tag`, from those given; 'other' stands for forms that are not given. */
export function plural(
  tag: string,
  n: number,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  return forms[formatter(Intl.PluralRules, tag, {}).select(n)] ?? forms.other
}

export function formatNumber(tag: string, n: number): string {
  return formatter(Intl.NumberFormat, tag, {}).format(n)
}

/** Day and month with the weekday, for example 'Tuesday, 3 March'; seen from `now` in another year, with the year. */
export function formatDay(tag: string, at: Date, timeZone: string, now: Date = at): string {
  const yearOf = (time: Date) =>
    formatter(Intl.DateTimeFormat, 'en', { timeZone, year: 'numeric' }).format(time)
  return formatter(Intl.DateTimeFormat, regionOf(tag), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(yearOf(at) === yearOf(now) ? {} : { year: 'numeric' }),
  }).format(at)
}

/** Day and month, for example '3 March'. */
export function formatDate(tag: string, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(regionOf(tag), { timeZone, day: 'numeric', month: 'long' }).format(at)
}

const fullWidth = /^(?:zh|ja)\b/u

/** 'Name: value', with the colon that the language writes. */
export function formatField(tag: string, name: string, value: string): string {
  if (fullWidth.test(tag)) return `${name}：${value}`
  return tag === 'fr' ? `${name}\u00a0: ${value}` : `${name}: ${value}`
}

/** 'value (aside)', with the brackets that the language writes. */
export function formatAside(tag: string, value: string, aside: string): string {
  return fullWidth.test(tag) ? `${value}（${aside}）` : `${value} (${aside})`
}

/** Local clock time, 24 hours: '08:05'. */
export function formatClock(tag: string, at: Date, timeZone: string): string {
  return formatter(Intl.DateTimeFormat, tag, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** A stored time of day such as '08:05' as the language writes it. */
export function formatTime(tag: string, time: string): string {
  return formatClock(tag, new Date(`1970-01-01T${time}:00Z`), 'UTC')
}

/** A time as it is said at `now`: the clock alone on the same local day, with the date before it on another. */
export function formatMoment(tag: string, at: Date, now: Date, timeZone: string): string {
  const dayOf = (time: Date) => formatter(Intl.DateTimeFormat, 'en-CA', { timeZone }).format(time)
  if (dayOf(at) === dayOf(now)) return formatClock(tag, at, timeZone)
  return formatter(Intl.DateTimeFormat, regionOf(tag), {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** 'a, b and c'. */
export function formatList(tag: string, items: readonly string[]): string {
  const parts = formatter(Intl.ListFormat, regionOf(tag), { type: 'conjunction' }).formatToParts(items)
  // Chinese sets its 'and' apart from Latin letters and figures on both sides.
  return parts
    .map(({ type, value }, at) => {
      const isBetween =
        type === 'literal' &&
        /[\w)]$/u.test(parts[at - 1]?.value ?? '') &&
        /^\w/u.test(parts[at + 1]?.value ?? '')
      return isBetween && /^[和與与及]$/u.test(value) ? ` ${value} ` : value
    })
    .join('')
}

/** Name of an ISO weekday (1 = Monday). */
export function weekdayName(tag: string, day: number, width: 'long' | 'short' = 'long'): string {
  // 5 January 1970 was a Monday.
  return formatter(Intl.DateTimeFormat, tag, { timeZone: 'UTC', weekday: width }).format(
    new Date(Date.UTC(1970, 0, 4 + day)),
  )
}

/** A language's name in `tag`, for example 'Japanese'; the tag itself where it has none. */
export function languageName(tag: string, language: string): string {
  try {
    return formatter(Intl.DisplayNames, tag, { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}

/** How long ago, for example '3 hr. ago' or 'yesterday'; what lies ahead is 'now'. `ms` in milliseconds. */
export function formatAge(tag: string, ms: number): string {
  const age = formatter(Intl.RelativeTimeFormat, tag, { numeric: 'auto', style: 'short' })
  const ago = (count: number, unit: 'second' | 'minute' | 'hour' | 'day') => {
    const said = age.format(-count, unit)
    // Chinese sets its figures apart, as in every other count; Intl does so in one of its two scripts only.
    return tag.startsWith('zh') ? said.replace(/(?<=\d)(?=\p{Script=Han})/u, ' ') : said
  }
  const minutes = Math.round(ms / 60_000)
  if (minutes < 1) return ago(0, 'second')
  if (minutes < 60) return ago(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 24 ? ago(hours, 'hour') : ago(Math.round(hours / 24), 'day')
}

/** `text` with a capital letter where it begins with a letter: days and places stand first in some sentences. */
export function capitalise(tag: string, text: string): string {
  return text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(tag))
}
