/** Finds a topic's seed words in an article: the only evidence before anything was learned, an anchor after. */
import { featuresOf, isUnspaced } from './topic-document.ts'
import { stemmedTerms } from './stem.ts'
import { stopWords } from './stop-words.ts'

/** What a topic is described by: `keywords` in any languages, the specific ones first worth having. */
export interface TopicDescription {
  slug: string
  name: string
  description?: string
  keywords: readonly string[]
}

interface Seed {
  tokens: readonly string[]
  /** Topic number -> strength; a word that several topics claim counts less for each. */
  topics: Map<number, number>
}

/** Seeds by their first token. */
export type SeedIndex = ReadonlyMap<string, readonly Seed[]>

const nameBreak = /[/&,，、·・|]|\band\b|[与與和]|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/u
const nameWeight = 0.6
const descriptionWeight = 0.25
const mostEvidence = 3

/** The topic's own words with their strength: keywords whole, the name whole, the description's words weakly. */
function termsOf(topic: TopicDescription): Map<string, number> {
  const terms = new Map<string, number>()
  const add = (tokens: string[], weight: number) => {
    const key = tokens.join(' ')
    if (key !== '' && weight > (terms.get(key) ?? 0)) terms.set(key, weight)
  }
  for (const keyword of topic.keywords) add(stemmedTerms(keyword), 1)
  // "Sci/Tech" and "Science & Technology" name two things, "Space 航天" two languages; "Artificial intelligence" is one.
  for (const part of topic.name.split(nameBreak)) {
    const tokens = stemmedTerms(part)
    if (!tokens.every((token) => stopWords.has(token))) add(tokens, nameWeight)
  }
  for (const token of stemmedTerms(topic.description ?? '')) {
    const informative = isUnspaced(token) ? Array.from(token).length > 1 : token.length > 3
    if (informative && !stopWords.has(token)) add([token], descriptionWeight)
  }
  return terms
}

/** Builds the look-up of every topic's seed words and phrases. */
export function indexSeeds(topics: readonly TopicDescription[]): SeedIndex {
  const seeds = new Map<string, Seed>()
  topics.forEach((topic, number) => {
    for (const [key, weight] of termsOf(topic)) {
      const seed: Seed = seeds.get(key) ?? { tokens: key.split(' '), topics: new Map() }
      seed.topics.set(number, weight)
      seeds.set(key, seed)
    }
  })
  const index = new Map<string, Seed[]>()
  for (const seed of seeds.values()) {
    const claims = [...seed.topics.values()].reduce((sum, weight) => sum + weight, 0)
    for (const [number, weight] of seed.topics) seed.topics.set(number, (weight * weight) / claims)
    const first = seed.tokens[0]!
    index.set(first, [...(index.get(first) ?? []), seed])
  }
  return index
}

function countSeeds(index: SeedIndex, tokens: readonly string[]): Map<Seed, number> {
  const found = new Map<Seed, number>()
  const tryAt = (first: string, at: number) => {
    for (const seed of index.get(first) ?? [])
      if (
        seed.tokens.length === 1 ||
        seed.tokens.every((token, offset) => offset === 0 || tokens[at + offset] === token)
      )
        found.set(seed, (found.get(seed) ?? 0) + 1)
  }
  tokens.forEach((token, at) => {
    tryAt(token, at)
    // A seed of one Han character is looked for inside the pairs; the second of a pair opens the next one.
    if (isUnspaced(token)) {
      const [first, second] = Array.from(token)
      if (second !== undefined) tryAt(first!, at)
      const next = tokens[at + 1]
      if (second !== undefined && (next === undefined || !next.startsWith(second))) tryAt(second, at)
    }
  })
  return found
}

/**
 * Evidence for each topic from its seeds alone, 0 to 3: about 1.2 for a seed in a short text, 1.9 for one in the title.
 * Mentions in a long text count less each, since any long text touches many subjects.
 */
export function seedEvidence(
  index: SeedIndex,
  topicCount: number,
  tokens: { title: string[]; text: string[] },
): Float64Array {
  const evidence = new Float64Array(topicCount)
  for (const [seed, times] of countSeeds(index, tokens.title)) {
    for (const [topic, weight] of seed.topics)
      evidence[topic]! += weight * (1 + Math.min(times, 3) / 3 + 0.67)
  }
  const dilution = Math.sqrt(60 / (60 + tokens.text.length))
  for (const [seed, times] of countSeeds(index, tokens.text)) {
    for (const [topic, weight] of seed.topics)
      evidence[topic]! += weight * dilution * (1 + Math.log(times)) * 1.2
  }
  // The fourth seed of a topic adds little: an article on two topics would else seem to be about the chattier one.
  return evidence.map((value) => mostEvidence * (1 - Math.exp(-value / 2)))
}

/** The seeds' features with their strength per topic, for use as counts that were seen before any article. */
export function* seedFeatures(index: SeedIndex): Generator<{ name: string; topic: number; weight: number }> {
  for (const seeds of index.values()) {
    for (const seed of seeds) {
      const features = seed.tokens.flatMap(featuresOf)
      const total = features.reduce((sum, feature) => sum + feature.weight, 0)
      for (const [topic, weight] of seed.topics)
        for (const feature of features)
          yield { name: feature.name, topic, weight: (weight * feature.weight) / total }
    }
  }
}
