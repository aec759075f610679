/** The query behind a source's name: the sources that a chat may see and that words name. */
import { sql } from 'kysely'
import type { Db, Source } from './database.ts'

export type NamedSource = Pick<Source, 'id' | 'title' | 'url' | 'site_url'> & {
  /** By this chat. */
  followed: boolean
}

/**
 * Shared sources, and those that the chat follows, whose title or address holds all the words, those of two letters as
 * words of their own; the shortest title first. Words of one character name none.
 */
export async function findNamedSources(
  db: Db,
  subscriberId: number,
  words: readonly string[],
  limit: number,
): Promise<NamedSource[]> {
  const wanted = words.map((word) => word.toLowerCase()).filter((word) => [...word].length > 1)
  if (wanted.length === 0) return []
  const short = wanted.filter((word) => [...word].length === 2 && /^[\p{Script=Latin}\p{Nd}]+$/u.test(word))
  const patterns = wanted.map((word) => `%${word.replaceAll(/[\\%_]/gu, '\\$&')}%`)
  const pairs = sql.join(
    wanted.map((word) => sql`name_pairs(${word})`),
    sql` || `,
  )
  // The pairs are found by their index, and the few names that hold them all are looked at.
  const { rows } = await sql<NamedSource>`
    select * from (
      select sources.id, title, url, site_url, shared, exists (
        select 1 from subscriptions own where own.source_id = sources.id and own.subscriber_id = ${subscriberId}
      ) as followed
      from source_names join sources on sources.id = source_names.source_id
      where pairs @> (${pairs}) and name like all (${patterns}::text[]) and state = 'active'
        and regexp_split_to_array(name, '[^[:alnum:]]+') @> ${short}::text[]
    ) found
    where shared or followed
    order by length(title), id limit ${limit}`.execute(db)
  return rows
}
