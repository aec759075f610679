/** How often one person may make the bot work: turns a minute, and work that costs (pages, answers, previews) a day. */
import type { Message } from 'grammy/types'
import { UserError } from '../core/errors.ts'
import type { Enqueue } from '../core/jobs.ts'
import type { Db } from '../db/database.ts'
import { type Spent, spend } from '../db/quotas.ts'
import type { BotContext } from './context.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** Whoever stands behind the update; a channel's own posts count for the channel. Null: operators are not bound. */
function countedFor(ctx: BotContext): number | null {
  const id = ctx.from?.id ?? ctx.chat?.id
  return id === undefined || ctx.needs.config.adminIds.includes(id) ? null : id
}

async function take(ctx: BotContext, kind: string, size: number | undefined, perMs: number): Promise<Spent> {
  const userId = countedFor(ctx)
  if (userId === null || size === undefined) return { granted: true }
  const { db, now } = ctx.needs
  return spend(db, { botId: ctx.me.id, userId, kind, size, perMs }, now())
}

/** Whether this update may be answered. Throws UserError 'tooFast' the first time it may not; later ones are passed over. */
export async function mayTakeTurn(ctx: BotContext): Promise<boolean> {
  const turn = await take(ctx, 'turns', ctx.needs.config.perMinute, minuteMs)
  if (turn.granted) return true
  if (turn.tell) throw new UserError('tooFast', { seconds: Math.ceil(turn.waitMs / 1000) })
  return false
}

/** An album's pictures come one by one, within this long. */
const albumMs = 10_000

/** Whether a message is a whole one or the first that came of an album: the others are not answered by themselves. */
export async function isFirstOfAlbum(ctx: BotContext, msg: Message): Promise<boolean> {
  if (msg.media_group_id === undefined) return true
  const userId = ctx.from?.id ?? msg.chat.id
  const { db, now } = ctx.needs
  return (await spend(db, { botId: ctx.me.id, userId, kind: 'album', size: 1, perMs: albumMs }, now()))
    .granted
}

/** The same queue, each call to which costs the person one of their day. It throws UserError 'daySpent' when none is left. */
export function limitWork(ctx: BotContext, enqueue: Enqueue<Db>): Enqueue<Db> {
  return async (trx, name, payload, options) => {
    const work = await take(ctx, 'work', ctx.needs.config.perDay, dayMs)
    if (!work.granted) throw new UserError('daySpent', { minutes: Math.ceil(work.waitMs / minuteMs) })
    await enqueue(trx, name, payload, options)
  }
}
