/** Names that dates are written with: months and weekdays in many languages, digits of many scripts, years of other eras. */

/** Later languages don't override earlier ones: 'listopad' is November in Polish and Czech, October in Croatian. */
const languages =
  'en fr de es it pt nl sv da nb fi pl cs sk hu ro ru uk be bg el tr ca gl eu sl lt lv et is id ms sq mk he ar ar-LB ar-DZ fa hi bn ta ur sw af ga cy hr sr bs th az kk ka hy mn ne mr te gu pa kn ml si my am lo km'

/** Languages that fewer write dates in: only their whole names count, and none that is a short word of another. */
const moreLanguages = 'fil mt fo lb eo ha uz ky tg tt tk ug ckb ku ps fa-AF or as zu xh ig sd rm rw jv fy so'
const shortestOfMore = 4

/** Forms that authors use and Intl doesn't produce; folded like every other name. */
const extraMonths: Readonly<Record<string, number>> = {
  sept: 9,
  janv: 1,
  fev: 2,
  fevr: 2,
  avr: 4,
  juil: 7,
  aout: 8,
  marz: 3,
  mrz: 3,
  maerz: 3,
  janner: 1,
  jaenner: 1,
  feber: 2,
  dez: 12,
  okt: 10,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  set: 9,
  out: 10,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  ott: 10,
  setiembre: 9,
  mei: 5,
  maj: 5,
  mai: 5,
  jul: 7,
  cer: 6,
  cvc: 7,
  avgusta: 8,
  септембра: 9,
  октобра: 10,
  новембра: 11,
  децембра: 12,
  ян: 1,
  юн: 6,
  юл: 7,
  מרס: 3,
  מארס: 3,
  // Intl has the names of the Buddhist year.
  ජනවාරි: 1,
  පෙබරවාරි: 2,
  මාර්තු: 3,
  අප්‍රේල්: 4,
  මැයි: 5,
  ජූනි: 6,
  ජූලි: 7,
  අගෝස්තු: 8,
  සැප්තැම්බර්: 9,
  ඔක්තෝබර්: 10,
  නොවැම්බර්: 11,
  දෙසැම්බර්: 12,
  ጃንዩወሪ: 1,
  ፌብሩወሪ: 2,
}

