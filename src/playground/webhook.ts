/** Pushes updates to the bot's webhook, one after another, trying again until it takes each. */
import type { Update } from '@grammyjs/types'
import { messageOf } from '../core/errors.ts'
import { isRecord } from '../core/is-record.ts'
import { callMethod } from './methods/table.ts'
import { confirmUpdates } from './updates.ts'
import { unixNow, type World } from './world.ts'

/** The first wait after a refusal; doubled up to the second. */
const retryMs = 500
const maxRetryMs = 8000
/** How long the bot may take to answer. */
const answerMs = 60_000

/** Starts delivering to the webhook that is set; ends by itself when another one, or none, is set. */
export function startWebhook(world: World): void {
  const { webhook } = world
  let busy = false
  const run = async () => {
    if (busy) return
    busy = true
    let wait = retryMs
    while (world.webhook === webhook && world.updates.waiting.length > 0) {
      const update = world.updates.waiting[0]!
      const error = await push(world, update)
      if (error === null) {
        confirmUpdates(world, (each) => each === update)
        wait = retryMs
        continue
      }
      webhook.lastError = { at: unixNow(world), message: error }
      await new Promise((resolve) => setTimeout(resolve, wait).unref())
      wait = Math.min(wait * 2, maxRetryMs)
    }
    busy = false
  }
  // `run` never rejects: `push` turns every failure into a message.
  world.wake = () => void run()
  world.wake()
}

/** Delivers one update. Returns what went wrong, or null. A method in the answer is called, as Telegram does. */
async function push(world: World, update: Update): Promise<string | null> {
  const { url, secret } = world.webhook
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(answerMs),
    })
    const text = await response.text()
    if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`
    await answerMethod(world, text)
    return null
  } catch (error) {
    return messageOf(error)
  }
}

async function answerMethod(world: World, text: string): Promise<void> {
  if (!text.startsWith('{')) return
  const { method, ...params } = parseObject(text)
  if (typeof method !== 'string') return
  const call = { world, uploads: new Map(), signal: AbortSignal.timeout(answerMs) }
  // The bot gave up hearing the outcome by answering this way.
  await callMethod(call, method, params).catch(() => undefined)
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}
