/** The queries behind a reply: the stored articles at the addresses that a message of ours links to, and who wrote one. */
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

export interface Byline {
  author: string | null
  originalAuthor: string | null
  /** The sources that brought it, of those that this chat may know. */
  publishers: { name: string; url: string | null }[]
}

/** Who wrote the ready article at this address, and which sources brought it. */
export async function findByline(db: Db, subscriberId: number, url: string): Promise<Byline | undefined> {
  const { rows } = await sql<Byline>`
    select a.author, a.original_author as "originalAuthor", coalesce((
      select jsonb_agg(jsonb_build_object('name', coalesce(s.title, s.url), 'url', s.url) order by s.id)
      from article_sources link join sources s on s.id = link.source_id
      where link.article_id = a.id and (s.shared or exists (
        select 1 from subscriptions f where f.source_id = s.id and f.subscriber_id = ${subscriberId}))
    ), '[]') as publishers
    from articles a
    where a.ready_at is not null and (a.url = ${url} or a.original_url = ${url})
    order by a.id limit 1`.execute(db)
  return rows[0]
}
