/** Queries on packs: bundles of topics and sources that one reader makes and others follow by a link. */
import { sql } from 'kysely'
import type { Db, Pack } from './database.ts'
import { maxSubscriptions, type SubscriptionRow, type Target } from './subscriptions.ts'

/** How many packs one person may keep. */
export const maxPacks = 20

/** A topic or source of a pack, and whether a chat follows it. */
export type PackItem = Pick<SubscriptionRow, 'topic_id' | 'names' | 'source_id' | 'title' | 'url'> & {
  followed: boolean
}

/** Makes a pack of everything the chat follows. */
export async function insertPack(
  trx: Db,
  pack: { code: string; ownerId: number; name: string; subscriberId: number },
  now: Date,
): Promise<Pack> {
  const made = await trx
    .insertInto('packs')
    .values({ code: pack.code, owner_id: pack.ownerId, name: pack.name, created_at: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  // A topic somebody made for themselves is nobody else's to follow.
  await sql`
    insert into pack_items (pack_id, source_id, topic_id)
    select ${made.id}, source_id, topic_id from subscriptions
    where subscriber_id = ${pack.subscriberId}
      and (topic_id is null or topic_id in (select id from topics where owner_id is null))`.execute(trx)
  return made
}

/** A pack by the code in its link. */
export async function findPack(db: Db, code: string): Promise<Pack | undefined> {
  return db.selectFrom('packs').selectAll().where('code', '=', code).executeTakeFirst()
}

/** A person's packs, the newest first. */
export async function listPacks(db: Db, ownerId: number): Promise<Pack[]> {
  return db
    .selectFrom('packs')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .orderBy('id', 'desc')
    .limit(maxPacks)
    .execute()
}

/** Gives a pack another name. */
export async function renamePack(db: Db, id: number, name: string): Promise<void> {
  await db.updateTable('packs').set({ name }).where('id', '=', id).execute()
}

/** Removes a pack. */
export async function deletePack(db: Db, id: number): Promise<void> {
  await db.deleteFrom('packs').where('id', '=', id).execute()
}

/** What a pack holds, topics first; `subscriberId` is the chat that looks. */
export async function listPackItems(db: Db, packId: number, subscriberId: number): Promise<PackItem[]> {
  const { rows } = await sql<PackItem>`
    select item.topic_id, topics.names, item.source_id, sources.title, sources.url, exists (
      select 1 from subscriptions own where own.subscriber_id = ${subscriberId}
        and (own.topic_id = item.topic_id or own.source_id = item.source_id)
    ) as followed
    from pack_items item
    left join topics on topics.id = item.topic_id
    left join sources on sources.id = item.source_id
    where item.pack_id = ${packId}
    order by item.topic_id is null, item.topic_id, item.source_id
    limit ${maxSubscriptions}`.execute(db)
  return rows
}

/** Whether a pack holds this; so a number made up in a button opens nothing. */
export async function isInPack(db: Db, packId: number, target: Target): Promise<boolean> {
  const row = await db
    .selectFrom('pack_items')
    .select('pack_id')
    .where('pack_id', '=', packId)
    .where(
      'topicId' in target ? 'topic_id' : 'source_id',
      '=',
      'topicId' in target ? target.topicId : target.sourceId,
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Puts a topic or source into a pack, or takes it out. */
export async function setPackItem(db: Db, packId: number, target: Target, isIn: boolean): Promise<void> {
  const item =
    'topicId' in target
      ? { topic_id: target.topicId, source_id: null }
      : { topic_id: null, source_id: target.sourceId }
  if (isIn) {
    await db
      .insertInto('pack_items')
      .values({ pack_id: packId, ...item })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return
  }
  await db
    .deleteFrom('pack_items')
    .where('pack_id', '=', packId)
    .where(item.topic_id === null ? 'source_id' : 'topic_id', '=', item.topic_id ?? item.source_id)
    .execute()
}

/** Removes all packs of a person; returns how many. */
export async function deletePacksOf(trx: Db, ownerId: number): Promise<number> {
  const removed = await trx.deleteFrom('packs').where('owner_id', '=', ownerId).executeTakeFirst()
  return Number(removed.numDeletedRows)
}
