/** /history: every past digest by number and date, read again page by page, or as of a day that the reader names. */
import type { MessageEntity } from 'grammy/types'
import { parseDay } from '../../core/day-words.ts'
import { UserError } from '../../core/errors.ts'
import { localTime, nextDue } from '../../core/schedule.ts'
import { findPast, listNeighbours, listPast, type PastDigest } from '../../db/past-digests.ts'
import { formatDay, formatMoment } from '../../locales/format.ts'
import type { BotContext, Feature } from '../context.ts'
import { button, inRows, type Screen, send, show } from '../screen.ts'

const pageSize = 8

/** A digest among others; by date and hour where several schedules have numbers of their own. */
function labelOf(ctx: BotContext, digest: PastDigest, all: readonly PastDigest[]): string {
  const { tag, reading } = ctx.locale
  const isOneOfSeveral = all.some((other) => other.schedule_id !== digest.schedule_id)
  return reading.history.line(
    digest.number,
    isOneOfSeveral
      ? formatMoment(tag, digest.due_at, ctx.needs.now(), digest.time_zone)
      : formatDay(tag, digest.due_at, digest.time_zone, ctx.needs.now()),
  )
}

/** A page of the past digests; `newToo`: with the way to what is new since. */
export async function historyScreen(ctx: BotContext, page: number, newToo = false): Promise<Screen> {
  const { bot, reading } = ctx.locale
  const found = await listPast(ctx.needs.db, ctx.subscriber.id, {
    offset: page * pageSize,
    limit: pageSize + 1,
  })
  const rows = found.slice(0, pageSize)
  return {
    title: reading.history.title,
    body: [rows.length === 0 ? reading.history.empty : reading.history.how],
    buttons: [
      ...inRows(
        rows.map((digest) => button(labelOf(ctx, digest, rows), 'hist', digest.id, 0, 0)),
        1,
      ),
      [
        ...(found.length > pageSize ? [button(reading.history.earlier, 'history', page + 1)] : []),
        ...(page > 0 ? [button(reading.history.later, 'history', page - 1)] : []),
      ],
      ...(newToo || rows.length === 0 ? [[button(bot.buttons.digestNow, 'preview', 0)]] : []),
    ].filter((row) => row.length > 0),
  }
}

async function ofDay(ctx: BotContext, text: string): Promise<void> {
  const { db, now } = ctx.needs
  const zone = ctx.subscriber.time_zone
  const date = parseDay(text, localTime(now(), zone).date, 'past', ctx.locale.tag)
  if (date === null) throw new UserError('badDate')
  // The end of that local day.
  const before = nextDue({ times: ['00:00'], timeZone: zone }, new Date(`${date}T14:00:00Z`))
  const rows = await listPast(db, ctx.subscriber.id, { offset: 0, limit: pageSize, before })
  const isThen = (digest: PastDigest) => localTime(digest.due_at, zone).date === date
  const then = rows.filter(isThen)
  const [only] = then
  if (only && then.length === 1) {
    return send(ctx, await pastScreen(ctx, only, 0))
  }
  const { reading } = ctx.locale
  // Before the first digest of all, the nearest are the first ones.
  const near =
    rows.length > 0
      ? rows.slice(0, 3)
      : await listPast(db, ctx.subscriber.id, { offset: 0, limit: 3, oldestFirst: true })
  const choices = then.length > 0 ? then : near
  const day = formatDay(ctx.locale.tag, new Date(`${date}T12:00:00Z`), 'UTC', ctx.needs.now())
  await send(ctx, {
    title: reading.history.title,
    body: [
      choices.length === 0
        ? reading.history.empty
        : then.length > 0
          ? reading.history.how
          : reading.history.noneThen(day),
    ],
    buttons: choices.map((digest) => [button(labelOf(ctx, digest, choices), 'hist', digest.id, 0, 0)]),
  })
}

/** One part of a past digest, as it was told, with the way to its other parts and to the digests around it. */
async function pastScreen(ctx: BotContext, digest: PastDigest, part: number): Promise<Screen> {
  const { reading, digests, bot } = ctx.locale
  const parts = await ctx.needs.stages.renderPast(digest.id)
  const at = Math.min(Math.max(0, part), parts.length - 1)
  const shown = parts[at]
  if (!shown) throw new UserError('gone')
  const { earlier, later } = await listNeighbours(ctx.needs.db, digest, ctx.subscriber.id)
  const turn = (label: string, to: number) => button(label, 'hist', digest.id, to, 0)
  return {
    body: [shown.text],
    entities: shown.entities as MessageEntity[],
    buttons: [
      [
        ...(at > 0 ? [turn(digests.part(at, parts.length), at - 1)] : []),
        ...(at < parts.length - 1 ? [turn(digests.part(at + 2, parts.length), at + 1)] : []),
      ],
      [
        ...(earlier ? [button(reading.history.earlier, 'hist', earlier.id, 0, 0)] : []),
        ...(later ? [button(reading.history.later, 'hist', later.id, 0, 0)] : []),
      ],
      [button(bot.buttons.back, 'history', 0)],
    ].filter((row) => row.length > 0),
  }
}

export const history: Feature = {
  commands: {
    history: {
      run: async (ctx, text) => {
        if (text === '') await send(ctx, await historyScreen(ctx, 0))
        else await ofDay(ctx, text)
      },
      open: true,
    },
  },
  presses: {
    history: {
      run: async (ctx, [page]) => show(ctx, await historyScreen(ctx, Number(page) || 0)),
      open: true,
    },
    hist: {
      run: async (ctx, [id, part, anew]) => {
        const digest = await findPast(ctx.needs.db, ctx.subscriber.id, Number(id))
        if (!digest) throw new UserError('gone')
        const screen = await pastScreen(ctx, digest, Number(part) || 0)
        // From below a digest it opens beside it, and the digest stays.
        await (anew === '1' ? send(ctx, screen) : show(ctx, screen))
      },
      open: true,
    },
  },
}
