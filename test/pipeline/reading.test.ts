/** What readers want of their digests: filters, watched words, ratings, carried articles, updates, holidays, and editions shared by many. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { setCarried } from '../../src/db/carried.ts'
import { upsertFilter } from '../../src/db/filters.ts'
import { toggleRating } from '../../src/db/ratings.ts'
import { setHoliday } from '../../src/db/schedules.ts'
import { follow } from '../../src/db/subscriptions.ts'
import { groupDigests } from '../../src/pipeline/group-digests.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { prepareDue } from '../../src/pipeline/prepare.ts'
import { describeDatabases } from '../support/databases.ts'
import { openPipeline, type TestPipeline } from '../support/pipeline.ts'
import { addSchedule, addSource, addSubscriber, noon, textsOf } from '../support/rows.ts'

const hour = 3_600_000
const at = (hours: number) => new Date(noon.getTime() + hours * hour)

describeDatabases('what readers want', (open) => {
  let database: Database
  let test_: TestPipeline
  beforeAll(async () => {
    database = await open()
    test_ = await openPipeline(database, { allow: [] })
  })
  afterAll(async () => {
    await test_.close()
    await database.close()
  })

  /** A chat that follows a source of its own, whose window has begun. */
  async function setUp(values: Parameters<typeof addSubscriber>[1] = {}, sourceId?: number) {
    const { db } = database
    const subscriber = await addSubscriber(db, { locale: 'en', ...values })
    const source = sourceId ?? (await addSource(db)).id
    await follow(db, subscriber.id, { sourceId: source }, noon)
    const schedule = await addSchedule(db, subscriber.id, { next_due_at: at(20), window_from: at(-4) })
    return { subscriber, source, schedule }
  }

  let serial = 0
  async function publish(sourceId: number, title: string, text: string, hours: number, story?: number) {
    const { db } = database
    serial += 1
    const { rows } = await sql<{ id: number }>`
      insert into articles (guid, url, title, published_at, language, text, content_hash, item_hash, found_at, ready_at, story_id)
      values (${`r${serial}`}, ${`https://read.example/${serial}`}, ${title}, ${at(hours)}, 'en', ${text}, ${`c${serial}`},
        ${`c${serial}`}, ${at(hours)}, ${at(hours)}, ${story ?? null}) returning id`.execute(db)
    const { id } = rows[0]!
    await db
      .insertInto('article_sources')
      .values({ article_id: id, source_id: sourceId, guid: `r${serial}`, seen_at: at(hours) })
      .execute()
    return id
  }
  async function story(): Promise<number> {
    const { rows } = await sql<{ id: number }>`
      insert into stories (first_at, last_at) values (${noon}, ${noon}) returning id`.execute(database.db)
    return rows[0]!.id
  }
  async function digestAt(hours: number) {
    test_.setTime(at(hours))
    await plan(test_.pipeline)
    await test_.drain()
  }
  const reasonsOf = async (scheduleId: number) =>
    new Map(
      (
        await database.db
          .selectFrom('digest_items')
          .select(['article_id', 'reason'])
          .where('schedule_id', '=', scheduleId)
          .execute()
      ).map((item) => [item.article_id, item.reason]),
    )

  test('muted words stay out, watched ones always come, carried ones come after all', async () => {
    const { subscriber, source, schedule } = await setUp({ most_entries: 1 })
    const { db } = database
    await upsertFilter(db, subscriber.id, { kind: 'mute-word', word: 'lottery', until: null }, noon)
    await upsertFilter(db, subscriber.id, { kind: 'watch', word: 'heron', until: null }, noon)
    await upsertFilter(db, subscriber.id, { kind: 'mute-word', word: 'heron', until: at(1) }, noon)
    const lottery = await publish(source, 'Lottery draws a crowd', 'The lottery was drawn in the hall.', 1)
    const heron = await publish(
      source,
      'A bird at the weir',
      'A heron has nested beside the weir since May.',
      2,
    )
    const plain = await publish(
      source,
      'Clockmaker opens shop',
      'A clockmaker opens her shop in the old mint.',
      3,
    )
    await digestAt(20)
    const [first] = await textsOf(database.db, subscriber.id)
    expect(first).toContain('You watch “heron”')
    expect(first).not.toContain('Lottery')
    const reasons = await reasonsOf(schedule.id)
    expect(reasons.get(lottery)).toBe('muted')
    expect(reasons.get(heron)).toBeNull()
    expect(reasons.get(plain)).toBe('limit')

    await setCarried(db, schedule.id, plain, true, at(21))
    await digestAt(44)
    const [, second] = await textsOf(database.db, subscriber.id)
    expect(second).toMatch(/Clockmaker opens shop[\s\S]+You asked for this one/u)
    await digestAt(68)
    expect(await textsOf(database.db, subscriber.id)).toHaveLength(2)
  })

  test('a told story comes again with what is new, and not without', async () => {
    const { subscriber, source, schedule } = await setUp()
    const id = await story()
    const words =
      'The ferry Alba ran aground at Pell on Monday. All 80 passengers were brought ashore by evening.'
    await publish(source, 'Ferry runs aground at Pell', words, 1, id)
    await digestAt(20)
    const same = await publish(source, 'Ferry aground at Pell', words, 22, id)
    await publish(
      source,
      'Captain of grounded ferry questioned',
      `${words} Police questioned the captain, who had left the bridge to mend a lamp.`,
      23,
      id,
    )
    await digestAt(44)
    const [, second] = await textsOf(database.db, subscriber.id)
    expect(second).toMatch(/Update:[\s\S]+Police questioned the captain/u)
    expect(second).not.toContain('80 passengers')
    expect((await reasonsOf(schedule.id)).get(same)).toBe('told')
  })

  test('a thumb draws its like to the top and says why; taking it back undoes that', async () => {
    const { subscriber, source } = await setUp({ most_entries: 1 })
    const { db } = database
    const liked = await publish(
      source,
      'Lanterns of the harbour festival',
      'Lanterns were lit along the quay.',
      -30,
    )
    const rating = { subscriberId: subscriber.id, readerId: null, articleId: liked, kind: 'up' as const }
    expect(await toggleRating(db, rating, noon)).toBe(true)
    await publish(source, 'Grain prices fall again', 'Grain prices fell for a third week in the market.', 10)
    await publish(
      source,
      'Harbour festival brings lanterns back',
      'The harbour festival returns to the quay.',
      2,
    )
    await digestAt(20)
    const [first] = await textsOf(database.db, subscriber.id)
    expect(first).toContain('Harbour festival brings lanterns back')
    expect(first).toContain('Because you liked “Lanterns of the harbour festival”')
    expect(await toggleRating(db, rating, noon)).toBe(false)
  })

  test('a holiday ends in one digest that brings it all', async () => {
    const { subscriber, source } = await setUp()
    await database.db.transaction().execute((trx) => setHoliday(trx, subscriber.id, at(24 * 5), at(13)))
    await publish(source, 'A quiet bridge is painted', 'Painters covered the bridge in green on Tuesday.', 30)
    await digestAt(24 * 3)
    expect(await textsOf(database.db, subscriber.id)).toEqual([])
    await digestAt(24 * 5 + 21)
    const [only, ...more] = await textsOf(database.db, subscriber.id)
    expect(more).toEqual([])
    expect(only).toMatch(/Welcome back[\s\S]+A quiet bridge is painted/u)
  })

  test('many who read the same share one edition, which is written once, and its summaries ahead of time', async () => {
    const { source } = await setUp()
    const others = []
    for (let count = 0; count < 30; count += 1) others.push(await setUp({}, source))
    const first = await publish(
      source,
      'Observatory opens its dome',
      'The observatory opened its dome on Monday.',
      3,
    )
    test_.setTime(at(19.9))
    expect(await prepareDue(test_.pipeline)).toBeGreaterThanOrEqual(31)
    await test_.drain()
    const { rows: summaries } = await sql<{ n: number }>`
      select count(*)::int as n from summaries join articles on articles.content_hash = summaries.content_hash
      where articles.id = ${first}`.execute(database.db)
    expect(summaries[0]?.n).toBe(1)
    test_.setTime(at(20))
    await plan(test_.pipeline)
    const waiting = test_.jobs.flatMap((job) => (job.name === 'compose' ? job.payload.digestIds : []))
    const mine = (await groupDigests(test_.pipeline, waiting)).filter((group) =>
      group.followed.sourceIds.includes(source),
    )
    expect(mine).toHaveLength(1)
    await test_.drain()
    const editions = new Set<number | null>()
    for (const { subscriber } of others) {
      const row = await database.db
        .selectFrom('digests')
        .select('edition_id')
        .where('subscriber_id', '=', subscriber.id)
        .executeTakeFirstOrThrow()
      editions.add(row.edition_id)
      expect(await textsOf(database.db, subscriber.id)).toHaveLength(1)
    }
    expect(editions.size).toBe(1)
  })
})
