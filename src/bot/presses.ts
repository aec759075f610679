/** Takes a pressed button: answered at once, then done; one that this code does not know shows the way on. */
import { parseCallback } from '../core/callback.ts'
import { truncate } from '../core/text.ts'
import { errorText, getLocale } from '../locales/locales.ts'
import { codeOf, UserError } from '../core/errors.ts'
import { judgeError } from '../telegram/errors.ts'
import { createChat, findChat } from './chat.ts'
import type { BotContext } from './context.ts'
import { answers } from './features.ts'
import { wayOn } from './features/help.ts'
import { mayTakeTurn } from './limits.ts'
import { requireEntry } from './operators.ts'
import { closeQuestion, openQuestion } from './questions.ts'
import { mayChange } from './rights.ts'
import { isOnKeyboard, send } from './screen.ts'
import { pressOf } from './undo.ts'

/** Ends the button's spinner, with a short text on top of the chat or a link that Telegram opens where one is given. */
async function answer(ctx: BotContext, say?: string | { url: string }): Promise<void> {
  try {
    await ctx.answerCallbackQuery(
      typeof say === 'string' ? { text: truncate(say, 200), show_alert: true } : (say ?? {}),
    )
  } catch (error) {
    // Too old to answer: what the button does is still wanted.
    if (judgeError(error).kind !== 'done') throw error
  }
}

/** Why this person may not use the bot now; null where they may. */
async function refusalOf(ctx: BotContext): Promise<UserError | null> {
  try {
    await requireEntry(ctx)
    return null
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

const startLink = (ctx: BotContext, payload: string) => `https://t.me/${ctx.me.username}?start=${payload}`

/** Whether words were no number that the database or a button of ours could hold. Postgres: class 22, data exception. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof RangeError || codeOf(error).startsWith('22')

/** Words that a client made up may say anything; what cannot be read stands for nothing that is there. */
async function runPress(ctx: BotContext, run: () => unknown): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (isUnreadable(error) && !isOnKeyboard(ctx)) throw new UserError('gone', {}, { cause: error })
    throw error
  }
}

/** Whoever presses a button, "Back" or another, does not write what was asked for: the next words are taken for themselves. */
async function dropQuestion(ctx: BotContext): Promise<void> {
  if (ctx.arrival.isAsked && answers.has((await openQuestion(ctx))?.kind ?? '')) await closeQuestion(ctx)
}

/** Takes one callback query. */
export async function takePress(ctx: BotContext): Promise<void> {
  if (!ctx.chat || ctx.callbackQuery?.data === undefined) return answer(ctx)
  if (!(await mayTakeTurn(ctx))) return answer(ctx)
  const callback = parseCallback(ctx.callbackQuery.data)
  const press = callback ? pressOf(callback) : undefined
  const known = await findChat(ctx)
  ctx.locale = getLocale(known?.locale ?? ctx.from?.language_code)
  const refusal = await refusalOf(ctx)
  if (refusal) return answer(ctx, errorText(ctx.locale, refusal))
  // Only what stands below the post is signed: a number that was made up opens nothing.
  if (callback && press?.inChannel && ctx.chat.type === 'channel' && isOnKeyboard(ctx))
    return answer(ctx, { url: startLink(ctx, press.inChannel(ctx, callback.args)) })
  if (press && press.open !== true && !(await mayChange(ctx)))
    return answer(ctx, errorText(ctx.locale, new UserError('adminsOnly')))
  await answer(ctx)
  ctx.subscriber = known ?? (await createChat(ctx, ctx.chat))
  // A client can make up button words; what our own message offers it cannot.
  if (press?.offered === true && !isOnKeyboard(ctx)) throw new UserError('gone')
  await dropQuestion(ctx)
  if (callback && press) return runPress(ctx, () => press.run(ctx, callback.args))
  await send(ctx, { body: [ctx.locale.bot.oldButton], buttons: wayOn(ctx) })
}
