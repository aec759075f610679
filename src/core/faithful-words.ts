/** How well a sentence's words stand in a source: word by word, in pairs, in one place, and not turned into their opposite. */
import { synonymsOf } from './faithful-synonyms.ts'
import { foldWord } from './fold-word.ts'
import { splitSentences } from './sentences.ts'
import { stopWords } from './stop-words.ts'
import { normalizeText } from './tokens.ts'

/** One word of a text, folded for comparing. */
export interface Unit {
  word: string
  /** 1 for words that say something, little for the others. */
  weight: number
  han: boolean
  /** Number of the clause it stands in; punctuation starts another. */
  clause: number
}

export interface SourceWords {
  /** Units of each sentence, with the places they stand at. */
  sentences: { units: readonly Unit[]; places: ReadonlyMap<string, readonly number[]>; letters: string }[]
  words: ReadonlySet<string>
  /** Pairs of neighbours, joined by a space. */
  pairs: ReadonlySet<string>
  /** Every letter and digit in a row, for words that two texts divide differently. */
  letters: string
}

export interface WordSupport {
  /** Share of the telling words that stand in the source. */
  words: number
  /** Share of neighbours that stand together there too, or close by. */
  pairs: number
  /** Share of the telling words that stand in the one place that holds most of them. */
  place: number
  /** Sentences of the source that are this place. */
  window: readonly number[]
  /** Telling words that the source does not have. */
  missing: readonly string[]
}

const run =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+(?:['.,\-](?=[\p{L}\p{N}])[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+)*/gv
const hanRun = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const stopWeight = 0.25
/** Chinese words that carry grammar or only say that somebody spoke. */
const chineseStops = new Set(
  Array.from(
    '的了是在和与及或也都就又被把将对从到为以等这那其之于有我你他她它们并而但还要会能可该后前中上下里外因由向至着过地得则且即很更最已曾正称说道',
  ).concat(
    '表示 指出 认为 称为 成为 对此 此外 同时 方面 相关 有关 据悉 据报道 以来 之后 之前 通过 根据 目前 今年 去年 日前 此次 该国 他们'.split(
      ' ',
    ),
  ),
)

/** The units of `text` in order. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  const normal = normalizeText(text)
  let clause = 0
  let end = 0
  for (const { 0: match, index } of normal.matchAll(run)) {
    if (/[,，;；:：。.!?！？、—–\n]/u.test(normal.slice(end, index))) clause += 1
    end = index + match.length
    if (!hanRun.test(match)) {
      for (const part of match.split(/[-,]/u)) {
        const word = foldWord(part)
        if (word !== '')
          units.push({
            word,
            weight: stopWords.has(part) || part.length === 1 ? stopWeight : 1,
            han: false,
            clause,
          })
      }
      continue
    }
    for (const { segment } of segmenter.segment(match))
      units.push({
        word: segment,
        weight: chineseStops.has(segment) || stopWords.has(segment) ? stopWeight : 1,
        han: true,
        clause,
      })
  }
  return units
}

const lettersOf = (text: string): string => normalizeText(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/** Reads a source once for any number of sentences to be held against it. */
export function readSource(source: string): SourceWords {
  const sentences = splitSentences(source).map((sentence) => {
    const units = unitsOf(sentence)
    const places = new Map<string, number[]>()
    units.forEach(({ word }, at) => {
      const known = places.get(word)
      if (known) known.push(at)
      else places.set(word, [at])
    })
    return { units, places, letters: lettersOf(sentence) }
  })
  const pairs = new Set<string>()
  for (const { units } of sentences)
    for (let at = 0; at + 1 < units.length; at += 1) pairs.add(`${units[at]!.word} ${units[at + 1]!.word}`)
  return {
    sentences,
    words: new Set(sentences.flatMap(({ units }) => units.map(({ word }) => word))),
    pairs,
    letters: lettersOf(source),
  }
}

/** How well `units` are borne out by `source`. Shares are 0 to 1; without telling words they are 1. */
export function supportOf(units: readonly Unit[], source: SourceWords): WordSupport {
  const telling = units.filter((unit) => unit.weight === 1)
  const missing: string[] = []
  let found = 0
  for (const unit of telling) {
    const support = wordSupport(unit, source)
    found += support
    if (support === 0) missing.push(unit.word)
  }
  const { window, held } = bestPlace(telling, source)
  return {
    words: telling.length === 0 ? 1 : found / telling.length,
    pairs: pairSupport(units, source),
    place: telling.length === 0 ? 1 : held / telling.length,
    window,
    missing,
  }
}

/** What a Han word is worth whose characters stand close together but not next to each other: 央行 for 中央银行. */
const shortened = 0.7
const longestShortForm = 6
const synonymous = 0.8

function wordSupport({ word, han }: Unit, { words, letters }: SourceWords): number {
  if (words.has(word)) return 1
  if (han && letters.includes(word)) return 1
  if (synonymsOf(word).some((other) => words.has(other))) return synonymous
  if (!han) return 0
  return word.length >= 2 && word.length <= longestShortForm && shortForm(word).test(letters) ? shortened : 0
}

const shortForm = (word: string): RegExp =>
  new RegExp(Array.from(word).join(String.raw`\p{Script=Han}{0,3}`), 'u')

/** The sentence, or two neighbours, with most of the telling words. */
function bestPlace(telling: readonly Unit[], { sentences }: SourceWords): { window: number[]; held: number } {
  const holds = sentences.map(({ places, letters }) =>
    telling.map(({ word, han }) => places.has(word) || (han && letters.includes(word))),
  )
  let best: { window: number[]; held: number } = { window: [], held: 0 }
  holds.forEach((here, at) => {
    const alone = here.filter(Boolean).length
    const next = holds[at + 1]
    const both = next ? here.filter((held, index) => held || next[index]).length : 0
    if (alone > best.held) best = { window: [at], held: alone }
    // Two sentences must hold clearly more: a claim put together from two places is a weaker one.
    if (both * 0.9 > best.held) best = { window: [at, at + 1], held: both * 0.9 }
  })
  return best
}

/** What a pair is worth that stands apart in one sentence of the source, in order, or only somewhere in it. */
const apart = { near: 0.75, far: 0.4, elsewhere: 0.1 }
const nearby = 5

function pairSupport(units: readonly Unit[], source: SourceWords): number {
  let total = 0
  let found = 0
  for (let at = 0; at + 1 < units.length; at += 1) {
    const [first, second] = [units[at]!, units[at + 1]!]
    const weight = (first.weight + second.weight) / 2
    total += weight
    found += weight * onePair(first, second, source)
  }
  return total === 0 ? 1 : found / total
}

function onePair(first: Unit, second: Unit, source: SourceWords): number {
  if (source.pairs.has(`${first.word} ${second.word}`)) return 1
  if ((first.han || second.han) && source.letters.includes(first.word + second.word)) return 1
  let best = 0
  for (const { places } of source.sentences) {
    const firsts = places.get(first.word)
    const seconds = places.get(second.word)
    if (!firsts || !seconds) continue
    if (firsts.some((one) => seconds.some((other) => other > one && other - one <= nearby))) return apart.near
    best = apart.far
  }
  if (best > 0) return best
  return source.words.has(first.word) && source.words.has(second.word) ? apart.elsewhere : 0
}
