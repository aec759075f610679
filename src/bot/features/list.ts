/** /list and /unsubscribe: what is followed on one screen, in groups and pages; a tap opens one thing. */
import { UserError } from '../../core/errors.ts'
import { ensureSchedule } from '../../db/schedules.ts'
import { findSubscription, updateSubscription } from '../../db/subscription-groups.ts'
import { follow, listSubscriptions, type SubscriptionRow, unfollow } from '../../db/subscriptions.ts'
import { listTopics } from '../../db/topic-samples.ts'
import type { BotContext, Feature } from '../context.ts'
import { nameOf } from '../describe.ts'
import { cleanLine } from '../label.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, send, show } from '../screen.ts'
import { requireRight } from '../rights.ts'
import { keyOf, targetOf } from '../targets.ts'
import { matchTopics } from '../topic-match.ts'
import { type Done, listScreen } from './list-screen.ts'

const maxWords = 60

/** The words last searched for in the list: they are too long for a button. */
async function foundWords(ctx: BotContext): Promise<string | null> {
  const asked = await openQuestion(ctx)
  return asked?.kind === 'list-found' ? String(asked.payload['words']) : null
}

async function showList(ctx: BotContext, page: string | undefined, group = 'a', done: Done | null = null) {
  const words = group === 'q' ? await foundWords(ctx) : null
  await show(ctx, await listScreen(ctx, { page: Number(page), group, words }, done))
}

async function search(ctx: BotContext, text: string): Promise<void> {
  const words = cleanLine(text, maxWords)
  await ask(ctx, 'list-found', { words })
  await send(ctx, await listScreen(ctx, { page: 0, group: 'q', words }))
}

async function drop(ctx: BotContext, [kind, id, page, group]: string[]): Promise<void> {
  const { db } = ctx.needs
  const target = targetOf(kind, id)
  const row = await findSubscription(db, ctx.subscriber.id, target)
  if (!row) return showList(ctx, page, group)
  await unfollow(db, ctx.subscriber.id, target)
  // Its name and folder wait in the question, so that taking it back takes them back.
  if (row.name !== null || row.folder !== null || row.muted)
    await ask(ctx, 'dropped', { key: keyOf(row), name: row.name, folder: row.folder, muted: row.muted })
  const undo = button(ctx.locale.bot.buttons.undo, 'undrop', ...keyOf(row), page ?? 0, group ?? 'a')
  await showList(ctx, page, group, { note: ctx.locale.bot.list.removed(nameOf(ctx.locale, row)), undo })
}

async function undrop(ctx: BotContext, [kind, id, page, group]: string[]): Promise<void> {
  const { db, now } = ctx.needs
  const target = targetOf(kind, id)
  const asked = await openQuestion(ctx)
  // The undo button is on the screen that dropped it; the row is still there unless it was pruned since.
  await follow(db, ctx.subscriber.id, target, now())
  await ensureSchedule(db, ctx.subscriber, null, now())
  if (asked?.kind === 'dropped' && String(asked.payload['key']) === `${kind},${id}`) {
    const { name, folder, muted } = asked.payload as Pick<SubscriptionRow, 'name' | 'folder' | 'muted'>
    await updateSubscription(db, ctx.subscriber.id, target, { name, folder, muted })
    await closeQuestion(ctx)
  }
  const row = await findSubscription(db, ctx.subscriber.id, target)
  await showList(
    ctx,
    page,
    group,
    row ? { note: ctx.locale.bot.list.restored(nameOf(ctx.locale, row)) } : null,
  )
}

/** Everything that a followed thing is called, in lower case. */
const namesOf = (row: SubscriptionRow): string[] =>
  [row.name, ...Object.values(row.names ?? {}), row.title, row.url].flatMap(
    (name) => name?.toLowerCase() ?? [],
  )

const plainName = (text: string): string => text.normalize('NFKC').toLowerCase()

/** True for what a reader may call `text`: any of its names, whole. */
export const goesBy = (row: SubscriptionRow, text: string): boolean => namesOf(row).includes(plainName(text))

/** Stops following what goes by the name `text`, or by a part of it; false where nothing does. */
export async function dropNamed(ctx: BotContext, text: string): Promise<boolean> {
  const { bot } = ctx.locale
  const wanted = plainName(text)
  const rows = await listSubscriptions(ctx.needs.db, ctx.subscriber.id)
  const topics = matchTopics(await listTopics(ctx.needs.db), text).exact.map(({ id }) => id)
  const exact = rows.filter(
    (row) => goesBy(row, text) || (row.topic_id !== null && topics.includes(row.topic_id)),
  )
  const found =
    exact.length > 0 ? exact : rows.filter((row) => namesOf(row).some((name) => name.includes(wanted)))
  const [only] = found
  if (!only) return false
  await requireRight(ctx)
  if (found.length > 1) {
    const choices = found
      .slice(0, 10)
      .map((row) => [button(`✕ ${nameOf(ctx.locale, row)}`, 'drop', ...keyOf(row), 0)])
    await send(ctx, {
      body: [bot.list.which],
      buttons: [...choices, [button(bot.buttons.myList, 'list', 0)]],
    })
    return true
  }
  const [kind, id] = keyOf(only)
  await unfollow(ctx.needs.db, ctx.subscriber.id, targetOf(kind, id))
  await send(ctx, {
    body: [bot.list.removed(nameOf(ctx.locale, only))],
    buttons: [[button(bot.buttons.undo, 'undrop', kind, id, 0), button(bot.buttons.myList, 'list', 0)]],
  })
  return true
}

async function unsubscribe(ctx: BotContext, text: string): Promise<void> {
  if (text === '') await sendList(ctx)
  else if (!(await dropNamed(ctx, text))) throw new UserError('notFollowing')
}

export const list: Feature = {
  commands: {
    list: { run: (ctx, text) => (text === '' ? sendList(ctx) : search(ctx, text)) },
    unsubscribe: { run: unsubscribe },
  },
  presses: {
    list: { run: (ctx, [page, group]) => showList(ctx, page, group) },
    'list-search': {
      run: async (ctx) => {
        const { list: words } = ctx.locale.screens
        await ask(ctx, 'list-search')
        await show(ctx, {
          title: ctx.locale.bot.list.title,
          body: [words.askSearch],
          buttons: [[button(ctx.locale.screens.labels.back, 'list', 0)]],
        })
      },
    },
    drop: { run: drop },
    undrop: { offered: true, run: undrop },
  },
  answers: { 'list-search': search },
}

async function sendList(ctx: BotContext): Promise<void> {
  await send(ctx, await listScreen(ctx))
}
