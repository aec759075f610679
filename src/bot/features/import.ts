/** A file sent to the bot: a reader's list of feeds (OPML) is followed at once; anything else is told what can be taken. */
import { UserError } from '../../core/errors.ts'
import { ensureSchedule } from '../../db/schedules.ts'
import { upsertSource } from '../../db/sources.ts'
import { countSubscriptions, follow, maxSubscriptions } from '../../db/subscriptions.ts'
import { type BotContext, threadOf } from '../context.ts'
import { button, send } from '../screen.ts'

/** A list of feeds beyond this is no list a person keeps. */
const maxBytes = 2_000_000

/** Takes a document. Throws UserError 'notOpml', 'noFeeds' or 'tooLarge'. */
export async function takeDocument(ctx: BotContext): Promise<void> {
  const document = ctx.message?.document
  if (!document) return
  if (!/\.(?:opml|xml)$/iu.test(document.file_name ?? '') && !/xml|opml/iu.test(document.mime_type ?? ''))
    throw new UserError('notOpml')
  const tooLarge = new UserError('tooLarge', { megabytes: maxBytes / 1_000_000 })
  if ((document.file_size ?? 0) > maxBytes) throw tooLarge
  const file = await ctx.api.getFile(document.file_id)
  if (file.file_path === undefined) throw new UserError('unreachable')
  const bytes = await ctx.needs.download(file.file_path)
  if (bytes.length > maxBytes) throw tooLarge
  await importFeeds(ctx, bytes)
}

async function importFeeds(ctx: BotContext, bytes: Uint8Array): Promise<void> {
  const { bot } = ctx.locale
  const { db, now, config, stages } = ctx.needs
  const entries = stages.readOpml(bytes)
  const feeds = [...new Map(entries.map((feed) => [feed.url, feed])).values()]
  if (feeds.length === 0) throw new UserError('noFeeds')
  const room = maxSubscriptions - (await countSubscriptions(db, ctx.subscriber.id))
  const taken = feeds.slice(0, Math.max(0, room))
  const added = await db.transaction().execute(async (trx) => {
    let count = 0
    for (const { url, title, site } of taken) {
      const source = await upsertSource(
        trx,
        { url, kind: 'feed', title, siteUrl: site, language: null, catalogueTopic: null, shared: false },
        now(),
        config.pollGapMs,
      )
      if (await follow(trx, ctx.subscriber.id, { sourceId: source.id }, now())) count += 1
    }
    if (count > 0) await ensureSchedule(trx, ctx.subscriber, threadOf(ctx), now())
    return count
  })
  const known = taken.length - added
  const full = feeds.length - taken.length
  await send(ctx, {
    body: [
      [
        bot.subscribe.imported(added),
        known > 0 ? bot.subscribe.importedKnown(known) : '',
        full > 0 ? bot.subscribe.importedFull(full, maxSubscriptions) : '',
      ]
        .filter(Boolean)
        .join('\n'),
      added > 0 ? bot.subscribe.importedNext : null,
    ],
    buttons: [[button(bot.buttons.myList, 'list', 0), button(bot.buttons.digestNow, 'preview', 0)]],
  })
}
