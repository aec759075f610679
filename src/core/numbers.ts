/** Finds quantities in running text and compares them across spellings: 1.2 million, 1,200,000 and 120万 are one. */
import { blankOut, findDates, type MentionedDate } from './mentioned-dates.ts'
import { englishNumber, parseChineseNumber, parseEnglishNumber, scales } from './number-words.ts'

export interface Quantity {
  /** As written, unit included. */
  text: string
  start: number
  /** What it can mean: "5m" is five metres or five million, the 5 of "5 to 7 million" five or five million. */
  values: readonly number[]
  kind: 'plain' | 'percent' | 'money'
  /** ISO 4217 code, where it is money and the currency is told. */
  currency: string | null
  /** Value of one in the last place written: how finely it was rounded. */
  step: number
  /** False where it may be no number at all (一些, "one of them", the 4 of GPT-4): such ones only support, never claim. */
  certain: boolean
}

const currencySigns = new Map(
  '$ USD|us$ USD|hk$ HKD|a$ AUD|€ EUR|£ GBP|¥ CNY|₹ INR|rmb CNY|usd USD|eur EUR|gbp GBP'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)
const currencyWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:us |u\.s\. )?dollars?|^usd|^美元|^美金/iu, 'USD'],
  [/^港元|^港币/u, 'HKD'],
  [/^euros?|^eur|^欧元|^歐元/iu, 'EUR'],
  [/^pounds?|^gbp|^英镑|^英鎊/iu, 'GBP'],
  [/^yuan|^rmb|^renminbi|^cny|^人民币|^元/iu, 'CNY'],
  [/^yen|^日元|^日圆/iu, 'JPY'],
]

