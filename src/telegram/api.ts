/** The Telegram client of a process: grammY's API with time limits that fit, and the shared bucket in front of replies. */
import { autoRetry } from '@grammyjs/auto-retry'
import { Api, type Transformer } from 'grammy'
import type { Db } from '../db/database.ts'
import { openLane, pauseLane, takeSends } from '../db/lanes.ts'

/** Seconds to wait for an answer. grammY's default is 500; a send that takes 30 is as good as lost. */
export const apiTimeoutSeconds = 30

/** The client options that every Api and Bot of ours uses. */
export function clientOptions(apiRoot: string): { apiRoot: string; timeoutSeconds: number } {
  return { apiRoot, timeoutSeconds: apiTimeoutSeconds }
}

/** Creates a plain client for `token`; nothing is sent. */
export function createApi(token: string, apiRoot: string): Api {
  return new Api(token, clientOptions(apiRoot))
}

/** Methods that Telegram counts against the sending rate. */
const counted = /^(?:send(?!ChatAction)|edit|copy|forward)/u

/**
 * Transformers for interactive replies: each send takes from the token's shared bucket ahead of bulk, a 429 pauses
 * everybody, and short waits are sat out. Lost answers are not repeated: they may have arrived.
 */
export function replyTransformers(needs: {
  db: Db
  botId: number
  rate: number
  now: () => Date
}): Transformer[] {
  const { db, botId, rate, now } = needs
  let opened: Promise<void> | null = null
  const spend: Transformer = async (previous, method, payload, signal) => {
    if (counted.test(method)) {
      opened ??= openLane(db, botId, rate, now())
      await opened
      // At most three waits: a reply that is late by seconds is better sent than dropped.
      for (let waits = 0; waits < 3; waits += 1) {
        const { granted, retryAt } = await takeSends(db, { botId, count: 1, bulk: false }, now())
        if (granted > 0) break
        await new Promise((resolve) =>
          setTimeout(resolve, Math.max(0, Math.min(2000, retryAt.getTime() - now().getTime()))),
        )
      }
    }
    const answer = await previous(method, payload, signal)
    if (!answer.ok && answer.error_code === 429)
      await pauseLane(db, botId, new Date(now().getTime() + (answer.parameters?.retry_after ?? 1) * 1000))
    return answer
  }
  return [
    spend,
    autoRetry({
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
      maxDelaySeconds: 5,
      maxRetryAttempts: 2,
    }),
  ]
}
