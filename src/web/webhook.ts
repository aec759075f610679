/** POST /telegram/<bot id>: takes Telegram's updates, but only with the secret, and only so much. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Telemetry } from '../core/telemetry.ts'
import { json, type Route } from './server.ts'

/** An update is a few kilobytes; a hundred times that is none. */
const maxBytes = 1_000_000

/** Path of a bot's webhook; the token is no part of it. */
export const webhookPath = (botId: number): string => `/telegram/${botId}`

/** The secret for a bot whose operator set none: every process of the token derives the same. 64 hex characters. */
export function deriveSecret(token: string): string {
  return createHash('sha256').update(`gazette webhook ${token}`).digest('hex')
}

/** The route. `take` keeps the update; where it rejects, Telegram is asked to send it again. */
export function webhookRoute(needs: {
  botId: number
  secret: string
  take: (body: string) => Promise<void>
  telemetry: Telemetry
}): Route {
  const { botId, secret, take, telemetry } = needs
  return {
    method: 'POST',
    path: webhookPath(botId),
    maxBytes,
    refuse: ({ headers }) => {
      // https://core.telegram.org/bots/api#setwebhook: secret_token
      const given = headers['x-telegram-bot-api-secret-token']
      if (typeof given === 'string' && isSame(given, secret)) return null
      telemetry.count('updates_refused', { reason: 'secret' })
      return json(401, { error: 'unauthorized' })
    },
    answer: async ({ body }) => {
      await take(body.toString('utf8'))
      return json(200, {})
    },
  }
}

/** Equal, in a time that does not tell how much of it is. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
