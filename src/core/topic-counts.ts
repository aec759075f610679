/** Counts words per topic over all learned articles and weighs them: the arithmetic that topic-train.ts repeats. */
import { isUnspaced, type FeatureCounts, type Vocabulary } from './topic-document.ts'
import { floorNone, scaled } from './topic-weights.ts'

/** One learned article: its features and what its seeds say; `label` -1 none of the topics, null not labelled. */
export interface TopicDocument {
  counts: FeatureCounts
  evidence: Float64Array
  label: number | null
}

/** A seed word's feature, counted as if seen before any article. */
export interface SeedFeature {
  name: string
  topic: number
  weight: number
}

/** As if each word had been seen this often in each topic already: one chance sighting proves little. */
const smoothing = 0.4
/** What one seed weighs against words counted in articles. */
const seedCounts = 3
/** A labelled article outweighs this many unlabelled ones at most. */
const mostLabelWeight = 1.5

/** What stays the same in all rounds. */
export interface Corpus {
  documents: readonly TopicDocument[]
  topicCount: number
  features: number
  /** 1 for a feature of a script without spaces: its words are more and shorter, so they are shared out apart. */
  script: Uint8Array
  rarity: Float64Array
  /** Unit vectors, for scoring. */
  vectors: Float64Array[]
  /** Damped counts, for counting: a long text holds more evidence about words. */
  masses: Float64Array[]
  labelWeight: number
  /** Whether some article is labelled as about none of the topics; what merely no seed claims proves nothing. */
  knowsNone: boolean
  seeds: { id: number; topic: number; mass: number }[]
}

/** What the rounds change. `belief` holds a row per article: its mass for each topic and, last, for none. */
export interface Tally {
  mass: Float64Array
  totals: Float64Array
  /** Each topic's share of all words, of spaced (0) and unspaced (1) scripts. */
  expected: readonly [Float64Array, Float64Array]
}

/** Lays out what the rounds share. */
export function prepare(
  vocabulary: Vocabulary,
  documents: readonly TopicDocument[],
  seeds: Iterable<SeedFeature>,
  topicCount: number,
): Corpus {
  const features = vocabulary.size
  const rarity = rarityOf(documents, features)
  const script = new Uint8Array(features)
  for (const [name, id] of vocabulary) script[id] = isUnspaced(name) ? 1 : 0
  const labelled = documents.filter((document) => document.label !== null).length
  const pool = documents.length - labelled
  return {
    documents,
    topicCount,
    features,
    script,
    rarity,
    vectors: documents.map(({ counts }) => scaled(counts, rarity)),
    masses: documents.map(({ counts }) =>
      counts.weights.map((weight, at) => weight * rarity[counts.ids[at]!]!),
    ),
    labelWeight: labelled === 0 ? 1 : Math.max(1, Math.min(mostLabelWeight, (0.3 * pool) / labelled)),
    knowsNone: documents.some((document) => document.label === -1),
    seeds: [...seeds].flatMap(({ name, topic, weight }) => {
      const id = vocabulary.get(name)
      return id === undefined ? [] : [{ id, topic, mass: seedCounts * weight * rarity[id]! }]
    }),
  }
}

/** How far a common word is damped: 1 for a word in one article, near 0 for one in all of them. */
function rarityOf(documents: readonly TopicDocument[], features: number): Float64Array {
  const frequency = new Float64Array(features)
  for (const { counts } of documents) for (const id of counts.ids) frequency[id]! += 1
  const top = Math.log(documents.length + 2)
  return frequency.map((held) => Math.sqrt(Math.max(0.02, 1 - Math.log(held + 1) / top)))
}

/** Sets what is believed of an article: its label where it has one, else the shares in `row`. */
export function believe(corpus: Corpus, belief: Float64Array, at: number, row: Float64Array): void {
  const { topicCount, labelWeight } = corpus
  const label = corpus.documents[at]!.label
  const offset = at * (topicCount + 1)
  for (let topic = 0; topic <= topicCount; topic++) {
    if (label === null) belief[offset + topic] = row[topic]!
    else belief[offset + topic] = topic === (label < 0 ? topicCount : label) ? labelWeight : 0
  }
}

