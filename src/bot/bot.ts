/** The bot: takes Telegram's updates, each once, and hands them to the features; every failure ends in a sentence. */
import { Bot, type ApiClientOptions, type Transformer } from 'grammy'
import type { MessageGenerationStopped, UserFromGetMe } from 'grammy/types'
import { RetryLater, UserError } from '../core/errors.ts'
import { storable } from '../core/storable.ts'
import { noTelemetry } from '../core/telemetry.ts'
import { isAway } from '../db/away.ts'
import { readArrival } from '../db/arrivals.ts'
import { stopDraft } from '../db/stopped-drafts.ts'
import { setSubscriberState, findSubscriber } from '../db/subscribers.ts'
import { recordUpdate } from '../db/updates.ts'
import { errorText, getLocale } from '../locales/locales.ts'
import { judgeError } from '../telegram/errors.ts'
import type { BotContext, BotNeeds } from './context.ts'
import { takeInline } from './features/inline.ts'
import { limitWork } from './limits.ts'
import { takeMembership } from './membership.ts'
import { takeEdit, takeMessage } from './messages.ts'
import { takePress } from './presses.ts'
import { replyQuietly } from './quiet.ts'
import { readUpdate } from './update-form.ts'

export interface CreateBotNeeds extends Omit<BotNeeds, 'download'> {
  token: string
  /** Address of the Bot API server and time limits (telegram/api.ts). */
  client: ApiClientOptions
  /** Applied to every call, the first outermost. */
  transformers?: readonly Transformer[]
  /** Spares the first call to getMe. */
  botInfo?: UserFromGetMe
}

/**
 * Creates the bot; nothing is sent or polled before `start`, `init` or `handleUpdate`. The last rejects with RetryLater
 * (in grammY's BotError) where Telegram has no room for the answer, or it or the database is away: the update is to be
 * given again after that.
 */
export function createBot({ token, client, transformers, botInfo, ...rest }: CreateBotNeeds): Bot {
  const bot = new Bot(token, { client, ...(botInfo ? { botInfo } : {}) })
  // A transformer installed later runs earlier.
  bot.api.config.use(...(transformers ?? []).toReversed())
  const needs: BotNeeds = {
    ...rest,
    download: createDownload(token, client.apiRoot ?? 'https://api.telegram.org'),
  }
  const underWay = new Set<number>()
  /** While nothing can be answered, as far as this process knows; a clock that was set back ends it. */
  let storm = { from: Infinity, until: 0 }

  bot.use(async (bare) => {
    const update = readUpdate(storable(bare.update))
    if (!update) {
      needs.log.warn(
        { update: bare.update.update_id },
        'an update has not the form of one and is passed over',
      )
      return
    }
    const ctx = Object.assign(bare, { needs, update, held: null }) as BotContext
    ctx.needs = { ...needs, enqueue: limitWork(ctx, needs.enqueue) }
    const { update_id: updateId } = update
    if (underWay.has(updateId)) return
    underWay.add(updateId)
    try {
      // Recorded when it is done: after a crash half-way, Telegram brings the update again and nothing is lost.
      ctx.arrival = await readArrival(needs.db, {
        botId: ctx.me.id,
        updateId,
        userId: ctx.from?.id,
        chatId: ctx.chat?.id,
      })
      if (ctx.arrival.wasAnswered) return
      const at = needs.now().getTime()
      // What cannot be answered now is not begun: beginning it again later would do the half of it twice.
      if (ctx.chat && at >= storm.from && at < storm.until)
        throw new RetryLater('nothing can be answered now', storm.until - at)
      await (needs.telemetry ?? noTelemetry).timed('update', { kind: kindOf(ctx) }, () => takeUpdate(ctx))
      await recordUpdate(needs.db, ctx.me.id, updateId, needs.now())
    } catch (error) {
      if (!(error instanceof RetryLater)) return await apologise(ctx, error)
      const from = needs.now().getTime()
      storm = { from, until: from + error.delayMs }
      throw error
    } finally {
      underWay.delete(updateId)
    }
  })
  return bot
}

