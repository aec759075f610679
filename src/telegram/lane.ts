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
import { holdLease, releaseLease } from '../db/leases.ts'
import { createBreaker } from './breaker.ts'
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
export function createLane(options: LaneOptions): Lane {
  const { db, botId, now, log, holder } = options
  const lease = options.paidBroadcast ? `${senderLease(botId)}:${holder}` : senderLease(botId)
  const leaseMs = options.leaseMs ?? 10_000
  const maxInFlight = inFlightOf(options.rate)
  const underWay = new Map<number, Promise<void>>()
  /** When each of them was granted, in milliseconds. */
  const grantedAt = new Map<number, number>()
  const breaker = createBreaker()
  let running = false
  let holding = false
  let renewAt = 0
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

  /** Takes or renews the lease, and with it looks after what dead senders and silent readers left. */
  async function keepLease(): Promise<boolean> {
    const at = now()
    // A clock that was set back says nothing about when the lease was renewed.
    if (holding && at.getTime() < renewAt && at.getTime() > renewAt - leaseMs) return true
    const held = await holdLease(db, lease, holder, at, new Date(at.getTime() + leaseMs))
    if (held && !holding) await openLane(db, botId, options.rate, at)
    holding = held
    renewAt = at.getTime() + leaseMs / 3
    if (!held) return false
    const left = await recoverDeliveries(db, botId, options.ambiguous === 'hold' ? 'held' : 'ambiguous', at)
    if (left > 0) log.warn({ left }, 'parts were in flight when another sender stopped')
    await expireHeld(db, botId, new Date(at.getTime() - giveUpMs))
    await askAboutHeld(db, botId, at)
    return true
  }

  async function sendAndSettle(delivery: ClaimedDelivery, granted: number): Promise<void> {
    grantedAt.set(delivery.id, granted)
    try {
      const outcome = await sendDelivery(options, delivery)
      const isDefinite = !['ambiguous', 'held', 'unknown'].includes(outcome.state)
      // 'queued' and counted: the server could not be reached.
      if (isDefinite && !(outcome.state === 'queued' && outcome.countAttempt)) breaker.succeed()
      else breaker.fail()
      outcomes.add(delivery, outcome, granted)
      if (outcome.state === 'held') renewAt = 0
    } catch (error) {
      const waiting = {
        state: 'queued',
        notBefore: now(),
        error: String(error),
        countAttempt: false,
      } as const
      if (error instanceof TokenLost) {
        outcomes.add(delivery, waiting, granted)
        running = false
        options.onTokenLost?.(error)
        return
      }
      // Telegram has refused it, and what that means for the chat could not be stored: it is tried again.
      log.error({ err: error, delivery: delivery.id }, 'the refusal of a part could not be followed')
      outcomes.add(delivery, { ...waiting, notBefore: new Date(now().getTime() + 1000) }, granted)
    } finally {
      underWay.delete(delivery.id)
      grantedAt.delete(delivery.id)
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
    // What has been on its way for a second may arrive in this one.
    const late = [...grantedAt.values()].filter((time) => time < at.getTime() - 1000).length
    const { granted, retryAt } = await takeSends(db, { botId, count: room, bulk: true, late }, at)
    if (granted === 0) return Math.min(glanceMs, Math.max(1, retryAt.getTime() - now().getTime()))
    // From here until they are under way, rows may be ours without our knowing.
    uncertain = true
    const urgent = await claimDeliveries(db, { botId, holder, limit: granted, bulk: false }, at)
    begin(urgent, at)
    const left = granted - urgent.length
    const bulk = left > 0 ? await claimDeliveries(db, { botId, holder, limit: left, bulk: true }, at) : []
    begin(bulk, at)
    uncertain = false
    if (bulk.length < left) await returnSends(db, botId, left - bulk.length, at)
    return bulk.length + urgent.length > 0 ? 0 : 50
  }

  function begin(claimed: readonly ClaimedDelivery[], at: Date): void {
    for (const delivery of claimed) underWay.set(delivery.id, sendAndSettle(delivery, at.getTime()))
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
  }

  return {
    start: () => {
      if (running) return
      running = true
      loop = run()
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
      await Promise.all(underWay.values())
      await outcomes.drained()
      if (holding) await releaseLease(db, lease, holder)
      holding = false
    },
  }
}
