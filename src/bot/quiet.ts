/** In a group, an answer meant for one person: seen by that person alone where Telegram can, else gone after a minute. */
import { insertDeliveries } from '../db/deliveries.ts'
import { findSubscriber } from '../db/subscribers.ts'
import { judgeError } from '../telegram/errors.ts'
import { type BotContext, threadOf } from './context.ts'

/** Long enough to read one sentence. */
const shownMs = 60_000

/** Answers so that a group is not filled with what concerns one member; elsewhere an ordinary reply. */
export async function replyQuietly(ctx: BotContext, text: string): Promise<void> {
  const { chat, from } = ctx
  if (!chat || !from || (chat.type !== 'group' && chat.type !== 'supergroup')) {
    await ctx.reply(text)
    return
  }
  const thread = threadOf(ctx)
  try {
    // https://core.telegram.org/bots/api#ephemeralmessageparameters
    await ctx.api.sendMessage(chat.id, text, {
      ...(thread === null ? {} : { message_thread_id: thread }),
      ephemeral_message_parameters: { receiver_user_id: from.id },
    })
  } catch (error) {
    if (judgeError(error).kind === 'gone') throw error
    await replyForAMinute(ctx, text)
  }
}

async function replyForAMinute(ctx: BotContext, text: string): Promise<void> {
  const { db, now } = ctx.needs
  const { message_id: messageId, chat } = await ctx.reply(text, { disable_notification: true })
  const subscriber = await findSubscriber(db, ctx.me.id, chat.id)
  if (!subscriber) return
  await insertDeliveries(
    db,
    [
      {
        botId: ctx.me.id,
        subscriberId: subscriber.id,
        digestId: null,
        part: 0,
        kind: 'notice',
        payload: { method: 'deleteMessage', params: { message_id: messageId } },
        key: `delete:${chat.id}:${messageId}`,
      },
    ],
    new Date(now().getTime() + shownMs),
  )
}
