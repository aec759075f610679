/** Says which topics an article is about: from seed words alone, better after learning from stored articles. */
import { countFeatures, tokensOf, type Vocabulary } from './topic-document.ts'
import {
  indexSeeds,
  seedEvidence,
  seedFeatures,
  type SeedIndex,
  type TopicDescription,
} from './topic-seeds.ts'
import type { TopicDocument } from './topic-counts.ts'
import { train } from './topic-train.ts'
import { learnedLogits, seedLogits, seedTrust, shares, type Weights } from './topic-weights.ts'

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
/**
 * How much likelier than none of them a topic must be. After few articles chance alone gives each topic its share, so a
 * topic must lead, and so must an only one; what was learned from many about several may be believed, and then only
 * clear evidence makes an article none.
 */
function leastOfNone({ documents, slugs }: TopicModel): number {
  return slugs.length === 1 ? 1.5 : Math.max(0.3, 1.5 * Math.min(1, 100 / documents.length))
}
/** The best of several topics must be likelier than they are on average by this factor: what is alike to all is about none. */
const leastOfMean = 1.25
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
  const trust = seedTrust(model.documents.length)
  const logits = model.weights
    ? learnedLogits(model.weights, countFeatures(model.vocabulary, tokens, false)).map(
        (logit, topic) => logit + trust * (evidence[topic] ?? 0),
      )
    : seedLogits(evidence, 1)
  const scores = shares(logits, new Float64Array(topicCount + 1))
  const none = scores[topicCount]!
  const best = scores.subarray(0, topicCount).reduce((a, b) => Math.max(a, b), 0)
  if (topicCount > 1 && best < (leastOfMean * (1 - none)) / topicCount) return []
  const least = Math.max(leastScore, leastOfBest * best, leastOfNone(model) * none)
  return model.slugs
    .map((topic, number) => ({ topic, score: scores[number]! }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
}
