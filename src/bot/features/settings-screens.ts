/** The screens of /settings: everything as it is set, and one screen for each choice, with a way back. */
import type { InlineKeyboardButton } from 'grammy/types'
import type { Schedule } from '../../db/database.ts'
import { ensureSchedule } from '../../db/schedules.ts'
import { formatAside, formatClock, formatField, languageName } from '../../locales/format.ts'
import { localeNames, zoneName } from '../../locales/locales.ts'
import { type BotContext, threadOf } from '../context.ts'
import { describeDays, describeNext, describeTimes } from '../describe.ts'
import { describePause } from '../pausing.ts'
import { button, inRows, marked, type Screen } from '../screen.ts'
import { dayRows, timeRows } from '../time-rows.ts'
import { likelyZones } from '../zones.ts'

export const summaryLanguages = Object.keys(localeNames)
export const lengths = ['short', 'standard', 'long'] as const
export const layouts = ['compact', 'standard', 'detailed', 'rich'] as const
/** Stored in summary_language for "as the article is". */
export const original = 'original'

const back = (ctx: BotContext) => [button(ctx.locale.bot.buttons.back, 'settings')]

/** The digest that the settings of this place are about; made now where there is none. */
export async function scheduleOf(ctx: BotContext): Promise<Schedule> {
  return ensureSchedule(ctx.needs.db, ctx.subscriber, threadOf(ctx), ctx.needs.now())
}

/** What the language of summaries is called; null is the reader's own. */
export function summaryName(ctx: BotContext, language: string | null): string {
  const { settings } = ctx.locale.bot
  if (language === null) return settings.same
  return language === original ? settings.original : languageName(ctx.locale.tag, language)
}

/** Everything as it is set; `note` tells what has just been done. */
export async function settingsScreen(ctx: BotContext, note: string | null = null): Promise<Screen> {
  const { settings } = ctx.locale.bot
  const { subscriber, locale } = ctx
  const paused = describePause(ctx)
  const schedule = await scheduleOf(ctx)
  const lines = [
    [settings.time, describeTimes(locale.tag, schedule.times)],
    [
      settings.zone,
      formatAside(
        locale.tag,
        zoneName(locale, schedule.time_zone),
        formatClock(locale.tag, ctx.needs.now(), schedule.time_zone),
      ),
    ],
    [settings.days, describeDays(locale, schedule.days)],
    [settings.language, localeNames[locale.tag]],
    [settings.summaryLanguage, summaryName(ctx, subscriber.summary_language)],
    [settings.length, settings.lengths[subscriber.length]],
    [settings.layout, settings.layouts[subscriber.layout]],
  ].map(([name = '', value = '']) => formatField(locale.tag, name, value))
  return {
    title: settings.title,
    body: [note, lines.join('\n'), paused ?? describeNext(locale, schedule)],
    buttons: [
      [button(settings.time, 'set-time'), button(settings.zone, 'set-zone')],
      [button(settings.days, 'set-days'), button(settings.language, 'set-language')],
      [button(settings.summaryLanguage, 'set-summary'), button(settings.length, 'set-length')],
      [button(settings.layout, 'set-layout'), button(ctx.locale.reading.options.button, 'options')],
      [
        button(ctx.locale.reading.schedules.title, 'schedules'),
        button(ctx.locale.reading.filters.title, 'filters'),
      ],
      [
        paused === null
          ? button(ctx.locale.bot.buttons.myList, 'list', 0)
          : button(ctx.locale.bot.buttons.resume, 'resume'),
      ],
    ],
  }
}

/** The hours of the usual digest; `note` says what has just happened. */
export async function timeScreen(ctx: BotContext, note: string | null = null): Promise<Screen> {
  const { bot } = ctx.locale
  const { times } = await scheduleOf(ctx)
  return {
    title: bot.settings.time,
    body: [note, bot.settings.chooseTime],
    buttons: [...timeRows(ctx, times, 'time'), [button(bot.buttons.otherTime, 'ask-time')], back(ctx)],
  }
}

async function zoneScreen(ctx: BotContext): Promise<Screen> {
  const { bot, tag } = ctx.locale
  const { time_zone: current } = await scheduleOf(ctx)
  const now = ctx.needs.now()
  const zones = likelyZones(tag, current).map((zone) =>
    button(
      marked(ctx, zone === current, `${zoneName(ctx.locale, zone)} ${formatClock(tag, now, zone)}`),
      'zone',
      ...zone.split(':'),
    ),
  )
  return {
    title: bot.settings.zone,
    body: [bot.settings.chooseZone],
    buttons: [...inRows(zones, 2), [button(bot.buttons.otherZone, 'ask-zone')], back(ctx)],
  }
}

/** The days of the usual digest. */
export async function daysScreen(ctx: BotContext): Promise<Screen> {
  const { settings } = ctx.locale.bot
  const { days } = await scheduleOf(ctx)
  return {
    title: settings.days,
    body: [settings.chooseDays],
    buttons: [...dayRows(ctx, days, 'days'), back(ctx)],
  }
}

function choiceScreen(
  ctx: BotContext,
  title: string,
  question: string,
  choices: readonly InlineKeyboardButton[],
  width: number,
): Screen {
  return { title, body: [question], buttons: [...inRows(choices, width), back(ctx)] }
}

/** Every screen by the verb that opens it. */
export const screens: Readonly<Record<string, (ctx: BotContext) => Promise<Screen> | Screen>> = {
  settings: settingsScreen,
  'set-time': timeScreen,
  'set-zone': zoneScreen,
  'set-days': daysScreen,
  'set-language': (ctx) => {
    const { settings } = ctx.locale.bot
    const choices = Object.entries(localeNames).map(([tag, name]) =>
      button(marked(ctx, tag === ctx.locale.tag, name), 'language', tag),
    )
    return choiceScreen(ctx, settings.language, settings.chooseLanguage, choices, 2)
  },
  'set-summary': (ctx) => {
    const { settings } = ctx.locale.bot
    const chosen = ctx.subscriber.summary_language
    const fixed = ([null, original] as const).map((language) =>
      button(marked(ctx, chosen === language, summaryName(ctx, language)), 'summaries', language ?? 'same'),
    )
    const languages = summaryLanguages.map((language) =>
      button(marked(ctx, chosen === language, summaryName(ctx, language)), 'summaries', language),
    )
    return {
      title: settings.summaryLanguage,
      body: [settings.chooseSummary],
      buttons: [...inRows(fixed, 1), ...inRows(languages, 2), back(ctx)],
    }
  },
  'set-length': (ctx) => {
    const { settings } = ctx.locale.bot
    const notes = lengths.map((each) =>
      formatField(ctx.locale.tag, settings.lengths[each], settings.lengthNotes[each]),
    )
    const choices = lengths.map((each) =>
      button(marked(ctx, each === ctx.subscriber.length, settings.lengths[each]), 'length', each),
    )
    return choiceScreen(ctx, settings.length, `${settings.chooseLength}\n\n${notes.join('\n')}`, choices, 3)
  },
  'set-layout': (ctx) => {
    const { settings } = ctx.locale.bot
    const notes = layouts.map((each) =>
      formatField(ctx.locale.tag, settings.layouts[each], settings.layoutNotes[each]),
    )
    const choices = layouts.map((each) =>
      button(marked(ctx, each === ctx.subscriber.layout, settings.layouts[each]), 'layout', each),
    )
    return choiceScreen(ctx, settings.layout, `${settings.chooseLayout}\n\n${notes.join('\n')}`, choices, 2)
  },
}
