/** The bot without the rest of Gazette: no job runs, and whoever opens it answers its calls to Telegram. */
import type { Bot } from 'grammy'
import { createBot, type CreateBotNeeds } from '../../src/bot/bot.ts'
import type { BotConfig, Stages } from '../../src/bot/context.ts'
import { silentLog } from '../../src/log.ts'
import { testToken } from './gazette.ts'
import { noon } from './rows.ts'

export const bareConfig: BotConfig = {
  adminIds: [],
  inviteOnly: false,
  pollGapMs: 1_800_000,
  retainDays: 365,
  dailyTokens: 0,
  prices: '',
  model: null,
}

export const bareStages: Stages = {
  startDigests: async () => undefined,
  tagInterest: async () => 0,
  renderPast: async () => [],
  readOpml: () => [],
  readText: () => '',
  writeOpml: () => '<opml/>',
}

/** A bot with the id 1 whose jobs go nowhere and whose clock stands, but for what is given. */
export function createBareBot(needs: Pick<CreateBotNeeds, 'db'> & Partial<CreateBotNeeds>): Bot {
  return createBot({
    token: testToken,
    client: {},
    botInfo: { id: 1, is_bot: true, first_name: 'Gazette', username: 'gazette_bot' } as never,
    enqueue: async () => undefined,
    now: () => noon,
    log: silentLog,
    config: bareConfig,
    stages: bareStages,
    ...needs,
  })
}
