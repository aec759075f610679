/** Questions that wait for a typed answer: kept in the database, so that any process understands the answer. */
import { deletePending, findPending, type PendingQuestion, savePending } from '../db/pending.ts'
import { askerOf, type BotContext } from './context.ts'

/** After this long, words are taken for something new. */
const patienceMs = 15 * 60_000

/** Remembers that `kind` was asked; `payload` is what the answer or the button will need. */
export async function ask(
  ctx: BotContext,
  kind: string,
  payload: Record<string, unknown> = {},
): Promise<void> {
  const { db, now } = ctx.needs
  await savePending(db, askerOf(ctx), { kind, payload }, new Date(now().getTime() + patienceMs))
}

/** What the bot asked this person in this chat last and still waits for. */
export async function openQuestion(ctx: BotContext): Promise<PendingQuestion | undefined> {
  return findPending(ctx.needs.db, askerOf(ctx), ctx.needs.now())
}

/** Waits for no answer any more. */
export async function closeQuestion(ctx: BotContext): Promise<void> {
  await deletePending(ctx.needs.db, askerOf(ctx))
}
