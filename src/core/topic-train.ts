/** Learns word weights per topic from labelled and unlabelled articles: naive Bayes, relabelling the pool in rounds. */
import {
  believe,
  count,
  logitsWithout,
  prepare,
  ratiosOf,
  type Corpus,
  type SeedFeature,
  type Tally,
  type TopicDocument,
} from './topic-counts.ts'
import type { Vocabulary } from './topic-document.ts'
import { seedLogits, seedTrust, shares, type Weights } from './topic-weights.ts'

const rounds = 5
/** Steepness without labels to fit it on. */
const defaultSharpness = 3
/** The share of topics in a pool is a weak guide to the next article. */
const priorPower = 0.25
/**
 * Taken off "none" while the pool is relabelled: most articles of a topic hold none of its few seeds, and would else
 * teach that its other words are no topic's.
 */
const noneReluctance = 1
/** Steepness of the first guess from seeds. */
const seedSharpness = 1.5
/** The least labels to fit the steepness on. */
const leastToFit = 30

/** Trains the weights from all articles learned so far. */
export function train(
  vocabulary: Vocabulary,
  documents: readonly TopicDocument[],
  seeds: Iterable<SeedFeature>,
  topicCount: number,
): Weights {
  const corpus = prepare(vocabulary, documents, seeds, topicCount)
  const belief = new Float64Array(documents.length * (topicCount + 1))
  const row = new Float64Array(topicCount + 1)
  documents.forEach((document, at) => {
    believe(corpus, belief, at, shares(seedLogits(document.evidence, seedSharpness), row))
  })
  let tally = count(corpus, belief)
  let logPrior = new Float64Array(topicCount + 1)
  const trust = seedTrust(documents.length)
  if (documents.some((document) => document.label === null)) {
    for (let round = 0; round < rounds; round++) {
      const ratios = ratiosOf(corpus, tally)
      documents.forEach((document, at) => {
        if (document.label !== null) return
        const logits = logitsWithout(corpus, tally, ratios, belief, at)
        for (let topic = 0; topic <= topicCount; topic++)
          logits[topic] =
            defaultSharpness * logits[topic]! + logPrior[topic]! + trust * (document.evidence[topic] ?? 0)
        logits[topicCount]! -= noneReluctance
        believe(corpus, belief, at, shares(logits, row))
      })
      tally = count(corpus, belief)
      logPrior = priorOf(tally, topicCount)
    }
  }
  const ratios = ratiosOf(corpus, tally)
  const sharpness = fitSharpness(corpus, tally, ratios, belief)
  return { topicCount, ratios, rarity: corpus.rarity, logPrior, sharpness }
}

/** Of the topics beside each other, and of none of them where more of the pool is about none than about a topic. */
function priorOf({ expected }: Tally, topicCount: number): Float64Array<ArrayBuffer> {
  const mass = Float64Array.from({ length: topicCount + 1 }, (_, t) => expected[0][t]! + expected[1][t]!)
  const mean = mass.subarray(0, topicCount).reduce((a, b) => a + b, 0) / topicCount
  const prior = mass.map((value) => priorPower * Math.log(Math.max(value / mean, 0.05)))
  prior[topicCount] = Math.max(0, prior[topicCount]!)
  return prior
}

/** The steepness under which the labels, each judged without itself, are likeliest; the default without enough. */
function fitSharpness(corpus: Corpus, tally: Tally, ratios: Float64Array, belief: Float64Array): number {
  const judged = corpus.documents.flatMap(({ label }, at) =>
    label !== null && label >= 0 ? [{ label, logits: logitsWithout(corpus, tally, ratios, belief, at) }] : [],
  )
  if (judged.length < leastToFit) return defaultSharpness
  const row = new Float64Array(corpus.topicCount + 1)
  let best = { sharpness: defaultSharpness, likelihood: Number.NEGATIVE_INFINITY }
  for (let sharpness = 1; sharpness <= 6; sharpness += 0.25) {
    const likelihood = judged.reduce((sum, { label, logits }) => {
      shares(
        logits.map((logit) => sharpness * logit),
        row,
      )
      return sum + Math.log(row[label]! + 1e-6)
    }, 0)
    if (likelihood > best.likelihood) best = { sharpness, likelihood }
  }
  return best.sharpness
}
