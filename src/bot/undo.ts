/** Taking back what was done: one step or several by a button, or in words what the button shown last would do. */
import { type Callback, parseCallback } from '../core/callback.ts'
import { dropUndo } from '../db/shown.ts'
import { readWishes } from '../locales/wishes.ts'
import { askerOf, type BotContext, type Press } from './context.ts'
import { presses } from './features.ts'
import { requireRight } from './rights.ts'
import { button, show } from './screen.ts'
import { lastUndo } from './shown.ts'
import { hold, undoAll, unpack } from './together.ts'

/** What the words behind a button do. */
export function pressOf({ verb }: Callback): Press | undefined {
  return verb === undoAll ? { offered: true, run: takeAllBack } : presses.get(verb)
}

/** Takes steps back, the last first, and says so in one message. */
async function takeAllBack(ctx: BotContext, words: string[]): Promise<void> {
  const { buttons } = ctx.locale.bot
  const steps = unpack(words).toReversed()
  const screens = await hold(
    ctx,
    steps.map(
      ({ verb, args }) =>
        () =>
          presses.get(verb)?.run(ctx, args),
    ),
  )
  await show(ctx, {
    body: screens.map(({ body }) => body.find((part) => part !== null) ?? null),
    buttons: [[button(buttons.myList, 'list', 0), button(buttons.settings, 'settings')]],
  })
}

/** Takes back what this person just did here, if `text` asks for that and something was done; else false. */
export async function takeUndo(ctx: BotContext, text: string): Promise<boolean> {
  const callback = parseCallback(lastUndo(ctx) ?? '')
  const press = callback && pressOf(callback)
  if (!press) return false
  if (!readWishes(ctx.locale.tag, text).some(({ kind }) => kind === 'undo')) return false
  if (press.open !== true) await requireRight(ctx)
  await dropUndo(ctx.needs.db, askerOf(ctx))
  await press.run(ctx, callback.args)
  return true
}
