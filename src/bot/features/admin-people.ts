/** The operator's words to everybody, and what one person may do: message, test, progress; blocked, limited or invited. */
import { UserError } from '../../core/errors.ts'
import {
  countBroadcast,
  countReachable,
  findBroadcast,
  insertBroadcast,
  sendBroadcast,
  stopBroadcast,
} from '../../db/broadcasts.ts'
import type { Broadcast, Reader } from '../../db/database.ts'
import { countReaderTokens, updateReader } from '../../db/operator.ts'
import { findReader, upsertReader } from '../../db/readers.ts'
import type { BotContext, Feature } from '../context.ts'
import { forOperators } from '../operators.ts'
import { ask, closeQuestion } from '../questions.ts'
import { button, type Screen, send, show } from '../screen.ts'

const limits = [0, 10_000, 100_000, 1_000_000]
const dayMs = 86_400_000

async function draftScreen(ctx: BotContext, draft: Broadcast): Promise<Screen> {
  const { admin: words } = ctx.locale
  const chats = await countReachable(ctx.needs.db, ctx.me.id)
  return {
    title: words.labels.broadcast,
    body: [words.draft(chats)],
    buttons: [
      [button(words.labels.test, 'bc-test', draft.id)],
      [button(words.sendTo(chats), 'bc-send', draft.id)],
      [button(words.labels.rewrite, 'adm-broadcast'), button(words.labels.cancel, 'admin')],
    ],
  }
}

async function progressScreen(ctx: BotContext, { id, state }: Broadcast): Promise<Screen> {
  const { admin: words } = ctx.locale
  const { sent, waiting, failed, stopped } = await countBroadcast(ctx.needs.db, id)
  return {
    title: words.labels.broadcast,
    body: [words.progress(sent, waiting, failed), state === 'stopped' ? words.stopped(stopped) : null],
    buttons: [
      waiting > 0
        ? [button(words.labels.refresh, 'bc-look', id), button(words.labels.stop, 'bc-stop', id)]
        : [],
      [button(words.labels.back, 'admin')],
    ].filter((row) => row.length > 0),
  }
}

async function broadcastOf(ctx: BotContext, id: string | undefined): Promise<Broadcast> {
  const found = await findBroadcast(ctx.needs.db, Number(id) || 0)
  if (!found || found.bot_id !== ctx.me.id) throw new UserError('gone')
  return found
}

/** The message as every chat will see it. */
async function sample(ctx: BotContext, { text, entities }: Broadcast): Promise<void> {
  await ctx.reply(text, { entities: entities as never })
}

async function readerScreen(ctx: BotContext, reader: Reader, note: string | null): Promise<Screen> {
  const { admin: words } = ctx.locale
  const { db, now } = ctx.needs
  const used = await countReaderTokens(db, reader.id, new Date(now().getTime() - dayMs))
  const { user_id: user } = reader
  return {
    title: words.reader(String(user)),
    body: [
      note,
      [
        reader.blocked ? words.isBlocked : words.isWelcome,
        reader.daily_tokens === null ? words.usualLimit : words.ownLimit(reader.daily_tokens),
        words.used(used),
      ].join('\n'),
    ],
    buttons: [
      [
        button(
          reader.blocked ? words.labels.unblock : words.labels.block,
          'rd-block',
          user,
          reader.blocked ? 0 : 1,
        ),
      ],
      limits.map((limit) => button(words.limit(limit), 'rd-limit', user, limit)),
      [button(words.labels.usualLimit, 'rd-limit', user, 'usual')],
      [button(words.labels.back, 'admin')],
    ],
  }
}

async function changeReader(
  ctx: BotContext,
  user: string | undefined,
  changes: Parameters<typeof updateReader>[2],
): Promise<void> {
  const { db } = ctx.needs
  if (!(await updateReader(db, Number(user), changes))) throw new UserError('gone')
  const reader = await findReader(db, Number(user))
  if (reader) await show(ctx, await readerScreen(ctx, reader, ctx.locale.bot.settings.saved))
}

export const administeringPeople: Feature = forOperators({
  presses: {
    'adm-broadcast': {
      run: async (ctx) => {
        const { admin: words } = ctx.locale
        await ask(ctx, 'broadcast')
        await show(ctx, {
          title: words.labels.broadcast,
          body: [words.askBroadcast],
          buttons: [[button(words.labels.back, 'admin')]],
        })
      },
    },
    'bc-test': {
      run: async (ctx, [id]) => {
        const draft = await broadcastOf(ctx, id)
        await sample(ctx, draft)
        await send(ctx, await draftScreen(ctx, draft))
      },
    },
    'bc-send': {
      run: async (ctx, [id]) => {
        const { id: broadcastId } = await broadcastOf(ctx, id)
        const { db, now } = ctx.needs
        await db.transaction().execute((trx) => sendBroadcast(trx, broadcastId, now()))
        await show(ctx, await progressScreen(ctx, await broadcastOf(ctx, id)))
      },
    },
    'bc-look': {
      run: async (ctx, [id]) => show(ctx, await progressScreen(ctx, await broadcastOf(ctx, id))),
    },
    'bc-stop': {
      run: async (ctx, [id]) => {
        const { id: broadcastId } = await broadcastOf(ctx, id)
        await ctx.needs.db.transaction().execute((trx) => stopBroadcast(trx, broadcastId))
        await show(ctx, await progressScreen(ctx, await broadcastOf(ctx, id)))
      },
    },
    'adm-readers': {
      run: async (ctx) => {
        const { admin: words } = ctx.locale
        await ask(ctx, 'reader')
        await show(ctx, {
          title: words.labels.readers,
          body: [words.askReader],
          buttons: [[button(words.labels.back, 'admin')]],
        })
      },
    },
    'rd-block': { run: (ctx, [user, on]) => changeReader(ctx, user, { blocked: on === '1' }) },
    'rd-limit': {
      run: (ctx, [user, limit]) =>
        changeReader(ctx, user, { daily_tokens: limit === 'usual' ? null : Number(limit) || 0 }),
    },
  },
  answers: {
    broadcast: async (ctx, text) => {
      const { db, now } = ctx.needs
      const draft = await insertBroadcast(
        db,
        { botId: ctx.me.id, text, entities: ctx.msg?.text === text ? (ctx.msg.entities ?? []) : [] },
        now(),
      )
      await closeQuestion(ctx)
      await sample(ctx, draft)
      await send(ctx, await draftScreen(ctx, draft))
    },
    reader: async (ctx, text) => {
      const { db, now } = ctx.needs
      if (!/^\d{1,15}$/u.test(text)) {
        return send(ctx, {
          body: [ctx.locale.admin.askReader],
          buttons: [[button(ctx.locale.admin.labels.back, 'admin')]],
        })
      }
      await closeQuestion(ctx)
      const known = await findReader(db, Number(text))
      const reader =
        known ?? (await upsertReader(db, { userId: Number(text), locale: ctx.locale.tag }, now()))
      await send(ctx, await readerScreen(ctx, reader, known ? null : ctx.locale.bot.invited(text)))
    },
  },
})
