/** Receives updates by webhook: keeps each at once and answers Telegram, then handles them, one after another in each chat. */
import { GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { storable } from '../core/storable.ts'
import { createPause } from '../pause.ts'
import { type KeptNeeds, openKept } from './kept.ts'
import { allowedUpdates } from './poller.ts'

export interface WebhookNeeds extends KeptNeeds {
  /** Address that Telegram posts to, https. */
  url: string
  /** Telegram repeats it in a header of every request. */
  secret: string
  /** Told when Telegram refuses the token. */
  onUnauthorized: (error: Error) => void
}

export interface Webhook {
  /** Keeps an update for handling; once it resolves a crash does not lose it. Rejects where it could not be kept. */
  take(body: string): Promise<void>
  /** Resolves when Telegram knows the address, or this was stopped. */
  started: Promise<void>
  /** Handles what was kept for later and is due; resolves when it is done. */
  look(): Promise<void>
  /** Finishes what is being handled. */
  stop(): Promise<void>
}

const retryMs = 5000

/** The update in `body`, or null where that is no JSON of an update. */
function parseUpdate(body: string): Update | null {
  try {
    const value: unknown = storable(JSON.parse(body))
    const id = typeof value === 'object' && value !== null ? (value as Partial<Update>).update_id : undefined
    return Number.isSafeInteger(id) ? (value as Update) : null
  } catch {
    return null
  }
}

/** Tells Telegram the address, trying until it takes it, and begins. */
export function startWebhook(needs: WebhookNeeds): Webhook {
  const { bot, log } = needs
  const kept = openKept(needs)
  const pause = createPause()
  let running = true

  async function register(): Promise<void> {
    while (running) {
      try {
        await bot.api.setWebhook(needs.url, {
          secret_token: needs.secret,
          allowed_updates: [...allowedUpdates],
        })
        return
      } catch (error) {
        if (error instanceof GrammyError && error.error_code === 401) return needs.onUnauthorized(error)
        log.warn({ err: error }, 'the webhook could not be set, trying again')
        if (running) await pause.rest(retryMs)
      }
    }
  }

  const started = register()
  return {
    started,
    take: async (body) => {
      const update = parseUpdate(body)
      if (update === null) return
      await kept.take(update)
    },
    look: kept.look,
    stop: async () => {
      running = false
      pause.wake()
      await Promise.all([started, kept.stop()])
    },
  }
}
