/** Receives updates by webhook: keeps each at once and answers Telegram, then handles them, one after another in each chat. */
import { type Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { storable } from '../core/storable.ts'
import type { Db } from '../db/database.ts'
import { claimInbox, deleteInbox, insertInbox } from '../db/inbox.ts'
import type { Log } from '../log.ts'
import { allowedUpdates } from './poller.ts'
import { openRows } from './rows.ts'

export interface WebhookNeeds {
  bot: Bot
  db: Db
  botId: number
  /** Address that Telegram posts to, https. */
  url: string
  /** Telegram repeats it in a header of every request. */
  secret: string
  now: () => Date
  log: Log
  /** Told when Telegram refuses the token. */
  onUnauthorized: (error: Error) => void
}

export interface Webhook {
  /** Keeps an update for handling; once it resolves a crash does not lose it. Rejects where it could not be kept. */
  take(body: string): Promise<void>
  /** Resolves when Telegram knows the address, or this was stopped. */
  started: Promise<void>
  /** Finishes what is being handled. */
  stop(): Promise<void>
}

/** A handler that takes longer is taken for dead, and its update handled again. */
const claimMs = 60_000
/** How often updates of dead processes are looked for. */
const lookMs = 5000
const retryMs = 5000
const leftoverBatch = 50

/** The update in `body`, or null where that is no JSON of an update. */
export function parseUpdate(body: string): Update | null {
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
  const { bot, db, botId, now, log } = needs
  const rows = openRows(answerUpdate)
  const sleepers = new Set<() => void>()
  let running = true

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const rise = () => {
        clearTimeout(timer)
        sleepers.delete(rise)
        resolve()
      }
      const timer = setTimeout(rise, ms)
      sleepers.add(rise)
    })

  const claimedUntil = () => new Date(now().getTime() + claimMs)

  async function answerUpdate(update: Update): Promise<void> {
    try {
      await bot.init()
      await bot.handleUpdate(update)
      await deleteInbox(db, botId, update.update_id)
    } catch (error) {
      // It stays kept, and is looked at again when its claim has run out.
      log.error({ err: error, update: update.update_id }, 'an update could not be handled')
    }
  }

  const begin = (update: Update) => void rows.take(update)

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
        await rest(retryMs)
      }
    }
  }

  async function takeLeftovers(): Promise<void> {
    while (running) {
      try {
        const left = await claimInbox(db, botId, now(), claimedUntil(), leftoverBatch)
        for (const update of left) begin(update as unknown as Update)
        if (left.length === leftoverBatch) continue
      } catch (error) {
        log.warn({ err: error }, 'kept updates could not be looked for')
      }
      await rest(lookMs)
    }
  }

  const started = register()
  const looking = takeLeftovers()
  return {
    started,
    take: async (body) => {
      const update = parseUpdate(body)
      if (update === null) return
      const kept = { botId, updateId: update.update_id, payload: JSON.stringify(update) }
      if (await insertInbox(db, kept, now(), claimedUntil())) begin(update)
    },
    stop: async () => {
      running = false
      for (const rise of sleepers) rise()
      await Promise.all([started, looking])
      await rows.idle()
    },
  }
}
