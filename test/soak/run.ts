/** `npm run soak [-- --minutes N --sources N --subscribers N --logs FOLDER]`: everything at once, with everything failing, and a check of what is left. */
import { parseArgs } from 'node:util'
import { saveOffset } from '../../src/clock.ts'
import type { Report } from '../bench/programs/bot-api.ts'
import { checkInvariants, type Finding } from './check.ts'
import { createOutages, runEvents } from './events.ts'
import type { Published } from './farm.ts'
import { listUnmeasured, slopes, startSoakFleet } from './fleet.ts'
import { lookAt } from './state.ts'
import { openWorld, token } from './world.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    sources: { type: 'string', default: '2000' },
    subscribers: { type: 'string', default: '2000' },
    logs: { type: 'string' },
  },
})
const lengthMs = Number(values.minutes) * 60_000
const perSecond = 100
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
let begun = Date.now()
const since = () => Date.now() - begun
const say = (text: string) => console.log(`${(since() / 1000).toFixed(0).padStart(5)} s  ${text}`)

const world = await openWorld({ sources: Number(values.sources), subscribers: Number(values.subscribers) })
const { database, postgres, farm, telegram, model } = world
const { db } = database
const outages = createOutages()
/** The soak's own queries wait for the database too. */
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
  await patiently(() => saveOffset(db, offset))
}
const domainNow = () => new Date(Date.now() + offset)
/** Sources that were due by then are to be read before the end. */
let readBy = new Date(0)
const look = () => patiently(() => lookAt(db, domainNow(), readBy))

/** Waits until nothing is left to do; gives up where for five minutes nothing gets less. */
async function comeToRest(): Promise<void> {
  let quiet = 0
  let least = Number.POSITIVE_INFINITY
  let progressAt = since()
  for (let tries = 1; quiet < 5 && since() - progressAt < 300_000; tries += 1) {
    await rest(2000)
    const state = await look()
    const left =
      state.due + state.planned + state.parts + state.unready + state.jobs + state.unread + state.kept
    quiet = left === 0 ? quiet + 1 : 0
    if (left < least) progressAt = since()
    least = Math.min(least, left)
    if (tries % 15 === 0) say(JSON.stringify(state))
  }
}

await telegram.ask({ do: 'limits', limits: { perSecond, perChatSecond: 1, perGroupMinute: 20 } })
await moveClock(0)
const fleet = startSoakFleet(
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
    LOG_LEVEL: 'info',
    PORT: '0',
  },
  outages.isUp,
  values.logs,
)
// Whatever goes wrong here, nothing is left running.
const abandon = (reason: unknown) => {
  console.error(reason)
  world.fillDisk?.(false)
  void fleet
    .stop()
    .then(world.close)
    .finally(() => process.exit(2))
}
process.once('uncaughtException', abandon)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, abandon)
await fleet.running
begun = Date.now()
say(`eight processes, ${values.sources} sources, ${values.subscribers} readers, ${values.minutes} minutes`)
const missed = await runEvents({
  world,
  fleet,
  outages,
  lengthMs,
  since,
  say,
  moveClock,
  domainNow,
  look,
})
const measured = slopes(fleet.samples, lengthMs / 2, since())

say('faults end; what is left is finished')
await telegram.ask({ do: 'chances', chances: {} })
model.always(undefined)
// Every source is read once more.
readBy = domainNow()
await patiently(() => db.updateTable('sources').set({ next_poll_at: readBy, state: 'active' }).execute())
await comeToRest()
say('a day goes by, and every digest tells what there is to tell')
await moveClock(24 * 3_600_000)
await comeToRest()
const report = await telegram.ask<Report>({ do: 'report' })
const findings: Finding[] = await checkInvariants({
  db,
  published: await farm.ask<Published>({ do: 'report' }),
  report,
  updatesWaiting: report.updatesWaiting,
})
const state = await look()
const ends = await fleet.stop()
findings.push(
  { invariant: 'no process ended by itself', looked: 8, breaches: [...fleet.fallen, ...ends] },
  {
    invariant: 'no rejection or error was left unhandled',
    looked: 8 + fleet.kills,
    breaches: fleet.rejections,
  },
  { invariant: 'everything that was to go wrong did', looked: 6, breaches: missed },
  {
    invariant:
      'memory is flat: less than 1 MB a minute over the last half, one process of each service at least',
    looked: measured.filter(({ whole }) => whole).length,
    breaches: [
      ...listUnmeasured(measured),
      ...measured
        .filter(({ whole, mbPerMinute }) => whole && !(mbPerMinute < 1))
        .map(({ name, mbPerMinute }) => `${name}: ${mbPerMinute.toFixed(2)} MB/min`),
    ],
  },
)
await world.close()

say(JSON.stringify(state))
say(
  `kills ${fleet.kills}, starts without a database ${fleet.failedStarts}, answers ${JSON.stringify(report.codes)}`,
)
say(`sends answered by nothing: ${report.unanswered.length}`)
for (const { name, mbPerMinute, minutes, lastMb, whole } of measured)
  say(
    `${name}: ${mbPerMinute.toFixed(2)} MB/min over ${minutes.toFixed(1)} min, ${lastMb.toFixed(0)} MB${whole ? '' : ' (a part of the time)'}`,
  )
for (const { invariant, breaches, looked } of findings) {
  say(`${breaches.length === 0 ? 'holds ' : 'BROKEN'}  ${invariant} (${looked} looked at)`)
  for (const breach of breaches.slice(0, 10)) console.log(`          ${breach}`)
  if (breaches.length > 10) console.log(`          and ${breaches.length - 10} more`)
}
process.exit(findings.every(({ breaches }) => breaches.length === 0) ? 0 : 1)
