/** Finds the offered topics that a reader's words mean, before the words are taken for a question. */
import { bothNumbers } from '../core/stem.ts'
import type { Topic } from '../db/database.ts'

/** At most this many words can be a topic's name; more are a question. */
const maxWords = 4
const maxOffered = 4

export interface TopicMatches {
  /** Named exactly: by slug, by a name in any language, or by one of its words. */
  exact: Topic[]
  /** Named in part, best first. */
  near: Topic[]
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** The same function, which works out each text once: the topics' names and words are looked through for every message. */
function once<Result>(work: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = work(text)
    // Operators change topics now and then; nothing is kept of the old words for ever.
    if (known.size >= mostKnown) known.clear()
    known.set(text, made)
    return made
  }
}

const mostKnown = 50_000

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
const foldKeyword = once(fold)

const normalise = (text: string): string =>
  fold(text)
    .replaceAll(/[\s_#]+/gu, ' ')
    .trim()
const normaliseName = once(normalise)

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

function splitWords(text: string): string[] {
  return [...words.segment(text)].filter((each) => each.isWordLike).map((each) => each.segment)
}

/** A name and its words. Words of two letters within a name are 'de' and 'of' of some language. */
const wordsOfName = once((name) => [
  name,
  ...splitWords(name).filter((word) => word.length > 2 || isHan(word)),
])

/** A word or phrase as it is and with its last word in the other number. */
function inBothNumbers(phrase: string): string[] {
  const last = phrase.lastIndexOf(' ') + 1
  return bothNumbers(phrase.slice(last)).map((word) => phrase.slice(0, last) + word)
}

/** What `text` names among `topics`; nothing for anything longer than a few words or put as a question. */
export function matchTopics(topics: readonly Topic[], text: string): TopicMatches {
  const wanted = normalise(text)
  if (wanted === '' || wanted.length > 60 || /[?？]/u.test(wanted)) return { exact: [], near: [] }
  const named = (topic: Topic) =>
    [topic.slug.replaceAll('-', ' '), ...Object.values(topic.names)].map(normaliseName)
  const byName = topics.filter((topic) => named(topic).includes(wanted))
  if (byName.length > 0) return { exact: byName, near: [] }
  const parts = splitWords(wanted)
  if (parts.length > maxWords) return { exact: [], near: [] }
  const forms = new Set(inBothNumbers(wanted))
  const byKeyword = topics.filter((topic) => topic.keywords.some((word) => forms.has(foldKeyword(word))))
  if (byKeyword.length > 0) return { exact: [], near: byKeyword.slice(0, maxOffered) }
  const common = commonWords(topics.map((topic) => named(topic).flatMap(wordsOfName)))
  const telling = parts.filter((part) => !common.has(part))
  const scored = topics
    .map((topic) => ({ topic, score: overlap(wanted, telling, named(topic), topic.keywords) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  return { exact: [], near: scored.slice(0, maxOffered).map(({ topic }) => topic) }
}

/** A word in the names of more topics tells none of them apart: 'and'. */
const mostNamed = 2

function commonWords(namesOfTopics: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const names of namesOfTopics)
    for (const word of new Set(names)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count > mostNamed).map(([word]) => word))
}

/** 2 for each of the reader's words that a name has, 1 for each that is a keyword. */
function overlap(
  wanted: string,
  parts: readonly string[],
  names: readonly string[],
  keywords: readonly string[],
): number {
  const nameWords = new Set(names.flatMap(wordsOfName))
  const keywordSet = new Set(keywords.map(foldKeyword))
  // Two letters begin a name in some language: 'hi' is a greeting.
  const startsName = (wanted.length > 2 || isHan(wanted)) && names.some((name) => name.startsWith(wanted))
  const score = parts
    .filter((part) => part.length > 1 || isHan(part))
    .map(bothNumbers)
    .reduce((sum, forms) => {
      const isIn = (set: ReadonlySet<string>) => forms.some((form) => set.has(form))
      return sum + (isIn(nameWords) ? 2 : isIn(keywordSet) ? 1 : 0)
    }, 0)
  return score + (startsName ? 3 : 0)
}
