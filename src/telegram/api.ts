/** The Telegram client of a process: grammY's API with time limits that fit, and the shared bucket in front of replies. */
import { autoRetry } from '@grammyjs/auto-retry'
import { Api, type ApiClientOptions, type Transformer } from 'grammy'
import { noTelemetry, type Telemetry } from '../core/telemetry.ts'
import type { Db } from '../db/database.ts'
import { createLaneOpener, pauseLane, takeSends } from '../db/lanes.ts'
import { createFetch } from './http.ts'

/** Seconds to wait for an answer. grammY's default is 500; a send that takes 30 is as good as lost. */
const apiTimeoutSeconds = 30

/** The client options that every Api and Bot of ours uses. */
export function clientOptions(apiRoot: string): ApiClientOptions {
  return { apiRoot, timeoutSeconds: apiTimeoutSeconds, fetch: createFetch() }
}

/** Creates a plain client for `token`; nothing is sent. */
export function createApi(token: string, apiRoot: string, telemetry: Telemetry = noTelemetry): Api {
  const api = new Api(token, clientOptions(apiRoot))
  api.config.use(measureCalls(telemetry))
  return api
}

/** Times every call by method; the outcome is 'ok', Telegram's error code, or 'failed' where no answer came. */
export function measureCalls(telemetry: Telemetry): Transformer {
  return (previous, method, payload, signal) =>
    telemetry.timed(
      'telegram_call',
      { method },
      () => previous(method, payload, signal),
      (answer) => (answer.ok ? 'ok' : String(answer.error_code)),
    )
}

/** Methods that Telegram counts against the sending rate, edits among them. */
const counted = /^(?:send(?!ChatAction)|edit|copy|forward)/u
/** A reply waits so long for its turn, and for the end of a pause; what waits longer is refused here, not there. */
const mostWaitMs = 30_000

/**
 * Transformers for interactive replies: each send takes from the token's shared bucket ahead of bulk and counts for its
 * chat's pace, a 429 pauses everybody, and short waits are sat out. Lost answers are not repeated: they may have arrived.
 */
export function replyTransformers(needs: {
  db: Db
  botId: number
  rate: number
  now: () => Date
}): Transformer[] {
  const { db, botId, rate, now } = needs
  const open = createLaneOpener(db, botId, rate)
  /** Milliseconds until a send would be allowed; 0 where it is now, and is counted. */
  const spend = async (chatId: unknown): Promise<number> => {
    await open(now())
    const want = { botId, count: 1, bulk: false }
    // Its chat is counted once, so that digests keep away; who taps faster than the pace is answered all the same, and
    // Telegram judges.
    const first = typeof chatId === 'number' ? { ...want, chatId } : want
    for (let waited = 0; ; ) {
      const { granted, retryAt } = await takeSends(db, waited === 0 ? first : want, now())
      if (granted > 0) return 0
      const wait = Math.max(1, retryAt.getTime() - now().getTime())
      waited += wait
      if (waited > mostWaitMs) return wait
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  const keepPace: Transformer = async (previous, method, payload, signal) => {
    if (counted.test(method)) {
      const wait = await spend('chat_id' in payload ? payload.chat_id : undefined)
      if (wait > 0) {
        const seconds = Math.ceil(wait / 1000)
        return {
          ok: false,
          error_code: 429,
          description: `Too Many Requests: retry after ${seconds}`,
          parameters: { retry_after: seconds },
        }
      }
    }
    return previous(method, payload, signal)
  }
  const pauseAll: Transformer = async (previous, method, payload, signal) => {
    const answer = await previous(method, payload, signal)
    if (!answer.ok && answer.error_code === 429) {
      const at = now()
      await pauseLane(db, botId, new Date(at.getTime() + (answer.parameters?.retry_after ?? 1) * 1000), at)
    }
    return answer
  }
  // What is refused here is not tried again here: its update is handled again after the pause (bot/kept.ts).
  return [
    keepPace,
    autoRetry({
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
      maxDelaySeconds: mostWaitMs / 1000,
      maxRetryAttempts: 2,
    }),
    pauseAll,
  ]
}
