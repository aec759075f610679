/** A sender's calls to Telegram that are under way: begins them side by side, and settles what became of each. */
import { createBreaker } from '../core/breaker.ts'
import type { ClaimedDelivery } from '../db/deliveries.ts'
import type { Landing } from '../db/lanes.ts'
import { createOutcomes } from './outcomes.ts'
import { type SendNeeds, sendDelivery, TokenLost } from './send.ts'

export interface CallNeeds extends Omit<SendNeeds, 'unknownMethods'> {
  /** Calls under way at once. */
  most: number
  /** Whether a call may still be made. */
  isHeld: () => boolean
  /** Told whenever a call has been answered or an outcome is stored. */
  onNews: () => void
  /** Told of a part that waits for its reader now. */
  onHeldPart: () => void
  /** Told when Telegram refuses the token; the part waits. */
  onTokenLost: (error: TokenLost) => void
}

export interface Calls {
  /** Begins to send parts on sends granted at `grantedAt`. */
  begin(deliveries: readonly ClaimedDelivery[], grantedAt: Date): void
  /** Parts that are under way, or whose outcome is not stored yet. */
  open(): number[]
  /** How many more calls may begin. */
  room(): number
  /** Milliseconds until one may begin, where the server does not answer; 0 for at once. */
  wait(): number
  /** Answered and not reported to the bucket yet; who reports them removes them. */
  landed: Landing[]
  /** Resolves when nothing is under way and every outcome is stored. */
  done(): Promise<void>
}

/** Creates it with nothing under way. */
export function createCalls(needs: CallNeeds): Calls {
  const { now, log } = needs
  const options = { ...needs, unknownMethods: new Set<string>() }
  const underWay = new Map<number, Promise<void>>()
  const landed: Landing[] = []
  const breaker = createBreaker({ firstMs: 500, mostMs: 15_000, time: () => performance.now() })
  const outcomes = createOutcomes({ ...needs, onSettled: needs.onNews })
  const open = () => [...underWay.keys(), ...outcomes.pending()]

  async function send(delivery: ClaimedDelivery): Promise<void> {
    try {
      const outcome = await sendDelivery(options, delivery, needs.isHeld)
      const isDefinite = !['ambiguous', 'held', 'unknown'].includes(outcome.state)
      // 'queued' and counted: the server could not be reached.
      if (isDefinite && !(outcome.state === 'queued' && outcome.countAttempt)) breaker.succeed()
      else breaker.fail()
      outcomes.add(delivery, outcome)
      if (outcome.state === 'held') needs.onHeldPart()
    } catch (error) {
      const waiting = { state: 'queued', error: String(error), countAttempt: false } as const
      if (error instanceof TokenLost) {
        outcomes.add(delivery, { ...waiting, notBefore: now() })
        needs.onTokenLost(error)
        return
      }
      // Telegram has refused it, and what that means for the chat could not be stored: it is tried again.
      log.error({ err: error, delivery: delivery.id }, 'the refusal of a part could not be followed')
      outcomes.add(delivery, { ...waiting, notBefore: new Date(now().getTime() + 1000) })
    }
  }

  async function sendAndLand(delivery: ClaimedDelivery, grantedAt: Date): Promise<void> {
    try {
      await send(delivery)
    } finally {
      underWay.delete(delivery.id)
      landed.push([grantedAt.getTime(), now().getTime()])
      needs.onNews()
    }
  }

  return {
    begin: (deliveries, grantedAt) => {
      for (const delivery of deliveries) underWay.set(delivery.id, sendAndLand(delivery, grantedAt))
    },
    open,
    room: () => (breaker.isClosed() ? needs.most : 1) - open().length,
    wait: breaker.wait,
    landed,
    done: async () => {
      await Promise.all(underWay.values())
      await outcomes.drained()
    },
  }
}
