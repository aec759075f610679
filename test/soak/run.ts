/** `npm run soak [-- --minutes N --sources N --subscribers N]`: everything at once, with everything failing, and a check of what is left. */
import { parseArgs } from 'node:util'
import { saveOffset } from '../../src/clock.ts'
import type { Report } from '../bench/programs/bot-api.ts'
import type { Finding } from './check.ts'
import type { Published } from './farm.ts'
import { slopes, startSoakFleet } from './fleet.ts'
import { openWorld, token } from './world.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    sources: { type: 'string', default: '2000' },
    subscribers: { type: 'string', default: '2000' },
  },
})
const minutes = Number(values.minutes)
const lengthMs = minutes * 60_000
const perSecond = 100
/** Domain time passes so much faster: a day in 24 minutes. */
const speed = 60
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const begun = Date.now()
const since = () => Date.now() - begun
const say = (text: string) => console.log(`${(since() / 1000).toFixed(0).padStart(5)} s  ${text}`)

const world = await openWorld({ sources: Number(values.sources), subscribers: Number(values.subscribers) })
const { database, postgres, farm, telegram, model, chats } = world
let isUp = true
/** The checker's own queries wait for the database too. */
async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await run()
    } catch (error) {
      if (tries > 240) throw error
      await rest(500)
    }
  }
}
let offset = 0
const moveClock = async (ms: number) => {
  offset += ms
  await patiently(() => saveOffset(database.db, offset))
}
const domainNow = () => new Date(Date.now() + offset)

await telegram.ask({ do: 'limits', limits: { perSecond, perChatSecond: 1, perGroupMinute: 20 } })
await moveClock(0)
const fleet = await startSoakFleet(
  {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: world.apiUrl,
    DATABASE_URL: postgres.url,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'local-test-model',
    FETCH_ALLOW: '127.0.0.1',
    SEND_PER_SECOND: `${perSecond}`,
    POLL_MINUTES: '120',
    GAZETTE_TEST_CLOCK: 'true',
    LOG_LEVEL: 'error',
    PORT: '0',
  },
  () => isUp,
)
// Whatever goes wrong here, nothing is left running.
process.once('uncaughtException', (error) => {
  console.error(error)
  world.fillDisk?.(false)
  void fleet
    .stop()
    .then(world.close)
    .finally(() => process.exit(2))
})
say(`eight processes, ${values.sources} sources, ${values.subscribers} readers, ${minutes} minutes`)

