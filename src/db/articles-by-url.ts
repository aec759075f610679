/** The query behind a reply: the stored articles at the addresses that a message of ours links to. */
import { sql } from 'kysely'
import type { Article, Db } from './database.ts'

/** Ready articles at these addresses, their own or their original's, in the order given; at most `limit`. */
export async function listArticlesByUrl(
  db: Db,
  urls: readonly string[],
  limit: number,
): Promise<Pick<Article, 'id' | 'title' | 'url' | 'edited_at'>[]> {
  if (urls.length === 0) return []
  const { rows } = await sql<Pick<Article, 'id' | 'title' | 'url' | 'edited_at'>>`
    select distinct on (given.place) articles.id, articles.title, articles.url, articles.edited_at
    from unnest(${[...urls]}::text[]) with ordinality as given (address, place)
    join articles on articles.url = given.address or articles.original_url = given.address
    where articles.ready_at is not null
    order by given.place, articles.id
    limit ${limit}`.execute(db)
  return rows
}
