/** What `gazette doctor` asks Telegram: the token, the clock, and whether updates find their way here. */
import type { Api } from 'grammy'
import type { Config } from '../config.ts'
import { createApi } from '../telegram/api.ts'
import { webhookPath } from '../web/webhook.ts'
import { type Check, safeMessageOf, ok } from './check.ts'
import type { CommandContext } from './command.ts'

/** An error of the webhook older than this is history. */
const recentSeconds = 3600

/** The findings about the bot's token and how it receives. */
export async function checkTelegram({ config, now }: CommandContext): Promise<Check[]> {
  if (config.BOT_TOKEN === undefined)
    return [
      {
        name: 'bot token',
        state: 'warning',
        found: 'not set',
        remedy: 'Ask @BotFather for one and set BOT_TOKEN; without it only the playground talks.',
      },
    ]
  const api = createApi(config.BOT_TOKEN, config.TELEGRAM_API_ROOT)
  try {
    const me = await api.getMe()
    return [
      ok('bot token', `@${me.username}`),
      ...(me.can_join_groups === false
        ? [
            {
              name: 'groups',
              state: 'warning' as const,
              found: 'the bot may not join groups',
              remedy: 'Send /setjoingroups to @BotFather, if groups should use it.',
            },
          ]
        : []),
      await checkWebhook(api, config, me.id, now()),
    ]
  } catch (error) {
    return [
      {
        name: 'bot token',
        state: 'failed',
        found: safeMessageOf(error),
        remedy: 'Check BOT_TOKEN, TELEGRAM_API_ROOT and the network.',
      },
    ]
  }
}

async function checkWebhook(api: Api, config: Config, botId: number, now: Date): Promise<Check> {
  const info = await api.getWebhookInfo()
  const name = 'webhook'
  const wanted = config.PUBLIC_URL === undefined ? '' : config.PUBLIC_URL + webhookPath(botId)
  const pending = `${info.pending_update_count} updates wait`
  if ((info.url ?? '') !== wanted)
    return {
      name,
      state: 'warning',
      found: info.url ? `Telegram posts to ${info.url}, ${pending}` : `none is set, ${pending}`,
      remedy:
        wanted === ''
          ? 'Start the bot service: it polls, and removes the webhook. If another program set it, one of the two must stop.'
          : `Start the bot and web services: they set it to ${wanted}`,
    }
  if (wanted === '') return ok(name, `none: the bot polls, ${pending}`)
  const failedAgo =
    info.last_error_date === undefined ? Infinity : now.getTime() / 1000 - info.last_error_date
  if (failedAgo < recentSeconds)
    return {
      name,
      state: 'failed',
      found: `${info.last_error_message ?? 'failing'}, ${Math.round(failedAgo)} s ago, ${pending}`,
      remedy: 'Check that the proxy forwards PUBLIC_URL to HOST:PORT and that its certificate is valid.',
    }
  return ok(name, `${wanted}, ${pending}`)
}
