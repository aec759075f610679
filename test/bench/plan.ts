/** Times planning a million schedules of which 100,000 fall due in one minute, and composing for 10,000 chats that read the same. */
import { sql } from 'kysely'
import { readConfig } from '../../src/config.ts'
import { localTime } from '../../src/core/schedule.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import { type Database, openPostgres } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { silentLog } from '../../src/log.ts'
import { createPipeline } from '../../src/make-pipeline.ts'
import { choose } from '../../src/pipeline/choose.ts'
import { compose } from '../../src/pipeline/compose.ts'
import type { Pipeline } from '../../src/pipeline/context.ts'
import { digestBlocks } from '../../src/pipeline/render-digest.ts'
import { noTaste } from '../../src/pipeline/gather.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { prepareDue } from '../../src/pipeline/prepare.ts'
import { renderBlocks } from '../../src/core/render.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { createQueue } from '../../src/queue/queue.ts'
import type { CandidateRow } from '../../src/db/candidates.ts'
import { type Row, rowsOf } from '../quality/row.ts'
import { startPostgres } from '../support/postgres-server.ts'

const due = new Date('2026-03-02T12:00:00Z')
const schedules = 1_000_000
const together = 100_000
const readers = 10_000
const candidates = 500
const row = rowsOf('made by SQL on a private PostgreSQL server of this machine')

const zones = Intl.supportedValuesOf('timeZone')

async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

/** A million schedules in every zone; the first 100,000 are due at `due`, the others over the day after. */
async function fill(database: Database): Promise<void> {
  const { db } = database
  const times = zones.map((zone) => localTime(due, zone).time)
  await sql`insert into subscribers (bot_id, chat_id, kind, locale, time_zone, created_at, updated_at)
    select 1, n, 'private', 'en', 'UTC', ${due}, ${due} from generate_series(1, ${schedules}) n`.execute(db)
  await sql`insert into schedules (subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
    select id, '{"all":true}', array[time], '{1,2,3,4,5,6,7}', zone,
      ${due}::timestamptz + case when id <= ${together} then interval '0' else interval '1 minute' * (1 + id % 1439) end,
      ${due}::timestamptz - interval '1 day', ${due}
    from subscribers join unnest(${zones}::text[], ${times}::text[]) with ordinality as place (zone, time, at)
      on place.at = 1 + id % ${zones.length}`.execute(db)
  await sql`analyze`.execute(db)
}

/** Chats that follow one source, and its articles of the last hours. */
async function fillSource(database: Database): Promise<number[]> {
  const { db } = database
  await sql`insert into sources (url, kind, shared, next_poll_at, polled_at, poll_gap_ms, created_at)
    values ('https://one.example/feed', 'feed', false, ${due}, ${due}, 1, ${due})`.execute(db)
  await sql`insert into articles (guid, url, title, published_at, language, text, content_hash, item_hash, found_at, ready_at)
    select 'g' || n, 'https://one.example/' || n, 'Mayor number ' || n || ' opens bridge ' || md5(n::text), at, 'en',
      'The bridge ' || md5(n::text) || ' was opened by mayor ' || n || '. '
        || repeat('It crosses the river where the ferry ran for years. ', 30) || md5((n * 7)::text) || '.',
      md5(n::text), md5(n::text), at, at
    from generate_series(1, ${candidates}) n, lateral (select ${due}::timestamptz - interval '1 minute' * n as at) as came`.execute(
    db,
  )
  await sql`insert into article_sources (article_id, source_id, guid, seen_at)
    select articles.id, sources.id, articles.guid, articles.ready_at from articles, sources where sources.url like 'https://one%'`.execute(
    db,
  )
  await sql`insert into subscriptions (subscriber_id, source_id, created_at)
    select subscribers.id, sources.id, ${due} from subscribers, sources
    where subscribers.id <= ${readers} and sources.url like 'https://one%'`.execute(db)
  const { rows } = await sql<{ id: number }>`
    select id from digests where subscriber_id <= ${readers} and state = 'planned' order by id`.execute(db)
  return rows.map(({ id }) => id)
}

