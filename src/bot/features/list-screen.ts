/** The screen of /list: groups first where there is much, else the things themselves, each with its health. */
import type { InlineKeyboardButton } from 'grammy/types'
import { covers } from '../../core/selection.ts'
import type { Schedule } from '../../db/database.ts'
import { listSchedules } from '../../db/schedules.ts'
import { countGroups, type Group, type GroupCounts, listGroup } from '../../db/subscription-groups.ts'
import type { SubscriptionRow } from '../../db/subscriptions.ts'
import { formatField, formatList } from '../../locales/format.ts'
import type { BotContext } from '../context.ts'
import { nameOf } from '../describe.ts'
import { cleanLine } from '../label.ts'
import { clampPage, pageSize, turnPage } from '../paging.ts'
import { button, inRows, type Screen } from '../screen.ts'
import { keyOf } from '../targets.ts'

/** What was just done, told above the list, and the button that takes it back. */
export interface Done {
  note: string
  undo?: InlineKeyboardButton
}

/** A place in the list: `group` as a button names it, `words` what was searched for. */
export interface Place {
  page: number
  group: string
  words: string | null
}

const mostFolders = 40
/** Leaves room for the count in a button. */
const maxGroupName = 20

function groupOf({ group, words }: Place): Group {
  if (group === 'q' && words !== null) return { kind: 'found', words }
  if (group.startsWith('f')) return { kind: 'folder', key: group.slice(1) }
  const kinds = { t: 'topics', s: 'loose', x: 'failing', m: 'muted' } as const
  return { kind: kinds[group as keyof typeof kinds] ?? 'all' }
}

/** `schedules`: those of the chat, where a line is to say which of them bring the thing. */
function lineOf(ctx: BotContext, row: SubscriptionRow, schedules: readonly Schedule[]): string {
  const { list } = ctx.locale.bot
  const digests = schedules.flatMap(({ selection }, at) => (covers(selection, row) ? [String(at + 1)] : []))
  const name = nameOf(ctx.locale, row)
  const notes = [
    row.topic_id === null ? null : list.topic,
    schedules.length > 1 && digests.length > 0
      ? ctx.locale.screens.list.inDigest(formatList(ctx.locale.tag, digests))
      : null,
    row.muted ? ctx.locale.screens.list.muted : null,
    row.source_state === 'stopped' ? list.stopped : row.failing_since === null ? null : list.failing,
  ].filter((note) => note !== null)
  return notes.length === 0 ? `• ${name}` : `• ${formatField(ctx.locale.tag, name, notes.join(' · '))}`
}

/** The list, or one group of it. */
export async function listScreen(
  ctx: BotContext,
  place: Place = { page: 0, group: 'a', words: null },
  done: Done | null = null,
): Promise<Screen> {
  const { bot } = ctx.locale
  const counts = await countGroups(ctx.needs.db, ctx.subscriber.id)
  const undo = done?.undo ? [[done.undo]] : []
  if (counts.total === 0)
    return {
      title: bot.list.title,
      body: [done?.note ?? null, bot.list.empty],
      buttons: [...undo, [button(bot.buttons.topics, 'topics')]],
    }
  const group = groupOf(place)
  const isOverview = group.kind === 'all' && counts.total > pageSize
  const inside = isOverview ? overview(ctx, counts) : await page(ctx, place, group)
  return {
    title: bot.list.title,
    body: [done?.note ?? null, bot.list.summary(counts.topics, counts.sources), ...inside.body],
    buttons: [...undo, ...inside.buttons].filter((row) => row.length > 0),
  }
}

function overview(
  ctx: BotContext,
  counts: GroupCounts,
): { body: string[]; buttons: InlineKeyboardButton[][] } {
  const { list: words, labels } = ctx.locale.screens
  const { bot } = ctx.locale
  const named = (label: string, count: number, key: string) =>
    count > 0 ? [button(words.group(cleanLine(label, maxGroupName), count), 'list', 0, key)] : []
  const groups = [
    ...named(words.topics, counts.topics, 't'),
    ...counts.folders.slice(0, mostFolders).flatMap((each) => named(each.name, each.count, `f${each.key}`)),
    ...named(counts.folders.length > 0 ? words.loose : words.sources, counts.loose, 's'),
    ...named(words.failing, counts.failing, 'x'),
    ...named(words.mutedGroup, counts.muted, 'm'),
  ]
  return {
    body: [words.chooseGroup, bot.list.howToAdd],
    buttons: [
      ...inRows(groups, 2),
      [button(labels.search, 'list-search'), button(labels.packs, 'packs')],
      [button(bot.buttons.topics, 'topics'), button(bot.buttons.settings, 'settings')],
    ],
  }
}

async function page(
  ctx: BotContext,
  place: Place,
  group: Group,
): Promise<{ body: (string | null)[]; buttons: InlineKeyboardButton[][] }> {
  const { list: words, labels } = ctx.locale.screens
  const { bot } = ctx.locale
  const { db } = ctx.needs
  const wanted = Math.max(0, Number.isInteger(place.page) ? place.page : 0)
  const fetch = (at: number) =>
    listGroup(db, ctx.subscriber.id, group, { offset: at * pageSize, limit: pageSize })
  // A page beyond the end, after something was dropped, is the last one; where that is unknown, the first.
  let found = await fetch(wanted)
  if (found.rows.length === 0 && wanted > 0) found = await fetch(wanted - 1)
  if (found.rows.length === 0 && wanted > 1) found = await fetch(0)
  const { page: at, pages } = clampPage(
    found.rows.length === 0 ? 0 : Math.min(wanted, Math.ceil(found.total / pageSize) - 1),
    found.total,
  )
  const items = found.rows.map((row) =>
    button(nameOf(ctx.locale, row), 'item', ...keyOf(row), at, place.group),
  )
  const isWhole = group.kind === 'all'
  const schedules = await listSchedules(db, ctx.subscriber.id)
  return {
    body: [
      group.kind === 'found' ? words.found(group.words, found.total) : null,
      found.rows.length === 0
        ? words.nothing
        : found.rows.map((row) => lineOf(ctx, row, schedules)).join('\n'),
      pages > 1 ? bot.list.page(at + 1, pages) : null,
      isWhole ? bot.list.howToAdd : null,
    ],
    buttons: [
      ...inRows(items, 2),
      turnPage(ctx, at, pages, 'list', (to) => [to, place.group]),
      isWhole
        ? [button(bot.buttons.topics, 'topics'), button(bot.buttons.settings, 'settings')]
        : [button(labels.back, 'list', 0)],
      isWhole ? [button(labels.packs, 'packs')] : [],
    ],
  }
}
