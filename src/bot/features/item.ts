/** One followed thing: its health, and the buttons that rename it, file it away, mute it, share it or stop following it. */
import type { InlineKeyboardButton } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import { covers } from '../../core/selection.ts'
import { listSchedules } from '../../db/schedules.ts'
import { findSource } from '../../db/sources.ts'
import {
  countGroups,
  countRecent,
  findSubscription,
  updateSubscription,
} from '../../db/subscription-groups.ts'
import type { SubscriptionRow } from '../../db/subscriptions.ts'
import { formatAge, formatDay, formatList } from '../../locales/format.ts'
import { errorText } from '../../locales/locales.ts'
import { siteName } from '../../locales/site-name.ts'
import type { BotContext, Feature } from '../context.ts'
import { nameOf } from '../describe.ts'
import { cleanLine, typedName } from '../label.ts'
import { ask, closeQuestion, openQuestion } from '../questions.ts'
import { button, inRows, type Screen, send, show } from '../screen.ts'
import { keyOf, targetOf } from '../targets.ts'

const weekMs = 7 * 86_400_000
const mostFolders = 12

/** Where a button came from: kind, id, and the page and group of the list to go back to. */
export type Words = readonly (string | undefined)[]

/** The followed thing that a button names. Throws UserError 'notFollowing'. */
export async function rowOf(ctx: BotContext, [kind, id]: Words): Promise<SubscriptionRow> {
  const row = await findSubscription(ctx.needs.db, ctx.subscriber.id, targetOf(kind, id))
  if (!row) throw new UserError('notFollowing')
  return row
}

/** What is known of how it does. */
async function healthOf(ctx: BotContext, row: SubscriptionRow): Promise<string> {
  const { item: words } = ctx.locale.screens
  const { tag } = ctx.locale
  const now = ctx.needs.now()
  const recent = words.lastWeek(
    await countRecent(ctx.needs.db, targetOf(...keyOf(row)), new Date(now.getTime() - weekMs)),
  )
  if (row.source_id === null) return recent
  const age = (at: Date) => formatAge(tag, now.getTime() - at.getTime())
  const state =
    row.source_state === 'stopped'
      ? words.stopped
      : row.failing_since !== null
        ? `${words.failing(formatDay(tag, row.failing_since, ctx.subscriber.time_zone, ctx.needs.now()))} ${errorText(ctx.locale, { key: row.error ?? 'unreachable', args: { host: siteName(row.url ?? '') } })}`
        : row.polled_at === null
          ? words.unread
          : words.well(age(row.polled_at))
  return [state, row.last_item_at === null ? null : words.newest(age(row.last_item_at)), recent]
    .filter((line) => line !== null)
    .join('\n')
}

/** The link that follows it for whoever opens it; only for what everybody may follow. */
async function shareButton(ctx: BotContext, row: SubscriptionRow): Promise<InlineKeyboardButton[]> {
  const { labels } = ctx.locale.screens
  const shared = row.source_id === null ? row.slug : (await findSource(ctx.needs.db, row.source_id))?.shared
  if (!shared || (row.topic_id !== null && row.topic_owner !== null)) return []
  const payload = row.source_id === null ? `topic_${row.slug}` : `src_${row.source_id}`
  return [{ text: labels.copyLink, copy_text: { text: `https://t.me/${ctx.me.username}?start=${payload}` } }]
}

/** Which of several digests bring it; null where there is only one. */
async function digestsOf(ctx: BotContext, row: SubscriptionRow): Promise<string | null> {
  const { item: said } = ctx.locale.screens
  const all = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  if (all.length < 2) return null
  const numbers = all.flatMap(({ selection }, at) => (covers(selection, row) ? [String(at + 1)] : []))
  return numbers.length === 0 ? said.inNoDigest : said.inDigest(formatList(ctx.locale.tag, numbers))
}

