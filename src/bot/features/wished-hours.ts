/** Hours and days that were wished for in words: changed at once, told with the next digest, and changed back by a tap. */
import { parseDays, parseTimes } from '../../core/schedule-words.ts'
import { joinSentences } from '../../core/text.ts'
import type { When } from '../../core/when.ts'
import { listSchedules } from '../../db/schedules.ts'
import { countSubscriptions } from '../../db/subscriptions.ts'
import type { BotContext, Feature } from '../context.ts'
import { describeNext, describeSchedule } from '../describe.ts'
import { describePause } from '../pausing.ts'
import { requireRight } from '../rights.ts'
import { button, type Screen, send, show } from '../screen.ts'
import { schedulesScreen } from './schedule-screens.ts'
import { applySchedule } from './settings.ts'
import { scheduleOf } from './settings-screens.ts'
import { startScreen } from './start.ts'

/** Hours that fit a button's 64 bytes beside the days; more cannot be undone by a tap. */
const mostUndone = 8

/** Changes when the one digest of a chat comes, and says so; of several the reader chooses. */
export async function changeWhen(ctx: BotContext, when: When): Promise<void> {
  await requireRight(ctx)
  const all = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  // Which of several, or whether one that comes as things happen is to have hours, only the reader knows.
  if (all.length > 1 || all[0]?.mode === 'instant') return send(ctx, await schedulesScreen(ctx))
  const { times, days } = await scheduleOf(ctx)
  const note = await applySchedule(ctx, when)
  const undo =
    times.length > mostUndone
      ? []
      : [button(ctx.locale.bot.buttons.undo, 'retime', times.join('').replaceAll(':', ''), days.join(''))]
  await send(ctx, await whenScreen(ctx, note, undo))
}

/** When digests come, with what was just done about that. */
export async function whenScreen(
  ctx: BotContext,
  note: string,
  undo: ReturnType<typeof button>[],
): Promise<Screen> {
  const { bot } = ctx.locale
  const schedule = await scheduleOf(ctx)
  if ((await countSubscriptions(ctx.needs.db, ctx.subscriber.id)) === 0) {
    const saved = joinSentences([note, describeSchedule(ctx.locale, schedule)])
    const screen = await startScreen(ctx, `${saved}\n\n${bot.start.chooseFirst}`)
    return { ...screen, buttons: [...(undo.length > 0 ? [undo] : []), ...(screen.buttons ?? [])] }
  }
  const paused = describePause(ctx)
  return {
    body: [
      note,
      [describeSchedule(ctx.locale, schedule), paused ?? describeNext(ctx.locale, schedule)].join('\n'),
    ],
    buttons: [
      ...(paused === null ? [] : [[button(bot.buttons.resume, 'resume')]]),
      [...undo, button(bot.buttons.settings, 'settings')],
    ],
  }
}

export const wishingHours: Feature = {
  presses: {
    retime: {
      run: async (ctx, [times = '', days = '']) => {
        await applySchedule(ctx, {
          times: parseTimes(times.replaceAll(/(\d{2})(\d{2})/gu, '$1:$2 ')),
          days: parseDays([...days].join(',')),
        })
        await show(ctx, await whenScreen(ctx, ctx.locale.reading.schedules.restored, []))
      },
    },
  },
}
