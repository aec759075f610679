/** Learns word weights per topic from labelled and unlabelled articles: naive Bayes, relabelling the pool in rounds. */
import { isUnspaced, type FeatureCounts, type Vocabulary } from './topic-document.ts'

/** One learned article: its features and what its seeds say; `label` -1 none of the topics, null not labelled. */
export interface TopicDocument {
  counts: FeatureCounts
  evidence: Float64Array
  label: number | null
}

/** Word weights: `ratios[feature * topicCount + topic]` is log p(topic|word)/p(topic), 0 where nothing is known. */
export interface Weights {
  topicCount: number
  ratios: Float64Array
  /** Per feature, how much a common one is damped, 0..1. */
  rarity: Float64Array
  logPrior: Float64Array
  /** Steepness of the scores; fitted on labels where there are enough. */
  sharpness: number
  /** How many articles were learned. */
  learned: number
}

/** Counts as if each word had been seen this often in each topic: one chance sighting proves little. */
const smoothing = 0.4
/** What one seed weighs against words counted in articles. */
const seedCounts = 3
const rounds = 5
/** Steepness without labels to fit it on; a good title then scores about .8. */
const defaultSharpness = 2.2
/** Log weight of "none of the topics". */
export const noneLogit = 0.6
/** A pool article that no topic claims counts this much as background. */
const backgroundShare = 0.2
/** The share of topics in a pool is a weak guide to the next article. */
const priorPower = 0.25
/** Seeds count in full for an untrained model and fade as articles are learned. */
const seedFade = 150

interface Counted {
  ids: Int32Array
  weights: Float64Array
}

/** How far a common word is damped: 1 for a word in one article, near 0 for one in all of them. */
function rarityOf(documents: readonly TopicDocument[], features: number): Float64Array {
  const frequency = new Float64Array(features)
  for (const { counts } of documents) for (const id of counts.ids) frequency[id]! += 1
  const top = Math.log(documents.length + 2)
  return frequency.map((count) => Math.sqrt(Math.max(0.02, 1 - Math.log(count + 1) / top)))
}

/** Damps common features and scales the article to unit length, so that long texts are not surer than short ones. */
export function scaled(counts: FeatureCounts, rarity: Float64Array): Counted {
  const weights = counts.weights.map((weight, at) => weight * (rarity[counts.ids[at]!] ?? 1))
  let squares = counts.unknownSquares
  for (const weight of weights) squares += weight * weight
  const length = Math.sqrt(squares) || 1
  return { ids: counts.ids, weights: weights.map((weight) => weight / length) }
}

/** Writes each topic's share into `out` (last entry: none of them); the shares add up to 1. */
export function shares(logits: Float64Array, out: Float64Array): Float64Array {
  const topics = logits.length
  let top = noneLogit
  for (const logit of logits) if (logit > top) top = logit
  let sum = Math.exp(noneLogit - top)
  out[topics] = sum
  for (let topic = 0; topic < topics; topic++) {
    out[topic] = Math.exp(logits[topic]! - top)
    sum += out[topic]!
  }
  for (let topic = 0; topic <= topics; topic++) out[topic]! /= sum
  return out
}

/** How much the seeds still count beside `learned` articles. */
export function seedTrust(learned: number): number {
  return seedFade / (seedFade + learned)
}

interface Tally {
  /** Mass of feature x topic, the last column that of no topic. */
  mass: Float64Array
  totals: Float64Array
  /** Per column, the mass over spaced (0) and unspaced (1) scripts. */
  columns: [Float64Array, Float64Array]
}

