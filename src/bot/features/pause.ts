/** /pause, /resume and /stop: at once, without questions. */
import { listSchedules } from '../../db/schedules.ts'
import type { BotContext, Feature } from '../context.ts'
import { describeNext } from '../describe.ts'
import { pauseDigests, resumeDigests } from '../pausing.ts'
import { button, type Screen, send, show } from '../screen.ts'

function offScreen(ctx: BotContext, words: string): Screen {
  return { body: [words], buttons: [[button(ctx.locale.bot.buttons.resume, 'resume')]] }
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

export const pausing: Feature = {
  commands: {
    pause: {
      run: async (ctx) => {
        await pauseDigests(ctx, 'pause')
        await send(ctx, offScreen(ctx, ctx.locale.bot.state.paused))
      },
    },
    stop: {
      run: async (ctx) => {
        await pauseDigests(ctx, 'stop')
        await send(ctx, offScreen(ctx, ctx.locale.bot.state.stopped))
      },
    },
    resume: { run: async (ctx) => void (await send(ctx, await resumeScreen(ctx))) },
  },
  presses: {
    resume: { run: async (ctx) => void (await show(ctx, await resumeScreen(ctx))) },
  },
}
