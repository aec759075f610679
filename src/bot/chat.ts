/** Finds or makes the row of the chat an update came from, before any handler sees it. */
import type { Chat } from 'grammy/types'
import type { Subscriber } from '../db/database.ts'
import { upsertReader } from '../db/readers.ts'
import { upsertSubscriber } from '../db/subscribers.ts'
import { getLocale } from '../locales/locales.ts'
import { cleanLine } from './label.ts'
import type { BotContext } from './context.ts'
import { revive } from './pausing.ts'
import { guessZone } from './zones.ts'

/** What people call the chat. */
export function titleOf(chat: Chat): string {
  const name = 'title' in chat ? chat.title : [chat.first_name, chat.last_name].filter(Boolean).join(' ')
  return cleanLine(name ?? '', 128)
}

/** The kinds of chat that we write to; null for another. */
function kindOf(chat: Chat): Subscriber['kind'] {
  return chat.type
}

/** The chat's row, if it has one; a chat that was lost and speaks again is active again. */
export async function findChat(ctx: BotContext): Promise<Subscriber | undefined> {
  const known = ctx.arrival.subscriber
  if (known?.state !== 'blocked' && known?.state !== 'gone') return known
  await revive(ctx.needs, known.id)
  return { ...known, state: 'active', reason: null }
}

/** Makes the chat's row, in the language of whoever speaks. */
export async function createChat(ctx: BotContext, chat: Chat): Promise<Subscriber> {
  const { db, now } = ctx.needs
  const locale = getLocale(ctx.from?.language_code).tag
  const isPrivate = chat.type === 'private'
  const reader =
    ctx.from && !ctx.from.is_bot && isPrivate
      ? await upsertReader(db, { userId: ctx.from.id, locale }, now())
      : null
  return upsertSubscriber(
    db,
    {
      botId: ctx.me.id,
      chatId: chat.id,
      kind: kindOf(chat),
      title: titleOf(chat),
      readerId: reader?.id ?? null,
      locale,
      timeZone: guessZone(locale),
    },
    now(),
  )
}
