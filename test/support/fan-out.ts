/** One digest to many readers by real sender processes, over a Bot API server in a process of its own: what benches and crash tests share. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Block } from '../../src/core/blocks.ts'
import { renderBlocks } from '../../src/core/render.ts'
import { type Database, openPostgres } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { getLocale } from '../../src/locales/locales.ts'
import { messageParams } from '../../src/pipeline/enqueue-delivery.ts'
import type { Order, Report } from '../bench/programs/bot-api.ts'
import { openChild } from './child.ts'
import { type Program, startProgram } from './process.ts'

const token = '1000000001:AAtestTestTESTtestTestTESTtestTest_te'
const botId = 1_000_000_001
/** The id of the first of a crowd (playground/people.ts). */
const firstReader = 6_000_000_001

export interface FanOut {
  database: Database
  tell(order: Exclude<Order, { do: 'report' }>): Promise<void>
  report(): Promise<Report>
  startSender(environment?: Record<string, string>): Promise<Program>
  /** Puts one digest for each reader into the outbox, due at `at`. */
  fill(at: Date): Promise<void>
  /** Ids of the chats whose parts are in flight according to the outbox. */
  inFlight(): Promise<number[]>
  /** Resolves when no part waits and none is in flight. */
  done(): Promise<void>
  close(): Promise<void>
}

/** A digest as readers get it: eight stories under two topics. */
function renderDigest() {
  const story = (at: number): Block => ({
    type: 'paragraph',
    text: [
      { text: `The ferry company of Port Selwyn buys its rival number ${at}`, bold: true },
      { text: ' Talks took a year. The price is 40 million crowns, paid over three years, and no jobs go. ' },
      { text: 'Selwyn Standard', url: `https://standard.example/ferry/${at}` },
    ],
  })
  const blocks: Block[] = [
    { type: 'heading', text: [{ text: 'Digest no. 1' }] },
    ...Array.from({ length: 8 }, (_, at) => story(at + 1)),
  ]
  return renderBlocks(blocks)[0]!
}

/** Migrates the database at `url` and starts the Bot API server with so many readers. */
export async function openFanOut(url: string, readers: number): Promise<FanOut> {
  const database = openPostgres(url, { max: 3 })
  const { db } = database
  await migrate(db)
  const program = fork(join(import.meta.dirname, '../bench/programs/bot-api.ts'), [token, `${readers}`])
  const [server, { url: apiUrl }] = await openChild<{ url: string }>(program)
  const senders: Program[] = []
  const count = async (states: readonly string[]) =>
    (
      await sql<{
        n: number
      }>`select count(*)::int as n from deliveries where state = any(${states})`.execute(db)
    ).rows[0]!.n

  return {
    database,
    tell: async (order) => void (await server.ask(order)),
    report: () => server.ask<Report>({ do: 'report' }),
    startSender: async (environment = {}) => {
      const program = startProgram(['start'], {
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: apiUrl,
        DATABASE_URL: url,
        SERVICES: 'sender',
        ...environment,
      })
      senders.push(program)
      await program.says('Gazette is running')
      return program
    },
    fill: (at) => fill(database, readers, at),
    inFlight: async () =>
      (
        await sql<{ chat: number }>`select s.chat_id as chat from deliveries d
          join subscribers s on s.id = d.subscriber_id where d.state = 'sending'`.execute(db)
      ).rows.map(({ chat }) => chat),
    done: async () => {
      for (;;) {
        // The database may be restarting.
        const open = await count(['queued', 'sending', 'ambiguous', 'held']).catch(() => 1)
        if (open === 0) return
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    },
    close: async () => {
      await Promise.all(senders.map((program) => program.end('SIGTERM')))
      await database.close()
      server.process.kill('SIGKILL')
      await once(server.process, 'exit')
    },
  }
}

async function fill({ db }: Database, readers: number, at: Date): Promise<void> {
  const part = renderDigest()
  const payload = {
    method: 'sendMessage',
    params: { ...messageParams(part, null, null), disable_notification: true },
  }
  await db.transaction().execute(async (trx) => {
    await sql`insert into subscribers (bot_id, chat_id, kind, title, locale, time_zone, created_at, updated_at)
      select ${botId}, ${firstReader}::bigint + nth, 'private', 'Reader ' || nth, 'en', 'UTC', ${at}, ${at}
      from generate_series(0, ${readers - 1}::int) nth`.execute(trx)
    await sql`insert into schedules (subscriber_id, selection, times, days, time_zone, next_due_at, window_from, created_at)
      select id, '{"all": true}', '{08:00}', '{1,2,3,4,5,6,7}', 'UTC', ${new Date(at.getTime() + 86_400_000)}, ${at}, ${at}
      from subscribers`.execute(trx)
    await sql`insert into digests (schedule_id, subscriber_id, due_at, number, kind, window_from, window_to, state, created_at)
      select id, subscriber_id, ${at}, 1, 'scheduled', ${at}, ${at}, 'composed', ${at} from schedules`.execute(
      trx,
    )
    await sql`insert into deliveries (bot_id, subscriber_id, digest_id, part, kind, payload, not_before, created_at)
      select ${botId}, subscriber_id, id, 0, 'digest', ${JSON.stringify(payload)}::jsonb, ${at}, ${at}
      from digests order by id`.execute(trx)
  })
  await sql`analyze`.execute(db)
}

/** What a report says about everybody's digest. */
export interface Verdict {
  /** Readers without it. */
  lost: number
  /** Messages beyond one for each reader, with the line that says so. */
  labelled: number
  /** Messages beyond one for each reader, without it. */
  duplicated: number
  /** The chat of each message beyond one. */
  copied: number[]
}

/** Counts what arrived in `readers` chats. */
export function judge({ messages }: Report, readers: number): Verdict {
  const label = getLocale('en').notices.copyLabel
  const chats = Map.groupBy(messages, ([chat]) => chat)
  const extra = [...chats.values()].flatMap((got) => got.slice(1))
  const labelled = extra.filter(([, last]) => last === label).length
  return {
    lost: readers - chats.size,
    labelled,
    duplicated: extra.length - labelled,
    copied: extra.map(([chat]) => chat),
  }
}

/** How many copies were made without cause: `causes` has the chat of each message that may have one, a copy's own among them. */
export function countUnexplained(copied: readonly number[], causes: readonly number[]): number {
  const left = Map.groupBy(causes, (chat) => chat)
  return copied.filter((chat) => left.get(chat)?.pop() === undefined).length
}
