/** Updates on their way to the bot: kept until confirmed, filtered by allowed_updates, waited for or pushed. */
import type { Update } from '@grammyjs/types'
import { conflict } from './failure.ts'
import { tell, type World } from './world.ts'

/** Left out unless asked for. https://core.telegram.org/bots/api#getupdates */
const onRequest = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])
/** Telegram holds a poll no longer than this. */
const maxPollSeconds = 50

type Kinds = Omit<Update, 'update_id'>

/** Queues an update, unless the bot has said it does not want this kind. Returns its id, or null. */
export function pushUpdate(world: World, update: Kinds): number | null {
  const { updates } = world
  const kind = Object.keys(update)[0] ?? ''
  if (updates.allowed ? !updates.allowed.has(kind) : onRequest.has(kind)) return null
  const id = updates.nextId++
  updates.waiting.push({ update_id: id, ...update })
  world.wake?.()
  return id
}

/** Forgets the updates that the bot has done with. */
export function confirmUpdates(world: World, isDone: (update: Update) => boolean): void {
  const { updates } = world
  const left = updates.waiting.filter((each) => !isDone(each))
  if (left.length === updates.waiting.length) return
  updates.waiting = left
  tell(world, { kind: 'confirmed' })
}

/** Remembers what the bot wants to be told; an empty list is the default set, absent leaves it as it was. */
export function setAllowed(world: World, allowed: readonly string[] | undefined): void {
  if (allowed) world.updates.allowed = allowed.length > 0 ? new Set(allowed) : null
}

export interface PollArguments {
  offset?: number
  limit?: number
  timeout?: number
  allowed_updates?: readonly string[]
}

/** getUpdates: confirms what lies before `offset`, then answers at once or as soon as there is something. */
export async function poll(world: World, args: PollArguments, signal: AbortSignal): Promise<Update[]> {
  const { updates, webhook } = world
  if (webhook.url)
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  // The older poller is the one that loses, as with Telegram.
  world.poller?.end('conflict')
  setAllowed(world, args.allowed_updates)
  const offset = args.offset ?? 0
  const first = offset < 0 ? (updates.waiting.at(offset)?.update_id ?? 0) : offset
  confirmUpdates(world, (each) => each.update_id < first)
  const limit = Math.min(100, Math.max(1, args.limit ?? 100))
  const seconds = Math.min(maxPollSeconds, Math.max(0, args.timeout ?? 0))
  if (updates.waiting.length === 0 && seconds > 0) await waitForUpdate(world, seconds * 1000, signal)
  return updates.waiting.slice(0, limit)
}

/** What a poll that lost its place is told. */
const endings = {
  conflict: 'terminated by other getUpdates request; make sure that only one bot instance is running',
  webhook: 'terminated by setWebhook request',
}

function waitForUpdate(world: World, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
      if (world.poller === poller) {
        world.poller = null
        world.wake = null
      }
      if (error) reject(error)
      else resolve()
    }
    const giveUp = () => finish()
    const timer = setTimeout(() => finish(), ms)
    const poller = {
      end: (reason: keyof typeof endings | 'close') =>
        finish(reason === 'close' ? undefined : conflict(endings[reason])),
    }
    signal.addEventListener('abort', giveUp)
    world.poller = poller
    world.wake = () => finish()
  })
}