/** One followed thing. */
export async function itemScreen(ctx: BotContext, words: Words, note: string | null): Promise<Screen> {
  const { item: said, labels } = ctx.locale.screens
  const { bot } = ctx.locale
  const row = await rowOf(ctx, words)
  const where = [...keyOf(row), words[2] ?? '0', words[3] ?? 'a']
  const isFailing = row.failing_since !== null || row.source_state === 'stopped'
  return {
    title: nameOf(ctx.locale, row),
    body: [
      note,
      [
        row.url === null ? said.topic : cleanLine(row.url, 300),
        row.folder === null ? null : said.folder(row.folder),
        row.muted ? said.mutedNote : null,
        await digestsOf(ctx, row),
      ]
        .filter((line) => line !== null)
        .join('\n'),
      await healthOf(ctx, row),
    ],
    buttons: [
      [button(labels.rename, 'it-name', ...where), button(labels.folder, 'it-folder', ...where)],
      [
        button(row.muted ? labels.unmute : labels.mute, 'it-mute', ...where, row.muted ? 0 : 1),
        ...(row.topic_id === null ? [] : [button(bot.buttons.digestNow, 'preview', row.topic_id)]),
      ],
      [button(labels.otherDigest, 'it-digest', ...where)],
      isFailing && row.source_id !== null
        ? [
            button(bot.buttons.retry, 'retry', row.source_id),
            button(bot.buttons.findFeed, 'find-feed', row.source_id),
          ]
        : [],
      await shareButton(ctx, row),
      [button(bot.buttons.unfollowSource, 'drop', ...where)],
      [button(labels.back, 'list', words[2] ?? 0, words[3] ?? 'a')],
    ].filter((buttons) => buttons.length > 0),
  }
}

async function showItem(ctx: BotContext, words: Words, note: string | null = null): Promise<void> {
  await show(ctx, await itemScreen(ctx, words, note))
}

async function change(
  ctx: BotContext,
  words: Words,
  changes: Parameters<typeof updateSubscription>[3],
): Promise<void> {
  const target = targetOf(words[0], words[1])
  if (!(await updateSubscription(ctx.needs.db, ctx.subscriber.id, target, changes)))
    throw new UserError('notFollowing')
}

/** The words of the button that asked what is typed now. */
export async function askedAbout(ctx: BotContext): Promise<string[]> {
  const words = (await openQuestion(ctx))?.payload['words']
  return Array.isArray(words) ? words.map(String) : []
}

/** Takes a typed name or folder for what the question was about. */
function typed(field: 'name' | 'folder') {
  return async (ctx: BotContext, text: string): Promise<void> => {
    const words = await askedAbout(ctx)
    await change(ctx, words, { [field]: typedName(text) })
    await closeQuestion(ctx)
    await send(ctx, await itemScreen(ctx, words, ctx.locale.bot.settings.saved))
  }
}

async function askName(ctx: BotContext, words: string[]): Promise<void> {
  const { item: said, labels } = ctx.locale.screens
  const row = await rowOf(ctx, words)
  await ask(ctx, 'item-name', { words })
  await show(ctx, {
    title: nameOf(ctx.locale, row),
    body: [said.askName],
    buttons: [
      row.name === null ? [] : [button(labels.ownName, 'it-own', ...words)],
      [button(labels.back, 'item', ...words)],
    ].filter((buttons) => buttons.length > 0),
  })
}

async function askFolder(ctx: BotContext, words: string[]): Promise<void> {
  const { item: said, labels } = ctx.locale.screens
  const row = await rowOf(ctx, words)
  const { folders } = await countGroups(ctx.needs.db, ctx.subscriber.id)
  const others = folders.filter(({ name }) => name !== row.folder).slice(0, mostFolders)
  await ask(ctx, 'item-folder', { words })
  await show(ctx, {
    title: nameOf(ctx.locale, row),
    body: [said.askFolder],
    buttons: [
      ...inRows(
        others.map(({ key, name }) => button(name, 'it-into', ...words, key)),
        2,
      ),
      row.folder === null ? [] : [button(labels.noFolder, 'it-into', ...words, '')],
      [button(labels.back, 'item', ...words)],
    ].filter((buttons) => buttons.length > 0),
  })
}

export const items: Feature = {
  presses: {
    item: { run: (ctx, words) => showItem(ctx, words) },
    'it-name': { run: askName },
    'it-own': {
      run: async (ctx, words) => {
        await change(ctx, words, { name: null })
        await closeQuestion(ctx)
        await showItem(ctx, words, ctx.locale.bot.settings.saved)
      },
    },
    'it-folder': { run: askFolder },
    'it-into': {
      run: async (ctx, words) => {
        const { folders } = await countGroups(ctx.needs.db, ctx.subscriber.id)
        const folder = folders.find(({ key }) => key === words[4])?.name ?? null
        if (folder === null && words[4] !== '') throw new UserError('gone')
        await change(ctx, words, { folder })
        await closeQuestion(ctx)
        await showItem(ctx, words, ctx.locale.bot.settings.saved)
      },
    },
    'it-mute': {
      run: async (ctx, words) => {
        const muted = words[4] === '1'
        await change(ctx, words, { muted })
        const { item: said } = ctx.locale.screens
        await showItem(ctx, words, muted ? null : said.unmuted)
      },
    },
  },
  answers: { 'item-name': typed('name'), 'item-folder': typed('folder') },
}
