/** A source that moved for good: it gets its new address, or goes into the source that is stored there with all that names it. */
import { sql } from 'kysely'
import { replaceSource } from './covered-things.ts'
import type { Db } from './database.ts'
import { findSource, findSourceByUrl } from './sources.ts'

/** Follows a permanent move, in a transaction of the caller's. Returns the id of the source that is at `url` now. */
export async function moveSource(trx: Db, id: number, url: string): Promise<number> {
  const there = await findSourceByUrl(trx, url)
  if (!there) {
    await trx.updateTable('sources').set({ url }).where('id', '=', id).execute()
    return id
  }
  const old = there.id === id ? undefined : await findSource(trx, id)
  if (!old) return there.id
  const followers = await trx
    .selectFrom('subscriptions')
    .select('subscriber_id')
    .where('source_id', '=', id)
    .orderBy('subscriber_id')
    .execute()
  for (const { subscriber_id: follower } of followers)
    await replaceSource(trx, follower, { from: id, to: there.id })
  await sql`
    insert into pack_items (pack_id, source_id) select pack_id, ${there.id} from pack_items where source_id = ${id}
    on conflict do nothing`.execute(trx)
  await sql`
    insert into article_sources (article_id, source_id, guid, seen_at)
    select article_id, ${there.id}, guid, seen_at from article_sources where source_id = ${id}
    on conflict do nothing`.execute(trx)
  await trx
    .updateTable('sources')
    .set({
      shared: there.shared || old.shared,
      catalogue_topic: there.catalogue_topic ?? old.catalogue_topic,
      resting: false,
    })
    .where('id', '=', there.id)
    .execute()
  await trx.deleteFrom('sources').where('id', '=', id).execute()
  return there.id
}

/** The same for a source that fails where it was: at `url` it is read again from the beginning. */
export async function moveAndWake(trx: Db, id: number, url: string, now: Date): Promise<number> {
  const there = await moveSource(trx, id, url)
  await trx
    .updateTable('sources')
    .set({
      state: 'active',
      failures: 0,
      failing_since: null,
      error: null,
      next_poll_at: now,
      trouble_told_at: null,
      etag: null,
      last_modified: null,
    })
    .where('id', '=', there)
    .execute()
  return there
}
