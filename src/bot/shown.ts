/** What a person was shown last in a chat: what "shorter", "in English" or "and when?" are about, for a quarter of an hour. */
import type { InlineKeyboardButton } from 'grammy/types'
import { z } from 'zod'
import { subjectOfText } from '../core/jobs.ts'
import { saveShown, saveUndo } from '../db/shown.ts'
import { askerOf, type BotContext } from './context.ts'
import type { RepliedItem } from './replied-items.ts'

/** After this long, words are taken for something new. */
const patienceMs = 15 * 60_000

const list = z.union([
  /** What is new, told in answer to this message and press. */
  z.object({ preview: z.int(), turn: z.string().optional() }),
  /** The numbered headlines of a screen. */
  z.object({ listed: z.array(z.object({ number: z.int(), title: z.string(), url: z.string() })).min(1) }),
])
export type ShownList = z.infer<typeof list>

const shown = z.union([
  z.object({ url: z.string() }),
  list,
  z.object({
    textId: z.int().positive(),
    /** The message of the bot that the answer replaces. */
    messageId: z.int(),
    /** When its newest part was written, in Unix seconds; null where no further part is expected. */
    partAt: z.int().nullable(),
  }),
  z.object({
    question: z.string(),
    /** The sign of work that its answer replaces or follows. */
    messageId: z.int(),
    articleIds: z.array(z.int().positive()).min(1).optional(),
    /** The link or text that it is put to, as a job has it. */
    about: z.string().optional(),
    earlier: z.string().optional(),
    /** It is not in the text that it was put to. */
    missed: z.boolean().optional(),
    /** Nothing was found, so there is nothing to tell anew. */
    empty: z.boolean().optional(),
  }),
])
export type Shown = z.infer<typeof shown>

const withUndo = z.object({ undo: z.object({ data: z.string(), at: z.coerce.date() }) })
const withList = z.object({ list: z.object({ of: list, at: z.coerce.date() }) })

export const isList = (what: Shown): what is ShownList => 'preview' in what || 'listed' in what

/** Remembers what this person is shown now, and beside it the list that they saw last: "the first one" means that for long. */
export async function remember(ctx: BotContext, what: Shown): Promise<void> {
  const now = ctx.needs.now()
  const listed = isList(what) ? { of: what, at: now } : lastList(ctx)
  const payload = { ...what, ...(listed ? { list: listed } : {}) }
  await saveShown(ctx.needs.db, askerOf(ctx), payload, now)
  ctx.arrival.shown = { payload, at: now }
}

/** Remembers the screen's button that takes back what was just done, if it has one. */
export async function rememberUndo(
  ctx: BotContext,
  rows: readonly (readonly InlineKeyboardButton[])[] = [],
): Promise<void> {
  const undo = rows.flat().find(({ text }) => text === ctx.locale.bot.buttons.undo)
  if (undo && 'callback_data' in undo) await rememberUndoOf(ctx, undo.callback_data)
}

/** Remembers the words of a button that would take back what was just done. */
export async function rememberUndoOf(ctx: BotContext, data: string): Promise<void> {
  await saveUndo(ctx.needs.db, askerOf(ctx), data, ctx.needs.now())
}

/** The words of the button that would take back what was done a short while ago; null where nothing was. */
export function lastUndo(ctx: BotContext): string | null {
  const undo = withUndo.safeParse(ctx.arrival.shown?.payload).data?.undo
  return undo && undo.at.getTime() + patienceMs > ctx.needs.now().getTime() ? undo.data : null
}

/** Remembers numbered headlines as the list that was seen last. */
export async function rememberList(ctx: BotContext, items: readonly RepliedItem[]): Promise<void> {
  const listed = items.flatMap(({ number, title, url }) => (number === null ? [] : [{ number, title, url }]))
  if (listed.length > 0) await remember(ctx, { listed })
}

/** The list that this person was shown last in this chat, however long ago, and when. */
export function lastList(ctx: BotContext): { of: ShownList; at: Date } | null {
  return withList.safeParse(ctx.arrival.shown?.payload).data?.list ?? null
}

/** The one link or text that was shown last or asked about, as a question's job has it; null for anything else. */
export function subjectOf(last: Shown | null): string | null {
  if (last === null) return null
  if ('url' in last) return last.url
  if ('textId' in last) return subjectOfText(last.textId)
  return 'question' in last ? (last.about ?? null) : null
}

/** What this person was shown last, if that was a short while ago. */
export function recall(ctx: BotContext): Shown | null {
  const { shown: last } = ctx.arrival
  if (!last || last.at.getTime() + patienceMs <= ctx.needs.now().getTime()) return null
  return shown.safeParse(last.payload).data ?? null
}
