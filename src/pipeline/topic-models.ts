/** Keeps one trained topic model per process, rebuilt when topics change or it grows old; enrichment asks it. */
import { createTopicModel, learn, type TopicModel } from '../core/topic.ts'
import type { Db, Topic } from '../db/database.ts'
import { listArticleSample, listTopics } from '../db/topic-samples.ts'

export interface TopicModels {
  /** The model for the topics stored now, the topic id of each slug, and the topics' English names. */
  current(now: Date): Promise<CurrentTopics>
}

export interface CurrentTopics {
  model: TopicModel
  idOf: ReadonlyMap<string, number>
  names: { slug: string; name: string }[]
}

const rebuildAfterMs = 30 * 60_000
/** Unlabelled articles to learn from: more brought little on our sets, and training stays under a second. */
const sampleSize = 1000
/** Below this the seed words alone do better. */
const smallestSample = 100

/** Creates the cache; nothing is read before the first question. */
export function createTopicModels(db: Db): TopicModels {
  let built: (CurrentTopics & { key: string; at: number }) | null = null
  return {
    current: async (now) => {
      const topics = await listTopics(db)
      const key = JSON.stringify(topics.map((topic) => [topic.id, topic.keywords.length]))
      if (built && built.key === key && now.getTime() - built.at < rebuildAfterMs) return built
      const model = await build(db, topics)
      built = {
        key,
        at: now.getTime(),
        model,
        idOf: new Map(topics.map((topic) => [topic.slug, topic.id])),
        names: topics.map((topic) => ({ slug: topic.slug, name: topic.names['en'] ?? topic.slug })),
      }
      return built
    },
  }
}

async function build(db: Db, topics: readonly Topic[]): Promise<TopicModel> {
  const seeds = topics.map((topic) => ({
    slug: topic.slug,
    name: Object.values(topic.names).join(' '),
    description: topic.description,
    keywords: topic.keywords,
  }))
  const model = createTopicModel(seeds)
  const sample = await listArticleSample(db, sampleSize)
  return sample.length < smallestSample ? model : learn(model, sample, { labelled: false })
}
