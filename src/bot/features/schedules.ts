/** /schedule: any number of digests for a chat, each with its hours and what it covers; added, changed, removed and brought back. */
import { UserError } from '../../core/errors.ts'
import { parseDays, parseTimes } from '../../core/schedule-words.ts'
import { nextDue } from '../../core/schedule.ts'
import { covers, coversAll, type Selection, withThing } from '../../core/selection.ts'
import type { Schedule } from '../../db/database.ts'
import { findPending } from '../../db/pending.ts'
import {
  ensureSchedule,
  findSchedule,
  insertSchedule,
  listSchedules,
  type NewSchedule,
  type ScheduleChanges,
  updateSchedule,
} from '../../db/schedules.ts'
import { listSubscriptions } from '../../db/subscriptions.ts'
import { askerOf, type BotContext, type Feature, threadOf } from '../context.ts'
import { ask, closeQuestion } from '../questions.ts'
import { button, type Screen, send, show } from '../screen.ts'
import { timeOf, toggledTimes } from '../time-rows.ts'
import {
  coverScreen,
  daysScreen,
  mostSchedules,
  mostScreen,
  quietScreen,
  scheduleOf,
  scheduleScreen,
  schedulesScreen,
  timesScreen,
} from './schedule-screens.ts'

/** Changes one schedule, and works out anew when it is due. */
async function change(ctx: BotContext, schedule: Schedule, changes: ScheduleChanges): Promise<Schedule> {
  const { db, now } = ctx.needs
  const next = { ...schedule, ...changes }
  const after = new Date(Math.max(now().getTime(), ctx.subscriber.paused_until?.getTime() ?? 0))
  const nextDueAt =
    next.mode === 'instant'
      ? after
      : nextDue({ times: next.times, days: next.days, timeZone: next.time_zone }, after)
  await updateSchedule(db, schedule.id, { ...changes, next_due_at: nextDueAt })
  return { ...next, next_due_at: nextDueAt }
}

/** Adds a digest for every day. Throws UserError 'tooManySchedules'. */
export async function addSchedule(
  ctx: BotContext,
  { times, selection, threadId }: Pick<NewSchedule, 'times' | 'selection' | 'threadId'>,
): Promise<Schedule> {
  const { db, now } = ctx.needs
  const all = await listSchedules(db, ctx.subscriber.id)
  if (all.length >= mostSchedules) throw new UserError('tooManySchedules', { limit: mostSchedules })
  const rule = { times, days: [1, 2, 3, 4, 5, 6, 7], timeZone: ctx.subscriber.time_zone }
  const made = await insertSchedule(
    db,
    {
      subscriberId: ctx.subscriber.id,
      threadId,
      selection,
      ...rule,
      nextDueAt: nextDue(rule, now()),
    },
    now(),
  )
  // Its news begins now: what the other digests have told of the last days is not told again.
  if (all.length > 0) await updateSchedule(db, made.id, { window_from: now() })
  return made
}

async function add(ctx: BotContext): Promise<void> {
  const made = await addSchedule(ctx, {
    times: ['20:00'],
    selection: { all: true },
    threadId: threadOf(ctx),
  })
  await show(ctx, await scheduleScreen(ctx, made, ctx.locale.reading.schedules.added))
}

async function remove(ctx: BotContext, [id]: string[]): Promise<void> {
  const { db } = ctx.needs
  const { schedules } = ctx.locale.reading
  const schedule = await scheduleOf(ctx, id)
  if ((await listSchedules(db, ctx.subscriber.id)).length === 1) {
    return show(ctx, await scheduleScreen(ctx, schedule, schedules.lastOne))
  }
  await updateSchedule(db, schedule.id, { state: 'deleted' })
  await show(ctx, await schedulesScreen(ctx, schedules.removed, schedule.id))
}

async function bringBack(ctx: BotContext, [id]: string[]): Promise<void> {
  const { db } = ctx.needs
  const schedule = await findSchedule(db, Number(id))
  if (!schedule || schedule.subscriber_id !== ctx.subscriber.id) throw new UserError('gone')
  const state = ctx.subscriber.state === 'active' ? 'active' : 'paused'
  await change(ctx, schedule, { state })
  await show(ctx, await schedulesScreen(ctx, ctx.locale.reading.schedules.restored))
}