/** Adds up the mass of every word for every topic, as believed now and from the seeds. */
export function count(corpus: Corpus, belief: Float64Array): Tally {
  const { features, topicCount, script } = corpus
  const width = topicCount + 1
  const mass = new Float64Array(features * width)
  corpus.documents.forEach(({ counts: { ids } }, at) => {
    const masses = corpus.masses[at]!
    for (let topic = 0; topic < width; topic++) {
      const share = belief[at * width + topic]!
      if (share < 1e-3) continue
      for (let k = 0; k < ids.length; k++) mass[ids[k]! * width + topic]! += share * masses[k]!
    }
  })
  for (const seed of corpus.seeds) mass[seed.id * width + seed.topic]! += seed.mass
  const totals = new Float64Array(features)
  const expected = [new Float64Array(width), new Float64Array(width)] as const
  for (let id = 0; id < features; id++) {
    const column = expected[script[id] === 1 ? 1 : 0]
    for (let topic = 0; topic < width; topic++) {
      const value = mass[id * width + topic]!
      totals[id]! += value
      column[topic]! += value
    }
  }
  for (const column of expected) {
    const sum = column.reduce((a, b) => a + b, 0) || 1
    // A topic with next to nothing must not turn every word it has into proof.
    for (let topic = 0; topic < width; topic++) column[topic] = Math.max(column[topic]! / sum, 0.1 / width)
  }
  return { mass, totals, expected }
}

function ratio(mass: number, total: number, share: number): number {
  return Math.log((mass + smoothing) / (share * total + smoothing))
}

/**
 * Writes a word's ratios into `out` at `offset`: one for each topic, then one for "none of them". A word speaks for none
 * as much as it speaks for the topics on average, so that a text of words that no topic owns is not pulled down by all
 * of them; words of articles labelled as none speak for it more.
 */

function writeRatios(
  out: Float64Array,
  offset: number,
  { topicCount, knowsNone }: Corpus,
  massOf: (topic: number) => number,
  total: number,
  share: Float64Array,
): void {
  let sum = 0
  for (let topic = 0; topic < topicCount; topic++) {
    const value = ratio(massOf(topic), total, share[topic]!)
    out[offset + topic] = value
    sum += value
  }
  const none = knowsNone ? ratio(massOf(topicCount), total, share[topicCount]!) : 0
  out[offset + topicCount] = (sum * (topicCount - 1)) / topicCount ** 2 + Math.max(0, none)
}

/** The ratios of all words, a row of topicCount + 1 for each. */
export function ratiosOf(corpus: Corpus, tally: Tally): Float64Array {
  const { features, topicCount, script } = corpus
  const width = topicCount + 1
  const ratios = new Float64Array(features * width)
  for (let id = 0; id < features; id++) {
    const share = tally.expected[script[id] === 1 ? 1 : 0]
    writeRatios(
      ratios,
      id * width,
      corpus,
      (topic) => tally.mass[id * width + topic]!,
      tally.totals[id]!,
      share,
    )
  }
  return ratios
}

/**
 * An article's logits (not yet sharpened) as if it had not been counted itself: else a short text with words of its own
 * would for ever confirm the label it was first given.
 */
export function logitsWithout(
  corpus: Corpus,
  tally: Tally,
  ratios: Float64Array,
  belief: Float64Array,
  at: number,
): Float64Array {
  const { topicCount, script, labelWeight } = corpus
  const width = topicCount + 1
  const { ids } = corpus.documents[at]!.counts
  const vector = corpus.vectors[at]!
  const own = corpus.masses[at]!
  const row = belief.subarray(at * width, (at + 1) * width)
  const ownShare = row.reduce((a, b) => a + b, 0)
  const logits = new Float64Array(width)
  const word = new Float64Array(width)
  for (let k = 0; k < ids.length; k++) {
    const id = ids[k]!
    const total = tally.totals[id]!
    // For frequent words one article more or less changes nothing worth a logarithm.
    const frequent = total > 30 * labelWeight
    if (!frequent) {
      const rest = (topic: number) => Math.max(0, tally.mass[id * width + topic]! - row[topic]! * own[k]!)
      const share = tally.expected[script[id] === 1 ? 1 : 0]
      writeRatios(word, 0, corpus, rest, Math.max(0, total - ownShare * own[k]!), share)
    }
    for (let topic = 0; topic < width; topic++)
      logits[topic]! += vector[k]! * (frequent ? ratios[id * width + topic]! : word[topic]!)
  }
  return floorNone(logits)
}
