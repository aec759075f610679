/** Methods by which the bot receives: polling, the webhook, and files it was sent. */
import { badRequest } from '../failure.ts'
import { maxDownload } from '../files.ts'
import { isLoopback } from '../origin.ts'
import { confirmUpdates, poll, setAllowed } from '../updates.ts'
import { startWebhook } from '../webhook.ts'
import { removeWebhook } from '../world.ts'
import type { Methods } from './call.ts'

/** https://core.telegram.org/bots/api#setwebhook */
const secretPattern = /^[A-Za-z0-9_-]{1,256}$/u
const webhookPorts = new Set(['', '443', '80', '88', '8443'])

function checkWebhookUrl(text: string): void {
  if (!URL.canParse(text)) throw badRequest('bad webhook: invalid webhook URL specified')
  const url = new URL(text)
  // A bot on this machine has no certificate; that is what a local server is for.
  if (isLoopback(url.hostname)) return
  if (url.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!webhookPorts.has(url.port))
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
}

export const deliveryMethods: Methods = {
  getUpdates: ({ world, signal }, params) => poll(world, params, signal),
  setWebhook: ({ world }, params) => {
    if (params.secret_token !== undefined && !secretPattern.test(params.secret_token))
      throw badRequest('secret token contains unallowed characters')
    removeWebhook(world)
    if (params.drop_pending_updates) confirmUpdates(world, () => true)
    if (params.url === '') return true
    checkWebhookUrl(params.url)
    setAllowed(world, params.allowed_updates)
    world.poller?.end('webhook')
    world.webhook = {
      url: params.url,
      secret: params.secret_token ?? '',
      maxConnections: params.max_connections ?? 40,
      lastError: null,
    }
    startWebhook(world)
    return true
  },
  deleteWebhook: ({ world }, params) => {
    removeWebhook(world)
    if (params.drop_pending_updates) confirmUpdates(world, () => true)
    return true
  },
  getWebhookInfo: ({ world: { webhook, updates } }) => ({
    url: webhook.url,
    has_custom_certificate: false,
    pending_update_count: updates.waiting.length,
    ...(webhook.url ? { max_connections: webhook.maxConnections } : {}),
    ...(updates.allowed ? { allowed_updates: [...updates.allowed] } : {}),
    ...(webhook.lastError
      ? { last_error_date: webhook.lastError.at, last_error_message: webhook.lastError.message }
      : {}),
  }),
  getFile: ({ world }, params) => {
    const file = world.files.get(params.file_id)
    if (!file) throw badRequest('invalid file_id')
    if (file.bytes.length > maxDownload) throw badRequest('file is too big')
    return {
      file_id: file.id,
      file_unique_id: file.uniqueId,
      file_size: file.bytes.length,
      file_path: file.path,
    }
  },
}
