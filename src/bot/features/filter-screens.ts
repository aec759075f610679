/** The screens of /filters: what is muted and watched, what was just set, for how long, and what could be muted. */
import type { Filter } from '../../db/database.ts'
import { deleteFilter, listFilters } from '../../db/filters.ts'
import { listSubscriptions } from '../../db/subscriptions.ts'
import { formatDay } from '../../locales/format.ts'
import { topicName } from '../../locales/locales.ts'
import type { BotContext } from '../context.ts'
import { nameOf } from '../describe.ts'
import { cleanLine } from '../label.ts'
import { turnPage } from '../paging.ts'
import { button, inRows, type Screen, show } from '../screen.ts'

const shown = 30
const dayMs = 86_400_000

type Named = Awaited<ReturnType<typeof listFilters>>[number]

/** The chat's filter of that number, with what it names; undefined for one that is no longer in force. */
export async function filterOf(ctx: BotContext, id: number): Promise<Named | undefined> {
  const all = await listFilters(ctx.needs.db, ctx.subscriber.id, ctx.needs.now())
  return all.find((each) => each.id === id)
}

function lineOf(ctx: BotContext, filter: Named): string {
  const { filters } = ctx.locale.reading
  const name =
    filter.word !== ''
      ? filter.word
      : filter.names
        ? topicName(filter.names, ctx.locale.tag)
        : cleanLine(filter.title ?? '', 60)
  const line = filters.kinds[filter.kind](name)
  const isOfStory = filter.kind === 'mute-story' || filter.kind === 'follow-story'
  if (filter.until === null || isOfStory) return line
  return filters.until(
    line,
    formatDay(ctx.locale.tag, filter.until, ctx.subscriber.time_zone, ctx.needs.now()),
  )
}

/** All filters in force; `done` says what was just removed. */
export async function filtersScreen(
  ctx: BotContext,
  done: { note: string; undo?: Filter } | null = null,
): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const { filters: words } = reading
  const all = await listFilters(ctx.needs.db, ctx.subscriber.id, ctx.needs.now())
  const few = all.slice(0, shown)
  return {
    title: words.title,
    body: [
      done?.note ?? null,
      all.length === 0 ? words.empty : few.map((each, at) => `${at + 1}. ${lineOf(ctx, each)}`).join('\n'),
      all.length === 0 ? null : words.tap,
      all.length > few.length ? ctx.locale.digests.andMore(all.length - few.length) : null,
    ],
    buttons: [
      ...(done?.undo ? [[undoButton(ctx, done.undo)]] : []),
      ...inRows(
        few.map((each, at) => button(`✕ ${at + 1}`, 'flt-drop', each.id)),
        5,
      ),
      [button(words.muteWord, 'flt-word', 'mute-word'), button(words.watch, 'flt-word', 'watch')],
      [button(words.muteSource, 'flt-pick', 's', 0), button(words.muteTopic, 'flt-pick', 't', 0)],
      [button(bot.buttons.settings, 'settings')],
    ],
  }
}

/** The word goes back into the button where it fits, so that undoing needs no memory; else the removal cannot be undone by a tap. */
function undoButton(ctx: BotContext, { kind, word, target_id: id, until }: Filter) {
  const days =
    until === null ? 0 : Math.max(1, Math.round((until.getTime() - ctx.needs.now().getTime()) / dayMs))
  const packed = Buffer.from(word, 'utf8').toString('base64url')
  const fits = packed.length <= 30
  return fits
    ? button(ctx.locale.bot.buttons.undo, 'flt-set', kind, id, days, packed)
    : button(ctx.locale.bot.buttons.undo, 'flt-word', kind)
}

/** What was just set, as it stands; `more` are the rows of buttons above those that take it back and lead on. */
export async function setScreen(
  ctx: BotContext,
  id: number,
  { note = null, more = [] }: { note?: string | null; more?: NonNullable<Screen['buttons']> } = {},
): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const filter = await filterOf(ctx, id)
  return {
    body: [filter ? lineOf(ctx, filter) : null, note],
    buttons: [...more, [button(bot.buttons.undo, 'flt-drop', id), button(reading.filters.title, 'filters')]],
  }
}

/** What was just muted or watched, and for how long. */
export async function howLongScreen(ctx: BotContext, id: number): Promise<Screen> {
  const { filters: words } = ctx.locale.reading
  const filter = await filterOf(ctx, id)
  if (!filter) return filtersScreen(ctx)
  const choice = (label: string, days: number) => button(label, 'flt-until', id, days)
  return {
    title: words.title,
    body: [words.howLong(lineOf(ctx, { ...filter, until: null }))],
    buttons: [
      [choice(words.day, 1), choice(words.week, 7), choice(words.month, 30)],
      [choice(words.forGood, 0)],
      [button(ctx.locale.bot.buttons.undo, 'flt-drop', id)],
    ],
  }
}

/** Removes a filter; the screen that says so and takes it back. */
export async function dropFilter(ctx: BotContext, filter: Named | undefined): Promise<Screen> {
  if (!filter) return filtersScreen(ctx)
  await deleteFilter(ctx.needs.db, ctx.subscriber.id, filter.id)
  const note = ctx.locale.reading.filters.removed(lineOf(ctx, filter))
  return filtersScreen(ctx, { note, undo: filter })
}

/** Shows what is followed, to be muted by a tap: topics for 't', else sources, from that page on. */
export async function pick(ctx: BotContext, [kind = 's', page]: string[]): Promise<void> {
  const { bot, reading } = ctx.locale
  const rows = (await listSubscriptions(ctx.needs.db, ctx.subscriber.id)).filter((row) =>
    kind === 't' ? row.topic_id !== null : row.topic_id === null,
  )
  const at = Math.max(0, Number(page) || 0)
  const choices = rows
    .slice(at * shown, (at + 1) * shown)
    .map((row) => button(nameOf(ctx.locale, row), 'flt-mute', kind, row.topic_id ?? row.source_id ?? 0))
  await show(ctx, {
    title: reading.filters.title,
    body: [
      choices.length === 0
        ? reading.filters.nothingToMute
        : kind === 't'
          ? reading.filters.chooseTopic
          : reading.filters.chooseSource,
    ],
    buttons: [
      ...inRows(choices, 2),
      turnPage(ctx, at, Math.ceil(rows.length / shown), 'flt-pick', (to) => [kind, to]),
      [button(bot.buttons.back, 'filters')],
    ].filter((row) => row.length > 0),
  })
}
