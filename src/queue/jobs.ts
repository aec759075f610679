/** Each job's payload schema, checked at the door, and how it is retried and divided; read by queue.ts. */
import { z } from 'zod'
import { type JobName, type JobPayloads, summaryForms } from '../core/jobs.ts'

const id = z.int().positive()
const replyTo = {
  subscriberId: id,
  messageId: z.int(),
  threadId: z.int().nullable(),
  locale: z.string(),
  turn: z.string().optional(),
  passing: z.boolean().optional(),
  about: z.string().optional(),
}

const retelling = { form: z.enum(summaryForms).optional(), language: z.string().optional() }

export const payloadSchemas: { [Name in JobName]: z.ZodType<JobPayloads[Name]> } = {
  poll: z.object({ sourceIds: z.array(id).nonempty().max(100) }),
  'poll-large': z.object({ sourceId: id }),
  enrich: z.object({ articleIds: z.array(id).nonempty().max(250) }),
  relate: z.object({ articleIds: z.array(id).nonempty().max(200) }),
  compose: z.object({ digestIds: z.array(id).nonempty().max(100) }),
  prepare: z.object({ scheduleIds: z.array(id).nonempty().max(500) }),
  'judge-stories': z.object({
    pairs: z
      .array(z.tuple([id, id]))
      .nonempty()
      .max(20),
  }),
  'read-link': z.object({ ...replyTo, ...retelling, url: z.string() }),
  'read-text': z.object({ ...replyTo, ...retelling, textId: id }),
  'add-source': z.object({
    ...replyTo,
    url: z.string(),
    catalogueTopic: id.optional(),
    instead: id.optional(),
  }),
  'import-feeds': z.object({ ...replyTo, importId: id }),
  'preview-digest': z.object({ ...replyTo, topicId: id.nullable() }),
  answer: z.object({
    ...replyTo,
    ...retelling,
    question: z.string(),
    articleIds: z.array(id).nonempty().max(20).optional(),
    earlier: z.string().optional(),
    wish: z.string().optional(),
    missed: z.boolean().optional(),
  }),
  'propose-interest': z.object({
    ...replyTo,
    phrase: z.string(),
    ownerId: id,
    replaces: id.nullable(),
    mayBeSite: z.boolean().optional(),
  }),
}

export interface JobSettings {
  /** How many run at once in one process. */
  concurrency: number
  /** How many are fetched from the queue in one query; from two on a worker that got as many asks again at once. */
  batch: number
  retryLimit: number
  /** First delay between tries, doubling up to an hour. */
  retrySeconds: number
}

/** Somebody waits in the chat: two quick tries, then an apology. */
const waitedFor: JobSettings = { concurrency: 4, batch: 2, retryLimit: 2, retrySeconds: 1 }

export const jobSettings: Readonly<Record<JobName, JobSettings>> = {
  // A failed poll is recorded on the source, which is due again later: the queue need not insist.
  poll: { concurrency: 2, batch: 2, retryLimit: 2, retrySeconds: 5 },
  // What many of them hold at once is more than a small machine has; two, so that a slow one keeps back no other.
  'poll-large': { concurrency: 2, batch: 1, retryLimit: 2, retrySeconds: 5 },
  enrich: { concurrency: 1, batch: 2, retryLimit: 5, retrySeconds: 5 },
  relate: { concurrency: 2, batch: 4, retryLimit: 5, retrySeconds: 5 },
  // Stories that are not judged stay apart, which hides nothing.
  'judge-stories': { concurrency: 1, batch: 1, retryLimit: 2, retrySeconds: 30 },
  compose: { concurrency: 4, batch: 4, retryLimit: 10, retrySeconds: 5 },
  // Only a head start: composing makes what is missing.
  prepare: { concurrency: 2, batch: 1, retryLimit: 1, retrySeconds: 5 },
  'read-link': waitedFor,
  'read-text': waitedFor,
  'add-source': waitedFor,
  'import-feeds': waitedFor,
  'preview-digest': waitedFor,
  answer: waitedFor,
  'propose-interest': waitedFor,
}

export const jobNames = Object.keys(payloadSchemas) as JobName[]
