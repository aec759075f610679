/** The sender of a bot token: holds a lease, takes parts from the outbox at the allowed rate, commits each outcome. */
import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import {
  claimDeliveries,
  expireHeld,
  findNextDelivery,
  isSending,
  recoverDeliveries,
  senderLease,
  unclaimDeliveries,
} from '../db/deliveries.ts'
import { openLane, returnSends, takeSends } from '../db/lanes.ts'
import { createPause } from '../pause.ts'
import { createCalls } from './calls.ts'
import { createHold } from './hold.ts'
import { askAboutHeld } from './owner-notices.ts'
import { giveUpMs, type SendNeeds, type TokenLost } from './send.ts'

export interface LaneOptions extends Omit<SendNeeds, 'unknownMethods'> {
  /** Distinguishes this process among the senders of the token. */
  holder: string
  /** Sends a second (SEND_PER_SECOND). */
  rate: number
  leaseMs?: number
  /** Told when the token is refused; the lane has stopped by then. */
  onTokenLost?: (error: TokenLost) => void
}

export interface Lane {
  start(): void
  /** Looks at the outbox now instead of at the next glance. */
  wake(): void
  /** Resolves when nothing is due and nothing is under way here. */
  idle(): Promise<void>
  /** Finishes the calls under way, gives the lease back. */
  stop(): Promise<void>
}

const glanceMs = 250
/** Between two turns that found something to send: what has become free meanwhile is reserved by one statement. */
const breathMs = 20

interface Rest {
  ms: number
  /** Not cut short by an answer that comes: the rate gives no more before. */
  isFirm: boolean
}

const glance: Rest = { ms: glanceMs, isFirm: false }
/** Calls under way at once: two seconds' worth of the free rate, a quarter of one where more is paid for. */
const inFlightOf = (rate: number): number => Math.max(60, Math.ceil(rate / 4))

/**
 * Creates a sender; it does nothing before `start`. One sends for a token while the others stand by; with paid
 * broadcast, which allows more than one process can send, all of them do, and share the bucket and the chats' paces.
 */
export function createLane(options: LaneOptions): Lane {
  const { db, botId, now, log, holder } = options
  const name = options.paidBroadcast ? `${senderLease(botId)}:${holder}` : senderLease(botId)
  const leaseMs = options.leaseMs ?? 10_000
  const hold = createHold({ db, name, holder, now, log, leaseMs })
  let running = false
  /** When to look again after what others left, by a steady clock. */
  let tendAt = 0
  /** Something failed after which rows may be reserved for us that we do not know of. */
  let uncertain = false
  const pause = createPause()
  let loop: Promise<void> = Promise.resolve()
  const calls = createCalls({
    ...options,
    most: inFlightOf(options.rate),
    isHeld: hold.isHeld,
    onNews: pause.wake,
    onHeldPart: () => (tendAt = 0),
    onTokenLost: (error) => {
      running = false
      options.onTokenLost?.(error)
    },
  })

  /** Takes the lease where it is not held, and looks after what dead senders and silent readers left. */
  async function keepLease(): Promise<boolean> {
    if (!hold.isHeld()) {
      // Whoever took over may have taken what is under way here: we begin anew when all of that is known.
      if (calls.open().length > 0 || !(await hold.take())) return false
      await openLane(db, botId, options.rate, now())
      tendAt = 0
    }
    if (performance.now() < tendAt) return true
    await tend(options)
    tendAt = performance.now() + leaseMs / 3
    return hold.isHeld()
  }

  /** One look at the outbox. Returns how long to rest. */
  async function turn(): Promise<Rest> {
    if (!(await keepLease())) return glance
    if (uncertain) {
      await unclaimDeliveries(db, { botId, holder, underWay: calls.open() })
      uncertain = false
    }
    if (calls.wait() > 0) return { ms: calls.wait(), isFirm: false }
    const room = calls.room()
    const at = now()
    const due = room > 0 ? await findNextDelivery(db, botId) : null
    const count = due === null || due > at ? 0 : room
    // Also where nothing is to be sent: what has landed makes room for replies.
    if (count === 0 && calls.landed.length === 0) return glance
    const reported = [...calls.landed]
    const { granted, retryAt } = await takeSends(db, { botId, count, bulk: true, landed: reported }, at)
    calls.landed.splice(0, reported.length)
    if (count === 0) return glance
    if (granted === 0)
      return { ms: Math.min(glanceMs, Math.max(breathMs, retryAt.getTime() - now().getTime())), isFirm: true }
    // From here until they are under way, rows may be ours without our knowing.
    uncertain = true
    const urgent = await claim(granted, false, at)
    const bulk = await claim(granted - urgent, true, at)
    uncertain = false
    const left = granted - urgent - bulk
    if (left > 0) await returnSends(db, botId, left, at)
    return { ms: left < granted ? breathMs : 50, isFirm: true }
  }

  /** Reserves up to `limit` parts on sends granted at `at`, and begins to send them. Returns how many. */
  async function claim(limit: number, bulk: boolean, at: Date): Promise<number> {
    if (limit === 0 || !hold.isHeld()) return 0
    const claimed = await claimDeliveries(db, { botId, holder, limit, bulk }, at)
    calls.begin(claimed, at)
    return claimed.length
  }

  async function run(): Promise<void> {
    while (running) {
      let rest = glance
      try {
        rest = await turn()
      } catch (error) {
        // The database may be restarting; what is reserved stays reserved and is recovered.
        log.error({ err: error }, 'the sender lane stumbled')
        rest = { ms: 500, isFirm: false }
      }
      if (running) await (rest.isFirm ? sleep(rest.ms) : pause.rest(rest.ms))
    }
    // The lease is kept until everything is known here, and then given back so that a standby need not wait.
    await calls.done()
    await hold.giveBack().catch((error: unknown) => log.warn({ err: error }, 'the lease was left to run out'))
  }

  return {
    start: () => {
      if (running) return
      running = true
      loop = loop.then(run)
    },
    wake: pause.wake,
    idle: async () => {
      // A lane that does not run sends nothing: there is nothing to wait for.
      while (running) {
        // The embedded database answers without a turn of the event loop: who asks again and again leaves one for the lane.
        await setImmediate()
        const due = await findNextDelivery(db, botId)
        const isBusy = calls.open().length > 0 || (await isSending(db, botId))
        if (!isBusy && (due === null || due > now())) return
        pause.wake()
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      await calls.done()
    },
    stop: async () => {
      running = false
      pause.wake()
      await loop
    },
  }
}

/** Looks after what dead senders and silent readers left. */
async function tend({ db, botId, ambiguous, now, log }: LaneOptions): Promise<void> {
  const at = now()
  const left = await recoverDeliveries(db, botId, ambiguous === 'hold' ? 'held' : 'ambiguous', at)
  if (left > 0) log.warn({ left }, 'parts were in flight when another sender stopped')
  await expireHeld(db, botId, new Date(at.getTime() - giveUpMs))
  await askAboutHeld(db, botId, at)
}
