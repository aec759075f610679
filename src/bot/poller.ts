/** Receives updates by long polling, in one process per token: a row lease decides which, the others stand by. */
import { type Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import { holdLease, releaseLease } from '../db/leases.ts'
import { createPause } from '../pause.ts'
import { type KeptNeeds, openKept } from './kept.ts'
import { openRows, type Rows } from './rows.ts'

/** grammY's own type of it, which Node's satisfies in all but name. */
type Signal = NonNullable<Parameters<Bot['init']>[0]>

export interface PollerNeeds extends KeptNeeds {
  /** Distinguishes this process. */
  holder: string
  /** Told when Telegram refuses the token; the poller has stopped by then. */
  onUnauthorized?: (error: Error) => void
}

export interface Poller {
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
  const kept = openKept(needs)
  const rows = openRows(kept.handle)
  const pause = createPause()
  let running = true
  let stopping = new AbortController()

  const hold = () => holdLease(db, name, holder, now(), new Date(now().getTime() + leaseMs))

  async function pollWhileHeld(): Promise<void> {
    const held = new AbortController()
    stopping = held
    if (!running) return
    const renewal = setInterval(() => {
      hold().then(
        (isOurs) => (isOurs ? undefined : held.abort()),
        (error: unknown) => log.warn({ err: error }, 'the polling lease could not be renewed'),
      )
    }, leaseMs / 3)
    try {
      await poll(bot, rows, held.signal as unknown as Signal)
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

  const loop = run()
  return {
    look: kept.look,
    stop: async () => {
      running = false
      pause.wake()
      stopping.abort()
      await Promise.all([loop, kept.stop()])
      await releaseLease(db, name, holder)
    },
  }
}

/** Handles updates until `signal`; they are confirmed after that, so that a crash half-way loses none. */
async function poll(bot: Bot, rows: Rows, signal: Signal): Promise<void> {
  await bot.init(signal)
  await bot.api.deleteWebhook({}, signal)
  let offset = 0
  do {
    const updates = await fetchUpdates(bot, offset, signal)
    await Promise.all(updates.map((update) => rows.take(update)))
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
  } while (!signal.aborted)
  if (offset > 0) await bot.api.getUpdates({ offset, limit: 1 })
}

/** Confirms what was handled before `offset` and waits for more, until `signal`. */
async function fetchUpdates(bot: Bot, offset: number, signal: Signal): Promise<Update[]> {
  try {
    return await bot.api.getUpdates(
      { offset, timeout: pollSeconds, allowed_updates: [...allowedUpdates] },
      signal,
    )
  } catch (error) {
    if (signal.aborted) return []
    throw error
  }
}
