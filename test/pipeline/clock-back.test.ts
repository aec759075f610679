/** A clock that ran ahead and is set right: what it put off comes back, and the digests of the time between are told. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { claimEdition } from '../../src/db/compositions.ts'
import { takePlace } from '../../src/db/hosts.ts'
import { claimInbox, insertInbox } from '../../src/db/inbox.ts'
import { holdLease } from '../../src/db/leases.ts'
import { findSource } from '../../src/db/sources.ts'
import { follow } from '../../src/db/subscriptions.ts'
import { claimSummary } from '../../src/db/summaries.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { poll } from '../../src/pipeline/poll.ts'
import { pollDue } from '../../src/pipeline/poll-due.ts'
import { sweep } from '../../src/pipeline/sweep.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { silentLog } from '../../src/log.ts'
import { describeDatabases } from '../support/databases.ts'
import { useWorld } from '../support/pipeline.ts'
import { addDeliveries, addSchedule, addSource, addSubscriber, noon } from '../support/rows.ts'
import { rss } from '../support/web-server.ts'

const days = (count: number) => new Date(noon.getTime() + count * 86_400_000)

describeDatabases('a clock that is set back', (open) => {
  const world = useWorld(open)

  test.each([30, 1000])(
    'by %i days: sources, schedules and articles come right by themselves',
    async (ahead) => {
      const { db } = world.database
      const { pipeline, setTime, jobs } = world.test
      setTime(noon)
      const page = `/ahead-${ahead}`
      const article = (n: number) => ({
        title: `Ferry ${n}`,
        url: `${world.server.url}${page}/${n}`,
        text: 'The ferry of Port Selwyn leaves an hour later. '.repeat(30),
        at: noon,
      })
      world.server.pages.set(`${page}.xml`, rss('Ferries', [article(1)]))
      const chat = await addSubscriber(db)
      const source = await addSource(db, { url: `${world.server.url}${page}.xml` })
      await follow(db, chat.id, { sourceId: source.id }, noon)
      const schedule = await addSchedule(db, chat.id, { window_from: days(-1), next_due_at: days(0.5) })
      const weekly = await addSchedule(db, chat.id, { days: [7], window_from: noon, next_due_at: days(5.8) })
      const [part] = await addDeliveries(db, chat.id, 1)

      const back = new Date(days(0.1).getTime() + ahead)
      setTime(days(ahead))
      await poll(pipeline, [source.id])
      await plan(pipeline)
      await world.test.drain()
      await db
        .updateTable('deliveries')
        .set({ not_before: days(ahead) })
        .where('id', '=', part!)
        .execute()
      await db
        .insertInto('hosts')
        .values({ name: 'slow.example', busy_until: days(ahead) })
        .execute()

      setTime(back)
      jobs.length = 0
      await sweep(pipeline)
      const digest = await db
        .selectFrom('digests')
        .selectAll()
        .where('schedule_id', '=', schedule.id)
        .orderBy('due_at', 'desc')
        .executeTakeFirstOrThrow()
      expect(digest.due_at.getTime()).toBeLessThanOrEqual(back.getTime())
      const after = await db
        .selectFrom('schedules')
        .select(['next_due_at', 'window_from'])
        .where('subscriber_id', '=', chat.id)
        .orderBy('id')
        .execute()
      expect(after.map((each) => each.next_due_at)).toEqual([
        new Date('2026-03-03T08:00:00Z'),
        new Date('2026-03-08T08:00:00Z'),
      ])
      for (const { window_from: from } of after) expect(from!.getTime()).toBeLessThan(back.getTime())
      expect((await findSource(db, source.id))!.next_poll_at).toEqual(back)
      await pollDue(pipeline)
      expect(jobs.splice(0).map(({ payload }) => payload)).toEqual([{ sourceIds: [source.id] }])
      expect(
        await db.selectFrom('hosts').select('name').where('name', '=', 'slow.example').execute(),
      ).toEqual([])
      const { not_before: notBefore } = await db
        .selectFrom('deliveries')
        .select('not_before')
        .where('id', '=', part!)
        .executeTakeFirstOrThrow()
      expect(notBefore).toEqual(back)
      const { rows } = await sql<{ ready_at: Date; seen_at: Date }>`
      select ready_at, seen_at from articles join article_sources on article_id = articles.id
      where source_id = ${source.id}`.execute(db)
      expect(rows).toEqual([{ ready_at: back, seen_at: back }])

      // Each of the days to come gets its digest, though the clock has been there once.
      for (let day = 1; day < 9; day += 1) {
        setTime(days(day))
        await plan(pipeline)
      }
      const told = await db
        .selectFrom('digests')
        .select(['schedule_id', 'state'])
        .where('subscriber_id', '=', chat.id)
        .where('due_at', '>', back)
        .execute()
      expect(told.filter((each) => each.schedule_id === schedule.id)).toHaveLength(8)
      expect(told.filter((each) => each.schedule_id === weekly.id)).toHaveLength(1)
      await world.test.drain()
    },
  )

  test('what was claimed meanwhile can be claimed again', async () => {
    const { db } = world.database
    const claims = async (now: Date, holder: string) => {
      const until = new Date(now.getTime() + 30_000)
      const summary = { contentHash: 'ferry', language: 'en', promptVersion: '1', model: 'none' }
      const window = { windowFrom: noon, windowTo: days(1) }
      const edition = { selectionHash: 'ferry', ...window, locale: 'en', layout: 'titles' }
      return {
        summary: await claimSummary(db, summary, now, until),
        edition: (await claimEdition(db, edition, now, until)) !== null,
        lease: await holdLease(db, 'ferry', holder, now, until),
        place: (await takePlace(db, { host: 'ferry', most: 1, holder: '', expires: until }, now)) !== null,
        update: (await claimInbox(db, 1, now, until, 10)).length === 1,
      }
    }
    world.test.setTime(noon)
    const all = { summary: true, edition: true, lease: true, place: true, update: true }
    const none = { summary: false, edition: false, lease: false, place: false, update: false }
    await insertInbox(db, { botId: 1, updateId: 1, payload: '{}' }, days(30), days(30))
    expect(await claims(days(30), 'ahead')).toEqual(all)
    await sweep(world.test.pipeline)
    expect(await claims(noon, 'right')).toEqual(all)
    // The claims of a clock that goes right hold.
    await sweep(world.test.pipeline)
    expect(await claims(noon, 'other')).toEqual(none)
  })

  test('jobs that were put off for years are taken, and a running one runs out', async () => {
    const queue = await createQueue({ database: world.database, log: silentLog })
    const { db } = world.database
    await queue.enqueue(null, 'poll', { sourceIds: [1] }, { delayMs: 1000 * 86_400_000 })
    await queue.enqueue(null, 'compose', { digestIds: [1] })
    await sql`update pgboss.job set state = 'active', started_on = now() + interval '900 days' where name = 'compose'`.execute(
      db,
    )
    await sweep(world.test.pipeline)
    const { rows } = await sql<{ name: string; late: boolean }>`
      select name, greatest(start_after, started_on) <= now() as late from pgboss.job order by name`.execute(
      db,
    )
    expect(rows).toEqual([
      { name: 'compose', late: true },
      { name: 'poll', late: true },
    ])
    await queue.stop(0)
  })
})