/** Runs `act` every `ms` until the time is over; one that fails because the database is away is passed over. */
const over = () => since() > lengthMs
const loops: Promise<void>[] = []
function every(ms: number, act: () => Promise<unknown>): void {
  const loop = async () => {
    while (!over()) {
      await rest(ms)
      await act().catch((error: unknown) => (isUp ? say(String(error)) : undefined))
    }
  }
  loops.push(loop())
}
/** Runs `act` once, when this share of the time is over. */
function once(share: number, act: () => Promise<unknown>): void {
  const run = async () => {
    await rest(Math.max(0, share * lengthMs - since()))
    await act()
  }
  loops.push(run())
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!

every(1000, () => farm.ask({ do: 'publish', count: 4, at: domainNow().toISOString() }))
every(5000, () => moveClock(5000 * speed))
const questions = [
  '/status',
  '/list',
  '/digest',
  '/settings',
  'What happened to the ferry?',
  '图书馆怎么样了？',
]
every(2000, () => telegram.ask({ do: 'say', chat: pick(chats), text: pick(questions) }))
every(30_000, async () => {
  await fleet.kill(since() > lengthMs / 2)
})
every(20_000, () =>
  telegram.ask({
    do: 'chances',
    chances: pick([
      {},
      { 'drop-after': 0.01, error: 0.01, slow: 0.01 },
      { 'drop-before': 0.02, flood: 0.001 },
    ]),
  }),
)
every(25_000, async () => {
  model.always(
    pick([undefined, undefined, { status: 500 }, { status: 429, retryAfter: 2 }, { text: 'no JSON' }]),
  )
})
for (const share of [0.2, 0.6]) once(share, () => telegram.ask({ do: 'flood', times: 20 }))
once(0.3, async () => {
  say('the Bot API server is away for a while')
  await telegram.ask({ do: 'reachable', reachable: false })
  await rest(Math.min(60_000, lengthMs / 20))
  await telegram.ask({ do: 'reachable', reachable: true })
})
for (const share of [0.15, 0.55, 0.8])
  once(share, async () => {
    say('the database restarts')
    isUp = false
    postgres.restart()
    isUp = true
  })
once(0.4, async () => {
  if (!world.fillDisk) return say('the disk cannot be filled: mounting one is not allowed here')
  say('the disk is full')
  isUp = false
  world.fillDisk(true)
  await rest(Math.min(20_000, lengthMs / 20))
  world.fillDisk(false)
  postgres.ensureRunning()
  isUp = true
  say('the disk has room again')
})
once(0.65, async () => {
  say('the clock jumps six hours ahead')
  await moveClock(6 * 3_600_000)
})
once(0.75, async () => {
  say('the clock is set back by five minutes')
  await moveClock(-5 * 60_000)
})
every(60_000, async () => {
  const codes = (await telegram.ask<Report>({ do: 'report' })).codes
  say(`kills ${fleet.kills}, answers ${JSON.stringify(codes)}, clock +${(offset / 3_600_000).toFixed(1)} h`)
})
await Promise.all(loops)
const halfAt = lengthMs / 2
const measured = slopes(fleet.samples, halfAt, since())

say('faults end; what is left is finished')
await telegram.ask({ do: 'chances', chances: {} })
model.always(undefined)
const { db } = database
const open = () =>
  patiently(async () => {
    const one = (table: 'deliveries' | 'digests', states: readonly string[]) =>
      db
        .selectFrom(table)
        .select((query) => query.fn.countAll<number>().as('n'))
        .where('state', 'in', states as never)
        .executeTakeFirstOrThrow()
    const parts = await one('deliveries', ['queued', 'sending', 'ambiguous', 'held'])
    const planned = await one('digests', ['planned'])
    const unready = await db
      .selectFrom('articles')
      .select((query) => query.fn.countAll<number>().as('n'))
      .where('ready_at', 'is', null)
      .executeTakeFirstOrThrow()
    return { parts: Number(parts.n), planned: Number(planned.n), unready: Number(unready.n) }
  })
// Every source is read once more, then everything comes to rest within ten minutes or never.
const lastAt = domainNow()
await patiently(() => db.updateTable('sources').set({ next_poll_at: lastAt, state: 'active' }).execute())
let quiet = 0
for (let tries = 0; tries < 300 && quiet < 5; tries += 1) {
  await rest(2000)
  const left = await open()
  const unread = await patiently(() =>
    db
      .selectFrom('sources')
      .select((query) => query.fn.countAll<number>().as('n'))
      .where('next_poll_at', '<=', lastAt)
      .executeTakeFirstOrThrow(),
  )
  const rests = left.parts + left.planned + left.unready + Number(unread.n) === 0
  quiet = rests ? quiet + 1 : 0
  if (tries % 15 === 14) say(`left: ${JSON.stringify({ ...left, unread: Number(unread.n) })}`)
}
const report = await telegram.ask<Report>({ do: 'report' })
const { checkInvariants } = await import('./check.ts')
const findings: Finding[] = await checkInvariants({
  db,
  published: await farm.ask<Published>({ do: 'report' }),
  report,
  updatesWaiting: report.updatesWaiting,
})
const ends = await fleet.stop()
findings.push(
  {
    invariant: 'no process ended by itself or left a rejection unhandled',
    looked: 8,
    breaches: [...fleet.fallen, ...ends],
  },
  {
    invariant: 'memory is flat: less than 1 MB a minute over the last half',
    looked: measured.length,
    breaches: measured
      .filter(({ mbPerMinute }) => mbPerMinute >= 1)
      .map(({ name, mbPerMinute }) => `${name}: ${mbPerMinute.toFixed(2)} MB/min`),
  },
)
await world.close()

say(
  `kills ${fleet.kills}, starts without a database ${fleet.failedStarts}, answers ${JSON.stringify(report.codes)}`,
)
say(`sends answered by nothing: ${report.unanswered.length}`)
for (const { name, mbPerMinute, minutes: lived, lastMb } of measured)
  say(`${name}: ${mbPerMinute.toFixed(2)} MB/min over ${lived.toFixed(1)} min, ${lastMb.toFixed(0)} MB`)
for (const { invariant, breaches, looked } of findings) {
  say(`${breaches.length === 0 ? 'holds ' : 'BROKEN'}  ${invariant} (${looked} looked at)`)
  for (const breach of breaches.slice(0, 10)) console.log(`          ${breach}`)
  if (breaches.length > 10) console.log(`          and ${breaches.length - 10} more`)
}
process.exit(findings.every(({ breaches }) => breaches.length === 0) ? 0 : 1)
