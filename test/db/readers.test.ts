/** People, chats, what they follow, when they are told, what they were asked: on both engines. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors.ts'
import type { Database } from '../../src/db/connect.ts'
import type { Db } from '../../src/db/database.ts'
import { listLeftOut } from '../../src/db/digest-items.ts'
import { deletePending, findPending, savePending } from '../../src/db/pending.ts'
import { deleteReader, findReader, upsertReader } from '../../src/db/readers.ts'
import { ensureSchedule, listSchedules, reschedule } from '../../src/db/schedules.ts'
import {
  deleteSubscriber,
  findSubscriber,
  findSubscriberById,
  moveSubscriber,
  setSubscriberState,
  upsertSubscriber,
} from '../../src/db/subscribers.ts'
import {
  countSubscriptions,
  follow,
  listFollowedTopics,
  listSubscriptions,
  maxSubscriptions,
  unfollow,
} from '../../src/db/subscriptions.ts'
import { listTopics, upsertTopics } from '../../src/db/topic-samples.ts'
import { type Arriving, readArrival } from '../../src/db/arrivals.ts'
import { saveSetting, updateReader } from '../../src/db/operator.ts'
import { deleteUpdates, recordUpdate } from '../../src/db/updates.ts'
import { describeDatabases } from '../support/databases.ts'
import { addSchedule, addSource, addSubscriber, botId, noon } from '../support/rows.ts'

const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

describeDatabases('readers and chats', (open) => {
  let database: Database
  let db: Db
  let topicId: number
  beforeAll(async () => {
    database = await open()
    db = database.db
    await upsertTopics(db, [{ slug: 'ai', names: { en: 'AI' }, description: '', keywords: [] }], noon)
    topicId = (await listTopics(db))[0]!.id
  })
  afterAll(() => database.close())

  const arrive = (update: Partial<Arriving>) =>
    readArrival(db, { botId, updateId: 1, userId: undefined, chatId: undefined, ...update })

  test('a person and a chat are stored once and keep what they chose', async () => {
    const first = await upsertReader(db, { userId: 7, locale: 'zh-Hans' }, noon)
    expect(await upsertReader(db, { userId: 7, locale: 'en' }, noon)).toEqual(first)
    const chat = {
      botId,
      chatId: 7,
      kind: 'group',
      title: 'A',
      readerId: null,
      locale: 'en',
      timeZone: 'UTC',
    } as const
    const { id } = await upsertSubscriber(db, chat, noon)
    const again = await upsertSubscriber(
      db,
      { ...chat, title: 'B', locale: 'zh-Hans', readerId: first.id },
      noon,
    )
    expect(again).toMatchObject({ id, title: 'B', locale: 'en', reader_id: first.id })
    await deleteReader(db, first.id)
    expect(await findReader(db, 7)).toBeUndefined()
    expect(await findSubscriberById(db, id)).toMatchObject({ reader_id: null })
  })

  test('following twice is following once, and the quota holds', async () => {
    const { id } = await addSubscriber(db)
    expect(await follow(db, id, { topicId }, noon)).toBe(true)
    expect(await follow(db, id, { topicId }, noon)).toBe(false)
    expect(await listFollowedTopics(db, id)).toEqual([topicId])
    const sources = [await addSource(db)]
    await follow(db, id, { sourceId: sources[0]!.id }, noon)
    await sql`insert into sources (url, kind, next_poll_at, poll_gap_ms, created_at)
      select 'https://many.example/' || n, 'feed', ${noon}, 1, ${noon} from generate_series(3, ${maxSubscriptions}::int) n`.execute(
      db,
    )
    await sql`insert into subscriptions (subscriber_id, source_id, created_at)
      select ${id}::bigint, id, ${noon} from sources where url like 'https://many.example/%'`.execute(db)
    expect(await countSubscriptions(db, id)).toBe(maxSubscriptions)
    const one = await addSource(db)
    await expect(follow(db, id, { sourceId: one.id }, noon)).rejects.toThrow(UserError)
    // At the quota, what is followed already is still no error.
    expect(await follow(db, id, { topicId }, noon)).toBe(false)
    const page = await listSubscriptions(db, id, { offset: 0, limit: 2 })
    expect(page[0]).toMatchObject({ topic_id: topicId, names: { en: 'AI' }, source_id: null })
    expect(page[1]).toMatchObject({ topic_id: null, source_id: sources[0]!.id, title: 'News' })
    expect(await unfollow(db, id, { topicId })).toBe(true)
    expect(await unfollow(db, id, { topicId })).toBe(false)
  })

  test('a chat that cannot be written to has no schedule running', async () => {
    const { id } = await addSubscriber(db)
    await addSchedule(db, id)
    await setSubscriberState(db, id, 'blocked', 'kicked', noon)
    expect(await findSubscriberById(db, id)).toMatchObject({ state: 'blocked', reason: 'kicked' })
    expect(await listSchedules(db, id)).toMatchObject([{ state: 'paused' }])
    await setSubscriberState(db, id, 'active', null, noon)
    expect(await listSchedules(db, id)).toMatchObject([{ state: 'active' }])
  })

  test('a group that became a supergroup keeps its row, whichever id was seen first', async () => {
    const old = await addSubscriber(db, { chat_id: -5, kind: 'group' })
    await addSubscriber(db, { chat_id: -1005, kind: 'supergroup' })
    await moveSubscriber(db, old.id, -1005, noon)
    await moveSubscriber(db, old.id, -1005, noon)
    expect(await findSubscriber(db, botId, -5)).toBeUndefined()
    expect(await findSubscriber(db, botId, -1005)).toMatchObject({ id: old.id, kind: 'supergroup' })
  })

  test('a chat gets one schedule, and a new hour moves the next digest', async () => {
    const chat = await addSubscriber(db, { time_zone: 'Asia/Shanghai' })
    const schedule = await ensureSchedule(db, chat, 5, noon)
    expect(schedule).toMatchObject({ times: ['08:00'], thread_id: 5, selection: { all: true } })
    expect(schedule.next_due_at.toISOString()).toBe('2026-03-03T00:00:00.000Z')
    expect((await ensureSchedule(db, chat, null, noon)).id).toBe(schedule.id)
    await reschedule(db, chat.id, { times: ['21:30'] }, noon)
    await reschedule(db, chat.id, { time_zone: 'Asia/Tokyo' }, noon)
    const [moved] = await listSchedules(db, chat.id)
    expect(moved).toMatchObject({ times: ['21:30'], time_zone: 'Asia/Tokyo' })
    expect(moved!.next_due_at.toISOString()).toBe('2026-03-02T12:30:00.000Z')
  })

  test('a question waits for one person, until its time', async () => {
    const { id } = await addSubscriber(db)
    const who = { subscriberId: id, userId: 1 }
    await savePending(db, who, { kind: 'time', payload: {} }, later(15))
    await savePending(db, who, { kind: 'links', payload: { urls: ['a'] } }, later(15))
    expect(await findPending(db, who, later(14))).toEqual({ kind: 'links', payload: { urls: ['a'] } })
    expect(await findPending(db, { ...who, userId: 2 }, noon)).toBeUndefined()
    expect(await findPending(db, who, later(15))).toBeUndefined()
    await deletePending(db, who)
    expect(await findPending(db, who, noon)).toBeUndefined()
  })

  test('an update is recorded once', async () => {
    const wasAnswered = async (bot: number) => (await arrive({ botId: bot })).wasAnswered
    expect(await wasAnswered(botId)).toBe(false)
    expect(await recordUpdate(db, botId, 1, noon)).toBe(true)
    expect(await recordUpdate(db, botId, 1, noon)).toBe(false)
    expect(await wasAnswered(botId)).toBe(true)
    expect(await wasAnswered(botId + 1)).toBe(false)
    await deleteUpdates(db, later(1))
    expect(await wasAnswered(botId)).toBe(false)
  })

  test('an update arrives with its chat, the open question and what is switched', async () => {
    const userId = 5_000_000_001
    const chat = await addSubscriber(db)
    const subscriberId = chat.id
    const nobody = { standing: { maintenance: false, inviteOnly: null, blocked: false }, isAsked: false }
    expect(await arrive({})).toEqual({ ...nobody, wasAnswered: false, subscriber: undefined })
    expect(await arrive({ chatId: chat.chat_id, userId })).toEqual({
      ...nobody,
      wasAnswered: false,
      subscriber: chat,
    })
    await savePending(db, { subscriberId, userId }, { kind: 'links', payload: {} }, later(15))
    await upsertReader(db, { userId, locale: 'en' }, noon)
    await updateReader(db, userId, { blocked: true })
    await saveSetting(db, 'maintenance', true)
    await saveSetting(db, 'inviteOnly', false)
    const known = await arrive({ chatId: chat.chat_id, userId })
    expect(known.standing).toEqual({ maintenance: true, inviteOnly: false, blocked: true })
    expect(known.isAsked).toBe(true)
    expect((await arrive({ chatId: chat.chat_id, userId: userId + 1 })).isAsked).toBe(false)
  })

  test('deleting a chat takes all of it, and sources that only it followed', async () => {
    const [gone, other] = [await addSubscriber(db), await addSubscriber(db)]
    const [own, common, shared] = [
      await addSource(db),
      await addSource(db),
      await addSource(db, { shared: true }),
    ]
    for (const source of [own, common, shared]) await follow(db, gone.id, { sourceId: source.id }, noon)
    await follow(db, other.id, { sourceId: common.id }, noon)
    await addSchedule(db, gone.id)
    await savePending(db, { subscriberId: gone.id, userId: 1 }, { kind: 'time', payload: {} }, later(15))
    expect(await deleteSubscriber(db, gone.id)).toEqual({
      subscriptions: 3,
      schedules: 1,
      digests: 0,
      sources: 1,
    })
    expect(await findSubscriberById(db, gone.id)).toBeUndefined()
    const left = await db
      .selectFrom('sources')
      .select('id')
      .where('id', 'in', [own.id, common.id, shared.id])
      .execute()
    expect(left.map((row) => row.id).toSorted((a, b) => a - b)).toEqual([common.id, shared.id])
    expect(await countSubscriptions(db, other.id)).toBe(1)
  })

  test('what a digest left out is told to its own chat only', async () => {
    const { id } = await addSubscriber(db)
    expect(await listLeftOut(db, id, 999_999, 10)).toEqual({ total: 0, items: [] })
  })
})
