/** What months, weekdays and the days around today are called in a language and in English, by Intl; for reading typed days. */

/** Month names of the Arabic of the Levant and Iraq beside those of Egypt. */
const regions: Readonly<Record<string, readonly string[]>> = { ar: ['ar', 'ar-SY', 'ar-MA'] }
const widths = ['long', 'short'] as const
const dayMs = 86_400_000

const tagsOf = (tag: string): readonly string[] => [...new Set([...(regions[tag] ?? [tag]), 'en'])]

/** As it is compared: lower case, no full stop of an abbreviation, no marks of direction. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/\.$/u, '')
    .trim()

const known = new Map<string, unknown>()
function once<Value>(key: string, make: () => Value): Value {
  if (!known.has(key)) known.set(key, make())
  return known.get(key) as Value
}

/** The months' names, with the number of each, the longest names first: 'mayo' before 'may'. */
export function listMonthNames(tag: string): readonly (readonly [string, number])[] {
  return once(`months:${tag}`, () => {
    const found = new Map<string, number>()
    for (const each of tagsOf(tag))
      for (const width of widths)
        for (let month = 1; month <= 12; month += 1) {
          const at = new Date(Date.UTC(2026, month - 1, 15))
          // A month has another form beside a day in some languages: 'декабрь', '24 декабря'.
          for (const options of [{ month: width }, { month: width, day: 'numeric' }] as const) {
            const parts = new Intl.DateTimeFormat(each, { timeZone: 'UTC', ...options }).formatToParts(at)
            const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '')
            if (/^\p{L}/u.test(name) && !found.has(name)) found.set(name, month)
          }
        }
    return [...found].toSorted(([one], [other]) => other.length - one.length)
  })
}

/** The weekdays by their whole names, with the number of each, 1 = Monday. */
export function listWeekdays(tag: string): readonly (readonly [string, number])[] {
  return once(`week:${tag}`, () =>
    tagsOf(tag).flatMap((each) =>
      // The first of January 2024 was a Monday.
      [1, 2, 3, 4, 5, 6, 7].map((day) => {
        const at = new Date(Date.UTC(2024, 0, day))
        const name = new Intl.DateTimeFormat(each, { timeZone: 'UTC', weekday: 'long' }).format(at)
        return [plain(name), day] as const
      }),
    ),
  )
}

/** The weekdays' names, the longest first. */
export function listWeekdayNames(tag: string): readonly string[] {
  return once(`weekdays:${tag}`, () => {
    const found = new Set<string>()
    for (const each of tagsOf(tag))
      for (const weekday of widths)
        for (let day = 0; day < 7; day += 1)
          found.add(
            plain(new Intl.DateTimeFormat(each, { timeZone: 'UTC', weekday }).format(new Date(day * dayMs))),
          )
    return [...found].toSorted((one, other) => other.length - one.length)
  })
}

/** Spans by which people say how long something is to last. */
export type Span = 'hours' | 'days' | 'weeks' | 'months' | 'years'

/** What hours, days, weeks, months and years are called after a number, short and long: 'd', 'days', '周'. */
export function listSpanNames(tag: string): ReadonlyMap<string, Span> {
  return once(`spans:${tag}`, () => {
    const found = new Map<string, Span>()
    for (const each of tagsOf(tag))
      for (const unit of ['day', 'week', 'month', 'year', 'hour'] as const)
        for (const unitDisplay of ['long', 'short', 'narrow'] as const) {
          const count = new Intl.NumberFormat(each, { style: 'unit', unit, unitDisplay })
          // One number for every plural form that there is.
          for (const n of [1, 2, 3, 5, 11, 100]) {
            const parts = count.formatToParts(n).filter(({ type }) => type === 'unit')
            const name = plain(parts.map(({ value }) => value).join(''))
            if (name !== '' && !found.has(name)) found.set(name, `${unit}s`)
          }
        }
    return found
  })
}

/** 'tomorrow' and the like, with the days from today. */
export function listNeighbourNames(tag: string): ReadonlyMap<string, number> {
  return once(`neighbours:${tag}`, () => {
    const found = new Map<string, number>()
    for (const each of tagsOf(tag)) {
      const words = new Intl.RelativeTimeFormat(each, { numeric: 'auto' })
      for (const days of [0, 1, -1, 2, -2]) found.set(plain(words.format(days, 'day')), days)
    }
    return found
  })
}
