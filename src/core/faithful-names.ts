/** Finds names, quotations and titles of works in a summary, and tells whether its source has them. */
import { foldWord } from './fold-word.ts'
import { stopWords } from './stop-words.ts'
import { normalizeText } from './tokens.ts'

export interface NameSource {
  /** Lower-cased words, possessives cut. */
  words: ReadonlySet<string>
  /** First five letters of words, for "French" and "France"-like kin. */
  kin: ReadonlySet<string>
  /** Initials of runs of capitalised words, lower-cased: "who" for World Health Organization. */
  initials: ReadonlySet<string>
  /** All letters and digits in a row, lower-cased. */
  letters: string
}

const latinWord = /[\p{Script=Latin}\p{N}]+(?:['’.&-](?=[\p{Script=Latin}\p{N}])[\p{Script=Latin}\p{N}]+)*/gu
const capitalRun =
  /\p{Lu}[\p{L}\p{M}.&'’-]*(?:\s+(?:(?:of|the|for|and|de|van|von|bin|al|du|la)\s+){0,2}\p{Lu}[\p{L}\p{M}.&'’-]*)+/gu
const lettersOf = (text: string): string => normalizeText(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
const bare = (word: string): string => normalizeText(word).replace(/'s?$/u, '').replaceAll('.', '')

/** Names that texts write in several ways; the first is what the others become. */
const aliases = new Map(
  'us usa america american americans united states|uk britain british britons united kingdom|eu europe european|un nations|uae emirates emirati|prc china chinese|ussr soviet|france french|germany german|spain spanish|netherlands dutch|denmark danish|turkey turkish|poland polish|scotland scottish|wales welsh|ireland irish|greece greek|switzerland swiss|norway norwegian|philippines filipino|cyprus cypriot|iraq iraqi|israel israeli'
    .split('|')
    .flatMap((group) => {
      const words = group.split(' ')
      return words.map((word) => [word, words] as const)
    }),
)

/** Reads what of a source can bear out names. */
export function readNames(source: string): NameSource {
  const words = new Set<string>()
  for (const [word] of source.matchAll(latinWord)) {
    words.add(bare(word))
    for (const part of word.split(/[-&]/u)) words.add(bare(part))
  }
  const initials = new Set<string>()
  for (const [run] of source.matchAll(capitalRun)) {
    const capitals = run.match(/(?<![\p{L}])\p{Lu}/gu) ?? []
    // "The World Health Organization" is the WHO too.
    for (let from = 0; from + 1 < capitals.length; from += 1)
      for (let to = from + 2; to <= Math.min(capitals.length, from + 8); to += 1)
        initials.add(capitals.slice(from, to).join('').toLowerCase())
  }
  return { words, kin: new Set([...words].map(kinOf)), initials, letters: lettersOf(source) }
}

const kinOf = (word: string): string => (word.length >= 6 ? word.slice(0, 5) : word)

/** Capitalised words that are no names, wherever they stand. */
const noNames = new Set(
  'i mr mrs ms dr sir lord lady president prime minister monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december god internet covid'.split(
    ' ',
  ),
)

/** Capitalised words of `sentence` that `source` does not have; neighbours are one name. */
export function findUnknownLatin(sentence: string, source: NameSource): string[] {
  const words = [...sentence.matchAll(latinWord)]
  const long = words.filter(([word]) => word.length >= 4)
  const capital = long.filter(([word]) => /^\p{Lu}/u.test(word)).length
  // In a headline with Every Word Like This a capital tells nothing.
  if (long.length >= 4 && capital / long.length > 0.75) return []
  const unknown: { text: string; end: number }[] = []
  for (const { 0: word, index } of words) {
    if (!/\p{Lu}/u.test(word) || startsSentence(sentence, index, word)) continue
    if (isWordKnown(word, source)) continue
    const last = unknown.at(-1)
    if (last && /^\s+$/u.test(sentence.slice(last.end, index))) {
      last.text += ` ${word}`
      last.end = index + word.length
    } else unknown.push({ text: word, end: index + word.length })
  }
  return unknown.map(({ text }) => text)
}

/** A capital after the start, a stop, a colon or a quotation mark may be grammar; capitals inside the word are not. */
function startsSentence(sentence: string, index: number, word: string): boolean {
  if (/^\p{L}.*\p{Lu}/u.test(word) || /\p{Script=Han}/u.test(sentence)) return false
  return /(?:^|[.!?:。！？：]\s*)[\s"'“‘「『(]*$/u.test(sentence.slice(0, index))
}

function isWordKnown(word: string, { words, kin, initials, letters }: NameSource): boolean {
  const plain = bare(word)
  if (plain === '' || noNames.has(plain) || stopWords.has(plain)) return true
  if (words.has(plain) || initials.has(plain) || kin.has(kinOf(plain))) return true
  if (aliases.get(plain)?.some((other) => words.has(other))) return true
  const parts = word.split(/[-&]/u).map(bare)
  if (parts.length > 1 && parts.every((part) => words.has(part) || stopWords.has(part))) return true
  return words.has(foldWord(plain)) || (plain.length >= 5 && letters.includes(plain))
}

const title = /《([^《》]{1,60})》/gu
const foreignName = /\p{Script=Han}{1,7}(?:[·・•]\p{Script=Han}{1,8})+/gu
const quotedShort = /[“「『]([^”」』]{1,12})[”」』]/gu

const organisation =
  /\p{Script=Han}{2}(?=公司|集团|集團|大学|大學|银行|銀行|医院|醫院|学院|學院|法院|汽车|科技|证券|證券|基金会|研究所|俱乐部|省|市(?!场|民|值|政|面|中|区|委|长)|县(?!长)|机场|車站|车站)/gu

/** Titles of works, names with a middle dot, short quoted names and what stands before 公司, 大学 or 省. */
export function findUnknownHan(sentence: string, { letters }: NameSource): string[] {
  const unknown = [title, quotedShort].flatMap((form) =>
    [...sentence.matchAll(form)]
      .filter(([, inner]) => !letters.includes(lettersOf(inner!)))
      .map(([whole]) => whole),
  )
  const people = [...sentence.matchAll(foreignName)].filter(([name]) => {
    const parts = name.split(/[·・•]/u)
    // What stands before a name runs into it: 总统唐纳德·特朗普.
    return (
      !parts.slice(1).every((part) => letters.includes(part.slice(0, 2))) ||
      !letters.includes(parts[0]!.slice(-2))
    )
  })
  const bodies = [...sentence.matchAll(organisation)].filter(([name]) => !hasEither(letters, name))
  return [...unknown, ...[...people, ...bodies].map(([name]) => name)]
}

/** A word that only describes (外国公司) has one of its characters in the source more often than a name has. */
const hasEither = (letters: string, name: string): boolean =>
  Array.from(name).some((character) => letters.includes(character))

const quotation = /[“「『"]([^”」』"]{2,400})[”」』"]/gu

/** Quotations of four words or six Han characters and more that do not stand in the source letter by letter. */
export function findUnknownQuotes(summary: string, { letters }: NameSource): string[] {
  return [...summary.matchAll(quotation)].flatMap(([whole, inner]) => {
    const pieces = inner!.split(/…|\.{3}|\[[^\]]*\]/u).map(lettersOf)
    const size = inner!.match(/\p{Script=Han}|[\p{L}\p{N}'’-]+/gu)?.length ?? 0
    const enough = /\p{Script=Han}/u.test(inner!) ? size >= 6 : size >= 4
    return enough && !pieces.every((piece) => letters.includes(piece)) ? [whole] : []
  })
}