/** Lower case without accents and dots, so that `Févr.`, `fevr` and `FÉVR` are one word. */
function fold(word: string): string {
  return (
    word
      .normalize('NFD')
      .replace(/[\u0300-\u036f.'’]/gu, '')
      .toLowerCase()
      // Turkish: the capital of ı is I, which becomes i.
      .replaceAll('ı', 'i')
      // Joiners and signs of abbreviation; spellings of one sound in Hindi and in Bengali; Greek has its "of" in Intl.
      .replace(/\u200C|\u200D|॰/gu, '')
      .replace(/म्ब/gu, 'ंब')
      .replace(/ী$/u, 'ি')
      .replace(/(?<=\p{sc=Greek}{2})ος$/u, 'ου')
  )
}

let months: Map<string, number> | null = null

/** Built on first use: Intl takes some 20 ms for all languages, and most dates are plain English or ISO. */
function monthNames(): Map<string, number> {
  if (months) return months
  months = new Map<string, number>()
  for (const [name, index] of namesOf('month', 12, languages))
    if (/^\p{L}[\p{L}\p{M}]+$/u.test(name) && !months.has(name)) months.set(name, index + 1)
  for (const [written, month] of Object.entries(extraMonths)) {
    const name = fold(written)
    if (!months.has(name)) months.set(name, month)
  }
  return months
}

let rareMonths: Map<string, number> | null = null

/** Built when a word is none of the usual names. */
function rareMonthNames(): Map<string, number> {
  if (rareMonths) return rareMonths
  rareMonths = new Map<string, number>()
  for (const [name, index] of namesOf('month', 12, moreLanguages))
    if (name.length >= shortestOfMore && !rareMonths.has(name)) rareMonths.set(name, index + 1)
  return rareMonths
}

/** Yields each folded name with its number, language by language: alone, and as it stands in a whole date. */
function* namesOf(
  part: 'month' | 'weekday',
  count: number,
  of: string,
): Generator<[name: string, index: number]> {
  for (const language of of.split(' '))
    for (const form of ['long', 'short'] as const)
      for (const others of [{}, { month: form, day: 'numeric', year: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          ...others,
          [part]: form,
          timeZone: 'UTC',
        })
        for (let index = 0; index < count; index++) {
          // The first of September 2024 is a Sunday.
          const date = part === 'month' ? Date.UTC(2024, index, 15) : Date.UTC(2024, 8, 1 + index)
          const name = format.formatToParts(date).find(({ type }) => type === part)?.value
          if (name !== undefined) yield [fold(name), index]
        }
      }
}

let weekdays: Map<string, Set<number>> | null = null

/** What each name may mean: `mar` is a Tuesday, `do` a Thursday or a Sunday. */
function weekdayNames(): Map<string, Set<number>> {
  if (weekdays) return weekdays
  weekdays = new Map()
  for (const [name, index] of namesOf('weekday', 7, `${languages} vi zh zh-Hant ja ko`)) {
    const known = weekdays.get(name) ?? new Set()
    weekdays.set(name, known.add(index))
  }
  return weekdays
}

/** Returns the weekdays, from Sunday 0 on, that the words in `text` may name, in whatever language. */
export function weekdaysIn(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [words] of text.matchAll(/\p{L}[\p{L}\p{M}. '’-]*/gu)) {
    const key = fold(words.trim())
    const exact = weekdayNames().get(key)
    for (const day of exact ?? begunBy(key)) found.add(day)
  }
  return found
}

function* begunBy(key: string): Generator<number> {
  if (key.length > 2) for (const [name, days] of weekdayNames()) if (name.startsWith(key)) yield* days
}

/** What words mean, for the most that were asked for: to look at all names takes a while, and feeds repeat theirs. */
const asked = new Map<string, number | null>()
const mostAsked = 5000
/** A part of a text that is any longer keeps the whole text in memory. */
const longestAsked = 12

/** Returns 1 to 12 for a month's name or an unmistakable beginning of one (three letters or more), else null. */
export function monthOf(word: string): number | null {
  const known = asked.get(word)
  if (known !== undefined) return known
  const month = findMonth(fold(word))
  if (asked.size < mostAsked && word.length <= longestAsked) asked.set(word, month)
  return month
}

function findMonth(key: string): number | null {
  const names = monthNames()
  // Hebrew puts its "in" or "to" before the name, Thai its "month", Serbian its "of" behind it.
  const exact = names.get(key) ?? names.get(key.replace(/^[בל]|^เดือน|(?<=^\p{sc=Cyrl}{2,})а$/u, ''))
  if (exact !== undefined) return exact
  if (key.length < 3) return null
  const misspelt = /^(?:(jan|feb)\p{L}+ary|(sep|oct|nov|dec)\p{L}+er)$/u.exec(key)
  if (misspelt) return names.get(misspelt[1] ?? misspelt[2]!)!
  const found = new Set<number>()
  for (const [name, month] of names) if (name.startsWith(key)) found.add(month)
  return found.size === 1 ? [...found][0]! : found.size > 1 ? null : (rareMonthNames().get(key) ?? null)
}

/** The year before the first of each Japanese era. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925 }

/** Full-width and other scripts' digits to ASCII, era years to the common era, commas and comments out. */
export function normaliseDigits(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/[٠-٩۰-۹०-९০-৯๐-๙]/gu, (digit) => String(digitValue(digit)))
      .replace(vietnameseMonth, (_, month: string) => `tháng ${monthInVietnamese(month)}`)
      // "Of the year 2024, of the fifth month the sixth", in Mongolian.
      .replace(/(\d{4}) оны (\d{1,2})(?:-?р|-?[др]\p{L}{2,8})? сарын (\d{1,2})/u, '$1-$2-$3')
      .replace(/[〇零一二三四五六七八九十]+(?=[年月日号號])/gu, chineseNumber)
      .replace(/民[国國](\d+)年/gu, (_, year: string) => `${Number(year) + 1911}年`)
      .replace(
        /(令和|平成|昭和)(\d+|元)年/gu,
        (_, era: string, year: string) => `${(year === '元' ? 1 : Number(year)) + eras[era]!}年`,
      )
      .replace(/^([RH])(?=\d{1,2}\.\d{1,2}\.\d{1,2}$)(\d+)/u, (_, era: string, year: string) =>
        String(Number(year) + eras[era]!),
      )
      .replace(/\s+/gu, ' ')
  )
}

const vietnamese = 'một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai'.split(' ')
const vietnameseMonth =
  /(?<!\p{L})tháng (mười(?: (?:một|hai))?|một|hai|ba|tư|năm|sáu|bảy|tám|chín)(?!\p{L})/giu

function monthInVietnamese(words: string): number {
  return vietnamese.indexOf(words.toLowerCase().replace(' ', '_')) + 1
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!
  return code - [0x660, 0x6f0, 0x966, 0x9e6, 0xe50].findLast((zero) => zero <= code)!
}

function chineseNumber(text: string): string {
  const value = (character: string) => Math.max(0, '零一二三四五六七八九'.indexOf(character))
  if (!text.includes('十')) return Array.from(text, value).join('')
  const [tens = '', ones = ''] = text.split('十')
  return String((tens === '' ? 1 : value(tens)) * 10 + value(ones))
}
