/** Scores with learned word weights: shared by training, which relabels with them, and by classifying. */
import type { FeatureCounts } from './topic-document.ts'

/** Word weights: `ratios[feature * (topicCount + 1) + topic]` is log p(topic|word)/p(topic), the last for none. */
export interface Weights {
  topicCount: number
  ratios: Float64Array
  /** Per feature, how much a common one is damped, 0..1. */
  rarity: Float64Array
  /** Per topic and, last, for none of them. */
  logPrior: Float64Array
  /** Steepness of the scores; fitted on labels where there are enough. */
  sharpness: number
}

/** Seeds count in full for an untrained model and fade as articles are learned. */
const seedFade = 150
/** They never fade wholly: a topic's own word in an article is what a reader would look for. */
const leastTrust = 0.4

/** Damps common features and scales the article to unit length, so that long texts are not surer than short ones. */
export function scaled(counts: FeatureCounts, rarity: Float64Array): Float64Array {
  const weights = counts.weights.map((weight, at) => weight * (rarity[counts.ids[at]!] ?? 1))
  let squares = counts.unknownSquares
  for (const weight of weights) squares += weight * weight
  const length = Math.sqrt(squares) || 1
  return weights.map((weight) => weight / length)
}

/** Turns logits (the last one: none of the topics) into shares that add up to 1, written into `out`. */
export function shares(logits: Float64Array, out: Float64Array): Float64Array {
  const none = logits.length - 1
  out.set(logits)
  const top = out.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  let sum = 0
  for (let topic = 0; topic <= none; topic++) {
    out[topic] = Math.exp(out[topic]! - top)
    sum += out[topic]!
  }
  for (let topic = 0; topic <= none; topic++) out[topic]! /= sum
  return out
}

/** Logits from seeds alone: a topic without any is out of the question. */
export function seedLogits(evidence: Float64Array, sharpness: number): Float64Array {
  const logits = new Float64Array(evidence.length + 1)
  evidence.forEach((value, topic) => {
    logits[topic] = value > 0 ? sharpness * value : Number.NEGATIVE_INFINITY
  })
  return logits
}

/** How much the seeds still count beside `learned` articles, 1 to 0. */
export function seedTrust(learned: number): number {
  return Math.max(leastTrust, seedFade / (seedFade + learned))
}

/** Logits for an article, from what was learned alone: one for each topic and, last, for none of them. */
export function learnedLogits(weights: Weights, counts: FeatureCounts): Float64Array {
  const { topicCount, ratios } = weights
  const width = topicCount + 1
  const vector = scaled(counts, weights.rarity)
  const logits = new Float64Array(width)
  counts.ids.forEach((id, k) => {
    const offset = id * width
    // A vocabulary shared with a newer model holds words that this one never counted.
    if (offset >= ratios.length) return
    for (let topic = 0; topic < width; topic++) logits[topic]! += vector[k]! * ratios[offset + topic]!
  })
  return floorNone(logits).map((logit, topic) => weights.sharpness * logit + weights.logPrior[topic]!)
}

/**
 * Never lets "none" fall below what a word of no topic says, which is nothing: words that all the topics lack would else
 * pull it down with them, and the topic with the fewest articles would take whatever is foreign to all.
 */
export function floorNone(logits: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const none = logits.length - 1
  logits[none] = Math.max(0, logits[none]!)
  return logits
}