function measureChoosing(): Row {
  const rows = Array.from(
    { length: candidates },
    (_, n): CandidateRow => ({
      id: n + 1,
      title: `Mayor ${n} opens the ${n * 7919}th bridge`,
      url: `https://one.example/${n}`,
      original_url: null,
      author: null,
      language: 'en',
      text: `The bridge ${n * 7919} was opened by mayor ${n}. It crosses the river. `.repeat(40),
      content_hash: `h${n}`,
      story_id: n + 1,
      published_at: new Date(due.getTime() - n * 60_000),
      ready_at: due,

      edited_at: null,
      topics: [{ id: 1 + (n % 9), score: (n % 10) / 10 }],
      sources: [{ id: 1 + (n % 40), title: `Source ${n % 40}`, url: 'https://one.example/feed' }],
      importance: null,
    }),
  )
  const locale = getLocale('en')
  const once = () => {
    const choice = choose(rows, {
      followed: { topicIds: [1, 2, 3], sourceIds: [1, 2, 3] },
      length: 'standard',
      mostEntries: null,
      budgetMinutes: null,
      first: false,
      windowFrom: new Date(due.getTime() - 86_400_000),
      now: due,
      onlyLanguage: null,
      taste: noTaste,
      carried: [],
      told: new Map(),
    })
    const entries = choice.sections.flatMap((section) => section.entries)
    const blocks = digestBlocks(
      {
        sections: [
          {
            topicId: null,
            name: '',
            entries: entries.map((entry) => ({
              ...entry.note,
              articleId: entry.leadId,
              headline: `Mayor ${entry.leadId} opens a bridge`,
              url: 'https://one.example/',
              publishers: [{ name: 'Source', url: null }],
              publishedAt: due.toISOString(),
              sentences: ['The bridge was opened by the mayor.', 'It crosses the river.'],
              why: null,
              extract: true,
              summaryId: 1,
              minutes: 1,
              update: false,
              editedAt: null,
            })),
          },
        ],
        shown: entries.length,
        publishers: 10,
        leftOut: choice.leftOut.length,
        minutes: 3,
      },
      { number: 1, kind: 'scheduled', dueAt: due, late: false, cause: null, merged: 0, stillReading: false },
      { time_zone: 'UTC', layout: 'standard' },
      locale,
    )
    return renderBlocks(blocks, { label: locale.digests.part })
  }
  const times = Array.from({ length: 60 }, () => {
    const begun = performance.now()
    once()
    return performance.now() - begun
  })
    .slice(10)
    .toSorted((a, b) => a - b)
  return row(
    'digest: choose and render from 500 candidates, median / p95',
    `${times[25]!.toFixed(1)} / ${times[47]!.toFixed(1)} ms`,
    candidates,
  )
}

/** Seconds and milliseconds. Rejects where no PostgreSQL server is installed. */
export async function measure(): Promise<Row[]> {
  const choosing = measureChoosing()
  const server = await startPostgres()
  if (!server) throw new Error('no PostgreSQL server is installed: the plan bench did not run')
  const database = openPostgres(server.url)
  const queue = await migrate(database.db).then(() => createQueue({ database, log: silentLog }))
  try {
    await seedCatalogue(database.db, { topics: topicCatalogue, feeds: [] }, due, 1_800_000)
    await fill(database)
    let now = new Date(due.getTime() - 5 * 60_000)
    const clock = { now: () => now, offsetMs: () => 0, setOffset: () => undefined }
    const pipeline: Pipeline = await createPipeline({
      config: readConfig({}),
      db: database.db,
      clock,
      log: silentLog,
      enqueue: queue.enqueue,
    })
    let foreseen = 0
    const preparing = await timed(async () => {
      foreseen = await prepareDue(pipeline)
    })
    now = due
    let planned = 0
    const planning = await timed(async () => {
      planned = await plan(pipeline)
    })
    if (planned !== together) throw new Error(`${planned} digests planned, not ${together}`)
    const ids = await fillSource(database)
    const chunks = Array.from({ length: Math.ceil(ids.length / 100) }, (_, at) =>
      ids.slice(at * 100, at * 100 + 100),
    )
    const first = await timed(() => compose(pipeline, chunks[0]!))
    const rest = await timed(async () => {
      for (const chunk of chunks.slice(1)) await compose(pipeline, chunk)
    })
    const { rows } = await sql<{ editions: number; digests: number; parts: number }>`select
      (select count(*)::int from editions) as editions,
      (select count(*)::int from digests where state = 'composed') as digests,
      (select count(*)::int from deliveries) as parts`.execute(database.db)
    await pipeline.fetcher.close()
    return [
      choosing,
      row(
        `plan: ${together} due in one minute of ${schedules} schedules`,
        `${(planning / 1000).toFixed(1)} s`,
        planned,
      ),
      row(
        'plan: take those due in ten minutes for preparing',
        `${(preparing / 1000).toFixed(1)} s`,
        foreseen,
      ),
      row(
        `compose: first 100 chats of one reading, 500 candidates`,
        `${(first / 1000).toFixed(2)} s`,
        candidates,
      ),
      row(
        `compose: the other ${readers - 100} chats (${rows[0]?.editions} edition, ${rows[0]?.parts} parts)`,
        `${(rest / 1000).toFixed(1)} s`,
        rows[0]?.digests ?? 0,
      ),
    ]
  } finally {
    await queue.stop(1000)
    await database.close()
    server.stop()
  }
}
