/** What one message did in several steps, told in one message with one way back; apart where a step asks something of its own. */
import type { InlineKeyboardButton } from 'grammy/types'
import { type Callback, fitsCallback, joinCallback, parseCallback } from '../core/callback.ts'
import { UserError } from '../core/errors.ts'
import { errorText } from '../locales/locales.ts'
import type { BotContext } from './context.ts'
import { requireRight } from './rights.ts'
import { button, type Screen, send } from './screen.ts'
import { rememberUndoOf } from './shown.ts'

/** The verb of the button that takes several steps back; what stands behind each is packed into its words. */
export const undoAll = 'undo-all'
const mark = '~'

const pack = ({ verb, args }: Callback): string => [verb, ...args].join(mark)

/** Reads the steps back from the words of the button. */
export function unpack(words: readonly string[]): Callback[] {
  return words.map((word) => {
    const [verb = '', ...args] = word.split(mark)
    return { verb, args }
  })
}

/** Takes steps one after the other and returns the screens that they would have shown; what one cannot do is a screen too. */
export async function hold(
  ctx: BotContext,
  steps: readonly (() => Promise<unknown> | undefined)[],
): Promise<Screen[]> {
  const screens: Screen[] = []
  const outer = ctx.held
  ctx.held = screens
  try {
    for (const step of steps)
      try {
        await step()
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        screens.push({ body: [errorText(ctx.locale, error)] })
      }
  } finally {
    ctx.held = outer
  }
  return screens
}

/** Takes steps one after the other, tells of all and offers to take all back. Throws UserError 'adminsOnly' before any. */
export async function doTogether(ctx: BotContext, steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  await requireRight(ctx)
  const screens = await hold(ctx, steps)
  const undos = screens.flatMap((screen) => stepsBack(ctx, screen))
  const joined = joinScreens(ctx, screens, undos)
  for (const screen of joined ? [joined] : screens) await send(ctx, screen)
  if (undos.length > 1) await rememberUndoOf(ctx, joinCallback(undoAll, ...undos.map(pack)))
}

const buttonsOf = ({ buttons = [] }: Screen): InlineKeyboardButton[] => buttons.flat()
const callbackOf = (each: InlineKeyboardButton): Callback | null =>
  'callback_data' in each ? parseCallback(each.callback_data) : null

/** What the screen's button that takes back stands for. */
const stepsBack = (ctx: BotContext, screen: Screen): Callback[] =>
  buttonsOf(screen)
    .filter(({ text }) => text === ctx.locale.bot.buttons.undo)
    .flatMap((each) => callbackOf(each) ?? [])
    .flatMap((step) => (step.verb === undoAll ? unpack(step.args) : [step]))

/** Buttons that only lead on, once below several things, and those that nobody misses there. */
const ways = new Set(['list', 'settings', 'filters'])
const spared = new Set(['topics', 'preview', 'flt-mute'])

/** All screens as one; null where one offers a choice that would be lost, or where there are not several. */
function joinScreens(ctx: BotContext, screens: readonly Screen[], undos: readonly Callback[]): Screen | null {
  const packed = undos.map(pack)
  if (screens.length < 2 || !fitsCallback(undoAll, ...packed)) return null
  const others = screens.flatMap(buttonsOf).filter(({ text }) => text !== ctx.locale.bot.buttons.undo)
  const verbOf = (each: InlineKeyboardButton) => callbackOf(each)?.verb ?? ''
  const isPlain = screens.every(({ title, blocks, entities }) => !title && !blocks && !entities)
  if (!isPlain || others.some((each) => !ways.has(verbOf(each)) && !spared.has(verbOf(each)))) return null
  const onward = new Map(others.filter((each) => ways.has(verbOf(each))).map((each) => [verbOf(each), each]))
  const [first] = undos
  const undo = undos.length > 1 ? { verb: undoAll, args: packed } : first === undefined ? null : first
  return {
    body: screens.map(({ body }) => body.filter((part) => part !== null).join('\n')),
    buttons: [
      undo ? [button(ctx.locale.bot.buttons.undo, undo.verb, ...undo.args)] : [],
      [...onward.values()],
    ].filter((row) => row.length > 0),
  }
}
