/** The numbers of a digest's stories as buttons below it, in place of its own buttons, and back. */
import { UserError } from '../../core/errors.ts'
import { findEntries, findPast, listNeighbours } from '../../db/past-digests.ts'
import { judgeError } from '../../telegram/errors.ts'
import type { BotContext } from '../context.ts'
import { button, inRows, type Screen } from '../screen.ts'

/** What a digest of this chat told. Throws UserError 'gone' for any other. */
export async function entriesOf(ctx: BotContext, digestId: number) {
  const found = await findEntries(ctx.needs.db, ctx.subscriber.id, digestId)
  if (!found) throw new UserError('gone')
  return found
}

/** Puts other buttons below the digest whose button was pressed; the digest itself stays. */
async function swapKeyboard(ctx: BotContext, rows: NonNullable<Screen['buttons']>): Promise<void> {
  try {
    await ctx.editMessageReplyMarkup({
      reply_markup: { inline_keyboard: rows.filter((row) => row.length > 0).map((row) => [...row]) },
    })
  } catch (error) {
    if (judgeError(error).kind !== 'done') throw error
  }
}

/** Shows a button for each story of the digest. */
export async function showGrid(ctx: BotContext, [id]: string[]): Promise<void> {
  const digestId = Number(id)
  const { db } = ctx.needs
  const { reading } = ctx.locale
  const { entries } = await entriesOf(ctx, digestId)
  const digest = await findPast(db, ctx.subscriber.id, digestId)
  const { earlier, later } = digest
    ? await listNeighbours(db, digest, ctx.subscriber.id)
    : { earlier: undefined, later: undefined }
  const width = entries.length > 20 ? 8 : 5
  await swapKeyboard(ctx, [
    ...inRows(
      entries.map((_, index) => button(String(index + 1), 'story', digestId, index + 1)),
      width,
    ),
    [
      ...(earlier ? [button(reading.history.earlier, 'hist', earlier.id, 0, 1)] : []),
      ...(later ? [button(reading.history.later, 'hist', later.id, 0, 1)] : []),
    ],
    [button(reading.story.back, 'stories-back', digestId)],
  ])
}

/** Puts the digest's own buttons back. */
export async function hideGrid(ctx: BotContext, [id]: string[]): Promise<void> {
  const { digests } = ctx.locale
  const { leftOut } = await entriesOf(ctx, Number(id))
  await swapKeyboard(ctx, [
    [
      button(digests.tools, 'stories', Number(id)),
      ...(leftOut > 0 ? [button(digests.leftOutButton(leftOut), 'more', Number(id))] : []),
    ],
  ])
}
