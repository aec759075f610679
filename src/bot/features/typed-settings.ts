/** The hour and the place in the reader's own words, or the place by location: what the offered buttons do not have. */
import type { InlineKeyboardButton } from 'grammy/types'
import { parseTimes, parseZone, zoneAt } from '../../core/schedule-words.ts'
import type { BotContext, Feature } from '../context.ts'
import { ask, closeQuestion } from '../questions.ts'
import { button, send, show } from '../screen.ts'
import { applySchedule } from './settings.ts'
import { scheduleOf, settingsScreen } from './settings-screens.ts'

async function confirm(
  ctx: BotContext,
  note: string | null,
  undo: readonly InlineKeyboardButton[] = [],
): Promise<void> {
  await closeQuestion(ctx)
  const screen = await settingsScreen(ctx, note)
  await send(ctx, { ...screen, buttons: [...(undo.length > 0 ? [undo] : []), ...(screen.buttons ?? [])] })
}

/** Moves the digests to another time zone; returns what there is to say, and the button that takes it back. */
async function changeZone(ctx: BotContext, zone: string) {
  const { time_zone: before } = await scheduleOf(ctx)
  const note = await applySchedule(ctx, { time_zone: zone })
  const undo = before === zone ? [] : [button(ctx.locale.bot.buttons.undo, 'zone', ...before.split(':'))]
  return { note, undo }
}

/** Takes the time zone of a place; the place itself is not kept. */
export async function takeLocation(ctx: BotContext, latitude: number, longitude: number): Promise<void> {
  const { note, undo } = await changeZone(ctx, zoneAt(latitude, longitude))
  // Only a message that removes it takes the location button away.
  await ctx.reply(note, { reply_markup: { remove_keyboard: true } })
  await confirm(ctx, null, undo)
}

/** Back to where the reader came from: the first screens, or the settings. */
const backTo = (ctx: BotContext, from: string | undefined, setting: string) =>
  button(ctx.locale.bot.buttons.back, from === 'when' ? from : setting)

async function askTime(ctx: BotContext, [from]: readonly string[]): Promise<void> {
  const { bot } = ctx.locale
  await ask(ctx, 'time')
  await show(ctx, {
    title: bot.settings.time,
    body: [bot.settings.typeTime],
    buttons: [[backTo(ctx, from, 'set-time')]],
  })
}

async function askZone(ctx: BotContext, [from]: readonly string[]): Promise<void> {
  const { bot } = ctx.locale
  await ask(ctx, 'zone')
  await show(ctx, {
    title: bot.settings.zone,
    body: [bot.settings.typeZone],
    buttons: [
      // Telegram lets a location be asked for in private chats only.
      ...(ctx.chat?.type === 'private' ? [[button(bot.buttons.shareLocation, 'ask-location')]] : []),
      [backTo(ctx, from, 'set-zone')],
    ],
  })
}

async function askLocation(ctx: BotContext): Promise<void> {
  const { settings } = ctx.locale.bot
  await ask(ctx, 'zone')
  await ctx.reply(settings.locationAsk, {
    reply_markup: {
      keyboard: [[{ text: settings.locationButton, request_location: true }]],
      resize_keyboard: true,
      one_time_keyboard: true,
    },
  })
}

export const typedSettings: Feature = {
  presses: {
    'ask-time': { run: askTime },
    'ask-zone': { run: askZone },
    'ask-location': { run: askLocation },
  },
  answers: {
    time: async (ctx, text) => {
      await confirm(ctx, await applySchedule(ctx, { times: parseTimes(text) }))
    },
    zone: async (ctx, text) => {
      const { note, undo } = await changeZone(ctx, parseZone(text))
      await confirm(ctx, note, undo)
    },
  },
}
