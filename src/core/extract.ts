/** The summary without a model: the article's own sentences, chosen by position, centrality and likeness to the title. */
import { splitSentences } from './sentences.ts'
import { tokenize } from './tokens.ts'

export interface ExtractInput {
  title?: string
  text: string
  language?: string
  /** Sentences at most; three unless told. */
  maxSentences?: number
  /** UTF-16 units at most, over all sentences with a space between them; unlimited unless told. */
  maxChars?: number
}

/** Sentences looked at: the point of a news text is made by then. */
const looked = 60
/** Nor is more of it split into sentences, which costs most. UTF-16 units. */
const longest = 20_000
/** Weights found on English and Chinese news: position, likeness to the whole, likeness to the title. */
const weights = { position: 0.6, decay: 0.1, centrality: 0.15, title: 0.3 }
/** How much likeness to what is chosen already counts against a sentence (maximal marginal relevance: Carbonell and Goldstein, SIGIR 1998). */
const relevance = 0.8

/** Lines that say who made the article or what to do with it, not what happened. */
const boilerplate = new RegExp(
  [
    String.raw`^[（(【\[]?(?:作者|编辑|編輯|记者|記者|文|图|圖|图片来源|圖片來源|图源|來源|来源|文章来源|原文|原文链接|转载自|轉載自|责编|責編|责任编辑|責任編輯|校对|摄影|攝影|出品|本文来自|声明|免责声明|封面)\s*[|｜:：/／丨]`,
    // Words that open sentences too ("By 2030 half of them …") are credits only before a mark.
    String.raw`^(?:by|author|editor|photos?|image|picture|source|credit|via|related|published|updated|last updated|posted)\s*[:：|/]`,
    String.raw`^(?:edited by|reporting by|writing by|additional reporting|read more|see also|also read|subscribe|sign up|follow us|follow @|share this|share on|advertisement|click (?:here|to)|originally (?:published|at)|scroll down|story highlights|@highlight|e-?mail to a friend|for (?:confidential|more) (?:support|information)|watch (?:the|a) video|photo by|image by|copyright (?:©|\(c\)|\d{4})|©)`,
    String.raw`(?:our|free|daily|weekly|this) (?:\p{L}+ )?newsletter|(?:use|uses|accept|accepting) (?:of )?cookies|cookie (?:policy|settings)|contributed to this (?:report|story|article)|all rights reserved|may not be (?:published|reproduced)`,
    // A time and a date that no sentence stands around.
    String.raw`^\d{1,2}[:.]\d{2}\s*(?:[ap]m\b)?[\s,]*(?:[A-Z]{2,4}\b)?[\s,]*(?:on\s+)?\d{1,2}\s+\p{L}{3,9},?\s+\d{4}\s*\.?$`,
    '感谢阅读|感謝閱讀|点击(?:阅读|查看|关注|进入)|關注我們|关注我们|扫码(?:关注|阅读|下载)|掃碼|(?:关注|搜索|微信|本|我们的).{0,8}公众号|(?:關注|搜尋).{0,8}公眾號|未经授权|不得转载|版权所有|版權所有|更多精彩|往期回顾|推荐阅读|推薦閱讀|不构成投资建议|下载.{0,6}客户端',
  ].join('|'),
  'iu',
)
/** Stands alone before a name or a date where a text was taken apart: "By . Jane Doe . UPDATED: . 15:36". */
const credit = /^(?:by|published|updated)\s*:?\s*\.?$/iu
const longestCredit = 8
const question = /[?？؟]["”’」』)）]*$/u
const ended = /[.!。！…।؟۔។]["”’»」』)）\]]*$/u

interface Candidate {
  text: string
  index: number
  terms: Map<string, number>
  norm: number
  score: number
}

/** Whole sentences of the article in reading order, at most as many and as long as asked; [] where nothing fits. */
export function extractSummary(input: ExtractInput): string[] {
  const candidates = candidatesOf(input)
  const maxSentences = input.maxSentences ?? 3
  const chosen: Candidate[] = []
  let room = (input.maxChars ?? Number.POSITIVE_INFINITY) + 1
  const left = new Set(candidates)
  while (chosen.length < maxSentences && left.size > 0) {
    let best: Candidate | null = null
    let bestValue = Number.NEGATIVE_INFINITY
    for (const candidate of left) {
      if (candidate.text.length + 1 > room) {
        left.delete(candidate)
        continue
      }
      const likeness = chosen.reduce((most, other) => Math.max(most, cosine(candidate, other)), 0)
      const value = relevance * candidate.score - (1 - relevance) * likeness
      if (value > bestValue) [best, bestValue] = [candidate, value]
    }
    if (!best) break
    left.delete(best)
    chosen.push(best)
    room -= best.text.length + 1
  }
  return chosen.toSorted((a, b) => a.index - b.index).map((candidate) => candidate.text)
}

function candidatesOf({ title = '', text }: ExtractInput): Candidate[] {
  // What a cut leaves of its last sentence is none.
  const whole = text.length > longest ? -1 : undefined
  const sentences = splitSentences(text.slice(0, longest)).slice(0, whole).slice(0, looked)
  const titleTerms = [...new Set(tokenize(title))]
  const titleLine = title.trim()
  const kept = sentences
    .map((sentence, index) => ({ text: sentence, index, terms: countTerms(tokenize(sentence)) }))
    .filter(
      ({ text: sentence, index, terms }) =>
        sentence !== titleLine &&
        isTelling(sentence, terms) &&
        !(terms.size <= longestCredit && credit.test(sentences[index - 1] ?? '')),
    )
  const pool = kept.length > 0 ? kept : fallback(sentences, titleLine)
  const frequency = new Map<string, number>()
  for (const { terms } of pool)
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const weigh = (term: string, times: number) =>
    (1 + Math.log(times)) * Math.log(1 + pool.length / (frequency.get(term) ?? 1))
  const centroid = new Map<string, number>()
  const weighed = pool.map(({ terms, ...rest }) => {
    const vector = new Map([...terms].map(([term, times]) => [term, weigh(term, times)]))
    for (const [term, weight] of vector) centroid.set(term, (centroid.get(term) ?? 0) + weight)
    return { ...rest, terms: vector, norm: normOf(vector), score: 0 }
  })
  const centre = { terms: centroid, norm: normOf(centroid) }
  const titleVector = new Map(titleTerms.map((term) => [term, weigh(term, 1)]))
  const heading = { terms: titleVector, norm: normOf(titleVector) }
  const central = weighed.map((candidate) => cosine(candidate, centre))
  const mostCentral = Math.max(...central, 1e-9)
  return weighed.map((candidate, at) => ({
    ...candidate,
    score:
      weights.position * Math.exp(-weights.decay * at) +
      weights.centrality * (central[at]! / mostCentral) +
      weights.title * cosine(candidate, heading) -
      penalty(candidate.text, candidate.terms.size),
  }))
}

/** Where no sentence is telling (a poem, a list), its first lines are what there is. */
function fallback(sentences: readonly string[], titleLine: string) {
  return sentences
    .map((sentence, index) => ({ text: sentence, index, terms: countTerms(tokenize(sentence)) }))
    .filter(({ text }) => text !== titleLine && !boilerplate.test(text))
}

function isTelling(sentence: string, terms: ReadonlyMap<string, number>): boolean {
  if (terms.size < 3 || boilerplate.test(sentence)) return false
  // A line without an end is a heading, a caption or a list entry.
  return ended.test(sentence) || question.test(sentence)
}

function penalty(sentence: string, terms: number): number {
  return (question.test(sentence) ? 0.3 : 0) + (terms < 5 ? 0.2 : 0)
}

function countTerms(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

function normOf(vector: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const weight of vector.values()) sum += weight * weight
  return Math.sqrt(sum)
}

interface Vector {
  terms: ReadonlyMap<string, number>
  norm: number
}

function cosine(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0
  const [small, large] = a.terms.size < b.terms.size ? [a, b] : [b, a]
  let dot = 0
  for (const [term, weight] of small.terms) dot += weight * (large.terms.get(term) ?? 0)
  return dot / (a.norm * b.norm)
}
