/** Updates kept in the database until they are answered: what a webhook took, and what Telegram had no room to answer when it came. */
import { type Bot, BotError } from 'grammy'
import type { Update } from 'grammy/types'
import { RetryLater } from '../core/errors.ts'
import type { Db } from '../db/database.ts'
import { claimInbox, deleteInbox, insertInbox, postponeInbox } from '../db/inbox.ts'
import type { Log } from '../log.ts'
import { createPause } from '../pause.ts'
import { openRows } from './rows.ts'

export interface KeptNeeds {
  bot: Bot
  db: Db
  botId: number
  now: () => Date
  log: Log
}

export interface Kept {
  /** Keeps an update and begins to handle it; once it resolves a crash does not lose it. */
  take(update: Update): Promise<void>
  /** Handles an update that is not kept, and keeps it for later where Telegram has no room for its answer. */
  handle(update: Update): Promise<void>
  /** Handles what is due now; resolves when nothing of it is under way. */
  look(): Promise<void>
  /** Finishes what is being handled. */
  stop(): Promise<void>
}

/** A handler that takes longer is taken for dead, and its update handled again. */
const claimMs = 60_000
/** How often updates of dead processes, and those that wait for Telegram, are looked for. */
const lookMs = 5000
const leftoverBatch = 50
/** Nobody waits longer for an answer. */
const mostKeptMs = 3_600_000

/** Begins to look for kept updates that are due. */
export function openKept({ bot, db, botId, now, log }: KeptNeeds): Kept {
  const rows = openRows(answer)
  let running = true
  const pause = createPause()
  const later = (ms: number) => new Date(now().getTime() + ms)
  const rowOf = (update: Update) => ({
    botId,
    updateId: update.update_id,
    payload: JSON.stringify(update),
  })

  /** Handles an update; false where it was put off. */
  async function handle(update: Update): Promise<boolean> {
    try {
      await bot.init()
      await bot.handleUpdate(update)
      return true
    } catch (error) {
      const cause = error instanceof BotError ? error.error : error
      if (!(cause instanceof RetryLater)) throw error
      const since = await postponeInbox(db, rowOf(update), now(), later(cause.delayMs))
      if (now().getTime() - since.getTime() < mostKeptMs) return false
      log.warn({ update: update.update_id }, 'an update waited too long for Telegram and is given up')
      return true
    }
  }

  async function answer(update: Update): Promise<void> {
    try {
      if (await handle(update)) await deleteInbox(db, botId, update.update_id)
    } catch (error) {
      // It stays kept, and is looked at again when its claim has run out.
      log.error({ err: error, update: update.update_id }, 'an update could not be handled')
    }
  }

  async function begin(): Promise<number> {
    const left = await claimInbox(db, botId, now(), later(claimMs), leftoverBatch)
    for (const update of left) void rows.take(update as unknown as Update)
    return left.length
  }

  async function watch(): Promise<void> {
    while (running) {
      try {
        if ((await begin()) === leftoverBatch) continue
      } catch (error) {
        log.warn({ err: error }, 'kept updates could not be looked for')
      }
      if (running) await pause.rest(lookMs)
    }
  }

  const watching = watch()
  return {
    take: async (update) => {
      if (await insertInbox(db, rowOf(update), now(), later(claimMs))) void rows.take(update)
    },
    handle: async (update) => void (await handle(update)),
    look: async () => {
      while ((await begin()) > 0) await rows.idle()
    },
    stop: async () => {
      running = false
      pause.wake()
      await watching
      await rows.idle()
    },
  }
}
