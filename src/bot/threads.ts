/** Makes a topic thread in a forum for each subject that the chat follows, with a digest of its own. */
import { GrammyError } from 'grammy'
import { UserError } from '../core/errors.ts'
import { covers } from '../core/selection.ts'
import { nextDue } from '../core/schedule.ts'
import { noteThread } from '../db/chats.ts'
import { moveThing } from '../db/covered-things.ts'
import { ensureSchedule, insertSchedule, listSchedules, updateSchedule } from '../db/schedules.ts'
import { listSubscriptions, type SubscriptionRow } from '../db/subscriptions.ts'
import { getLocale } from '../locales/locales.ts'
import type { BotContext } from './context.ts'
import { nameOf } from './describe.ts'

/** https://core.telegram.org/bots/api#createforumtopic: 1-128 characters. */
const longestName = 100

async function createThread(ctx: BotContext, name: string): Promise<number> {
  const { chat_id: chatId, title } = ctx.subscriber
  try {
    return (await ctx.api.createForumTopic(chatId, name)).message_thread_id
  } catch (error) {
    const isRefused =
      error instanceof GrammyError &&
      error.error_code === 400 &&
      /rights|admin_required|not a forum/iu.test(error.description)
    throw isRefused ? new UserError('noTopicRights', { title }) : error
  }
}

/**
 * Gives every followed topic that has no digest of its own in a thread such a digest, and a thread for it; at the
 * hours of the chat's first digest. Throws UserError 'noTopicRights'; what was made before stays.
 */
export async function makeThreads(ctx: BotContext): Promise<void> {
  const { db, now } = ctx.needs
  const { id } = ctx.subscriber
  const rule = await ensureSchedule(db, ctx.subscriber, null, now())
  const topics = (await listSubscriptions(db, id)).filter((row) => row.topic_id !== null)
  for (const topic of topics) {
    const all = await listSchedules(db, id)
    const hasOwn = all.some(
      ({ selection, thread_id: thread }) =>
        thread !== null && !('all' in selection) && covers(selection, topic),
    )
    if (!hasOwn) await giveThread(ctx, topic, rule)
  }
}

async function giveThread(
  ctx: BotContext,
  topic: SubscriptionRow,
  { times, days, time_zone: timeZone }: { times: string[]; days: number[]; time_zone: string },
): Promise<void> {
  const { db, now } = ctx.needs
  const { id: subscriberId } = ctx.subscriber
  // In the forum's language, whoever asks for it.
  const name = nameOf(getLocale(ctx.subscriber.locale), topic, longestName)
  const threadId = await createThread(ctx, name)
  await noteThread(db, subscriberId, threadId, name)
  await db.transaction().execute(async (trx) => {
    const schedule = await insertSchedule(
      trx,
      {
        subscriberId,
        threadId,
        selection: { topics: [], sources: [] },
        times,
        days,
        timeZone,
        nextDueAt: nextDue({ times, days, timeZone }, now()),
      },
      now(),
    )
    // Its news begins now: what the chat's other digests have told is not told again.
    await updateSchedule(trx, schedule.id, { window_from: now() })
    await moveThing(trx, subscriberId, topic, schedule.id)
  })
}
