/** A process with all of Gazette but its clock ticks, on either engine; told over IPC when a feed has something and when a digest is due. */
import { sql } from 'kysely'
import { readConfig } from '../../../src/config.ts'
import { topicCatalogue } from '../../../src/core/topic-catalogue.ts'
import { openEmbedded, openPostgres } from '../../../src/db/connect.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { silentLog } from '../../../src/log.ts'
import { startGazette } from '../../../src/main.ts'
import { pollDue } from '../../../src/pipeline/poll-due.ts'
import { plan } from '../../../src/pipeline/plan.ts'
import { fillCrowd, firstReader } from '../../support/crowd.ts'
import { timeSearches } from './at-scale.ts'

export type WholeOrder =
  /** One reader more who follows the feed at `url`; nothing is due. */
  | { do: 'follow'; url: string }
  /** Reads the feed; resolves when all it brought can be told. */
  | { do: 'poll'; url: string }
  /** The reader's digest is due now. */
  | { do: 'tell' }
  /** 20,000 articles, and a crowd. */
  | { do: 'fill' }
  | { do: 'search' }

// To be compiled is all that is wanted.
if (process.argv[2] === undefined) process.exit()
const [token = '', apiUrl = '', place = '', allow = ''] = process.argv.slice(2)
const botId = Number(token.split(':')[0])
const database = place.startsWith('postgres') ? openPostgres(place) : await openEmbedded(place, new Date())
const { db } = database
await migrate(db)
const gazette = await startGazette({
  config: readConfig({ BOT_TOKEN: token, TELEGRAM_API_ROOT: apiUrl, FETCH_ALLOW: allow }),
  services: ['bot', 'worker', 'sender'],
  database,
  clock: { now: () => new Date(), offsetMs: () => 0, setOffset: () => undefined },
  log: silentLog,
  catalogue: { topics: topicCatalogue, feeds: [] },
  spacingMs: 0,
  onFatal: (error) => {
    throw error
  },
})
const later = new Date(Date.now() + 86_400_000)

async function follow(url: string): Promise<void> {
  const now = new Date()
  await sql`insert into subscribers (bot_id, chat_id, kind, locale, time_zone, created_at, updated_at)
    values (${botId}, ${firstReader}, 'private', 'en', 'UTC', ${now}, ${now})`.execute(db)
  await sql`insert into sources (url, kind, title, shared, next_poll_at, polled_at, poll_gap_ms, created_at)
    values (${url}, 'feed', 'Port', true, ${later}, ${now}, 1800000, ${now})`.execute(db)
  await sql`insert into subscriptions (subscriber_id, source_id, created_at)
    select subscribers.id, sources.id, ${now} from subscribers, sources
    where sources.url = ${url} and bot_id = ${botId}`.execute(db)
  await sql`insert into schedules (subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
    select id, '{"all": true}', '{08:00}', '{1,2,3,4,5,6,7}', 'UTC', ${later}, ${now}, ${now} from subscribers
    where bot_id = ${botId}`.execute(db)
}

async function poll(url: string): Promise<void> {
  const { rows } = await sql<{
    last: number
  }>`select coalesce(max(id), 0)::int as last from articles`.execute(db)
  const isThere = async () =>
    (
      await sql`select 1 from articles where id > ${rows[0]!.last} and ready_at is not null limit 1`.execute(
        db,
      )
    ).rows.length > 0
  await sql`update sources set next_poll_at = ${new Date(Date.now() - 1000)} where url = ${url}`.execute(db)
  await pollDue(gazette.pipeline)
  while (!(await isThere())) await new Promise((resolve) => setTimeout(resolve, 10))
}

async function tell(): Promise<void> {
  await sql`update schedules set next_due_at = ${new Date()} where subscriber_id in
    (select id from subscribers where bot_id = ${botId})`.execute(db)
  await plan(gazette.pipeline)
}

/** A small crowd of another bot, of which nothing is due. */
async function fill(): Promise<void> {
  const size = {
    botId: 1,
    subscribers: 1000,
    active: 100,
    heavy: 10,
    sources: 500,
    articles: 2000,
    teasers: 18_000,
  }
  await fillCrowd(database, size, new Date())
  await sql`update schedules set next_due_at = ${later}`.execute(db)
  await sql`update sources set next_poll_at = ${later}`.execute(db)
}

async function obey(order: WholeOrder): Promise<unknown> {
  switch (order.do) {
    case 'follow':
      return follow(order.url)
    case 'poll':
      return poll(order.url)
    case 'tell':
      return tell()
    case 'fill':
      return fill()
    case 'search':
      return timeSearches(db)
  }
}

process.on('message', (order: WholeOrder) => {
  obey(order).then(
    (result) => process.send?.({ result: result ?? null }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