/** What sort of update it is, for metrics: 'message', 'callback_query' and so on. */
function kindOf(ctx: BotContext): string {
  return Object.keys(ctx.update).find((name) => name !== 'update_id') ?? 'unknown'
}

async function takeUpdate(ctx: BotContext): Promise<void> {
  try {
    if (ctx.inlineQuery) await takeInline(ctx)
    else if (ctx.callbackQuery) await takePress(ctx)
    else if (ctx.myChatMember) await takeMembership(ctx)
    else if (ctx.stoppedMessageGeneration) await takeStop(ctx, ctx.stoppedMessageGeneration)
    else if (ctx.editedMessage) await takeEdit(ctx, ctx.editedMessage)
    else if (ctx.message ?? ctx.channelPost) await takeMessage(ctx)
  } catch (error) {
    // Told here, so that the update counts as answered.
    await apologise(ctx, error)
  }
}

/** The reader stops an answer that is being written: whoever writes it looks for this note. */
async function takeStop(
  ctx: BotContext,
  { chat, draft_id: draftId }: MessageGenerationStopped,
): Promise<void> {
  const { db, now } = ctx.needs
  const known = await findSubscriber(db, ctx.me.id, chat.id)
  if (known) await stopDraft(db, known.id, draftId, now())
}

/** Until a server that is away is tried again. */
const awayMs = 5000

/** Milliseconds after which the update may be handled as if nothing had been; null where that would not help. */
function waitFor(error: unknown): number | null {
  const verdict = judgeError(error)
  if (verdict.kind === 'pause') return verdict.retryAfterMs
  return verdict.kind === 'retry' || isAway(error) ? awayMs : null
}

/**
 * The bot's error boundary: a known error gets its sentence, a lost chat is noted, the rest is logged and regretted.
 * Throws RetryLater where Telegram takes no messages for a while, or it or the database is away, so that nobody is left
 * without an answer.
 */
async function apologise(ctx: BotContext, error: unknown): Promise<void> {
  const { db, log, now } = ctx.needs
  try {
    const verdict = judgeError(error)
    if (ctx.chat && waitFor(error) !== null) throw error
    if (verdict.kind === 'gone' && ctx.chat) {
      const known = await findSubscriber(db, ctx.me.id, ctx.chat.id)
      if (known) await setSubscriberState(db, known.id, 'blocked', verdict.reason, now())
      return
    }
    const isKnown = error instanceof UserError
    // Where there is no chat to say it in, nothing found is all that can be said.
    if (ctx.inlineQuery) await ctx.answerInlineQuery([], { cache_time: 0, is_personal: true })
    if (!isKnown) log.error({ err: error, update: ctx.update.update_id }, 'an update failed')
    const locale = ctx.locale ?? getLocale(ctx.from?.language_code)
    if (ctx.chat) await replyQuietly(ctx, errorText(locale, isKnown ? error : new UserError('internal')))
  } catch (failure) {
    const wait = waitFor(failure)
    if (ctx.chat && wait !== null)
      throw new RetryLater('nothing can be answered now', wait, { cause: failure })
    log.error({ err: failure, update: ctx.update.update_id }, 'an apology failed')
  }
}

/** Milliseconds for a file of up to 2 MB. */
const downloadMs = 20_000

function createDownload(token: string, apiRoot: string): BotNeeds['download'] {
  return async (path) => {
    // https://core.telegram.org/bots/api#getfile
    try {
      const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, {
        signal: AbortSignal.timeout(downloadMs),
      })
      if (response.ok) return new Uint8Array(await response.arrayBuffer())
    } catch {
      // The connection broke; its error names the address, which holds the token.
    }
    throw new UserError('fileLost')
  }
}
