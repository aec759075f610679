/** `gazette digest`: what a chat's digest would hold now, shown here or sent to the chat as a preview. */
import { UserError } from '../core/errors.ts'
import { renderBlocks } from '../core/render.ts'
import { listUnready } from '../db/articles.ts'
import { listEverything, listFeedingSources, listFollowed } from '../db/candidates.ts'
import type { Subscriber } from '../db/database.ts'
import { insertDeliveries } from '../db/deliveries.ts'
import { listLedger } from '../db/ledger.ts'
import { listUnreadSources } from '../db/first-reads.ts'
import { listSubscribersOfChat } from '../db/subscribers.ts'
import { getLocale, localeNames } from '../locales/locales.ts'
import type { Pipeline } from '../pipeline/context.ts'
import { messageParams } from '../pipeline/enqueue-delivery.ts'
import { enrich } from '../pipeline/enrich.ts'
import { poll } from '../pipeline/poll.ts'
import { type ReadingTaste, writePreview, writeSample } from '../pipeline/preview-digest.ts'
import { type Command, exitCodes, type Io, UsageError } from './command.ts'

/** Due times that --ledger shows. */
const ledgerLines = 20

export const digest: Command = {
  name: 'digest',
  usage:
    'digest --chat ID [--dry-run]\n       digest --chat ID --ledger\n       digest --dry-run [--topic SLUG] [--locale TAG]',
  summary:
    'send a chat what its digest would hold now, or only show it; without a chat, of all that is stored',
  most: 0,
  flags: {
    chat: { type: 'string', about: 'number of the chat, as Telegram gives it' },
    'dry-run': { type: 'boolean', about: 'show it here and send nothing' },
    ledger: { type: 'boolean', about: 'what became of every due time of the chat' },
    topic: { type: 'string', about: 'without a chat: of this topic alone, for example ai' },
    locale: {
      type: 'string',
      about: `without a chat: language of the frame: ${Object.keys(localeNames).join(', ')}`,
    },
  },
  examples: ['digest --chat 123456789 --dry-run', 'digest --dry-run --topic ai --locale zh-hans'],
  run: async ({ open, io, now }, { flags }) => {
    const dryRun = flags['dry-run'] === true
    if (flags['chat'] === undefined && dryRun) {
      const pipeline = await open()
      return showSample(pipeline, io, { topic: text(flags['topic']), locale: text(flags['locale']) ?? 'en' })
    }
    const chat = Number(flags['chat'])
    if (!Number.isSafeInteger(chat) || chat === 0)
      throw new UsageError('digest needs --chat with the number of a chat, or --dry-run.')
    const pipeline = await open()
    const [subscriber] = await listSubscribersOfChat(pipeline.db, chat)
    if (!subscriber) throw new UserError('noSuchChat', { chat })
    if (flags['ledger'] === true) return showLedger(pipeline, io, subscriber)
    io.progress('reading what no worker has read yet')
    await readUnread(pipeline, subscriber, now())
    io.progress('writing the digest')
    const { blocks, shown, leftOut } = await writePreview(pipeline, subscriber, null)
    const parts = renderBlocks(blocks, { label: getLocale(subscriber.locale).digests.part })
    const send = !dryRun && parts.length > 0
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

const text = (flag: unknown) => (typeof flag === 'string' ? flag : undefined)

/** Shows what a digest of everything stored, or of one topic, would say, each article in its own language. */
async function showSample(
  pipeline: Pipeline,
  io: Io,
  asked: { topic: string | undefined; locale: string },
): Promise<number> {
  const followed = await listEverything(pipeline.db, asked.topic)
  if (asked.topic !== undefined && followed.topicIds.length === 0)
    throw new UsageError(`There is no topic ${asked.topic}.`)
  const { tag, digests } = getLocale(asked.locale)
  const taste: ReadingTaste = {
    locale: tag,
    summary_language: 'original',
    length: 'standard',
    layout: 'standard',
    time_zone: pipeline.settings.siteTimeZone,
  }
  const { blocks, shown, leftOut } = await writeSample(pipeline, taste, followed)
  const parts = renderBlocks(blocks, { label: digests.part })
  for (const part of parts) io.say(`${part.text}\n`)
  if (parts.length === 0) io.say('Nothing of the last three days is stored: add a source or run poll.')
  io.result({ chat: null, shown, leftOut, sent: false, parts })
  return exitCodes.done
}

/** Shows what became of the chat's last due times. */
async function showLedger(pipeline: Pipeline, io: Io, subscriber: Subscriber): Promise<number> {
  const entries = await listLedger(pipeline.db, subscriber.id, ledgerLines)
  for (const entry of entries) {
    const { number, parts, sent, unknown, failed, copies, merged } = entry
    const extra = [
      entry.late ? 'late' : '',
      merged > 0 ? `for ${merged} missed too` : '',
      copies > 0 ? `${copies} sent again` : '',
      unknown > 0 ? `${unknown} unknown` : '',
      failed > 0 ? `${failed} failed` : '',
      entry.why ?? '',
    ].filter((word) => word !== '')
    const name = number === null ? entry.state : `no. ${number}`
    io.say(
      `${entry.dueAt.toISOString()}  ${name.padEnd(8)}  ${sent} of ${parts} sent${entry.sentAt ? ` by ${entry.sentAt.toISOString()}` : ''}${extra.length > 0 ? `  (${extra.join(', ')})` : ''}`,
    )
  }
  if (entries.length === 0) io.say('No digest has been due for this chat.')
  io.result({ chat: subscriber.chat_id, ledger: entries })
  return exitCodes.done
}

/** Reads here what no worker has read yet, so that the first look is not empty. */
async function readUnread(pipeline: Pipeline, subscriber: Subscriber, now: Date): Promise<void> {
  const followed = await listFollowed(pipeline.db, subscriber.id, { all: true })
  const feeding = await listFeedingSources(pipeline.db, followed)
  await poll(pipeline, await listUnreadSources(pipeline.db, feeding))
  await enrich(pipeline, await listUnready(pipeline.db, new Date(now.getTime() + 60_000), 1000))
}
