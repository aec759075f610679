/** Which stage does which job; the only place where the two meet. */
import { addSource } from '../pipeline/add-source.ts'
import { answerQuestion } from '../pipeline/answer-question.ts'
import { compose } from '../pipeline/compose.ts'
import type { Pipeline } from '../pipeline/context.ts'
import { enrichAndPassOn } from '../pipeline/enrich.ts'
import { importFeeds } from '../pipeline/import-feeds.ts'
import { judgeStories } from '../pipeline/judge-stories.ts'
import { type PollCounts, pollLarge, pollUsual } from '../pipeline/poll.ts'
import { prepare } from '../pipeline/prepare.ts'
import { previewDigest } from '../pipeline/preview-digest.ts'
import { relate } from '../pipeline/relate.ts'
import { proposeInterest } from '../pipeline/propose-interest.ts'
import { readLink } from '../pipeline/read-link.ts'
import { readText } from '../pipeline/read-text.ts'
import { apologise } from '../pipeline/reply.ts'
import type { JobName, JobPayloads, ReplyTo } from '../core/jobs.ts'
import type { Queue } from './queue.ts'

/** Starts this process's workers for every job. */
export async function startWorkers(queue: Queue, pipeline: Pipeline): Promise<void> {
  const { count } = pipeline.telemetry
  const countPolls = ({ sources, failed, inserted, changed }: PollCounts) => {
    count('polls', { outcome: 'ok' }, sources - failed)
    count('polls', { outcome: 'failed' }, failed)
    count('articles', { kind: 'new' }, inserted)
    count('articles', { kind: 'changed' }, changed)
  }
  await queue.work('poll', async ({ payload }) => {
    const { large, ...counts } = await pollUsual(pipeline, payload.sourceIds)
    countPolls(counts)
    await pipeline.enqueue(
      null,
      'poll-large',
      large.map((sourceId) => ({ sourceId })),
    )
  })
  await queue.work('poll-large', async ({ payload }) =>
    countPolls(await pollLarge(pipeline, payload.sourceId)),
  )
  await queue.work('enrich', ({ payload }) => enrichAndPassOn(pipeline, payload.articleIds))
  await queue.work('relate', ({ payload }) => relate(pipeline, payload.articleIds))
  await queue.work('compose', ({ payload }) => compose(pipeline, payload.digestIds))
  await queue.work('prepare', ({ payload }) => prepare(pipeline, payload.scheduleIds))
  await queue.work('judge-stories', ({ payload }) => judgeStories(pipeline, payload))
  await answerWith(queue, pipeline, 'read-link', readLink)
  await answerWith(queue, pipeline, 'read-text', readText)
  await answerWith(queue, pipeline, 'add-source', addSource)
  await answerWith(queue, pipeline, 'import-feeds', importFeeds)
  await answerWith(queue, pipeline, 'preview-digest', previewDigest)
  await answerWith(queue, pipeline, 'answer', answerQuestion)
  await answerWith(queue, pipeline, 'propose-interest', proposeInterest)
}

/** A job that somebody waits for ends in an answer either way: its result, or on the last try an apology. */
async function answerWith<Name extends JobName & keyof Answered>(
  queue: Queue,
  pipeline: Pipeline,
  name: Name,
  stage: (pipeline: Pipeline, payload: JobPayloads[Name]) => Promise<void>,
): Promise<void> {
  await queue.work(name, async ({ payload, lastTry }) => {
    try {
      await stage(pipeline, payload)
    } catch (error) {
      const told = await apologise(pipeline, payload as ReplyTo, error, lastTry)
      if (!told) throw error
    }
  })
}

type Answered = { [Name in JobName as JobPayloads[Name] extends ReplyTo ? Name : never]: true }
