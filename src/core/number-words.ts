/** Values of numbers written in words, English and Chinese, and the small ones of every language that we speak; numbers.ts finds them in texts. */

const chineseDigits = new Map(
  Object.entries({
    〇: 0,
    零: 0,
    一: 1,
    二: 2,
    两: 2,
    俩: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
  }),
)
const chineseTens = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000 }))

/** A longer run of numerals is no number, and would only exhaust the stack. */
const longestNumeral = 24

/**
 * The value of a Chinese numeral, mixed with digits or not: 十二, 二〇二四, 两万五, 三千零六十, 1.2万亿, 三点五. Traditional
 * characters are to be folded before. Null for what is no number.
 */
export function parseChineseNumber(text: string): number | null {
  if (text.length > longestNumeral) return null
  const [whole, decimals] = text.split('点')
  if (decimals !== undefined && /^[〇零一二三四五六七八九]+$/u.test(decimals)) {
    const before = parseChineseNumber(whole!)
    const places = Array.from(decimals, (digit) => chineseDigits.get(digit))
    return before === null ? null : Number(`${before}.${places.join('')}`)
  }
  for (const [unit, value] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit)
    if (at === -1) continue
    const left = at === 0 ? 1 : parseChineseNumber(text.slice(0, at))
    const rest = text.slice(at + 1)
    if (left === null) return null
    if (rest === '') return left * value
    const right = parseChineseNumber(rest)
    // 两万五 is 25,000 where 两万零五 is 20,005.
    const short = /^[一二三四五六七八九1-9]$/u.test(rest)
    return right === null ? null : left * value + right * (short ? value / 10 : 1)
  }
  return parseSection(text)
}

/** Below 10,000. */
function parseSection(text: string): number | null {
  const digits = text.replace(/[〇零一二两俩三四五六七八九]/gu, (digit) => String(chineseDigits.get(digit)))
  const plain = digits.replaceAll(',', '')
  if (/^\d+(?:\.\d+)?$/u.test(plain)) return Number(plain)
  let total = 0
  let unit = 0
  for (const [, count, mark] of digits.matchAll(/(\d+(?:\.\d+)?)?([十百千])/gu)) {
    unit = chineseTens.get(mark!)!
    total += (count === undefined ? 1 : Number(count)) * unit
  }
  if (unit === 0) return null
  const rest = /(?<zero>0)?(?<digit>\d)$/u.exec(digits)?.groups
  if (!rest) return total
  // 三百五 is 350, 三百零五 and 十五 are 305 and 15.
  return total + Number(rest['digit']) * (rest['zero'] === undefined && unit >= 100 ? unit / 10 : 1)
}

/** From zero to nineteen. */
export const unitWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
  ' ',
)

const cardinals = [
  ...unitWords.map((word, at) => [word, at] as const),
  ...tens.map((word, at) => [word, 20 + 10 * at] as const),
]
const small = new Map([...cardinals, ...ordinals.map((word, at) => [word, at + 1] as const)])
/** Words that multiply what stands before them. */
export const scales: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['trn', 1e12],
])

const word = [...small.keys(), 'dozen', 'hundred', 'thousand', 'million', 'billion', 'trillion'].join('|')
/** Source of a pattern for a number in English words. */
export const englishNumber = String.raw`\b(?:${word})(?:(?:[\s-]+|\s+and\s+)(?:${word}))*\b`

/** The value of what `englishNumber` found. */
export function parseEnglishNumber(text: string): number {
  let total = 0
  let section = 0
  for (const part of text.toLowerCase().split(/[\s-]+/u)) {
    const scale = scales.get(part)
    if (scale === undefined) section += small.get(part) ?? 0
    else if (scale <= 100) section = (section || 1) * scale
    else {
      total += (section || 1) * scale
      section = 0
    }
  }
  return total + section
}

/** From one on, as other languages count before a noun. */
const otherCounts: readonly (readonly string[])[] = [
  ['a', 'an', 'un', 'una', 'uno', 'une', 'ein', 'eine', 'einen', 'um', 'uma', 'один', 'одну', 'एक', 'satu'],
  ['dos', 'deux', 'zwei', 'dois', 'duas', 'два', 'две', 'दो', 'dua'],
  ['tres', 'trois', 'drei', 'três', 'три', 'तीन', 'tiga'],
  ['cuatro', 'quatre', 'vier', 'quatro', 'четыре', 'चार', 'empat'],
  ['cinco', 'cinq', 'fünf', 'пять', 'पाँच', 'lima'],
  ['seis', 'six', 'sechs', 'шесть', 'छह', 'enam'],
  ['siete', 'sept', 'sieben', 'sete', 'семь', 'सात', 'tujuh'],
]
const counts = new Map([
  ...otherCounts.flatMap((words, at) => words.map((each) => [each.normalize('NFKC'), at + 1] as const)),
  ...cardinals,
])

/** The number that one word in lower case counts, 'two', 'zwei', 'an'; null for any other word. Chinese ones are numerals. */
export const countOf = (text: string): number | null => counts.get(text) ?? null
