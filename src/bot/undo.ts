/** "Undo" in words: what the button of that name would do, below whichever message it was shown last. */
import { parseCallback } from '../core/callback.ts'
import { dropUndo } from '../db/shown.ts'
import { readWishes } from '../locales/wishes.ts'
import type { BotContext } from './context.ts'
import { presses } from './features.ts'
import { lastUndo } from './shown.ts'

/** Takes back what was just done, if `text` asks for that and something was; else false. */
export async function takeUndo(ctx: BotContext, text: string): Promise<boolean> {
  const callback = parseCallback(lastUndo(ctx) ?? '')
  const press = callback && presses.get(callback.verb)
  if (!press) return false
  if (!readWishes(ctx.locale.tag, text).some(({ kind }) => kind === 'undo')) return false
  await dropUndo(ctx.needs.db, ctx.subscriber.id)
  await press.run(ctx, callback.args)
  return true
}
