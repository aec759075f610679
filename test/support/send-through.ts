/** Sends one digest to many readers while the sender is killed, or the network and the database fail; says what came of it. */
import { saveOffset } from '../../src/clock.ts'
import { countUnexplained, judge, openFanOut } from './fan-out.ts'

export interface Damage {
  /** Readers without their digest. */
  lost: number
  /** Copies that do not say so. */
  duplicated: number
  /** Copies that say so. */
  labelled: number
  /** Copies of messages that were neither in flight at a kill nor unanswered. */
  unexplained: number
  /** Messages, copies among them, that were in flight at a kill or arrived and were not answered: each may have a copy. */
  possible: number
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const limits = (perSecond: number) => ({
  do: 'limits' as const,
  limits: { perSecond, perChatSecond: 1, perGroupMinute: 20 },
})

/** Kills the sender (kill -9) at random moments between a digest's first and last message, and starts the next one. */
export async function killSenders(
  url: string,
  { readers, kills, perSecond }: { readers: number; kills: number; perSecond: number },
): Promise<Damage> {
  const fan = await openFanOut(url, readers)
  try {
    await fan.tell(limits(perSecond))
    await fan.fill(new Date())
    const environment = { SEND_PER_SECOND: `${perSecond}` }
    const inFlight: number[] = []
    const share = readers / (kills + 1)
    const arrived = async () => new Set((await fan.report()).messages.map(([chat]) => chat)).size
    for (let kill = 0; kill < kills; kill += 1) {
      const sender = await fan.startSender(environment)
      const moment = (kill + Math.random()) * share
      while ((await arrived()) < moment) await rest(20)
      await rest(Math.random() * 100)
      await sender.end('SIGKILL')
      inFlight.push(...(await fan.inFlight()))
    }
    await fan.startSender(environment)
    await fan.done()
    const { copied, ...verdict } = judge(await fan.report(), readers)
    return {
      ...verdict,
      unexplained: countUnexplained(copied, inFlight),
      possible: inFlight.length,
    }
  } finally {
    await fan.close()
  }
}

/**
 * Answers are dropped after acting, 500s come, 429 storms, the sender is killed and its standby goes on, an outage, and
 * two restarts of the database.
 */
export async function breakDown(
  server: { url: string; restart: () => void | Promise<void> },
  { readers, perSecond, outageMs }: { readers: number; perSecond: number; outageMs: number },
): Promise<Damage> {
  const fan = await openFanOut(server.url, readers)
  try {
    await fan.tell(limits(perSecond))
    await fan.tell({ do: 'chances', chances: { 'drop-after': 0.01, error: 0.01 } })
    await fan.fill(new Date())
    const environment = { SEND_PER_SECOND: `${perSecond}`, GAZETTE_TEST_CLOCK: 'true' }
    const sender = await fan.startSender(environment)
    const standby = fan.startSender(environment)
    const arrive = async (share: number) => {
      while ((await fan.report()).messages.length < readers * share) await rest(50)
    }
    await arrive(0.1)
    await fan.tell({ do: 'flood', times: 5 })
    await arrive(0.25)
    // A process that starts while the database is away ends.
    await standby
    await server.restart()
    await arrive(0.4)
    await sender.end('SIGKILL')
    const inFlight = await fan.inFlight()
    // The lease of the dead one has run out.
    await saveOffset(fan.database.db, 30_000)
    await arrive(0.5)
    await fan.tell({ do: 'reachable', reachable: false })
    await rest(outageMs)
    await fan.tell({ do: 'reachable', reachable: true })
    await arrive(0.6)
    await fan.tell({ do: 'flood', times: 20 })
    await arrive(0.8)
    await server.restart()
    await fan.done()
    const report = await fan.report()
    const { copied, ...verdict } = judge(report, readers)
    // A copy's own answer may be lost too: one chat may stand here twice.
    const possible = [...report.unanswered, ...inFlight]
    return {
      ...verdict,
      unexplained: countUnexplained(copied, possible),
      possible: possible.length,
    }
  } finally {
    await fan.close()
  }
}
