/** Reads days of the Persian calendar, by which Iran and Afghanistan date their pages and some of their feeds; for calendar-day.ts. */
interface GregorianDay {
  year: number
  month: number
  day: number
  zone: string
}

const months = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ')
/** Of the years 1300 to 1420 (1921 to 2041): later ones are of the Islamic calendar, now in its fifteenth century too. */
const year = '(1(?:3\\d|4[01])\\d)'
const yearFirst = new RegExp(`(?<!\\d)${year}\\s*[./-]\\s*(\\d\\d?)\\s*[./-]\\s*(\\d\\d?)(?!\\d)`, 'u')
const dayFirst = new RegExp(`(?<!\\d)(\\d\\d?)\\s*[./-]\\s*(\\d\\d?)\\s*[./-]\\s*${year}(?!\\d)`, 'u')
const named = new RegExp(`(?<!\\d)(\\d\\d?)\\s+(${months.join('|')})(?:\\s+ماه)?،?\\s+${year}(?!\\d)`, 'u')

/** Returns the day that `text` names in the Persian calendar, null where it names none. */
export function parsePersianDay(text: string): GregorianDay | null {
  const iso = yearFirst.exec(text)
  if (iso) return fromPersian(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const found = dayFirst.exec(text)
  if (found) return fromPersian(Number(found[3]), Number(found[2]), Number(found[1]))
  // Keyboards of Arabic have other letters for these two.
  const words = named.exec(text.replaceAll('ي', 'ی').replaceAll('ك', 'ک'))
  return words && fromPersian(Number(words[3]), months.indexOf(words[2]!) + 1, Number(words[1]))
}

/** Leap years that began before `of`, up to a constant: eight in 33 years. */
const leapYears = (of: number) => Math.floor((8 * of + 21) / 33)

function fromPersian(persian: number, month: number, day: number): GregorianDay | null {
  const isLeap = leapYears(persian + 1) > leapYears(persian)
  const length = month <= 6 ? 31 : month < 12 || isLeap ? 30 : 29
  if (month < 1 || month > 12 || day < 1 || day > length) return null
  const before = (month - 1) * 30 + Math.min(month - 1, 6)
  // 1 Farvardin 1403 is 20 March 2024.
  const days = (persian - 1403) * 365 + leapYears(persian) - leapYears(1403) + before + day - 1
  const date = new Date(Date.UTC(2024, 2, 20 + days))
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    zone: 'Asia/Tehran',
  }
}
