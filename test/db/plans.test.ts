/** No query of Gazette's reads a growing table from end to end: every plan of a whole session is looked at, on PostgreSQL. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Database, openPostgres } from '../../src/db/connect.ts'
import { botIdOf } from '../../src/start-telegram.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { ids } from '../../src/playground/people.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { createTestPostgres } from '../support/databases.ts'
import { fillCrowd } from '../support/crowd.ts'
import { startTestGazette, testToken, type TestGazette } from '../support/gazette.ts'
import { addCanalNews, startWebServer, type WebServer } from '../support/web-server.ts'

const crowd = {
  botId: botIdOf(testToken),
  subscribers: 3000,
  active: 300,
  heavy: 5,
  sources: 3000,
  articles: 8000,
}

/** The statements below say now() as well. */
const start = new Date()

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Plan[]
}
interface Explained {
  'Query Text': string
  Plan: Plan
}

/** Enough of everything that the planner chooses as it would for millions; none of it is due. */
async function fill(database: Database): Promise<void> {
  await fillCrowd(database, crowd, start)
  for (const statement of [
    `update schedules set next_due_at = '2100-01-01', mode = case when id % 3 = 0 then 'instant' else 'timed' end`,
    `update subscribers set paused_until = '2100-01-01'`,
    `update sources set next_poll_at = now() + interval '40 hours'`,
    `update sources set catalogue_topic = (select slug from topics where topics.id = 1 + sources.id % 20) where id % 50 = 0`,
    `insert into stories (first_at, last_at) select now() - interval '1 minute' * n, now() from generate_series(1, 3000) n`,
    `update articles set text = '' where id % 4 > 0`,
    `update articles set story_id = 1 + id % 3000, story_order = id`,
    `insert into topics (slug, names, owner_id, interest, created_at)
      select 'own-' || id || '-' || n, '{"en": "Own"}', id, '{"phrase": "p", "groups": [], "examples": []}', now()
      from readers, generate_series(1, 5) n`,
    `insert into editions (selection_hash, window_from, window_to, locale, layout, created_at)
      select 'h' || n, now(), now(), 'en', 'standard', now() from generate_series(1, 2000) n`,
    `insert into edition_items (edition_id, article_id, story_id, shown)
      select 1 + n % 2000, 1 + n % 7000, 1 + n % 3000, true from generate_series(1, 14000) n on conflict do nothing`,
    `insert into digests (schedule_id, subscriber_id, due_at, number, kind, window_from, window_to, edition_id, state, created_at)
      select id, subscriber_id, now() - interval '1 day' * day, day, 'scheduled', now(), now(), 1 + id % 2000, 'composed', now()
      from schedules, generate_series(1, 5) day`,
    `insert into deliveries (bot_id, subscriber_id, digest_id, part, kind, payload, state, not_before, sent_at, created_at)
      select ${crowd.botId}, subscriber_id, id, 1, 'digest', '{}', 'sent', now(), due_at, due_at from digests`,
    `insert into summaries (content_hash, language, prompt_version, model, state, created_at)
      select content_hash, 'en', '1', 'm', 'ready', now() from articles on conflict do nothing`,
    `insert into filters (subscriber_id, kind, word, target_id, created_at)
      select id, 'mute-word', 'word', 0, now() from subscribers`,
    `insert into bookmarks (subscriber_id, article_id, created_at) select id, 1 + id % 7000, now() from subscribers`,
    `insert into feedback (subscriber_id, reader_id, article_id, topic_id, kind, created_at)
      select id, reader_id, 1 + id % 7000, case when id % 9 = 0 then 1 + id % 20 end, 'up', now() from subscribers`,
    `insert into chat_admins (subscriber_id, user_id, seen_at) select id, id, now() from subscribers`,
    `insert into leanings (subscriber_id, article_id, kind, created_at) select id, 1 + id % 7000, 'more', now() from subscribers`,
    'vacuum analyze',
  ])
    await sql.raw(statement).execute(database.db)
}

/** The plan of every query that this process sends, as the server tells it: https://www.postgresql.org/docs/current/auto-explain.html */
async function openExplained(url: string, explained: Explained[]): Promise<Database> {
  const settings = {
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_format': 'json',
    'auto_explain.log_level': 'notice',
    // A few thousand rows are read faster without an index, and joined whole; what is asked here is whether there is one.
    enable_seqscan: 'off',
    enable_hashjoin: 'off',
    enable_mergejoin: 'off',
  }
  const setup = openPostgres(url, { max: 1 })
  if (setup.engine.kind !== 'postgres') throw new Error('not PostgreSQL')
  const name = new URL(url).pathname.slice(1)
  for (const [setting, value] of Object.entries(settings))
    await setup.engine.pool.query(`alter database ${name} set ${setting} = '${value}'`)
  await fill(setup)
  await setup.close()
  const database = openPostgres(url)
  if (database.engine.kind !== 'postgres') throw new Error('not PostgreSQL')
  database.engine.pool.on('connect', (client) =>
    client.on('notice', ({ message }) => {
      const json = /plan:\s*(\{.*\})\s*$/su.exec(message ?? '')
      if (json) explained.push(JSON.parse(json[1]!) as Explained)
    }),
  )
  return database
}

