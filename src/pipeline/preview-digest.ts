/** /digest: what a digest would hold now; unnumbered, it moves no window and marks nothing as told. */
import { type Block, paragraph } from '../core/blocks.ts'
import { UserError } from '../core/errors.ts'
import type { JobPayloads } from '../core/jobs.ts'
import { type Followed, listFeedingSources, listFollowed } from '../db/candidates.ts'
import { listCarried } from '../db/carried.ts'
import { listToldEditions } from '../db/compositions.ts'
import type { Subscriber } from '../db/database.ts'
import { listTastes } from '../db/filters.ts'
import { listSchedules } from '../db/schedules.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { getLocale } from '../locales/locales.ts'
import type { Pipeline } from './context.ts'
import type { EditionContent } from './edition.ts'
import { awaitFirstReads } from './first-read.ts'
import { gather, noTaste, toldMs } from './gather.ts'
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
  const nothing = topicId === null ? digest.nothingNew : digest.nothingInTopic
  await reply(pipeline, to, blocks.length > 0 ? blocks : [paragraph(nothing)])
}

export interface Preview {
  blocks: Block[]
  shown: number
  leftOut: number
}

/** How somebody reads: what a preview needs of a subscriber. */
export type ReadingTaste = Pick<Subscriber, 'locale' | 'summary_language' | 'length' | 'layout' | 'time_zone'>

/** A preview for nobody's chat: the last days of what is followed, told or not. */
export async function writeSample(
  pipeline: Pipeline,
  taste: ReadingTaste,
  followed: Followed,
): Promise<Preview> {
  const to = pipeline.now()
  const from = new Date(to.getTime() - firstWindowMs)
  const window = { toldIn: [], carried: [], followed, from, to, first: true, hurry: true }
  const reading = { ...taste, most_entries: null, budget_minutes: null, taste: noTaste }
  return render((await gather(pipeline, reading, window)).content, taste, to, false)
}

/** The blocks of a preview of everything followed, or of one topic; none where there is nothing new. */
export async function writePreview(
  pipeline: Pipeline,
  subscriber: Subscriber,
  topicId: number | null,
): Promise<Preview> {
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
  const isSince = since !== null && schedule !== undefined
  const told = isSince ? await listToldEditions(db, [schedule.id], new Date(since.getTime() - toldMs)) : []
  const reading = {
    ...subscriber,
    taste: (await listTastes(db, [subscriber.id], now)).get(subscriber.id) ?? noTaste,
  }
  const { content } = await gather(pipeline, reading, {
    toldIn: told.map((row) => row.edition_id),
    carried: isSince ? ((await listCarried(db, [schedule.id])).get(schedule.id) ?? []) : [],
    followed,
    from: since ?? new Date(now.getTime() - firstWindowMs),
    to: now,
    first: since === null,
    hurry: true,
  })
  return render(content, subscriber, now, stillReading)
}

function render(content: EditionContent, taste: ReadingTaste, dueAt: Date, stillReading: boolean): Preview {
  const head = {
    number: null,
    kind: 'preview' as const,
    dueAt,
    late: false,
    cause: null,
    merged: 0,
    stillReading,
  }
  return {
    blocks: content.shown === 0 ? [] : digestBlocks(content, head, taste, getLocale(taste.locale)),
    shown: content.shown,
    leftOut: content.leftOut,
  }
}
