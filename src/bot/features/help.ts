/** /help and /status: what the bot can do, and how things stand in this chat. */
import { listLedger } from '../../db/ledger.ts'
import { listSchedules } from '../../db/schedules.ts'
import { listSubscriptions } from '../../db/subscriptions.ts'
import { formatClock, formatDay } from '../../locales/format.ts'
import type { BotContext, Feature } from '../context.ts'
import { describeNext, describeSchedule } from '../describe.ts'
import { describePause } from '../pausing.ts'
import { button, type Screen, send, show } from '../screen.ts'

/** The buttons that lead on from anywhere. */
export function wayOn(ctx: BotContext): NonNullable<Screen['buttons']> {
  const { buttons } = ctx.locale.bot
  return [
    [button(buttons.topics, 'topics'), button(buttons.myList, 'list', 0)],
    [button(buttons.settings, 'settings'), button(buttons.digestNow, 'preview', 0)],
  ]
}

/** What the bot can do, with the buttons that lead there. */
export function helpScreen(ctx: BotContext): Screen {
  const { help } = ctx.locale.bot
  return {
    title: help.title,
    body: [help.lines.map((line) => `• ${line}`).join('\n'), help.group],
    buttons: [
      ...wayOn(ctx),
      [
        button(ctx.locale.screens.labels.packs, 'packs'),
        button(ctx.locale.screens.labels.privacy, 'privacy'),
      ],
      ctx.chat?.type === 'private' ? [button(ctx.locale.screens.chats.title, 'chats')] : [],
    ].filter((row) => row.length > 0),
  }
}

async function statusScreen(ctx: BotContext): Promise<Screen> {
  const { bot } = ctx.locale
  const rows = await listSubscriptions(ctx.needs.db, ctx.subscriber.id)
  const topics = rows.filter((row) => row.topic_id !== null).length
  const failing = rows.filter((row) => row.failing_since !== null || row.source_state === 'stopped').length
  const [schedule] = await listSchedules(ctx.needs.db, ctx.subscriber.id)
  const paused = describePause(ctx)
  return {
    title: bot.state.status,
    body: [
      [
        paused ?? bot.state.on,
        schedule ? describeSchedule(ctx.locale, schedule) : bot.schedule.none,
        ...(schedule?.mode === 'timed' && ctx.subscriber.state === 'active'
          ? [describeNext(ctx.locale, schedule)]
          : []),
      ].join('\n'),
      await describeLast(ctx, schedule?.time_zone ?? ctx.subscriber.time_zone),
      rows.length === 0 ? bot.list.empty : bot.state.follows(topics, rows.length - topics),
      failing > 0 ? bot.state.failing(failing) : null,
    ],
    buttons: paused === null ? wayOn(ctx) : [[button(bot.buttons.resume, 'resume')], ...wayOn(ctx)],
  }
}

/** What became of the last due time; null where there was none. */
async function describeLast(ctx: BotContext, zone: string): Promise<string | null> {
  const [last] = await listLedger(ctx.needs.db, ctx.subscriber.id, 1)
  if (!last || last.state === 'planned') return null
  const { tag, notices } = ctx.locale
  const { ledger } = notices
  const when = ledger.when(formatDay(tag, last.dueAt, zone), formatClock(tag, last.dueAt, zone))
  const waiting = last.parts - last.sent - last.unknown - last.failed
  return [
    last.number === null ? ledger.nothing(when) : ledger.sent(last.number, when, last.parts),
    last.late ? ledger.late : null,
    last.merged > 0 ? ledger.merged(last.merged) : null,
    waiting > 0 ? ledger.waiting(waiting) : null,
    last.copies > 0 ? ledger.copies(last.copies) : null,
    last.unknown > 0 ? ledger.unknown(last.unknown) : null,
    last.failed > 0 ? ledger.failed(last.failed, last.why ?? '?') : null,
  ]
    .filter((line) => line !== null)
    .join('\n')
}

export const help: Feature = {
  commands: {
    help: { run: (ctx) => send(ctx, helpScreen(ctx)), open: true },
    status: { run: async (ctx) => send(ctx, await statusScreen(ctx)), open: true },
  },
  presses: { help: { run: (ctx) => show(ctx, helpScreen(ctx)), open: true } },
}
