/** The sender of a bot token: holds a lease, takes parts from the outbox at the allowed rate, commits each outcome. */
import {
  claimDeliveries,
  type ClaimedDelivery,
  expireHeld,
  findNextDelivery,
  isSending,
  recoverDeliveries,
  senderLease,
  unclaimDeliveries,
} from '../db/deliveries.ts'
import { openLane, returnSends, takeSends } from '../db/lanes.ts'
import { createBreaker } from './breaker.ts'
import { createFlights } from './flights.ts'
import { createHold } from './hold.ts'
import { createOutcomes } from './outcomes.ts'
import { askAboutHeld } from './owner-notices.ts'
import { giveUpMs, type SendNeeds, sendDelivery, TokenLost } from './send.ts'

export interface LaneOptions extends SendNeeds {
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
/** Calls under way at once: two seconds' worth of the free rate, a quarter of one where more is paid for. */
const inFlightOf = (rate: number): number => Math.max(60, Math.ceil(rate / 4))

/**
 * Creates a sender; it does nothing before `start`. One sends for a token while the others stand by; with paid
 * broadcast, which allows more than one process can send, all of them do, and share the bucket and the chats' paces.
 */
export function createLane(given: LaneOptions): Lane {
  const options = { ...given, unknownMethods: given.unknownMethods ?? new Set<string>() }
  const { db, botId, now, log, holder } = options
  const name = options.paidBroadcast ? `${senderLease(botId)}:${holder}` : senderLease(botId)
  const leaseMs = options.leaseMs ?? 10_000
  const hold = createHold({ db, name, holder, now, log, leaseMs })
  const maxInFlight = inFlightOf(options.rate)
  const underWay = new Map<number, Promise<void>>()
  const flights = createFlights()
  const breaker = createBreaker()
  let running = false
  /** When to look again after what others left, by a steady clock. */
  let tendAt = 0
  /** Something failed after which rows may be reserved for us that we do not know of. */
  let uncertain = false
  let nudged: () => void = () => undefined
  let loop: Promise<void> = Promise.resolve()
  const outcomes = createOutcomes({ db, botId, now, log, onSettled: () => nudged() })

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      nudged = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  /** Takes the lease where it is not held, and looks after what dead senders and silent readers left. */
  async function keepLease(): Promise<boolean> {
    if (!hold.isHeld()) {
      // Whoever took over may have taken what is under way here: we begin anew when all of that is known.
      if (underWay.size + outcomes.pending().length > 0 || !(await hold.take())) return false
      await openLane(db, botId, options.rate, now())
      tendAt = 0
    }
    if (performance.now() < tendAt) return true
    const at = now()
    const left = await recoverDeliveries(db, botId, options.ambiguous === 'hold' ? 'held' : 'ambiguous', at)
    if (left > 0) log.warn({ left }, 'parts were in flight when another sender stopped')
    await expireHeld(db, botId, new Date(at.getTime() - giveUpMs))
    await askAboutHeld(db, botId, at)
    tendAt = performance.now() + leaseMs / 3
    return hold.isHeld()
  }

  async function sendAndSettle(delivery: ClaimedDelivery, granted: number): Promise<void> {
    const flight = flights.depart(granted, now().getTime())
    try {
      const outcome = await sendDelivery(options, delivery, hold.isHeld)
      const isDefinite = !['ambiguous', 'held', 'unknown'].includes(outcome.state)
      // 'queued' and counted: the server could not be reached.
      if (isDefinite && !(outcome.state === 'queued' && outcome.countAttempt)) breaker.succeed()
      else breaker.fail()
      outcomes.add(delivery, outcome)
      if (outcome.state === 'held') tendAt = 0
    } catch (error) {
      const waiting = {
        state: 'queued',
        notBefore: now(),
        error: String(error),
        countAttempt: false,
      } as const
      if (error instanceof TokenLost) {
        outcomes.add(delivery, waiting)
        running = false
        options.onTokenLost?.(error)
        return
      }
      // Telegram has refused it, and what that means for the chat could not be stored: it is tried again.
      log.error({ err: error, delivery: delivery.id }, 'the refusal of a part could not be followed')
      outcomes.add(delivery, { ...waiting, notBefore: new Date(now().getTime() + 1000) })
    } finally {
      underWay.delete(delivery.id)
      flights.land(flight, now().getTime())
      nudged()
    }
  }

  /** One look at the outbox. Returns how long to rest, in milliseconds. */
  async function turn(): Promise<number> {
    if (!(await keepLease())) return glanceMs
    if (uncertain) {
      const known = [...underWay.keys(), ...outcomes.pending()]
      await unclaimDeliveries(db, { botId, holder, underWay: known })
      uncertain = false
    }
    if (breaker.wait() > 0) return breaker.wait()
    const room = (breaker.isClosed() ? maxInFlight : 1) - underWay.size - outcomes.pending().length
    if (room <= 0) return glanceMs
    const at = now()
    const due = await findNextDelivery(db, botId)
    if (due === null || due > at) return glanceMs
    const moves = flights.moves(at.getTime())
    const { granted, retryAt } = await takeSends(db, { botId, count: room, bulk: true, moves }, at)
    flights.confirm()
    if (granted === 0) return Math.min(glanceMs, Math.max(1, retryAt.getTime() - now().getTime()))
    // From here until they are under way, rows may be ours without our knowing.
    uncertain = true
    const urgent = await claim(granted, false, at)
    const bulk = await claim(granted - urgent, true, at)
    uncertain = false
    const left = granted - urgent - bulk
    if (left > 0) await returnSends(db, botId, left, at)
    return left < granted ? 0 : 50
  }

  /** Reserves up to `limit` parts on sends granted at `at`, and begins to send them. Returns how many. */
  async function claim(limit: number, bulk: boolean, at: Date): Promise<number> {
    if (limit === 0 || !hold.isHeld()) return 0
    const claimed = await claimDeliveries(db, { botId, holder, limit, bulk }, at)
    for (const delivery of claimed) underWay.set(delivery.id, sendAndSettle(delivery, at.getTime()))
    return claimed.length
  }

  async function run(): Promise<void> {
    while (running) {
      let rest = glanceMs
      try {
        rest = await turn()
      } catch (error) {
        // The database may be restarting; what is reserved stays reserved and is recovered.
        log.error({ err: error }, 'the sender lane stumbled')
        rest = 500
      }
      if (running && rest > 0) await pause(rest)
    }
    // The lease is kept until everything is known here, and then given back so that a standby need not wait.
    await Promise.all(underWay.values())
    await outcomes.drained()
    await hold.giveBack().catch((error: unknown) => log.warn({ err: error }, 'the lease was left to run out'))
  }

  return {
    start: () => {
      if (running) return
      running = true
      loop = loop.then(run)
    },
    wake: () => nudged(),
    idle: async () => {
      // A lane that does not run sends nothing: there is nothing to wait for.
      while (running) {
        const due = await findNextDelivery(db, botId)
        const isBusy = underWay.size + outcomes.pending().length > 0 || (await isSending(db, botId))
        if (!isBusy && (due === null || due > now())) return
        nudged()
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      await outcomes.drained()
    },
    stop: async () => {
      running = false
      nudged()
      await loop
    },
  }
}
