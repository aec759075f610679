/** Queries on hub_subscriptions: which sources a hub pushes to us, and when to ask for that again. */
import type { Selectable } from 'kysely'
import type { Db } from './database.ts'
import type { HubSubscriptionTable } from './polling-tables.ts'
import { isFollowed } from './sources.ts'

export type HubSubscription = Selectable<HubSubscriptionTable>

/** Keeps that a source offers a hub; another hub or topic than before is asked anew. */
export async function upsertHub(
  db: Db,
  hub: { sourceId: number; hub: string; topic: string; token: string; secret: string },
  now: Date,
): Promise<void> {
  await db
    .insertInto('hub_subscriptions')
    .values({
      source_id: hub.sourceId,
      hub: hub.hub,
      topic: hub.topic,
      token: hub.token,
      secret: hub.secret,
      state: 'asked',
      renew_at: now,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('source_id')
        .doUpdateSet({
          hub: hub.hub,
          topic: hub.topic,
          state: 'asked',
          renew_at: now,
          lease_until: null,
          pushed_at: null,
        })
        .where((on) =>
          on.or([on('hub_subscriptions.hub', '<>', hub.hub), on('hub_subscriptions.topic', '<>', hub.topic)]),
        ),
    )
    .execute()
}

/** Subscriptions of followed sources that are due, each put off to `askAgainAt` so that one worker asks. */
export async function claimDueHubs(
  db: Db,
  now: Date,
  askAgainAt: Date,
  limit: number,
): Promise<HubSubscription[]> {
  return db
    .updateTable('hub_subscriptions')
    .set({ renew_at: askAgainAt })
    .where('source_id', 'in', (query) =>
      query
        .selectFrom('hub_subscriptions')
        .innerJoin('sources', 'sources.id', 'hub_subscriptions.source_id')
        .select('source_id')
        .where('renew_at', '<=', now)
        .where('sources.state', '=', 'active')
        .where(isFollowed)
        .orderBy('renew_at')
        .limit(limit)
        .forUpdate('hub_subscriptions')
        .skipLocked(),
    )
    .returningAll()
    .execute()
}

/** The subscription whose callback address holds `token`. */
export async function findHubByToken(db: Db, token: string): Promise<HubSubscription | undefined> {
  return db.selectFrom('hub_subscriptions').selectAll().where('token', '=', token).executeTakeFirst()
}

/** Those of `sourceIds` that a hub has promised to push at `now`. */
export async function listActiveHubs(
  db: Db,
  sourceIds: readonly number[],
  now: Date,
): Promise<HubSubscription[]> {
  if (sourceIds.length === 0) return []
  return db
    .selectFrom('hub_subscriptions')
    .selectAll()
    .where('source_id', 'in', sourceIds)
    .where('state', '=', 'active')
    .where('lease_until', '>', now)
    .execute()
}

/** The hub has verified that we asked: it pushes until `leaseUntil`. */
export async function activateHub(db: Db, sourceId: number, leaseUntil: Date, renewAt: Date): Promise<void> {
  await db
    .updateTable('hub_subscriptions')
    .set({ state: 'active', lease_until: leaseUntil, renew_at: renewAt })
    .where('source_id', '=', sourceId)
    .execute()
}

/** The hub refuses: its source is polled as before, and the hub is asked again at `askAgainAt`. */
export async function refuseHub(db: Db, sourceId: number, askAgainAt: Date): Promise<void> {
  await db
    .updateTable('hub_subscriptions')
    .set({ state: 'asked', lease_until: null, renew_at: askAgainAt })
    .where('source_id', '=', sourceId)
    .execute()
}

/** Notes that the hub pushed: its source is polled seldom from now on. */
export async function recordPush(db: Db, sourceId: number, now: Date): Promise<void> {
  await db
    .updateTable('hub_subscriptions')
    .set({ pushed_at: now })
    .where('source_id', '=', sourceId)
    .execute()
}
