/** `npm run simulate [-- --from DATE --days N --mixed N]`: a year of planning for a thousand chats on a moved clock, with composing around clock changes and a day off; fails on any breach. */
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { readConfig } from '../../src/config.ts'
import { RetryLater } from '../../src/core/errors.ts'
import type { Enqueue } from '../../src/core/jobs.ts'
import { nextDue } from '../../src/core/schedule.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import { openPostgres } from '../../src/db/connect.ts'
import type { Db } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { reschedule, setHoliday } from '../../src/db/schedules.ts'
import { silentLog } from '../../src/log.ts'
import { createPipeline } from '../../src/make-pipeline.ts'
import { compose } from '../../src/pipeline/compose.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { checkComposed, checkPlanned, type Simulated } from './check.ts'
import { createChats } from './chats.ts'
import { createWatch, stepMs, wallAt } from './oracle.ts'
import { addNews, addPeople, sendAll } from './world.ts'

const { values } = parseArgs({
  options: {
    from: { type: 'string', default: '2026-01-01' },
    days: { type: 'string', default: '365' },
    mixed: { type: 'string', default: '400' },
  },
})
const dayMs = 86_400_000
const start = new Date(`${values.from}T00:00:00Z`)
const days = Number(values.days)
const sources = 6
/** The machine is off on this day. */
const off = { from: Date.UTC(2026, 5, 10), to: Date.UTC(2026, 5, 11) }
/** Three days around a clock change in New York, Berlin and Sydney, and around the day off: there digests are composed. */
const watched = [Date.UTC(2026, 2, 7), Date.UTC(2026, 2, 28), Date.UTC(2026, 3, 4), Date.UTC(2026, 5, 9)].map(
  (from) => ({ from, to: from + 3 * dayMs }),
)

const server = await startPostgres()
if (!server) throw new Error('no PostgreSQL server is installed: the year was not simulated')
const database = openPostgres(server.url)
const { db } = database
const begun = performance.now()
try {
  await migrate(db)
  await seedCatalogue(db, { topics: topicCatalogue, feeds: [] }, start, 1_800_000)
  let now = start
  let isWatched = false
  const toCompose: number[][] = []
  const enqueue: Enqueue<Db> = async (_trx, name, payload) => {
    if (name !== 'compose' || !isWatched) return
    for (const each of [payload].flat() as { digestIds: number[] }[]) toCompose.push(each.digestIds)
  }
  const clock = { now: () => now, offsetMs: () => 0, setOffset: () => undefined }
  const pipeline = await createPipeline({ config: readConfig({}), db, clock, log: silentLog, enqueue })
  const chats = createChats(start, Number(values.mixed), sources)
  const people = await addPeople(db, chats, sources, start)
  const simulated: Simulated[] = people.flatMap(({ chat, scheduleIds }) =>
    chat.schedules.map((schedule, index) => ({
      scheduleId: scheduleIds[index]!,
      chat,
      watch: createWatch(chat, schedule, start.getTime()),
    })),
  )
  console.log(
    `${chats.length} chats, ${simulated.length} schedules, ${days} days from ${start.toISOString()}`,
  )

  for (let at = start.getTime() + stepMs; at <= start.getTime() + days * dayMs; at += stepMs) {
    now = new Date(at)
    isWatched = watched.some(({ from, to }) => at > from && at <= to)
    if (isWatched && at % 3_600_000 === 0) await addNews(db, sources, now)
    const isOff = at > off.from && at <= off.to
    for (const { chat, subscriberId, scheduleIds } of people) {
      for (const move of chat.moves.filter((each) => each.at.getTime() === at && !isOff)) {
        await reschedule(db, subscriberId, { time_zone: move.zone }, now)
        await db
          .updateTable('subscribers')
          .set({ time_zone: move.zone })
          .where('id', '=', subscriberId)
          .execute()
        for (const each of simulated) if (scheduleIds.includes(each.scheduleId)) each.watch.move(move.zone)
      }
      if (chat.rest?.at.getTime() !== at || isOff) continue
      const until = nextDue(
        { times: ['00:00'], timeZone: chat.zone },
        new Date(Date.parse(chat.rest.until) - 14 * 3_600_000),
      )
      await db.transaction().execute((trx) => setHoliday(trx, subscriberId, until, now))
      for (const each of simulated)
        if (scheduleIds.includes(each.scheduleId)) each.watch.rest(wallAt(chat.zone, until.getTime()))
    }
    if (isOff) continue
    for (const { watch } of simulated) watch.tick(at)
    await plan(pipeline)
    for (let ids = toCompose.shift(); ids; ids = toCompose.shift())
      try {
        await compose(pipeline, ids)
      } catch (error) {
        if (!(error instanceof RetryLater)) throw error
        toCompose.push(ids)
      }
    if (isWatched) await sendAll(db, now)
    if (at % (30 * dayMs) === 0)
      console.log(
        `${now.toISOString().slice(0, 10)} after ${((performance.now() - begun) / 1000).toFixed(0)} s`,
      )
  }

  const planned = await checkPlanned(db, simulated)
  const composed = await checkComposed(db, watched)
  const { rows } = await sql<{
    sent: number
  }>`select count(*)::int as sent from deliveries where state = 'sent'`.execute(db)
  console.log(
    `${planned.digests} digests planned, ${planned.merged} times merged into late ones, ${planned.late} late`,
  )
  console.log(
    `${composed.digests} composed, ${rows[0]?.sent} parts sent, ${composed.articles} fates of articles checked`,
  )
  const breaches = [...planned.breaches, ...composed.breaches]
  for (const breach of breaches.slice(0, 40)) console.log(`BREACH ${breach}`)
  console.log(`${breaches.length} breaches in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  if (breaches.length > 0) process.exitCode = 1
  await pipeline.fetcher.close()
} finally {
  await database.close()
  server.stop()
}