/** What the schedule covers becomes a list of its own when one thing of everything is tapped. */
async function pick(ctx: BotContext, [id, kind, target, page]: string[]): Promise<void> {
  const schedule = await scheduleOf(ctx, id)
  const rows = await listSubscriptions(ctx.needs.db, ctx.subscriber.id)
  const tapped = rows.find((row) =>
    kind === 't' ? row.topic_id === Number(target) : row.source_id === Number(target),
  )
  if (!tapped) throw new UserError('gone')
  const selection = coversAll(schedule.selection) ? { topics: [], sources: [] } : schedule.selection
  const changed = withThing(selection, tapped, !covers(selection, tapped))
  const next: Selection = rows.some((row) => covers(changed, row)) ? changed : { all: true }
  await updateSchedule(ctx.needs.db, schedule.id, { selection: next })
  await show(ctx, await coverScreen(ctx, { ...schedule, selection: next }, Number(page) || 0))
}

async function toggleTime(ctx: BotContext, [id, figures, on]: string[]): Promise<void> {
  const schedule = await scheduleOf(ctx, id)
  const times = toggledTimes(schedule.times, figures, on)
  await show(
    ctx,
    times
      ? timesScreen(ctx, await change(ctx, schedule, { times }))
      : timesScreen(ctx, schedule, ctx.locale.bot.settings.oneTime),
  )
}

/** A press that opens a screen of one schedule. */
const opens = (
  screen: (ctx: BotContext, schedule: Schedule, words: string[]) => Screen | Promise<Screen>,
) => ({
  run: async (ctx: BotContext, [id, ...words]: string[]) =>
    show(ctx, await screen(ctx, await scheduleOf(ctx, id), words)),
})

/** A press that changes one schedule and shows it. */
const changes = (what: (words: string[], ctx: BotContext) => ScheduleChanges) => ({
  run: async (ctx: BotContext, [id, ...words]: string[]) => {
    const changed = await change(ctx, await scheduleOf(ctx, id), what(words, ctx))
    await show(ctx, await scheduleScreen(ctx, changed, ctx.locale.bot.settings.saved))
  },
})

export const schedules: Feature = {
  commands: {
    schedule: {
      run: async (ctx) => {
        await ensureSchedule(ctx.needs.db, ctx.subscriber, threadOf(ctx), ctx.needs.now())
        await send(ctx, await schedulesScreen(ctx))
      },
    },
  },
  presses: {
    schedules: { run: async (ctx) => show(ctx, await schedulesScreen(ctx)) },
    sch: opens((ctx, schedule) => scheduleScreen(ctx, schedule)),
    'sch-add': { run: add },
    'sch-drop': { run: remove },
    'sch-undrop': { run: bringBack },
    'sch-times': opens((ctx, schedule) => timesScreen(ctx, schedule)),
    'sch-time': { run: toggleTime },
    'sch-days': opens(daysScreen),
    'sch-day': {
      run: async (ctx, [id, digits = '']) => {
        const days = parseDays(digits.split('').join(','))
        await show(ctx, daysScreen(ctx, await change(ctx, await scheduleOf(ctx, id), { days })))
      },
    },
    'sch-cover': opens((ctx, schedule, [page]) => coverScreen(ctx, schedule, Number(page) || 0)),
    'sch-all': {
      run: async (ctx, [id]) => {
        const schedule = await scheduleOf(ctx, id)
        await updateSchedule(ctx.needs.db, schedule.id, { selection: { all: true } })
        await show(ctx, await coverScreen(ctx, { ...schedule, selection: { all: true } }, 0))
      },
    },
    'sch-pick': { run: pick },
    'sch-mode': changes(([mode]) => ({ mode: mode === 'instant' ? 'instant' : 'timed' })),
    'sch-quiet': opens(quietScreen),
    'sch-hush': changes(([from, to]) => ({ quiet_from: timeOf(from), quiet_to: timeOf(to) })),
    'sch-most': opens(mostScreen),
    'sch-limit': changes(([most]) => ({ most_a_day: Math.min(50, Math.max(1, Number(most) || 1)) })),
    'sch-here': changes((_, ctx) => ({ thread_id: threadOf(ctx) })),
    'sch-ask': {
      run: async (ctx, [id]) => {
        const schedule = await scheduleOf(ctx, id)
        await ask(ctx, 'schedule-time', { scheduleId: schedule.id })
        await show(ctx, {
          title: ctx.locale.reading.schedules.times,
          body: [ctx.locale.reading.schedules.typeTime],
          buttons: [[button(ctx.locale.bot.buttons.back, 'sch-times', schedule.id)]],
        })
      },
    },
  },
  answers: {
    'schedule-time': async (ctx, text) => {
      const { db, now } = ctx.needs
      const question = await findPending(db, askerOf(ctx), now())
      const schedule = await scheduleOf(ctx, Number(question?.payload['scheduleId']))
      const changed = await change(ctx, schedule, { times: parseTimes(text) })
      await closeQuestion(ctx)
      await send(ctx, await scheduleScreen(ctx, changed, ctx.locale.bot.settings.saved))
    },
  },
}
