/** Opens what talks to Telegram: the sender lane, and the bot with its poller or webhook. */
import { randomBytes } from 'node:crypto'
import type { Bot } from 'grammy'
import { createBot } from './bot/bot.ts'
import { type Poller, startPoller } from './bot/poller.ts'
import { publishProfile } from './bot/profile.ts'
import { startWebhook, type Webhook } from './bot/webhook.ts'
import type { Config, Service } from './config.ts'
import type { Telemetry } from './core/telemetry.ts'
import { getLocale } from './locales/locales.ts'
import type { StartNeeds } from './main.ts'
import type { Pipeline } from './pipeline/context.ts'
import { tagInterest } from './pipeline/interests.ts'
import { renderPast } from './pipeline/past-digest.ts'
import { startDigests } from './pipeline/plan.ts'
import { decodeText } from './sources/charset.ts'
import { readFeedList } from './sources/feed-list.ts'
import { renderOpml } from './sources/opml.ts'
import { clientOptions, createApi, measureCalls, replyTransformers } from './telegram/api.ts'
import { createDrafts } from './telegram/drafts.ts'
import { createLane, type Lane } from './telegram/lane.ts'
import type { Route } from './web/server.ts'
import { deriveSecret, webhookPath, webhookRoute } from './web/webhook.ts'

/** Where the model answers, as readers are told it. */
function modelHost(config: Config): string {
  return config.OPENAI_BASE_URL === undefined ? 'api.openai.com' : new URL(config.OPENAI_BASE_URL).host
}

/** The bot id is the part of the token before the colon. https://core.telegram.org/bots/api#authorizing-your-bot */
export function botIdOf(token: string): number {
  return Number(token.split(':')[0])
}

const holderName = (): string => `${process.pid}-${randomBytes(4).toString('hex')}`

export type TelegramNeeds = StartNeeds & { token: string; telemetry: Telemetry }

/** The sender of the token; it does nothing before `start`. */
export function openLane(needs: TelegramNeeds): Lane {
  const { config, database, clock, log, token } = needs
  return createLane({
    db: database.db,
    api: createApi(token, config.TELEGRAM_API_ROOT, needs.telemetry),
    botId: botIdOf(token),
    now: clock.now,
    log,
    ambiguous: config.AMBIGUOUS_SEND,
    copyLabel: (locale) => getLocale(locale).notices.copyLabel,
    holder: holderName(),
    rate: config.SEND_PER_SECOND,
    paidBroadcast: config.PAID_BROADCAST,
    onTokenLost: needs.onFatal,
  })
}

/** What shows the token's chats an answer in the making; it needs no lease and holds nothing. */
export function openDrafts({ config, database, clock, log, token, telemetry }: TelegramNeeds) {
  return createDrafts({
    db: database.db,
    api: createApi(token, config.TELEGRAM_API_ROOT, telemetry),
    botId: botIdOf(token),
    rate: config.SEND_PER_SECOND,
    now: clock.now,
    log,
  })
}

export interface OpenBot {
  /** Where Telegram posts its updates; null with long polling. */
  route: Route | null
  /** Begins to receive; with a webhook once the web service listens. */
  begin(): Promise<void>
  /** Handles what was kept for later and is due; resolves when it is done. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** Whether this process's bot gets its updates at PUBLIC_URL: that needs the web service in the same process. */
export function receivesByWebhook(config: Config, services: readonly Service[]): boolean {
  return config.PUBLIC_URL !== undefined && services.includes('bot') && services.includes('web')
}

/** The bot, receiving by webhook or by long polling. */
export function openBot(needs: TelegramNeeds, pipeline: Pipeline): OpenBot {
  const { config, database, clock, log, token, telemetry } = needs
  const botId = botIdOf(token)
  const bot = makeBot(needs, pipeline)
  const shared = { bot, db: database.db, botId, now: clock.now, log, onUnauthorized: needs.onFatal }
  const address =
    config.PUBLIC_URL !== undefined && receivesByWebhook(config, needs.services)
      ? { url: config.PUBLIC_URL + webhookPath(botId), secret: config.WEBHOOK_SECRET ?? deriveSecret(token) }
      : null
  let webhook: Webhook | null = null
  let poller: Poller | null = null
  // Telegram tries again: an update that comes between listening and beginning is not lost.
  const take = async (body: string) => {
    if (!webhook) throw new Error('the bot has not begun')
    await webhook.take(body)
  }
  return {
    route: address && webhookRoute({ botId, secret: address.secret, telemetry, take }),
    begin: async () => {
      if (address) webhook = startWebhook({ ...shared, ...address })
      else poller = startPoller({ ...shared, holder: holderName() })
      // The menu and the profile are a courtesy: the bot works without them.
      publishProfile(bot.api).catch((error: unknown) =>
        log.warn({ err: error }, 'the command menu could not be set'),
      )
    },
    look: async () => (webhook ?? poller)?.look(),
    stop: async () => (webhook ?? poller)?.stop(),
  }
}

function makeBot(needs: TelegramNeeds, pipeline: Pipeline): Bot {
  const { config, database, clock, log, token, telemetry } = needs
  const { db } = database
  return createBot({
    token,
    client: clientOptions(config.TELEGRAM_API_ROOT),
    db,
    enqueue: pipeline.enqueue,
    now: clock.now,
    log,
    telemetry,
    config: {
      adminIds: config.ADMIN_IDS,
      inviteOnly: config.INVITE_ONLY,
      pollGapMs: config.POLL_MINUTES * 60_000,
      retainDays: config.RETAIN_DAYS,
      dailyTokens: config.LLM_DAILY_TOKENS,
      prices: config.LLM_PRICES,
      model: pipeline.model ? { name: pipeline.model.name, host: modelHost(config) } : null,
      perMinute: config.READER_PER_MINUTE,
      perDay: config.READER_PER_DAY,
    },
    stages: {
      startDigests: (subscriberId, now) => startDigests(pipeline, subscriberId, now),
      tagInterest: (topicId) => tagInterest(pipeline, topicId),
      renderPast: (digestId) => renderPast(pipeline.db, digestId),
      readOpml: readFeedList,
      readText: (bytes) => decodeText(bytes),
      writeOpml: (feeds) => renderOpml(feeds, 'Gazette'),
    },
    transformers: [
      ...replyTransformers({ db, botId: botIdOf(token), rate: config.SEND_PER_SECOND, now: clock.now }),
      measureCalls(telemetry),
    ],
  })
}
