/** /pause, /resume and /stop: at once, without questions; and a holiday until a day, after which one digest catches up. */
import { parseFutureDay } from '../../core/day-words.ts'
import { UserError } from '../../core/errors.ts'
import { dayStart, localTime } from '../../core/schedule.ts'
import { listSchedules } from '../../db/schedules.ts'
import { formatDate, formatDay } from '../../locales/format.ts'
import type { BotContext, Feature } from '../context.ts'
import { describeNext } from '../describe.ts'
import { pauseDigests, pauseUntil, resumeDigests } from '../pausing.ts'
import { ask, closeQuestion } from '../questions.ts'
import { button, type Screen, send, show } from '../screen.ts'

const dayMs = 86_400_000
/** The date in the example lies so far ahead. */
const exampleDays = 21

function offScreen(ctx: BotContext, words: string, isPause: boolean): Screen {
  const { bot, reading } = ctx.locale
  const { holiday } = reading
  return {
    body: [words],
    buttons: [
      [button(bot.buttons.resume, 'resume')],
      ...(isPause
        ? [
            [
              button(holiday.days(3), 'holiday', 3),
              button(holiday.weeks(1), 'holiday', 7),
              button(holiday.weeks(2), 'holiday', 14),
            ],
            [button(holiday.otherDate, 'ask-holiday')],
          ]
        : []),
    ],
  }
}

/** Turns the digests off, and offers to have them back on a day. */
export async function pauseScreen(ctx: BotContext): Promise<Screen> {
  await pauseDigests(ctx, 'pause')
  return offScreen(ctx, ctx.locale.bot.state.paused, true)
}

async function resumeScreen(ctx: BotContext): Promise<Screen> {
  const { bot } = ctx.locale
  const changed = await resumeDigests(ctx)
  const [schedule] = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  return {
    body: [
      changed ? bot.state.resumed : bot.state.notPaused,
      schedule ? describeNext(ctx.locale, schedule) : bot.schedule.none,
    ],
    buttons: [[button(bot.buttons.digestNow, 'preview', 0), button(bot.buttons.settings, 'settings')]],
  }
}

/** Begins a holiday that ends when the local day `date` begins. */
export async function holidayScreen(ctx: BotContext, date: string): Promise<Screen> {
  const timeZone = ctx.subscriber.time_zone
  const begins = dayStart(date, timeZone)
  if (begins <= ctx.needs.now()) throw new UserError('badDate')
  await pauseUntil(ctx, begins)
  const day = formatDay(ctx.locale.tag, begins, timeZone, ctx.needs.now())
  return offScreen(ctx, ctx.locale.reading.holiday.until(day), true)
}

/** The local date `days` from today. */
function dateIn(ctx: BotContext, days: number): string {
  return localTime(new Date(ctx.needs.now().getTime() + days * dayMs), ctx.subscriber.time_zone).date
}

async function typedHoliday(ctx: BotContext, text: string): Promise<void> {
  const span = /^\d{1,3}$/u.test(text) ? dateIn(ctx, Number(text)) : null
  const date = span ?? parseFutureDay(text, dateIn(ctx, 0), ctx.locale.tag)
  if (date === null || date <= dateIn(ctx, 0)) throw new UserError('badDate')
  const screen = await holidayScreen(ctx, date)
  await closeQuestion(ctx)
  await send(ctx, screen)
}

export const pausing: Feature = {
  commands: {
    pause: {
      run: async (ctx, text) => {
        if (text !== '') return typedHoliday(ctx, text)
        await send(ctx, await pauseScreen(ctx))
      },
    },
    stop: {
      run: async (ctx) => {
        await pauseDigests(ctx, 'stop')
        await send(ctx, offScreen(ctx, ctx.locale.bot.state.stopped, false))
      },
    },
    resume: { run: async (ctx) => send(ctx, await resumeScreen(ctx)) },
  },
  presses: {
    resume: { run: async (ctx) => show(ctx, await resumeScreen(ctx)) },
    holiday: {
      run: async (ctx, [days]) => {
        const many = Math.min(400, Math.max(1, Math.trunc(Number(days) || 1)))
        await show(ctx, await holidayScreen(ctx, dateIn(ctx, many)))
      },
    },
    'ask-holiday': {
      run: async (ctx) => {
        await ask(ctx, 'holiday')
        const { locale, needs, subscriber } = ctx
        const example = new Date(needs.now().getTime() + exampleDays * dayMs)
        await show(ctx, {
          body: [locale.reading.holiday.typeDate(formatDate(locale.tag, example, subscriber.time_zone))],
          buttons: [[button(ctx.locale.bot.buttons.resume, 'resume')]],
        })
      },
    },
  },
  answers: { holiday: typedHoliday },
}
