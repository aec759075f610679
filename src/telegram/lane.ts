/** The one sender of a bot token: holds the lease, takes parts from the outbox at the allowed rate, commits each outcome. */
import {
  claimDeliveries,
  type ClaimedDelivery,
  findNextDelivery,
  recoverDeliveries,
  settleDelivery,
} from '../db/deliveries.ts'
import { openLane, returnSends, takeSends } from '../db/lanes.ts'
import { holdLease, releaseLease } from '../db/leases.ts'
import { type SendNeeds, sendDelivery, TokenLost } from './send.ts'

export interface LaneOptions extends SendNeeds {
  /** Distinguishes this process among the senders of the token. */
  holder: string
  /** Sends a second (SEND_PER_SECOND). */
  rate: number
  /** Calls under way at once. */
  maxInFlight?: number
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

/** Telegram's word on one chat: about one message a second, twenty a minute in a group. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const privateGapMs = 1000
const groupGapMs = 3000
const glanceMs = 400

/** Creates the sender of one token; it does nothing before `start`. */
export function createLane(options: LaneOptions): Lane {
  const { db, botId, now, log, holder } = options
  const lease = `sender:${botId}`
  const leaseMs = options.leaseMs ?? 10_000
  const maxInFlight = options.maxInFlight ?? 64
  const underWay = new Map<number, Promise<void>>()
  /** Chats that may not be written to before a time: subscriber id to milliseconds. */
  const pacedUntil = new Map<number, number>()
  let running = false
  let holding = false
  let renewAt = 0
  let nudged: () => void = () => undefined
  let loop: Promise<void> = Promise.resolve()

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      nudged = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function keepLease(): Promise<boolean> {
    const at = now()
    if (holding && at.getTime() < renewAt) return true
    const held = await holdLease(db, lease, holder, at, new Date(at.getTime() + leaseMs))
    if (held && !holding) {
      await openLane(db, botId, options.rate, at)
      const left = await recoverDeliveries(db, botId, at)
      if (left > 0) log.warn({ left }, 'parts were in flight when the last sender stopped')
    }
    holding = held
    renewAt = at.getTime() + leaseMs / 3
    return held
  }

  async function sendAndSettle(delivery: ClaimedDelivery): Promise<void> {
    try {
      const outcome = await sendDelivery(options, delivery)
      await settleDelivery(db, delivery, outcome, now())
    } catch (error) {
      if (error instanceof TokenLost) {
        await settleDelivery(
          db,
          delivery,
          { state: 'queued', notBefore: now(), error: error.message, countAttempt: false },
          now(),
        )
        running = false
        options.onTokenLost?.(error)
      } else log.error({ err: error, delivery: delivery.id }, 'the outcome of a part could not be stored')
    } finally {
      const gap = delivery.kind === 'reply' ? 0 : delivery.chat_kind === 'private' ? privateGapMs : groupGapMs
      pacedUntil.set(delivery.subscriber_id, now().getTime() + gap)
      underWay.delete(delivery.id)
      nudged()
    }
  }

  /** One look at the outbox. Returns how long to rest, in milliseconds. */
  async function turn(): Promise<number> {
    if (!(await keepLease())) return glanceMs
    const room = maxInFlight - underWay.size
    if (room <= 0) return glanceMs
    const at = now()
    for (const [chat, until] of pacedUntil) if (until <= at.getTime()) pacedUntil.delete(chat)
    const due = await findNextDelivery(db, botId)
    if (due === null || due > at) return glanceMs
    const { granted, retryAt } = await takeSends(db, { botId, count: room, bulk: true }, at)
    if (granted === 0) return Math.min(glanceMs, Math.max(1, retryAt.getTime() - at.getTime()))
    const claimed = await claimDeliveries(db, { botId, limit: granted, busy: [...pacedUntil.keys()] }, at)
    if (claimed.length < granted) await returnSends(db, botId, granted - claimed.length)
    for (const delivery of claimed) {
      pacedUntil.set(delivery.subscriber_id, Number.POSITIVE_INFINITY)
      underWay.set(delivery.id, sendAndSettle(delivery))
    }
    return claimed.length > 0 ? 0 : 50
  }

  async function run(): Promise<void> {
    while (running) {
      let rest = glanceMs
      try {
        rest = await turn()
      } catch (error) {
        // The database may be restarting; what is reserved stays reserved and is recovered.
        holding = false
        log.error({ err: error }, 'the sender lane stumbled')
        rest = 1000
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
        if (underWay.size === 0 && (due === null || due > now())) return
        nudged()
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    stop: async () => {
      running = false
      nudged()
      await loop
      await Promise.all(underWay.values())
      if (holding) await releaseLease(db, lease, holder)
      holding = false
    },
  }
}
