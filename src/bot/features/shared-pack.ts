/** What a pack's link opens: a look at its topics and sources, to follow all of them or some. */
import { UserError } from '../../core/errors.ts'
import type { Db, Pack } from '../../db/database.ts'
import { findPack, isInPack, listPackItems } from '../../db/packs.ts'
import { ensureSchedule } from '../../db/schedules.ts'
import { follow, type Target, unfollow } from '../../db/subscriptions.ts'
import { type BotContext, type Feature, threadOf } from '../context.ts'
import { nameOf } from '../describe.ts'
import { pageOf, turnPage } from '../paging.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, inRows, marked, type Screen, show } from '../screen.ts'
import { keyOf, targetOf } from '../targets.ts'

/** The first look; nothing is followed before a tap. */
export async function sharedPackScreen(
  ctx: BotContext,
  pack: Pack,
  wanted = 0,
  done: { note: string; undo: boolean } | null = null,
): Promise<Screen> {
  const { packs: words, labels } = ctx.locale.screens
  const { buttons } = ctx.locale.bot
  const items = await listPackItems(ctx.needs.db, pack.id, ctx.subscriber.id)
  const topics = items.filter((item) => item.topic_id !== null).length
  const { rows, page, pages } = pageOf(items, wanted)
  const toggles = rows.map((item) => {
    const name = nameOf(ctx.locale, item)
    return button(
      marked(ctx, item.followed, name),
      'pack-pick',
      pack.code,
      ...keyOf(item),
      item.followed ? 0 : 1,
      page,
    )
  })
  const some = items.some((item) => item.followed)
  return {
    title: pack.name,
    body: [done?.note ?? null, words.contents(topics, items.length - topics), words.offer],
    buttons: [
      ...(done?.undo ? [[button(buttons.undo, 'pack-undo', pack.code)]] : []),
      ...inRows(toggles, 2),
      turnPage(ctx, page, pages, 'pack-see', (to) => [pack.code, to]),
      items.every((item) => item.followed) ? [] : [button(labels.followAll, 'pack-all', pack.code)],
      some
        ? [button(buttons.firstDigest, 'begin'), button(buttons.myList, 'list', 0)]
        : [button(buttons.topics, 'topics')],
    ],
  }
}

async function shared(ctx: BotContext, code: string | undefined): Promise<Pack> {
  const pack = await findPack(ctx.needs.db, code ?? '')
  if (!pack) throw new UserError('gone')
  return pack
}

async function pick(ctx: BotContext, [code, kind, id, on, page]: string[]): Promise<void> {
  const { db, now } = ctx.needs
  const pack = await shared(ctx, code)
  const target = targetOf(kind, id)
  if (!(await isInPack(db, pack.id, target))) throw new UserError('gone')
  if (on === '1') {
    await follow(db, ctx.subscriber.id, target, now())
    await ensureSchedule(db, ctx.subscriber, threadOf(ctx), now())
  } else await unfollow(db, ctx.subscriber.id, target)
  await show(ctx, await sharedPackScreen(ctx, pack, Number(page)))
}

/** Follows what is not followed yet; returns it. */
async function followMissing(ctx: BotContext, trx: Db, pack: Pack): Promise<Target[]> {
  const items = await listPackItems(trx, pack.id, ctx.subscriber.id)
  const missing = items.filter((item) => !item.followed).map((item) => targetOf(...keyOf(item)))
  for (const target of missing) await follow(trx, ctx.subscriber.id, target, ctx.needs.now())
  if (missing.length > 0) await ensureSchedule(trx, ctx.subscriber, threadOf(ctx), ctx.needs.now())
  return missing
}

async function followAll(ctx: BotContext, [code]: string[]): Promise<void> {
  const { packs: words } = ctx.locale.screens
  const pack = await shared(ctx, code)
  const added = await ctx.needs.db.transaction().execute((trx) => followMissing(ctx, trx, pack))
  if (added.length > 0) await ask(ctx, 'pack-followed', { code: pack.code, added })
  const note = added.length === 0 ? words.nothingMore : words.followedAll(added.length)
  await show(ctx, await sharedPackScreen(ctx, pack, 0, { note, undo: added.length > 0 }))
}

async function undo(ctx: BotContext, [code]: string[]): Promise<void> {
  const pack = await shared(ctx, code)
  const asked = await openQuestion(ctx)
  const isThis = asked?.kind === 'pack-followed' && asked.payload['code'] === code
  const added = isThis ? (asked.payload['added'] as Target[]) : []
  for (const target of added) await unfollow(ctx.needs.db, ctx.subscriber.id, target)
  if (isThis) await closeQuestion(ctx)
  const { undone } = ctx.locale.screens.packs
  await show(ctx, await sharedPackScreen(ctx, pack, 0, { note: undone, undo: false }))
}

export const sharedPacks: Feature = {
  presses: {
    'pack-see': {
      run: async (ctx, [code, page]) =>
        show(ctx, await sharedPackScreen(ctx, await shared(ctx, code), Number(page))),
    },
    'pack-pick': { run: pick },
    'pack-all': { run: followAll },
    'pack-undo': { run: undo },
  },
}
