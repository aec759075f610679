/** The screens of /schedule: all digests of a chat, and one of them with its hours, days and what it covers. */
import { UserError } from '../../core/errors.ts'
import { covers, coversAll } from '../../core/selection.ts'
import type { Schedule } from '../../db/database.ts'
import { listSchedules } from '../../db/schedules.ts'
import { listSubscriptions, type SubscriptionRow } from '../../db/subscriptions.ts'
import { formatClock, formatDay, formatField, formatTime } from '../../locales/format.ts'
import { zoneName } from '../../locales/locales.ts'
import { type BotContext, threadOf } from '../context.ts'
import { describeTimes, lineOf, nameOf, numbered } from '../describe.ts'
import { turnPage } from '../paging.ts'
import { button, inRows, marked, type Screen } from '../screen.ts'
import { dayRows, timeRows } from '../time-rows.ts'

export const mostSchedules = 10
const pageSize = 12

/** The chat's schedule of that number. Throws UserError 'gone' for another chat's. */
export async function scheduleOf(ctx: BotContext, id: string | number | undefined): Promise<Schedule> {
  const all = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  const found = all.find((each) => each.id === Number(id))
  if (!found) throw new UserError('gone')
  return found
}

/** '8:00' or 'as it happens': what tells the chat's digests apart in a button. */
export const shortWhen = (ctx: BotContext, { mode, times }: Schedule): string =>
  mode === 'timed' ? describeTimes(ctx.locale.tag, times) : ctx.locale.reading.schedules.instant

/** What the chat follows, where the lines of these schedules name some of it: what covers everything names nothing. */
async function listNamed(ctx: BotContext, schedules: readonly Schedule[]): Promise<SubscriptionRow[]> {
  if (schedules.every(({ selection }) => coversAll(selection))) return []
  return listSubscriptions(ctx.needs.db, ctx.subscriber.id)
}

/** All digests of this place, a button for each; `undo` is the one that was just removed. */
export async function schedulesScreen(
  ctx: BotContext,
  note: string | null = null,
  undo: number | null = null,
): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const { db } = ctx.needs
  const all = await listSchedules(db, ctx.subscriber.id)
  const rows = await listNamed(ctx, all)
  const lines = all.map((schedule, index) =>
    numbered(ctx.locale, index + 1, lineOf(ctx.locale, schedule, rows)),
  )
  return {
    title: reading.schedules.title,
    body: [note, lines.length === 0 ? bot.schedule.none : lines.join('\n\n'), reading.schedules.what],
    buttons: [
      ...(undo === null ? [] : [[button(bot.buttons.undo, 'sch-undrop', undo)]]),
      ...inRows(
        all.map((schedule, index) => button(reading.schedules.edit(index + 1), 'sch', schedule.id)),
        2,
      ),
      ...(all.length < mostSchedules ? [[button(reading.schedules.add, 'sch-add')]] : []),
      [button(bot.settings.zone, 'set-zone'), button(bot.buttons.settings, 'settings')],
    ],
  }
}

/** One digest with everything that can be changed about it. */
export async function scheduleScreen(
  ctx: BotContext,
  schedule: Schedule,
  note: string | null = null,
): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const { schedules } = reading
  const all = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  const rows = await listNamed(ctx, [schedule])
  const { id, time_zone: zone, next_due_at: next } = schedule
  const number = all.findIndex((each) => each.id === id) + 1
  const isTimed = schedule.mode === 'timed'
  const thread = threadOf(ctx)
  return {
    title: schedules.one(number),
    body: [
      note,
      lineOf(ctx.locale, schedule, rows),
      schedule.state === 'active' && isTimed
        ? schedules.next(formatDay(ctx.locale.tag, next, zone), formatClock(ctx.locale.tag, next, zone))
        : null,
      formatField(ctx.locale.tag, bot.settings.zone, zoneName(ctx.locale, zone)),
    ],
    buttons: [
      isTimed
        ? [button(schedules.times, 'sch-times', id), button(schedules.days, 'sch-days', id)]
        : [
            button(schedules.quiet, 'sch-quiet', id),
            button(schedules.mostADay(schedule.most_a_day), 'sch-most', id),
          ],
      [
        button(schedules.covers, 'sch-cover', id, 0),
        button(isTimed ? schedules.instant : schedules.timed, 'sch-mode', id, isTimed ? 'instant' : 'timed'),
      ],
      ...(thread !== null && schedule.thread_id !== thread ? [[button(schedules.here, 'sch-here', id)]] : []),
      [button(schedules.remove, 'sch-drop', id)],
      [button(bot.buttons.back, 'schedules')],
    ],
  }
}

