/** /digest: what a digest would hold now; unnumbered, it moves no window and marks nothing as told. */
import type { Block } from '../core/blocks.ts'
import { UserError } from '../core/errors.ts'
import type { JobPayloads } from '../core/jobs.ts'
import { listFeedingSources, listFollowed } from '../db/candidates.ts'
import type { Subscriber } from '../db/database.ts'
import { listSchedules } from '../db/schedules.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { getLocale } from '../locales/locales.ts'
import type { Pipeline } from './context.ts'
import { awaitFirstReads } from './first-read.ts'
import { gather } from './gather.ts'
import { firstWindowMs } from './plan.ts'
import { digestBlocks } from './render-digest.ts'
import { reply } from './reply.ts'

/** Answers /digest. Throws UserError 'nothingFollowed', and RetryLater while unread sources are read. */
export async function previewDigest(
  pipeline: Pipeline,
  { topicId, ...to }: JobPayloads['preview-digest'],
): Promise<void> {
  const subscriber = await findSubscriberById(pipeline.db, to.subscriberId)
  if (!subscriber) return
  const { blocks } = await writePreview(pipeline, subscriber, topicId)
  const { digest } = getLocale(to.locale).bot
  await reply(
    pipeline,
    to,
    blocks.length > 0 ? blocks : [{ type: 'paragraph', text: [{ text: digest.nothingNew }] }],
  )
}

/** The blocks of a preview of everything followed, or of one topic; none where there is nothing new. */
export async function writePreview(
  pipeline: Pipeline,
  subscriber: Subscriber,
  topicId: number | null,
): Promise<{ blocks: Block[]; shown: number; leftOut: number }> {
  const { db } = pipeline
  const followed =
    topicId === null
      ? await listFollowed(db, subscriber.id, { all: true })
      : { topicIds: [topicId], sourceIds: [] }
  if (followed.topicIds.length + followed.sourceIds.length === 0) throw new UserError('nothingFollowed')
  const stillReading = await awaitFirstReads(pipeline, await listFeedingSources(db, followed))
  const now = pipeline.now()
  const [schedule] = await listSchedules(db, subscriber.id)
  // A topic by itself shows the last days whole, told or not: the reader asked what there is.
  const since = topicId === null ? (schedule?.window_from ?? null) : null
  const { content } = await gather(pipeline, subscriber, {
    scheduleId: since === null ? null : (schedule?.id ?? null),
    followed,
    from: since ?? new Date(now.getTime() - firstWindowMs),
    to: now,
    first: since === null,
    hurry: true,
  })
  const head = {
    number: null,
    kind: 'preview' as const,
    dueAt: now,
    late: false,
    merged: 0,
    stillReading,
  }
  return {
    blocks: content.shown === 0 ? [] : digestBlocks(content, head, subscriber, getLocale(subscriber.locale)),
    shown: content.shown,
    leftOut: content.leftOut,
  }
}
