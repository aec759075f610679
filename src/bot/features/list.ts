/** /list and /unsubscribe: what is followed on one paged screen; a tap stops following, another takes that back. */
import type { InlineKeyboardButton } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import { ensureSchedule } from '../../db/schedules.ts'
import {
  countSubscriptions,
  follow,
  listFollowedTopics,
  listSubscriptions,
  type SubscriptionRow,
  type Target,
  unfollow,
} from '../../db/subscriptions.ts'
import type { BotContext, Feature } from '../context.ts'
import { nameOf } from '../describe.ts'
import { button, inRows, type Screen, send, show } from '../screen.ts'

const pageSize = 8

const targetOf = (kind: string | undefined, id: string | undefined): Target =>
  kind === 't' ? { topicId: Number(id) } : { sourceId: Number(id) }
const wordsOf = (row: SubscriptionRow): [string, number] =>
  row.topic_id === null ? ['s', row.source_id ?? 0] : ['t', row.topic_id]

function lineOf(ctx: BotContext, row: SubscriptionRow): string {
  const { list } = ctx.locale.bot
  const name = nameOf(ctx.locale, row)
  if (row.topic_id !== null) return `• ${name} (${list.topic})`
  if (row.source_state === 'stopped') return `• ${name}: ${list.stopped}`
  return row.failing_since === null ? `• ${name}` : `• ${name}: ${list.failing}`
}

/** One page; `note` tells what was just done, `undo` takes it back. */
async function listScreen(
  ctx: BotContext,
  wanted: number,
  done: { note: string; undo?: InlineKeyboardButton } | null = null,
): Promise<Screen> {
  const { bot } = ctx.locale
  const { db } = ctx.needs
  const total = await countSubscriptions(db, ctx.subscriber.id)
  const undo = done?.undo ? [[done.undo]] : []
  if (total === 0)
    return {
      title: bot.list.title,
      body: [done?.note ?? null, bot.list.empty],
      buttons: [...undo, [button(bot.buttons.topics, 'topics')]],
    }
  const pages = Math.ceil(total / pageSize)
  const page = Math.min(Math.max(0, Number.isInteger(wanted) ? wanted : 0), pages - 1)
  const rows = await listSubscriptions(db, ctx.subscriber.id, { offset: page * pageSize, limit: pageSize })
  const topics = (await listFollowedTopics(db, ctx.subscriber.id)).length
  const turn = [
    ...(page > 0 ? [button(bot.buttons.previous, 'list', page - 1)] : []),
    ...(page < pages - 1 ? [button(bot.buttons.next, 'list', page + 1)] : []),
  ]
  return {
    title: bot.list.title,
    body: [
      done?.note ?? null,
      bot.list.summary(topics, total - topics),
      rows.map((row) => lineOf(ctx, row)).join('\n'),
      pages > 1 ? bot.list.page(page + 1, pages) : null,
      bot.list.howToAdd,
    ],
    buttons: [
      ...undo,
      ...inRows(
        rows.map((row) => button(`✕ ${nameOf(ctx.locale, row)}`, 'drop', ...wordsOf(row), page)),
        2,
      ),
      turn,
      [button(bot.buttons.topics, 'topics'), button(bot.buttons.settings, 'settings')],
    ].filter((row) => row.length > 0),
  }
}

async function drop(ctx: BotContext, [kind, id, page]: string[]): Promise<void> {
  const { db } = ctx.needs
  const row = await findRow(ctx, targetOf(kind, id))
  if (!row) {
    await show(ctx, await listScreen(ctx, Number(page)))
    return
  }
  await unfollow(db, ctx.subscriber.id, targetOf(kind, id))
  const note = ctx.locale.bot.list.removed(nameOf(ctx.locale, row))
  const undo = button(ctx.locale.bot.buttons.undo, 'undrop', ...wordsOf(row), page ?? 0)
  await show(ctx, await listScreen(ctx, Number(page), { note, undo }))
}

async function findRow(ctx: BotContext, target: Target): Promise<SubscriptionRow | undefined> {
  const rows = await listSubscriptions(ctx.needs.db, ctx.subscriber.id)
  return rows.find((row) =>
    'topicId' in target ? row.topic_id === target.topicId : row.source_id === target.sourceId,
  )
}

async function undrop(ctx: BotContext, [kind, id, page]: string[]): Promise<void> {
  const { db, now } = ctx.needs
  const target = targetOf(kind, id)
  // The undo button is on the screen that dropped it; the row is still there unless it was pruned since.
  await follow(db, ctx.subscriber.id, target, now())
  await ensureSchedule(db, ctx.subscriber, null, now())
  const row = await findRow(ctx, target)
  const note = row ? ctx.locale.bot.list.restored(nameOf(ctx.locale, row)) : null
  await show(ctx, await listScreen(ctx, Number(page), note === null ? null : { note }))
}

async function unsubscribe(ctx: BotContext, text: string): Promise<void> {
  const { bot } = ctx.locale
  if (text === '') {
    await send(ctx, await listScreen(ctx, 0))
    return
  }
  const wanted = text.normalize('NFKC').toLowerCase()
  const rows = await listSubscriptions(ctx.needs.db, ctx.subscriber.id)
  const names = (row: SubscriptionRow) =>
    [...Object.values(row.names ?? {}), row.title, row.url].flatMap((name) => name?.toLowerCase() ?? [])
  const exact = rows.filter((row) => names(row).includes(wanted))
  const found =
    exact.length > 0 ? exact : rows.filter((row) => names(row).some((name) => name.includes(wanted)))
  const [only] = found
  if (!only) throw new UserError('notFollowing')
  if (found.length > 1) {
    const choices = found
      .slice(0, 10)
      .map((row) => [button(`✕ ${nameOf(ctx.locale, row)}`, 'drop', ...wordsOf(row), 0)])
    await send(ctx, {
      body: [bot.list.which],
      buttons: [...choices, [button(bot.buttons.myList, 'list', 0)]],
    })
    return
  }
  const [kind, id] = wordsOf(only)
  await unfollow(ctx.needs.db, ctx.subscriber.id, targetOf(kind, String(id)))
  await send(ctx, {
    body: [bot.list.removed(nameOf(ctx.locale, only))],
    buttons: [[button(bot.buttons.undo, 'undrop', kind, id, 0), button(bot.buttons.myList, 'list', 0)]],
  })
}

export const list: Feature = {
  commands: {
    list: { run: async (ctx) => void (await send(ctx, await listScreen(ctx, 0))) },
    unsubscribe: { run: unsubscribe },
  },
  presses: {
    list: { run: async (ctx, [page]) => void (await show(ctx, await listScreen(ctx, Number(page)))) },
    drop: { run: drop },
    undrop: { run: undrop },
  },
}