/** Trains the weights. `pseudo` yields the seeds' features, counted as if seen before any article. */
export function train(
  vocabulary: Vocabulary,
  documents: readonly TopicDocument[],
  pseudo: Iterable<{ name: string; topic: number; weight: number }>,
  topicCount: number,
): Weights {
  const width = topicCount + 1
  const features = vocabulary.size
  const rarity = rarityOf(documents, features)
  const script = new Uint8Array(features)
  for (const [name, id] of vocabulary) script[id] = isUnspaced(name) ? 1 : 0
  const vectors = documents.map((document) => scaled(document.counts, rarity))
  // Counting wants the mass of words, not unit vectors: a long text holds more evidence about words.
  const masses = documents.map(({ counts }) =>
    counts.weights.map((weight, at) => weight * rarity[counts.ids[at]!]!),
  )
  const labelled = documents.filter((document) => document.label !== null).length
  const unlabelled = documents.length - labelled
  const labelWeight = labelled === 0 ? 1 : Math.max(1, Math.min(10, (0.3 * unlabelled) / labelled))
  const seeds = [...pseudo]

  const belief = new Float64Array(documents.length * width)
  const setBelief = (at: number, row: Float64Array) => {
    const label = documents[at]!.label
    for (let topic = 0; topic < width; topic++) {
      if (label !== null)
        belief[at * width + topic] = topic === (label < 0 ? topicCount : label) ? labelWeight : 0
      else belief[at * width + topic] = row[topic]! * (topic === topicCount ? backgroundShare : 1)
    }
  }

  const count = (useUnlabelled: boolean): Tally => {
    const mass = new Float64Array(features * width)
    documents.forEach((document, at) => {
      if (document.label === null && !useUnlabelled) return
      const { ids } = document.counts
      const masses_ = masses[at]!
      for (let topic = 0; topic < width; topic++) {
        const share = belief[at * width + topic]!
        if (share < 1e-3) continue
        for (let k = 0; k < ids.length; k++) mass[ids[k]! * width + topic]! += share * masses_[k]!
      }
    })
    for (const { name, topic, weight } of seeds) {
      const id = vocabulary.get(name)
      if (id !== undefined) mass[id * width + topic]! += seedCounts * weight * rarity[id]!
    }
    const totals = new Float64Array(features)
    const columns: [Float64Array, Float64Array] = [new Float64Array(width), new Float64Array(width)]
    for (let id = 0; id < features; id++) {
      const column = columns[script[id] === 1 ? 1 : 0]
      for (let topic = 0; topic < width; topic++) {
        const value = mass[id * width + topic]!
        totals[id]! += value
        column[topic]! += value
      }
    }
    return { mass, totals, columns }
  }

  const expectedShare = ({ columns }: Tally) =>
    columns.map((column) => {
      const sum = column.reduce((a, b) => a + b, 0) || 1
      return column.map((value) => Math.max(value / sum, 0.1 / width))
    }) as [Float64Array, Float64Array]

  const ratio = (mass: number, total: number, share: number) =>
    Math.log((mass + smoothing) / (share * total + smoothing))

  const weigh = (tally: Tally): Float64Array => {
    const expected = expectedShare(tally)
    const ratios = new Float64Array(features * topicCount)
    for (let id = 0; id < features; id++) {
      const share = expected[script[id] === 1 ? 1 : 0]
      for (let topic = 0; topic < topicCount; topic++)
        ratios[id * topicCount + topic] = ratio(
          tally.mass[id * width + topic]!,
          tally.totals[id]!,
          share[topic]!,
        )
    }
    return ratios
  }

  const priorOf = ({ columns }: Tally): Float64Array => {
    const mass = Float64Array.from({ length: topicCount }, (_, t) => columns[0][t]! + columns[1][t]!)
    const mean = mass.reduce((a, b) => a + b, 0) / topicCount || 1
    return mass.map((value) => priorPower * Math.log(Math.max(value / mean, 0.05)))
  }

  const trust = seedTrust(documents.length)
  /**
   * An article's logits without its own contribution: else a short text with words of its own would for ever
   * confirm the label it was first given.
   */
  const logitsWithout = (at: number, tally: Tally, ratios: Float64Array, out: Float64Array) => {
    const { ids, weights } = vectors[at]!
    const own = masses[at]!
    const expected = expectedShareNow
    out.fill(0)
    let ownBelief = 0
    for (let topic = 0; topic < width; topic++) ownBelief += belief[at * width + topic]!
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k]!
      const total = tally.totals[id]! - ownBelief * own[k]!
      const share = expected[script[id] === 1 ? 1 : 0]
      // For frequent words one article more or less changes nothing worth a logarithm.
      const exact = tally.totals[id]! < 30 * labelWeight
      for (let topic = 0; topic < topicCount; topic++) {
        const value = exact
          ? ratio(
              Math.max(0, tally.mass[id * width + topic]! - belief[at * width + topic]! * own[k]!),
              Math.max(0, total),
              share[topic]!,
            )
          : ratios[id * topicCount + topic]!
        out[topic]! += weights[k]! * value
      }
    }
  }
  let expectedShareNow: [Float64Array, Float64Array] = [new Float64Array(width), new Float64Array(width)]

  const row = new Float64Array(width)
  const logits = new Float64Array(topicCount)
  // Start from the labels alone where there are some for every topic on average, else from the seeds.
  documents.forEach((document, at) => setBelief(at, fromSeeds(document.evidence, row)))
  const startFromLabels = labelled >= 5 * topicCount
  let tally = count(!startFromLabels)
  let ratios = weigh(tally)
  expectedShareNow = expectedShare(tally)
  let logPrior = new Float64Array(topicCount)
  for (let round = 0; round < rounds && unlabelled > 0; round++) {
    if (startFromLabels && round === 0)
      belief.forEach((_, at) => documents[Math.floor(at / width)]!.label === null && (belief[at] = 0))
    documents.forEach((document, at) => {
      if (document.label !== null) return
      logitsWithout(at, tally, ratios, logits)
      for (let topic = 0; topic < topicCount; topic++)
        logits[topic] =
          defaultSharpness * logits[topic]! + logPrior[topic]! + trust * document.evidence[topic]!
      setBelief(at, shares(logits, row))
    })
    tally = count(true)
    ratios = weigh(tally)
    expectedShareNow = expectedShare(tally)
    logPrior = priorOf(tally)
  }
  return { topicCount, ratios, rarity, logPrior, sharpness: defaultSharpness, learned: documents.length }
}

/** First guess from seeds: sure where one topic stands out, nothing where no seed was found. */
function fromSeeds(evidence: Float64Array, out: Float64Array): Float64Array {
  const logits = evidence.map((value) => (value > 0 ? 1.5 * value : Number.NEGATIVE_INFINITY))
  return shares(logits, out)
}