const back = (ctx: BotContext, id: number) => [button(ctx.locale.bot.buttons.back, 'sch', id)]

/** The hours of one digest; `note` says what has just happened. */
export function timesScreen(ctx: BotContext, { id, times }: Schedule, note: string | null = null): Screen {
  const { bot } = ctx.locale
  return {
    title: ctx.locale.reading.schedules.times,
    body: [note, bot.settings.chooseTime],
    buttons: [
      ...timeRows(ctx, times, 'sch-time', id),
      [button(bot.buttons.otherTime, 'sch-ask', id)],
      back(ctx, id),
    ],
  }
}

/** The days of one digest. */
export function daysScreen(ctx: BotContext, { id, days }: Schedule): Screen {
  const { settings } = ctx.locale.bot
  return {
    title: settings.days,
    body: [settings.chooseDays],
    buttons: [...dayRows(ctx, days, 'sch-day', id), back(ctx, id)],
  }
}

/** What of all that is followed one digest covers, a page at a time. */
export async function coverScreen(ctx: BotContext, schedule: Schedule, page: number): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const { id, selection } = schedule
  const rows = await listSubscriptions(ctx.needs.db, ctx.subscriber.id)
  const offset = Math.max(0, page) * pageSize
  const isAll = coversAll(selection)
  const pages = Math.ceil(rows.length / pageSize)
  return {
    title: reading.schedules.covers,
    body: [reading.schedules.coversHow, pages > 1 ? bot.list.page(page + 1, pages) : null],
    buttons: [
      [button(marked(ctx, isAll, reading.schedules.all), 'sch-all', id)],
      ...inRows(
        rows
          .slice(offset, offset + pageSize)
          .map((row) =>
            button(
              marked(ctx, !isAll && covers(selection, row), nameOf(ctx.locale, row, 26)),
              'sch-pick',
              id,
              row.topic_id === null ? 's' : 't',
              row.topic_id ?? row.source_id ?? 0,
              page,
            ),
          ),
        2,
      ),
      turnPage(ctx, page, pages, 'sch-cover', (to) => [id, to]),
      back(ctx, id),
    ].filter((row) => row.length > 0),
  }
}

const quiets = [
  ['22:00', '07:00'],
  ['23:00', '08:00'],
  ['21:00', '09:00'],
  ['00:00', '06:00'],
] as const

/** The hours of the night in which a digest that comes as it happens keeps silent. */
export function quietScreen(ctx: BotContext, { id, quiet_from: from, quiet_to: to }: Schedule): Screen {
  const { schedules } = ctx.locale.reading
  const shown = (time: string) => formatTime(ctx.locale.tag, time)
  const digits = (time: string) => time.replace(':', '')
  return {
    title: schedules.quiet,
    body: [schedules.quietHow],
    buttons: [
      ...inRows(
        quiets.map(([start, end]) =>
          button(
            marked(ctx, start === from && end === to, `${shown(start)}–${shown(end)}`),
            'sch-hush',
            id,
            digits(start),
            digits(end),
          ),
        ),
        2,
      ),
      [button(marked(ctx, from === to, schedules.noQuiet), 'sch-hush', id, '0000', '0000')],
      back(ctx, id),
    ],
  }
}

/** How often a day a digest that comes as it happens may come. */
export function mostScreen(ctx: BotContext, { id, most_a_day: most }: Schedule): Screen {
  const { schedules } = ctx.locale.reading
  return {
    title: schedules.instant,
    body: [schedules.mostHow],
    buttons: [
      ...inRows(
        [1, 3, 5, 10, 20].map((n) =>
          button(marked(ctx, n === most, schedules.mostADay(n)), 'sch-limit', id, n),
        ),
        2,
      ),
      back(ctx, id),
    ],
  }
}
