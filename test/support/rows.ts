/** Makes rows for tests, with every column that the test does not care about filled in. */
import type { Db, Schedule, Source, Subscriber } from '../../src/db/database.ts'
import { upsertSource } from '../../src/db/sources.ts'
import type { IncomingArticle } from '../../src/db/store-articles.ts'

export const noon = new Date('2026-03-02T12:00:00Z')
export const botId = 42

// Of as many digits for ever: stored articles are numbered by the order of their addresses, and test files share the count.
let serial = 1_000_000
const next = (): number => {
  serial += 1
  return serial
}

export async function addSubscriber(db: Db, values: Partial<Subscriber> = {}): Promise<Subscriber> {
  return db
    .insertInto('subscribers')
    .values({
      bot_id: botId,
      chat_id: 1000 + next(),
      kind: 'private',
      title: 'Mei',
      locale: 'en',
      time_zone: 'UTC',
      created_at: noon,
      updated_at: noon,
      ...values,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function addSource(
  db: Db,
  values: { url?: string; shared?: boolean; catalogueTopic?: string } = {},
): Promise<Source> {
  const source = {
    url: values.url ?? `https://news${next()}.example/feed.xml`,
    kind: 'feed' as const,
    title: 'News',
    siteUrl: null,
    language: null,
    catalogueTopic: values.catalogueTopic ?? null,
    shared: values.shared ?? false,
  }
  return upsertSource(db, source, noon, 1_800_000)
}

export function article(values: Partial<IncomingArticle> = {}): IncomingArticle {
  const n = next()
  const url = values.url ?? `https://news.example/${n}`
  return {
    guid: url,
    sourceGuid: url,
    url,
    title: `Article ${n}`,
    author: null,
    originalAuthor: null,
    originalUrl: null,
    publishedAt: noon,
    text: `Text of article ${n}.`,
    contentHash: `hash-${n}`,
    ...values,
  }
}

export async function addSchedule(
  db: Db,
  subscriberId: number,
  values: Partial<Schedule> = {},
): Promise<Schedule> {
  const { selection, ...rest } = values
  return db
    .insertInto('schedules')
    .values({
      subscriber_id: subscriberId,
      thread_id: null,
      selection: JSON.stringify(selection ?? { all: true }),
      times: ['08:00'],
      days: [1, 2, 3, 4, 5, 6, 7],
      time_zone: 'UTC',
      next_due_at: noon,
      window_from: null,
      created_at: noon,
      ...rest,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** `count` parts of text waiting for a chat, not belonging to a digest. */
export async function addDeliveries(db: Db, subscriberId: number, count: number): Promise<number[]> {
  const rows = await db
    .insertInto('deliveries')
    .values(
      Array.from({ length: count }, (_, part) => ({
        bot_id: botId,
        subscriber_id: subscriberId,
        digest_id: null,
        part,
        kind: 'digest' as const,
        payload: JSON.stringify({ method: 'sendMessage', params: { text: `part ${part}` } }),
        key: `test:${subscriberId}:${part}`,
        not_before: noon,
        created_at: noon,
      })),
    )
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

/** What a chat was sent or will be, oldest first. */
export async function textsOf(db: Db, subscriberId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select('payload')
    .where('subscriber_id', '=', subscriberId)
    .orderBy('id')
    .execute()
  return rows.map(({ payload }) => String(payload.params['text']))
}

/** Tokens that a call of the model took. */
export async function addUsage(
  db: Db,
  { at, input, output }: { at: Date; input: number; output: number },
): Promise<void> {
  const values = { purpose: 'summarise' as const, model: 'tiny', reader_id: null, article_id: null }
  await db
    .insertInto('llm_usage')
    .values({
      ...values,
      at,
      day: at.toISOString().slice(0, 10),
      reserved_tokens: 0,
      input_tokens: input,
      output_tokens: output,
      settled: true,
    })
    .execute()
}
