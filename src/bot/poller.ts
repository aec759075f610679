/** Receives updates by long polling, in one process per token: a row lease decides which, the others stand by. */
import { type Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { holdLease, releaseLease } from '../db/leases.ts'
import { createPause } from '../pause.ts'
import { type KeptNeeds, openKept } from './kept.ts'
import { openRows } from './rows.ts'

/** grammY's own type of it, which Node's satisfies in all but name. */
type Signal = NonNullable<Parameters<Bot['init']>[0]>

export interface PollerNeeds extends KeptNeeds {
  /** Distinguishes this process. */
  holder: string
  /** Told when Telegram refuses the token; the poller has stopped by then. */
  onUnauthorized?: (error: Error) => void
}

export interface Poller {
  /** Resolves when this process polls for the first time, or stops. */
  started: Promise<void>
  /** Handles what was kept for later and is due; resolves when it is done. */
  look(): Promise<void>
  stop(): Promise<void>
}

const leaseMs = 15_000
/** Telegram frees the place of the other poller within this. */
const conflictWaitMs = 3500
const standbyMs = 2000
/** How long Telegram may hold a poll; our calls give up after 30 (telegram/api.ts). */
const pollSeconds = 25

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
  const pause = createPause()
  let halt: () => void = () => undefined
  let announce: () => void = () => undefined
  const kept = openKept(needs)
  const rows = openRows(kept.handle)
  const started = new Promise<void>((resolve) => {
    announce = resolve
  })

  const hold = () => holdLease(db, name, holder, now(), new Date(now().getTime() + leaseMs))

  /** Confirms what was handled before `offset` and waits for more; null once `signal` says so. */
  async function fetchUpdates(offset: number, signal: Signal): Promise<Update[] | null> {
    try {
      return await bot.api.getUpdates(
        { offset, timeout: pollSeconds, allowed_updates: [...allowedUpdates] },
        signal,
      )
    } catch (error) {
      if (signal.aborted) return null
      throw error
    }
  }

  /** Handles updates until `signal`; they are confirmed after that, so that a crash half-way loses none. */
  async function poll(signal: Signal): Promise<void> {
    await bot.init(signal)
    await bot.api.deleteWebhook({}, signal)
    announce()
    let offset = 0
    for (;;) {
      const updates = await fetchUpdates(offset, signal)
      if (updates === null) break
      await Promise.all(updates.map((update) => rows.take(update)))
      offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
      if (signal.aborted) break
    }
    if (offset > 0) await bot.api.getUpdates({ offset, limit: 1 })
  }

  async function pollWhileHeld(): Promise<void> {
    const stopping = new AbortController()
    halt = () => stopping.abort()
    if (!running) return
    const renewal = setInterval(() => {
      hold().then(
        (held) => (held ? undefined : stopping.abort()),
        (error: unknown) => log.warn({ err: error }, 'the polling lease could not be renewed'),
      )
    }, leaseMs / 3)
    try {
      await poll(stopping.signal as unknown as Signal)
    } finally {
      clearInterval(renewal)
    }
  }

  async function run(): Promise<void> {
    while (running) {
      try {
        if (await hold()) await pollWhileHeld()
        if (running) await pause.rest(standbyMs)
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
        if (running) await pause.rest(conflictWaitMs)
      }
    }
  }

  const loop = run().finally(announce)
  return {
    started,
    look: kept.look,
    stop: async () => {
      running = false
      pause.wake()
      halt()
      await Promise.all([loop, kept.stop()])
      await releaseLease(db, name, holder)
    },
  }
}
