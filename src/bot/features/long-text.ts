/** A long text in place of a link: kept for a few days and summed up by a job; parts that Telegram split are joined. */
import type { Message } from 'grammy/types'
import { UserError } from '../../core/errors.ts'
import { partMark } from '../../core/long-text.ts'
import { appendText, findText, insertText } from '../../db/texts.ts'
import { type BotContext, type Feature, threadOf } from '../context.ts'
import { sendProgress, showProgress } from '../screen.ts'
import { recall, remember } from '../shown.ts'

/** An app splits what is longer than 4,096 characters at a space or a line end before that. */
const leastFullPart = 3000
/** Parts are sent at once; nobody writes words of their own that soon. */
const mostGapSeconds = 3
/** Until the next part is there. */
const patienceMs = 1500

/** When the words were written: forwarded ones were written before, corrected ones later. */
const writtenAt = (msg: Message) => msg.edit_date ?? msg.forward_origin?.date ?? msg.date

/** The text that this message may be a further part of: its sender's, and sent right before. */
function unfinishedText(ctx: BotContext, msg: Message) {
  const shown = recall(ctx)
  if (!shown || !('textId' in shown) || shown.partAt === null) return null
  const gap = writtenAt(msg) - shown.partAt
  return gap < 0 || gap > mostGapSeconds ? null : shown
}

/** Whether a message that is not addressed to the bot may go on from one that was. */
export const awaitsPart = (ctx: BotContext, msg: Message): boolean => unfinishedText(ctx, msg) !== null

/** Takes a further part of the text that came right before; false for any other message. */
export async function takePart(ctx: BotContext, msg: Message, words: string): Promise<boolean> {
  const shown = unfinishedText(ctx, msg)
  if (!shown) return false
  const { textId, messageId } = shown
  if (!(await appendText(ctx.needs.db, textId, ctx.subscriber.id, partMark + words))) return false
  await remember(ctx, { textId, messageId, partAt: partAt(msg, words) })
  const replyTo = {
    subscriberId: ctx.subscriber.id,
    messageId,
    threadId: threadOf(ctx),
    locale: ctx.locale.tag,
    turn: String(msg.message_id),
  }
  await ctx.needs.enqueue(null, 'read-text', { ...replyTo, textId }, later(textId))
  return true
}

/** While one waits for the parts that are to come, it is enough for all of them. */
const later = (textId: number) => ({ key: `text:${textId}`, delayMs: patienceMs })

const partAt = (msg: Message, words: string) => (words.length < leastFullPart ? null : writtenAt(msg))

/** Takes what is a long text or the first part of one. */
export async function takeLongText(ctx: BotContext, msg: Message, words: string): Promise<void> {
  await readText(ctx, words, partAt(msg, words))
}

/** Sums a text up; more of it may come until a moment after `partAt`. */
export async function readText(ctx: BotContext, words: string, partAt: number | null = null): Promise<void> {
  const { db, now, enqueue } = ctx.needs
  const textId = await insertText(db, ctx.subscriber.id, words, now())
  const { passing, ...replyTo } = await showProgress(ctx, ctx.locale.bot.links.readingText)
  await remember(ctx, { textId, messageId: replyTo.messageId, partAt })
  // What may be told anew when its next part comes has to stay in its place: it is not watched while it is written.
  if (partAt === null) await enqueue(null, 'read-text', { ...replyTo, passing, textId })
  else await enqueue(null, 'read-text', { ...replyTo, textId }, later(textId))
}

/** Sums up a text that waits, in a message of its own. */
async function readKept(ctx: BotContext, [id]: string[]): Promise<void> {
  const textId = Number(id) || 0
  if (!(await findText(ctx.needs.db, textId, ctx.subscriber.id))) throw new UserError('gone')
  const replyTo = await sendProgress(ctx, ctx.locale.bot.links.readingText)
  await remember(ctx, { textId, messageId: replyTo.messageId, partAt: null })
  await ctx.needs.enqueue(null, 'read-text', { ...replyTo, textId })
}

export const longTexts: Feature = {
  presses: { 'read-text': { run: readKept, open: true } },
}
