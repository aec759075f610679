/** The job behind a list of feeds: follows them at once, reads each for the first time, and tells how far it is and what failed. */
import { type Block, paragraph } from '../core/blocks.ts'
import { chunk } from '../core/chunk.ts'
import { UserError } from '../core/errors.ts'
import type { JobPayloads } from '../core/jobs.ts'
import { truncate } from '../core/text.ts'
import {
  countImported,
  type FailedFeed,
  findImport,
  followImport,
  listImportFailures,
  listImportUnread,
} from '../db/imports.ts'
import { ensureSchedule } from '../db/schedules.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { moveAndWake } from '../db/move-source.ts'
import { maxSubscriptions } from '../db/subscriptions.ts'
import { formatList } from '../locales/format.ts'
import { errorText, getLocale, type Locale } from '../locales/locales.ts'
import { sourceName } from './add-source.ts'
import type { Pipeline } from './context.ts'
import { button, type Keyboard } from './enqueue-delivery.ts'
import { findHits } from './find-source.ts'
import { poll } from './poll.ts'
import { reply, replyProgress } from './reply.ts'

/** Feeds read side by side, and between two words of progress. */
const atOnce = 50
/** Pages searched for their feeds side by side. */
const searchedAtOnce = 10
/** Until then the poll tick leaves the new sources to us. */
const leaseMs = 15 * 60_000
/** Names listed for one cause of failure; the others are counted. */
const mostNames = 8

/** Follows and reads a stored list. Running twice follows nothing twice and reads on where it was. */
export async function importFeeds(
  pipeline: Pipeline,
  { importId, ...to }: JobPayloads['import-feeds'],
): Promise<void> {
  const { db } = pipeline
  const list = await findImport(db, importId, to.subscriberId)
  const subscriber = await findSubscriberById(db, to.subscriberId)
  if (!list || !subscriber) throw new UserError('gone')
  const now = pipeline.now()
  await db.transaction().execute(async (trx) => {
    const firstPollAt = new Date(now.getTime() + leaseMs)
    await followImport(trx, list, { now, firstPollAt, pollGapMs: pipeline.settings.pollGapMs })
    await ensureSchedule(trx, subscriber, to.threadId, now)
  })
  const { bot } = getLocale(to.locale)
  const unread = await listImportUnread(db, importId)
  let done = list.feeds.length - unread.length
  for (const ids of chunk(unread, atOnce)) {
    await replyProgress(pipeline, to, bot.subscribe.importing(done, list.feeds.length), done)
    await poll(pipeline, ids)
    done += ids.length
  }
  await followOffered(pipeline, importId)
  const failures = await listImportFailures(db, importId)
  const added = await countImported(db, importId)
  await reply(pipeline, to, report(list.feeds.length, added, failures, getLocale(to.locale)), {
    inline_keyboard: buttons(importId, added, failures.length, getLocale(to.locale)),
  })
}

/** A list may name sites: where a page stands, the feed that it offers is followed in its place. */
async function followOffered(pipeline: Pipeline, importId: number): Promise<void> {
  const failures = await listImportFailures(pipeline.db, importId)
  for (const pages of chunk(
    failures.filter(({ error }) => error === 'notAFeed'),
    searchedAtOnce,
  )) {
    const moved = await Promise.all(
      pages.map(async ({ id, url }) => {
        const [hit] = await findHits(pipeline, url).catch(() => [])
        if (hit?.reading.kind !== 'feed') return []
        const { url: feed } = hit.reading
        return [await pipeline.db.transaction().execute((trx) => moveAndWake(trx, id, feed, pipeline.now()))]
      }),
    )
    await poll(pipeline, moved.flat())
  }
}

/** What came of it: how many, and by cause those that cannot be read. */
function report(total: number, added: number, failures: readonly FailedFeed[], locale: Locale): Block[] {
  const { subscribe } = locale.bot
  const left = total - added
  const causes = Map.groupBy(failures, ({ error }) =>
    error === 'gone' ? locale.screens.item.stopped : errorText(locale, { key: error }),
  )
  return [
    paragraph(subscribe.imported(added), { bold: true }),
    ...(left > 0 ? [paragraph(subscribe.importedLeft(left, maxSubscriptions))] : []),
    ...(failures.length > 0 ? [paragraph(subscribe.importFailed(failures.length))] : []),
    ...[...causes].map(([cause, feeds]): Block => {
      const names = feeds.slice(0, mostNames).map((feed) => truncate(sourceName(feed), 60))
      const rest = feeds.length - names.length
      return {
        type: 'lines',
        lines: [
          [{ text: cause, italic: true }],
          [
            {
              text: formatList(locale.tag, rest > 0 ? [...names, subscribe.importMore(rest)] : names),
              isolate: true,
            },
          ],
        ],
      }
    }),
    paragraph(subscribe.importRead),
  ]
}

function buttons(
  importId: number,
  added: number,
  failed: number,
  { bot }: Locale,
): Keyboard['inline_keyboard'] {
  return [
    [button(bot.buttons.myList, 'list', 0), button(bot.buttons.digestNow, 'preview', 0)],
    ...(failed > 0 ? [[button(bot.buttons.dropFailed(failed), 'drop-failed', importId)]] : []),
    ...(added > 0 ? [[button(bot.buttons.undoImport, 'undo-import', importId)]] : []),
  ]
}
