/** Stage 6: fills a planned digest from its window, once, and puts its parts into the outbox. */
import { createHash } from 'node:crypto'
import type { Block } from '../core/blocks.ts'
import { encodeCallback } from '../core/callback.ts'
import type { DigestChoice } from '../core/digest.ts'
import { renderBlocks } from '../core/render.ts'
import { listFeedingSources, listFollowed } from '../db/candidates.ts'
import type { Digest, Subscriber } from '../db/database.ts'
import { countMerged, findDigest, finishDigest, insertEdition } from '../db/digests.ts'
import { findSchedule } from '../db/schedules.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { getLocale, type Locale } from '../locales/locales.ts'
import type { Pipeline } from './context.ts'
import { enqueueDigest, type Keyboard } from './enqueue-delivery.ts'
import { awaitFirstReads } from './first-read.ts'
import { type Gathered, gather } from './gather.ts'
import { digestBlocks } from './render-digest.ts'

/** Composes a planned digest; one that is composed already stays as it is. Throws RetryLater while something is awaited. */
export async function compose(pipeline: Pipeline, digestId: number): Promise<void> {
  const { db } = pipeline
  const digest = await findDigest(db, digestId)
  if (!digest || digest.state !== 'planned') return
  const schedule = await findSchedule(db, digest.schedule_id)
  const subscriber = await findSubscriberById(db, digest.subscriber_id)
  // Deleted meanwhile: the digest went with them.
  if (!schedule || !subscriber) return
  const isFirst = digest.kind === 'first'
  const followed = await listFollowed(db, subscriber.id, schedule.selection)
  const stillReading = isFirst && (await awaitFirstReads(pipeline, await listFeedingSources(db, followed)))
  const gathered = await gather(pipeline, subscriber, {
    scheduleId: schedule.id,
    followed,
    from: digest.window_from,
    // What the sources brought while the reader waited belongs to the first digest.
    to: isFirst ? pipeline.now() : digest.window_to,
    first: isFirst,
    hurry: isFirst,
  })
  await commit(pipeline, digest, subscriber, schedule.thread_id, gathered, stillReading)
}

/** One transaction: number, edition, every article's fate, and the parts in the outbox. */
async function commit(
  pipeline: Pipeline,
  digest: Digest,
  subscriber: Subscriber,
  threadId: number | null,
  { choice, content, language }: Gathered,
  stillReading: boolean,
): Promise<void> {
  const locale = getLocale(subscriber.locale)
  const now = pipeline.now()
  await pipeline.db.transaction().execute(async (trx) => {
    const editionId =
      content.shown === 0
        ? null
        : await insertEdition(
            trx,
            {
              selectionHash: hashChoice(choice, language),
              windowFrom: digest.window_from,
              windowTo: digest.window_to,
              locale: locale.tag,
              layout: `${subscriber.layout}-${subscriber.length}`,
            },
            content,
            now,
          )
    const number = await finishDigest(trx, digest, { editionId, items: fates(choice) })
    if (number === undefined) return
    const head = {
      number,
      kind: digest.kind,
      dueAt: digest.due_at,
      late: digest.late,
      merged: await countMerged(trx, digest.id),
      stillReading,
    }
    const blocks =
      number === null
        ? nothingBlocks(digest.kind, stillReading, locale)
        : digestBlocks(content, head, subscriber, locale)
    const parts = renderBlocks(blocks, { label: locale.digests.part })
    const keyboard = content.leftOut > 0 ? leftOutButton(digest.id, locale) : null
    await enqueueDigest(trx, subscriber, { id: digest.id, threadId, parts, keyboard }, now)
  })
}

/** Who follows quiet sources is left in peace; who waits for a first digest is told. */
function nothingBlocks(kind: Digest['kind'], stillReading: boolean, { digests }: Locale): Block[] {
  if (kind !== 'first') return []
  return [{ type: 'paragraph', text: [{ text: stillReading ? digests.stillReading : digests.empty }] }]
}

function leftOutButton(digestId: number, { bot }: Locale): Keyboard {
  return {
    inline_keyboard: [[{ text: bot.buttons.more, callback_data: encodeCallback('more', digestId) }]],
  }
}

/** Two readers with the same choice, language and window share an edition. */
function hashChoice(choice: DigestChoice, language: string): string {
  const entries = choice.sections.map(({ topicId, entries: shown }) => [
    topicId,
    shown.map(({ leadId, publishers }) => [leadId, publishers]),
  ])
  return createHash('sha256')
    .update(JSON.stringify([language, entries, choice.leftOut.length]))
    .digest('hex')
}

function fates({ sections, leftOut }: DigestChoice) {
  const shown = sections.flatMap(({ entries }) =>
    entries.map(({ leadId, storyId }) => ({ articleId: leadId, storyId, shown: true, reason: null })),
  )
  const rest = leftOut.map(({ articleId, storyId, reason }) => ({
    articleId,
    storyId,
    shown: false,
    reason,
  }))
  // An article without a story stands under its own negative number while it is chosen.
  return [...shown, ...rest].map((fate) => ({ ...fate, storyId: fate.storyId > 0 ? fate.storyId : null }))
}
