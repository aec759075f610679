/** `gazette digest`: what a chat's digest would hold now, shown here or sent to the chat as a preview. */
import { UserError } from '../core/errors.ts'
import { renderBlocks } from '../core/render.ts'
import { listUnready } from '../db/articles.ts'
import { listFeedingSources, listFollowed } from '../db/candidates.ts'
import type { Subscriber } from '../db/database.ts'
import { insertDeliveries } from '../db/deliveries.ts'
import { listUnreadSources } from '../db/first-reads.ts'
import { listSubscribersOfChat } from '../db/subscribers.ts'
import { getLocale } from '../locales/locales.ts'
import type { Pipeline } from '../pipeline/context.ts'
import { messageParams } from '../pipeline/enqueue-delivery.ts'
import { enrich } from '../pipeline/enrich.ts'
import { poll } from '../pipeline/poll.ts'
import { writePreview } from '../pipeline/preview-digest.ts'
import { type Command, exitCodes, UsageError } from './command.ts'

export const digest: Command = {
  name: 'digest',
  usage: 'digest --chat ID [--dry-run]',
  summary: 'send a chat what its digest would hold now, or only show it',
  flags: { chat: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  run: async ({ open, io, now }, { flags }) => {
    const chat = Number(flags['chat'])
    if (!Number.isSafeInteger(chat) || chat === 0)
      throw new UsageError('digest needs --chat with the number of a chat.')
    const pipeline = await open()
    const [subscriber] = await listSubscribersOfChat(pipeline.db, chat)
    if (!subscriber) throw new UserError('noSuchChat', { chat })
    await readUnread(pipeline, subscriber, now())
    const { blocks, shown, leftOut } = await writePreview(pipeline, subscriber, null)
    const parts = renderBlocks(blocks, { label: getLocale(subscriber.locale).digests.part })
    const send = flags['dry-run'] !== true && parts.length > 0
    if (send)
      await insertDeliveries(
        pipeline.db,
        parts.map((part, index) => ({
          botId: subscriber.bot_id,
          subscriberId: subscriber.id,
          digestId: null,
          part: index,
          kind: 'notice' as const,
          payload: { method: 'sendMessage' as const, params: messageParams(part, null, null) },
          key: `preview:${subscriber.id}:${now().getTime()}:${index}`,
        })),
        now(),
      )
    for (const part of parts) io.say(`${part.text}\n`)
    io.say(
      parts.length === 0
        ? 'Nothing new.'
        : send
          ? `Queued for chat ${chat} in ${parts.length} parts.`
          : 'Not sent (--dry-run).',
    )
    io.result({ chat, shown, leftOut, sent: send, parts })
    return exitCodes.done
  },
}

/** Reads here what no worker has read yet, so that the first look is not empty. */
async function readUnread(pipeline: Pipeline, subscriber: Subscriber, now: Date): Promise<void> {
  const followed = await listFollowed(pipeline.db, subscriber.id, { all: true })
  const feeding = await listFeedingSources(pipeline.db, followed)
  await poll(pipeline, await listUnreadSources(pipeline.db, feeding))
  await enrich(pipeline, await listUnready(pipeline.db, new Date(now.getTime() + 60_000), 1000))
}
