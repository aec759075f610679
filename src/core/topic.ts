/** Says which topics an article is about: from seed words alone, better after learning from stored articles. */
import { countFeatures, tokensOf, type Vocabulary } from './topic-document.ts'
import {
  indexSeeds,
  seedEvidence,
  seedFeatures,
  type SeedIndex,
  type TopicDescription,
} from './topic-seeds.ts'
import { scaled, seedTrust, shares, train, type TopicDocument, type Weights } from './topic-train.ts'

export type { TopicDescription } from './topic-seeds.ts'

/** What is judged. `language` is a BCP-47 tag. */
export interface TopicText {
  title: string
  text: string
  language: string
}

/** What is learned from: `topic` is the slug a person gave; absent, the article is about none of the topics. */
export interface TopicExample extends TopicText {
  topic?: string
}

/** One topic an article is about; `score` 0..1 means the same for every topic, so one threshold serves all. */
export interface TopicScore {
  topic: string
  score: number
}

/** What was learned; never changed in place, so it may be kept and used while a newer one is being made. */
export interface TopicModel {
  slugs: readonly string[]
  seeds: SeedIndex
  vocabulary: Vocabulary
  documents: readonly TopicDocument[]
  weights: Weights | null
}

/** A topic below this share of the evidence is not worth naming. */
const leastScore = 0.15
/** A further topic is named when its score is at least this part of the best one's. */
const leastOfBest = 0.3

/** A model that knows only the topics' own names and seed words, in any languages; good enough to start with. */
export function createTopicModel(topics: readonly TopicDescription[]): TopicModel {
  return {
    slugs: topics.map((topic) => topic.slug),
    seeds: indexSeeds(topics),
    vocabulary: new Map(),
    documents: [],
    weights: null,
  }
}

/**
 * A new model that has also learned `examples`; the old one stays as it was. With `labelled` each example's `topic` is
 * believed (absent or unknown: about none of them), without it a given topic is ignored and the articles are labelled
 * by their seed words, then relabelled by what was learned. Everything learned before is learned again together with
 * them, so call it with many examples at once, not one by one; 10,000 articles take a few seconds.
 */
export function learn(
  model: TopicModel,
  examples: readonly TopicExample[],
  { labelled }: { labelled: boolean },
): TopicModel {
  const topicCount = model.slugs.length
  const added = examples.map((example): TopicDocument => {
    const tokens = tokensOf(example.title, example.text)
    return {
      counts: countFeatures(model.vocabulary, tokens, true),
      evidence: seedEvidence(model.seeds, topicCount, tokens),
      label: labelled ? model.slugs.indexOf(example.topic ?? '') : null,
    }
  })
  const documents = [...model.documents, ...added]
  if (documents.length === 0 || topicCount === 0) return model
  return {
    ...model,
    documents,
    weights: train(model.vocabulary, documents, seedFeatures(model.seeds), topicCount),
  }
}

/** The topics an article is about, best first; `[]` where nothing in it speaks for any of them. */
export function classify(model: TopicModel, article: TopicText): TopicScore[] {
  const topicCount = model.slugs.length
  const tokens = tokensOf(article.title, article.text)
  const evidence = seedEvidence(model.seeds, topicCount, tokens)
  const logits = model.weights
    ? learnedLogits(model.weights, model.vocabulary, tokens)
    : new Float64Array(topicCount)
  const trust = seedTrust(model.documents.length)
  for (let topic = 0; topic < topicCount; topic++) logits[topic]! += trust * evidence[topic]!
  const claimed = logits.map((logit, topic) =>
    model.weights || evidence[topic]! > 0 ? logit : Number.NEGATIVE_INFINITY,
  )
  const scores = shares(claimed, new Float64Array(topicCount + 1))
  const best = scores.subarray(0, topicCount).reduce((a, b) => Math.max(a, b), 0)
  return model.slugs
    .map((topic, number) => ({ topic, score: scores[number]! }))
    .filter(({ score }) => score >= leastScore && score >= leastOfBest * best)
    .sort((a, b) => b.score - a.score)
}

function learnedLogits(
  weights: Weights,
  vocabulary: Vocabulary,
  tokens: { title: string[]; text: string[] },
): Float64Array {
  const { topicCount, ratios } = weights
  const vector = scaled(countFeatures(vocabulary, tokens, false), weights.rarity)
  const logits = new Float64Array(topicCount)
  for (let k = 0; k < vector.ids.length; k++) {
    const offset = vector.ids[k]! * topicCount
    // A vocabulary shared with a newer model holds words that this one never counted.
    if (offset >= ratios.length) continue
    for (let topic = 0; topic < topicCount; topic++)
      logits[topic]! += vector.weights[k]! * ratios[offset + topic]!
  }
  for (let topic = 0; topic < topicCount; topic++)
    logits[topic] = weights.sharpness * logits[topic]! + weights.logPrior[topic]!
  return logits
}