/** Tables that stay small however many readers and articles there are. */
const small = new Set(['kysely_migration', 'lanes', 'leases', 'operator_settings', 'segments'])
/** Indexes of which every entry is wanted. */
const byNature = new Set(['topics_offered', 'digests_waiting'])
/** Queries that look at all of a table, and why they may. */
const mayReadAll: readonly [RegExp, string][] = [
  [
    /^update schedules set next_due_at = \$1 where state = 'active' and mode = 'instant'/u,
    'as many as follow the topic',
  ],
  [
    /from articles where ready_at is not null\)?::int|"subscribers" group by "state"|^with days as|"followed"/u,
    "an operator's numbers",
  ],
  [/^select \(count\(\*\) filter \(where failing_since/u, 'every five minutes, whether a network is out'],
  [
    /^select coalesce\(\( select md5\(string_agg\(id \|\| interest/u,
    'every own topic is held against every article',
  ],
  [
    /^update "sources" set "resting" = \$1 where "resting" = \$2/u,
    'once an hour, whether one that rests is followed',
  ],
  [
    /^(?:delete from hosts where busy_until >|update (?:pgboss\.job|deliveries) set (?:start_after|started_on|not_before))/u,
    'once a minute, whether a clock was ahead: what waits now',
  ],
  [
    /^delete from "(?:hosts|pending_questions|shown|stopped_drafts|updates|quotas)"/u,
    'an hourly tick empties it',
  ],
]

/** The tables that a plan reads from end to end; what ends at a limit in the order of an index does not. */
function readWhole(plan: Plan, ordered = false): string[] {
  const type = plan['Node Type']
  if (byNature.has(plan['Index Name'] ?? '')) return []
  const isWhole =
    type === 'Seq Scan' || (/^Index (?:Only )?Scan/u.test(type) && !plan['Index Cond'] && !ordered)
  const passesOrder = type === 'Limit' || (ordered && !/Sort|Aggregate|Hash/u.test(type))
  return [
    ...(isWhole ? [plan['Relation Name'] ?? ''] : []),
    ...(plan.Plans ?? []).flatMap((each) => readWhole(each, passesOrder)),
  ]
}

/** The indexes that the queries of this form used. */
function indexesOf(explained: readonly Explained[], form: RegExp): string[] {
  const namesIn = (plan: Plan): string[] => [plan['Index Name'] ?? '', ...(plan.Plans ?? []).flatMap(namesIn)]
  return explained.flatMap(({ 'Query Text': query, Plan: plan }) => (form.test(query) ? namesIn(plan) : []))
}

describe.skipIf(inject('postgresUrl') === null)('a session on PostgreSQL', () => {
  const explained: Explained[] = []
  let postgres: Awaited<ReturnType<typeof createTestPostgres>>
  let web: WebServer
  let gazette: TestGazette
  let chat: Chat

  beforeAll(async () => {
    postgres = await createTestPostgres()
    web = await startWebServer()
    gazette = await startTestGazette({
      allow: [web.host],
      database: await openExplained(postgres.url, explained),
      environment: { ADMIN_IDS: String(ids.alex) },
      feeds: [addCanalNews(web, start)],
      start,
    })
    chat = await openChat(gazette.api.url, { user: ids.alex })
  })
  afterAll(async () => {
    chat.close()
    await gazette.close()
    await web.close()
    await postgres.drop()
  })

  test('uses an index for every growing table', async () => {
    const said = [
      '/start',
      '/topics',
      '/list',
      '/settings',
      '/schedule',
      '/filters',
      '/saved',
      '/history',
      '/status',
      '/subscribe ai',
      `${web.url}/feed.xml`,
      `${web.url}/post/Mill`,
      '/digest',
      '/digest ai',
      'Who takes over the mill?',
      '/search keeper',
      'robotaxis in Europe',
      '/mute lottery',
      '/export',
      '/privacy',
      '/admin',
      '/pause',
      '/resume',
    ]
    for (const text of said) {
      const sent = await chat.send(text)
      await chat.see((message) => message.message_id > sent)
      await gazette.running.idle()
    }
    await gazette.running.advance(new Date(gazette.clock.now().getTime() + 26 * 3_600_000))
    await chat.send('/delete')
    await chat.tap(getLocale('en').bot.buttons.deleteAll)
    await gazette.running.idle()
    const whole = new Map<string, string>()
    for (const { 'Query Text': query, Plan: plan } of explained)
      for (const table of readWhole(plan))
        if (!table.startsWith('pg_') && !small.has(table))
          whole.set(query.replace(/\s+/gu, ' ').trim(), table)
    for (const [known] of mayReadAll)
      for (const query of whole.keys()) if (known.test(query)) whole.delete(query)
    expect([...whole].map(([query, table]) => `${table}: ${query}`)).toEqual([])
    // The hourly look for old texts passes by no article whose text is gone.
    expect(indexesOf(explained, /^update "articles" set "text"/u)).toContain('articles_kept')
    expect(new Set(explained.map((each) => each['Query Text'])).size).toBeGreaterThan(100)
  })
})
