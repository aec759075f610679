/** Stage 3, second half: sorts enriched articles into topics and stories, and makes them ready. */
import { setImmediate } from 'node:timers/promises'
import { gatheredAt } from '../core/schedule-move.ts'
import { classify } from '../core/topic.ts'
import { listArticles, listSourceTopics } from '../db/articles.ts'
import type { Article } from '../db/database.ts'
import { type ArticleTopic, recordTopics } from '../db/enrichment.ts'
import { wakeInstant } from '../db/schedules.ts'
import { mostPairs } from '../llm/judge-pairs.ts'
import type { Pipeline } from './context.ts'

/** Characters of an article that topics look at. */
const classifiedLength = 2000
/** A topic of the catalogue counts at least this much for what its own feeds bring. */
const sourceTopicScore = 0.5

/** Relates articles in one batch. Running twice gives the same result; an article that was ready keeps its time. */
export async function relate(pipeline: Pipeline, articleIds: readonly number[]): Promise<void> {
  await pipeline.pace.quiet('enrich')
  const articles = await listArticles(pipeline.db, articleIds)
  if (articles.length === 0) return
  const now = pipeline.now()
  const { model, idOf } = await pipeline.topics.current(now)
  const sourceTopics = await listSourceTopics(pipeline.db, articleIds)
  const own = await pipeline.interests.judge(articles)
  const topics: ArticleTopic[] = []
  for (const [at, article] of articles.entries()) {
    // Between two articles whoever waits is served: a chat, or the next feed that has arrived.
    await setImmediate()
    topics.push(...topicScores(model, article, sourceTopics.get(article.id) ?? [], idOf))
    topics.push(...own[at]!.map((found) => ({ ...found, articleId: article.id })))
  }
  await pipeline.db.transaction().execute((trx) => recordTopics(trx, articleIds, topics))
  await pipeline.stories.assign(
    pipeline.db,
    articles.map((article) => ({ ...article, at: article.ready_at ?? now })),
    now,
  )
  const fresh = articles.filter((article) => article.ready_at === null).map((article) => article.id)
  if (fresh.length > 0) await wakeInstant(pipeline.db, fresh, gatheredAt(now))
  const pairs = pipeline.stories.takeBorderline()
  if (pipeline.model)
    for (let at = 0; at < pairs.length; at += mostPairs)
      await pipeline.enqueue(null, 'judge-stories', { pairs: pairs.slice(at, at + mostPairs) })
}

function topicScores(
  model: Parameters<typeof classify>[0],
  article: Article,
  sourceTopics: readonly string[],
  idOf: ReadonlyMap<string, number>,
): ArticleTopic[] {
  const text = article.text.slice(0, classifiedLength)
  const scores = new Map(
    classify(model, { title: article.title, text, language: article.language }).map(({ topic, score }) => [
      topic,
      score,
    ]),
  )
  for (const slug of sourceTopics) scores.set(slug, Math.max(scores.get(slug) ?? 0, sourceTopicScore))
  return [...scores].flatMap(([slug, score]) => {
    const topicId = idOf.get(slug)
    return topicId === undefined ? [] : [{ articleId: article.id, topicId, score }]
  })
}
