/** Reads days whose year is left out, since it is that of the reading or the one before; for relative-date.ts and entry.ts. */
import { parseDate } from './dates.ts'
import { monthOf, normaliseDigits, weekdaysIn } from './date-words.ts'

/** `5月6日`, `6 de mayo`, `May 6th`, `Mon, 6. Mai`. */
const forms = [
  /^(?:(?<weekday>\p{sc=Han}{2,3})[,，]? ?)?(?<number>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日号號일]?/u,
  /^(?:(?<weekday>\p{L}{2,12})\.?,? )?(?<day>\d{1,2})(?:\.|º|er)? (?:de |d['’])?(?<name>\p{L}[\p{L}\p{M}]{2,})\.?(?!\p{L})/u,
  /^(?:(?<weekday>\p{L}{2,12})\.?,? )?(?<name>\p{L}[\p{L}\p{M}]{2,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d])/u,
]
/** What may stand behind it. */
const time =
  /^[\s,，、|·-]*(?:(?:a las|\p{L}{1,3}) (?=\d))?(?<clock>(?:\p{sc=Han}{2} ?)?\d{1,2} ?(?:[:.h] ?\d\d(?::\d\d)?|[时時点點](?: ?\d\d分?)?)(?: ?(?:[ap]\.?m\.?|uhr|[A-Z]{2,5}|GMT[+-]\d{1,2}))?)$/iu
/** Who writes from the east is ahead by so much at most. */
const dayMs = 86_400_000

/** Returns the last such day up to `now`; null where `text` is none, or names a weekday that it was not. */
export function parseYearless(text: string, now: Date): Date | null {
  const plain = normaliseDigits(text).trim()
  const found = forms.map((form) => form.exec(plain)).find((each) => each !== null)
  const { weekday, number, name = '', day = '' } = found?.groups ?? {}
  const month = number === undefined ? monthOf(name) : Number(number)
  if (!found || month === null) return null
  const rest = plain.slice(found[0].length)
  const clock = time.exec(rest)?.groups?.['clock'] ?? ''
  if (rest !== '' && clock === '') return null
  const weekdays = weekday === undefined ? null : weekdaysIn(weekday)
  for (const year of [now.getUTCFullYear(), now.getUTCFullYear() - 1]) {
    const date = parseDate(`${year}-${pad(month)}-${pad(Number(day))} ${clock}`)
    if (!date || date.getTime() > now.getTime() + dayMs) continue
    const fits =
      weekdays === null || weekdays.has(new Date(Date.UTC(year, month - 1, Number(day))).getUTCDay())
    return !fits ? null : date > now ? now : date
  }
  return null
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}
