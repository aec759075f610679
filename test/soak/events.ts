/** What happens during a soak: news, questions, a clock that runs fast and jumps, and everything that can fail, one after another. */
import type { Report } from '../bench/programs/bot-api.ts'
import type { SoakFleet } from './fleet.ts'
import type { State } from './state.ts'
import type { World } from './world.ts'

/** Whether the database is there, and how it is taken away. */
export interface Outages {
  /** Whether it is there, and has been since `time`, in milliseconds of Date.now(). */
  isUp(time?: number): boolean
  /** Runs `act` while the database counts as away; one at a time. */
  during(act: () => unknown): Promise<void>
}

/** Starts with the database there. */
export function createOutages(): Outages {
  let isUp = true
  let endedAt = 0
  let last: Promise<void> = Promise.resolve()
  return {
    isUp: (time = Infinity) => isUp && endedAt < time,
    during: (act) => {
      last = last.then(async () => {
        isUp = false
        await act()
        isUp = true
        endedAt = Date.now()
      })
      return last
    },
  }
}

export interface Events {
  world: World
  fleet: SoakFleet
  outages: Outages
  lengthMs: number
  /** Milliseconds since the soak began. */
  since(): number
  say(text: string): void
  moveClock(ms: number): Promise<void>
  domainNow(): Date
  look(): Promise<State>
}

/** Domain time passes so much faster: a day in 24 minutes. */
const speed = 60
/** It moves in leaps: between two of them leases and claims run as long as they do elsewhere. */
const leapMs = 15_000
const questions = [
  '/status',
  '/list',
  '/digest',
  '/settings',
  'What happened to the ferry?',
  '图书馆怎么样了？',
]
const telegramFaults = [
  {},
  { 'drop-after': 0.01, error: 0.01, slow: 0.01 },
  { 'drop-before': 0.02, flood: 0.001 },
]
const modelFaults = [
  undefined,
  undefined,
  { status: 500 },
  { status: 429, retryAfter: 2 },
  { text: 'no JSON' },
]

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!

/** What was to go wrong, each with how often it is to. A soak in which something did not proves nothing about it. */
const planned = {
  'a flood of refusals': 2,
  'a restart of the database': 3,
  'an outage of the Bot API server': 1,
  'a disk too full to write on': 1,
  'a jump of the clock': 2,
} as const

/** Lets it all happen; resolves when the time is over and every outage has ended, with what did not happen as planned. */
export async function runEvents(events: Events): Promise<string[]> {
  const { world, fleet, outages, lengthMs, since, say, moveClock, domainNow } = events
  const { farm, telegram, model, chats, postgres } = world
  const loops: Promise<void>[] = []
  const happened: (keyof typeof planned)[] = []
  /** Runs `act` every `ms`; one that fails because the database is away is passed over. */
  const every = (ms: number, act: () => unknown) => {
    const loop = async () => {
      for (await rest(ms); since() < lengthMs; await rest(ms))
        try {
          await act()
        } catch (error) {
          if (outages.isUp()) say(String(error))
        }
    }
    loops.push(loop())
  }
  /** Runs `act` when this share of the time is over. */
  const at = (share: number, act: () => Promise<unknown>) => {
    const run = async () => {
      await rest(share * lengthMs - since())
      await act()
    }
    loops.push(run())
  }

  every(1000, () => farm.ask({ do: 'publish', count: 4, at: domainNow().toISOString() }))
  every(leapMs, () => moveClock(leapMs * (speed - 1)))
  every(2000, () => telegram.ask({ do: 'say', chat: pick(chats), text: pick(questions) }))
  // Whose memory is measured over the last half has lived a while by then.
  every(30_000, () => fleet.kill(since() > lengthMs * 0.35))
  every(20_000, () => telegram.ask({ do: 'chances', chances: pick(telegramFaults) }))
  every(25_000, () => model.always(pick(modelFaults)))
  every(60_000, async () => {
    const { codes } = await telegram.ask<Report>({ do: 'report' })
    say(`${fleet.kills} kills, answers ${JSON.stringify(codes)}, ${JSON.stringify(await events.look())}`)
  })
  for (const share of [0.2, 0.6])
    at(share, async () => {
      await telegram.ask({ do: 'flood', times: 20 })
      happened.push('a flood of refusals')
    })
  for (const share of [0.15, 0.55, 0.8])
    at(share, () =>
      outages.during(() => {
        say('the database restarts')
        postgres.restart()
        happened.push('a restart of the database')
      }),
    )
  at(0.3, async () => {
    say('the Bot API server is away for a while')
    await telegram.ask({ do: 'reachable', reachable: false })
    await rest(Math.min(60_000, lengthMs / 20))
    await telegram.ask({ do: 'reachable', reachable: true })
    happened.push('an outage of the Bot API server')
  })
  at(0.4, () =>
    outages.during(async () => {
      if (!world.fillDisk) return say('the disk cannot be filled: mounting one is not allowed here')
      say('the disk is full')
      world.fillDisk(true)
      if (await world.isDiskFull()) happened.push('a disk too full to write on')
      await rest(Math.min(20_000, lengthMs / 20))
      world.fillDisk(false)
      postgres.ensureRunning()
      say('the disk has room again')
    }),
  )
  // Six hours' digests at once make the processes larger by a step; memory is measured over the half after it.
  at(0.35, async () => {
    say('the clock jumps six hours ahead')
    await moveClock(6 * 3_600_000)
    happened.push('a jump of the clock')
  })
  at(0.65, async () => {
    say('the clock is set back by five minutes')
    await moveClock(-5 * 60_000)
    happened.push('a jump of the clock')
  })
  await Promise.all(loops)
  const wanted = {
    ...planned,
    'a kill of a process': Math.floor(lengthMs / 60_000),
    ...(world.fillDisk ? {} : { 'a disk too full to write on': 0 }),
  }
  const counts = Map.groupBy([...happened, ...Array<string>(fleet.kills).fill('a kill of a process')], String)
  return Object.entries(wanted).flatMap(([what, times]) => {
    const count = counts.get(what)?.length ?? 0
    return count >= times ? [] : [`${what}: ${count} of ${times} times`]
  })
}