const digits = String.raw`\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const han = '〇零一二两俩三四五六七八九十百千万亿'
const sign = String.raw`us\$|hk\$|a\$|[$€£¥₹]|\b(?:rmb|usd|eur|gbp)(?=\s?\d)`
const scale = String.raw`[十百千万亿]+[\d${han}]*|\s?(?:thousand|million|billion|trillion|dozen|hundred)\b|\s?(?:bn|mn|mln|tn|trn)\b|[kmb]\b`
const numberForms = [
  // Percent forms that put the number last or divide: 百分之三十, 三分之一, 三成五, two thirds.
  String.raw`百分之(?<percent>[${han}点]+|${digits})`,
  String.raw`(?<whole>[${han}]+|\d+)分之(?<part>[${han}]+|\d+)`,
  String.raw`(?<![${han}])(?<tenths>[一二两三四五六七八九]|[1-9])成(?<more>[一二三四五六七八九半])?(?![为為立员員功果长長本])`,
  String.raw`\b(?<over>one|a|two|three|four|\d)[\s-](?<under>half|thirds?|quarters?|fifths?)\b`,
  String.raw`(?:(?<sign>${sign})\s?)?(?<digits>${digits})(?<scale>${scale})?`,
  String.raw`(?<han>[${han}]*[${han}](?:点[${han}]+)?)`,
  `(?<english>${englishNumber})`,
]
const pattern = new RegExp(numberForms.join('|'), 'giu')
const percentSign = /^\s?(?:%|percent\b|per cent\b|pct\b|percentage points?|个?百分点|個百分點)/iu

/** One width and one script, index by index as far as full-width forms go. */
function foldNumerals(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('萬', '万')
    .replaceAll('億', '亿')
    .replaceAll('兩', '两')
    .replaceAll('點', '点')
}

export interface FoundNumbers {
  quantities: Quantity[]
  dates: MentionedDate[]
  /** The text, folded, with blanks where quantities and dates stood. */
  rest: string
}

/** The quantities and the dates of `text`; a date's figures are not quantities as well. */
export function findNumbers(text: string): FoundNumbers {
  const folded = foldNumerals(text)
  const dates = findDates(folded)
  const undated = blankOut(folded, dates)
  const found = [...undated.matchAll(pattern)].flatMap((match) => readMatch(match, undated) ?? [])
  return {
    quantities: [
      ...found.map((quantity, at) => inheritScale(quantity, found[at + 1], undated)),
      ...(undated.match(spacedOut) ?? []).map((number) => plainQuantity(Number(number.replaceAll(', ', '')))),
    ],
    dates,
    rest: blankOut(
      undated,
      found.flatMap(({ start, text: { length }, certain }) =>
        certain ? [{ start, end: start + length }] : [],
      ),
    ),
  }
}

/** A number that a text holds in another form than a quantity: it only supports. */
export const plainQuantity = (value: number): Quantity => ({
  text: '',
  start: 0,
  values: [value],
  kind: 'plain',
  currency: null,
  step: 1,
  certain: false,
})

/** Texts taken apart into words and marks write "5, 000", which may as well be two numbers. */
const spacedOut = /(?<![\d.,]|\d )\d{1,3}(?:, \d{3})+(?![\d,.]?\d)/gu

function readMatch(match: RegExpExecArray, text: string): Quantity | null {
  const groups = match.groups ?? {}
  const start = match.index
  const after = text.slice(start + match[0].length, start + match[0].length + 20)
  const before = text.slice(Math.max(0, start - 12), start)
  const base = { text: match[0].trim(), start, currency: null, certain: true }
  const share = shareOf(groups)
  if (share !== null) return { ...base, values: [share], kind: 'percent', step: 1 }
  const value = valueOf(groups)
  if (value === null) return null
  const isPercent = percentSign.exec(after)
  const currency = currencySigns.get(groups['sign']?.toLowerCase() ?? '') ?? currencyAfter(after)
  return {
    ...base,
    text: base.text + (isPercent?.[0] ?? ''),
    values: value.values,
    kind: isPercent ? 'percent' : currency ? 'money' : 'plain',
    currency,
    step: value.step,
    certain: isCertain(groups, before, after),
  }
}

function shareOf({
  percent,
  whole,
  part,
  tenths,
  more,
  over,
  under,
}: Record<string, string | undefined>): number | null {
  if (percent !== undefined) return parseChineseNumber(percent)
  if (whole !== undefined && part !== undefined)
    return ((parseChineseNumber(part) ?? 0) / (parseChineseNumber(whole) || 1)) * 100
  if (tenths !== undefined)
    return (parseChineseNumber(tenths) ?? 0) * 10 + (more === '半' ? 5 : parseChineseNumber(more ?? '零')!)
  if (over === undefined || under === undefined) return null
  const parts = under.startsWith('half')
    ? 2
    : under.startsWith('third')
      ? 3
      : under.startsWith('quarter')
        ? 4
        : 5
  return ((over === 'a' ? 1 : /\d/u.test(over) ? Number(over) : parseEnglishNumber(over)) / parts) * 100
}

function valueOf({
  digits: figures,
  scale: unit,
  han: chinese,
  english,
}: Record<string, string | undefined>) {
  if (figures !== undefined) {
    const value = Number(figures.replaceAll(',', ''))
    const decimals = /\.(\d+)$/u.exec(figures)?.[1]?.length ?? 0
    const zeros = decimals > 0 ? 0 : (/0+$/u.exec(figures.replaceAll(',', ''))?.[0].length ?? 0)
    const step = zeros >= 2 ? 10 ** zeros : 10 ** -decimals
    const scaled = unit === undefined ? null : scaleOf(figures, unit.trim().toLowerCase())
    if (scaled === null) return { values: [value], step }
    const times = scaled / (value || 1)
    return { values: /^[kmb]$/iu.test(unit!.trim()) ? [scaled, value] : [scaled], step: step * times }
  }
  const value =
    chinese !== undefined
      ? parseChineseNumber(chinese)
      : english !== undefined
        ? parseEnglishNumber(english)
        : null
  return value === null ? null : { values: [value], step: 1 }
}

function scaleOf(figures: string, unit: string): number | null {
  const factor = scales.get(unit)
  if (factor !== undefined) return Number(figures.replaceAll(',', '')) * factor
  return parseChineseNumber(figures.replaceAll(',', '') + unit)
}

const currencyAfter = (after: string): string | null =>
  currencyWords.find(([word]) => word.test(after.trimStart()))?.[1] ?? null

const measure =
  /^\s?[多余餘几幾来來]?(?:个|個|名|人|位|家|年|月|天|日|周|週|次|岁|歲|元|项|項|只|隻|条|條|辆|輛|台|臺|座|倍|件|款|场|場|轮|輪|国|國|地|省|市|州|种|種|艘|架|枚|届|屆|小时|小時|分钟|分鐘|公里|吨|噸|米|亩|畝|强|強|大|度|季度|成)/u

function isCertain(groups: Record<string, string | undefined>, before: string, after: string): boolean {
  if (groups['digits'] !== undefined)
    return (
      !/[\p{Script=Latin}][-.]?$/u.test(before) &&
      !/^[-\p{Script=Latin}]/iu.test(
        after.replace(
          /^(?:%|st|nd|rd|th|s|km|kg|kw|mw|gw|gb|tb|mm|cm|am|pm|pc|x|-)\b|^-(?=\d|year|day|month|point|man|member|nation)/iu,
          '',
        ),
      )
    )
  const chinese = groups['han']
  // 一 is more often "a" than one, and a numeral without a measure word is more often part of another word (万一, 千方百计).
  if (chinese !== undefined)
    return (
      !/^[一十千万亿百]$/u.test(chinese) &&
      (measure.test(after) ||
        before.endsWith('第') ||
        /[二两三四五六七八九][十百千万亿].*[十百千万亿]/u.test(chinese)) &&
      !/[周期]$/u.test(before)
    )
  return !/^(?:one|zero|first|second)$/iu.test(groups['english'] ?? '')
}

/** In "5 to 7 million" and 3至5万 the first number is of the second one's size. */
function inheritScale(quantity: Quantity, next: Quantity | undefined, text: string): Quantity {
  if (!next) return quantity
  const between = text.slice(quantity.start + quantity.text.length, next.start)
  if (!/^\s?(?:-|–|—|~|to|and|or|至|到|或)\s?[$€£¥]?$/iu.test(between)) return quantity
  const size = /thousand|million|billion|trillion|bn|mn|[万亿]/iu.exec(next.text)?.[0].toLowerCase()
  const factor = size === undefined ? null : (scales.get(size) ?? parseChineseNumber(size))
  return factor === null
    ? quantity
    : { ...quantity, values: [...quantity.values, ...quantity.values.map((value) => value * factor)] }
}

/** Whether one of `known` can be what `claim` says, exactly or as finely rounded as `claim` is. */
export function isQuantityKnown(claim: Quantity, known: readonly Quantity[]): boolean {
  return known.some(
    (each) =>
      (claim.kind === 'percent') === (each.kind === 'percent') &&
      (claim.currency === null || each.currency === null || claim.currency === each.currency) &&
      claim.values.some((value) => each.values.some((other) => isSame(value, other, claim.step))),
  )
}

/** More rounding than this changes what is said. */
const mostRounding = 0.05

function isSame(claimed: number, known: number, step: number): boolean {
  const gap = Math.abs(claimed - known)
  if (gap <= 1e-9 * Math.max(1, Math.abs(known))) return true
  return Math.abs(claimed) >= 10 && gap <= step / 2 + 1e-9 && gap <= mostRounding * Math.abs(known)
}
