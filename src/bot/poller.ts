/** Receives updates by long polling, in one process per token: a row lease decides which, the others stand by. */
import { type Bot, GrammyError } from 'grammy'
import type { Db } from '../db/database.ts'
import { holdLease, releaseLease } from '../db/leases.ts'
import type { Log } from '../log.ts'

export interface PollerNeeds {
  bot: Bot
  db: Db
  botId: number
  /** Distinguishes this process. */
  holder: string
  now: () => Date
  log: Log
  /** Told when Telegram refuses the token; the poller has stopped by then. */
  onUnauthorized?: (error: Error) => void
}

export interface Poller {
  /** Resolves when this process polls for the first time, or stops. */
  started: Promise<void>
  stop(): Promise<void>
}

const leaseMs = 15_000
/** Telegram frees the place of the other poller within this. */
const conflictWaitMs = 3500
const standbyMs = 2000

/** Everything we handle; Telegram sends nothing else. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'channel_post',
  'callback_query',
  'my_chat_member',
  'inline_query',
  'stopped_message_generation',
] as const

/** Starts polling as soon as the lease is ours. */
export function startPoller(needs: PollerNeeds): Poller {
  const { bot, db, botId, holder, now, log } = needs
  const name = `poller:${botId}`
  let running = true
  let wake: () => void = () => undefined
  let announce: () => void = () => undefined
  const started = new Promise<void>((resolve) => {
    announce = resolve
  })

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const hold = () => holdLease(db, name, holder, now(), new Date(now().getTime() + leaseMs))

  async function pollWhileHeld(): Promise<void> {
    const renewal = setInterval(() => {
      hold().then(
        (held) => (held ? undefined : bot.stop()),
        (error: unknown) => log.warn({ err: error }, 'the polling lease could not be renewed'),
      )
    }, leaseMs / 3)
    try {
      await bot.start({ allowed_updates: [...allowedUpdates], onStart: announce })
    } finally {
      clearInterval(renewal)
    }
  }

  async function run(): Promise<void> {
    while (running) {
      try {
        if (await hold()) await pollWhileHeld()
        if (running) await rest(standbyMs)
      } catch (error) {
        if (error instanceof GrammyError && error.error_code === 401) {
          running = false
          needs.onUnauthorized?.(error)
          return
        }
        const conflict = error instanceof GrammyError && error.error_code === 409
        log.warn(
          { err: error },
          conflict ? 'another process polls with this token' : 'polling stopped, trying again',
        )
        if (running) await rest(conflictWaitMs)
      }
    }
  }

  const loop = run().finally(announce)
  return {
    started,
    stop: async () => {
      running = false
      wake()
      await bot.stop()
      await loop
      await releaseLease(db, name, holder)
    },
  }
}
