/** Handles updates side by side, those of one chat in the order they came: one slow chat holds up nobody else. */
import type { Update } from 'grammy/types'

export interface Rows {
  /** Resolves when the update was handled; rejects where its handler does. */
  take(update: Update): Promise<void>
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>
}

/** So many at once keep the database busy; more would only wait for its connections. */
const atOnce = 8

/** Rows in front of one handler. */
export function openRows(handle: (update: Update) => Promise<void>): Rows {
  /** The end of each chat's row. */
  const ends = new Map<number, Promise<void>>()
  const waiting: (() => void)[] = []
  let busy = 0

  async function handleInTurn(update: Update): Promise<void> {
    if (busy >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else busy += 1
    try {
      await handle(update)
    } finally {
      // Whoever waits takes over this place.
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }

  return {
    take: (update) => {
      const chat = chatOf(update)
      const handled = (ends.get(chat) ?? Promise.resolve()).then(() => handleInTurn(update))
      const end = handled
        .catch(() => undefined)
        .finally(() => {
          if (ends.get(chat) === end) ends.delete(chat)
        })
      ends.set(chat, end)
      return handled
    },
    idle: async () => void (await Promise.all(ends.values())),
  }
}

/** What belongs to no chat follows its sender. Whoever knows the webhook's secret may send what has not the form of an update. */
function chatOf(update: Update): number {
  const about: { chat?: { id: number } } | undefined =
    update.message ??
    update.edited_message ??
    update.channel_post ??
    update.callback_query?.message ??
    update.my_chat_member ??
    update.stopped_message_generation
  const from: { id: number } | undefined = (update.callback_query ?? update.inline_query)?.from
  return about?.chat?.id ?? from?.id ?? 0
}
