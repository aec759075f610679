/** Stage 3: gives stored articles their full text, topics, story and search terms, and makes them ready. */
import { setImmediate } from 'node:timers/promises'
import { UserError } from '../core/errors.ts'
import { tokenize } from '../core/tokens.ts'
import { classify } from '../core/topic.ts'
import { listArticles, listSourceTopics, recordFullText } from '../db/articles.ts'
import type { Article } from '../db/database.ts'
import { type Enrichment, recordEnrichment } from '../db/enrichment.ts'
import type { Pipeline } from './context.ts'
import { contentHash } from './ingest.ts'
import { readFullText } from './read.ts'

/** Shorter texts are teasers: the page is read for the whole. UTF-16 units. */
const teaserLength = 280
/** Characters of an article that search and topics look at. */
const searchedLength = 20_000
const classifiedLength = 2000
/** A topic of the catalogue counts at least this much for what its own feeds bring. */
const sourceTopicScore = 0.5

/** Enriches articles in one batch. Running twice gives the same result; an article that was ready keeps its time. */
export async function enrich(pipeline: Pipeline, articleIds: readonly number[]): Promise<void> {
  await pipeline.pace.quiet()
  const stored = await listArticles(pipeline.db, articleIds)
  const articles = await Promise.all(stored.map((article) => withFullText(pipeline, article)))
  if (articles.length === 0) return
  const now = pipeline.now()
  const { model, idOf } = await pipeline.topics.current(now)
  const sourceTopics = await listSourceTopics(pipeline.db, articleIds)
  const found: Enrichment[] = []
  for (const article of articles) {
    // Between two articles whoever waits is served: a chat, or the next feed that has arrived.
    await setImmediate()
    const terms = [...new Set(tokenize(`${article.title}\n${article.text.slice(0, searchedLength)}`))]
    const topics = topicScores(model, article, sourceTopics.get(article.id) ?? [], idOf)
    found.push({ articleId: article.id, terms, topics })
  }
  await pipeline.db.transaction().execute((trx) => recordEnrichment(trx, found))
  await pipeline.stories.assign(
    pipeline.db,
    articles.map((article) => ({ ...article, at: article.ready_at ?? now })),
    now,
  )
}

function topicScores(
  model: Parameters<typeof classify>[0],
  article: Article,
  sourceTopics: readonly string[],
  idOf: ReadonlyMap<string, number>,
): { topicId: number; score: number }[] {
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
    return topicId === undefined ? [] : [{ topicId, score }]
  })
}

/** The article with its page's text, where the feed had only a teaser and the page can be read; else as it is. */
async function withFullText(pipeline: Pipeline, article: Article): Promise<Article> {
  if (article.text.length >= teaserLength || article.url === null) return article
  try {
    const page = await readFullText(pipeline, article.url)
    if (page.text.length <= article.text.length) return article
    const hash = contentHash({ title: article.title, text: page.text })
    await recordFullText(pipeline.db, article.id, {
      text: page.text,
      contentHash: hash,
      language: page.language,
    })
    return { ...article, text: page.text, content_hash: hash, language: page.language }
  } catch (error) {
    // The teaser is what we have: a page behind a wall or out of reach must not keep the article from its readers.
    pipeline.log.debug(
      { article: article.id, reason: error instanceof UserError ? error.key : String(error) },
      'no full text',
    )
    return article
  }
}
