/** Stage 3, first half: gives stored articles their full text, language and search terms, and passes them on to be related. */
import { setImmediate } from 'node:timers/promises'
import { chunk } from '../core/chunk.ts'
import { UserError } from '../core/errors.ts'
import { detectLanguage } from '../core/language.ts'
import { searchTerms } from '../core/search-terms.ts'
import { addTerms, createTermTable } from '../core/term-table.ts'
import { listArticles } from '../db/articles.ts'
import type { Article } from '../db/database.ts'
import { type Enrichment, type FullText, recordEnrichment } from '../db/enrichment.ts'
import type { Pipeline } from './context.ts'
import { contentHash } from './ingest.ts'
import { readFullText } from './read.ts'
import { relate } from './relate.ts'

/** Shorter texts are teasers: the page is read for the whole. UTF-16 units. */
const teaserLength = 280
/** Characters of an article that search looks at. */
const searchedLength = 20_000
/** Articles that are related in one job. */
const relateBatch = 50

/** Enriches articles and makes them ready, at once and here; what waits for no queue calls it. */
export async function enrich(pipeline: Pipeline, articleIds: readonly number[]): Promise<void> {
  await addSearchTerms(pipeline, articleIds)
  await relate(pipeline, articleIds)
}

/** The job: enriches articles and asks for the rest of the way. */
export async function enrichAndPassOn(pipeline: Pipeline, articleIds: number[]): Promise<void> {
  await addSearchTerms(pipeline, articleIds)
  await pipeline.enqueue(
    null,
    'relate',
    chunk(articleIds, relateBatch).map((ids) => ({ articleIds: ids })),
  )
}

/** Running twice gives the same result. */
async function addSearchTerms(pipeline: Pipeline, articleIds: readonly number[]): Promise<void> {
  await pipeline.pace.quiet('read')
  const stored = await listArticles(pipeline.db, articleIds)
  const fullTexts = await Promise.all(stored.map((article) => findFullText(pipeline, article)))
  await pipeline.pace.during('enrich', async () => {
    const found: Enrichment[] = []
    const table = createTermTable()
    for (const [at, fullText] of fullTexts.entries()) {
      // Between two articles whoever waits is served: a chat, or the next feed that has arrived.
      await setImmediate()
      pipeline.pace.busy('enrich')
      const { id, title } = stored[at]!
      const text = fullText?.text ?? stored[at]!.text
      found.push({
        articleId: id,
        language: detectLanguage(text === '' ? title : text),
        fullText,
      })
      addTerms(table, searchTerms(`${title}\n${text.slice(0, searchedLength)}`), at)
    }
    if (found.length > 0)
      await pipeline.db.transaction().execute((trx) => recordEnrichment(trx, found, table))
  })
}

/** The page's text, where the feed had only a teaser and the page can be read and says more; else null. */
async function findFullText(pipeline: Pipeline, article: Article): Promise<FullText | null> {
  const { id, guid, url, title, text } = article
  // Where the address is that of other articles too, the page is not this one's text.
  if (text.length >= teaserLength || url === null || guid !== url) return null
  try {
    const page = await readFullText(pipeline.pages, url)
    if (page.text.length <= text.length) return null
    return { text: page.text, contentHash: contentHash({ title, text: page.text }) }
  } catch (error) {
    // The teaser is what we have: a page behind a wall or out of reach must not keep the article from its readers.
    pipeline.log.debug(
      { article: id, reason: error instanceof UserError ? error.key : String(error) },
      'no full text',
    )
    return null
  }
}
