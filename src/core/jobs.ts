/** The names and payloads of every job; ids only, the rows hold the truth. Both ends of the queue import this. */

/** Where the answer to a reader's request goes: a message of ours that is edited when the work is done. */
export interface ReplyTo {
  subscriberId: number
  /** The progress message that the result replaces. */
  messageId: number
  threadId: number | null
  /** Locale of the person who asked. */
  locale: string
  /** Tells this answer from an earlier one in the same message: what was pressed. */
  turn?: string | undefined
  /** The message says no more than that work is under way, in a private chat: a new one may take its place. */
  passing?: boolean | undefined
  /**
   * What it is about: the link, where several were sent together and an answer that has no name of its own says which;
   * the link or the reader's text (`subjectOfText`) that a question is put to.
   */
  about?: string | undefined
}

/** How a text that a reader sent is named where a link could be. */
export const subjectOfText = (textId: number): string => `text:${textId}`

/** The id of the text that `subject` names, or null for a link. */
export function textOfSubject(subject: string): number | null {
  const [, id] = /^text:(\d{1,15})$/u.exec(subject) ?? []
  return id === undefined ? null : Number(id)
}

/** How a link's summary may be told anew. */
export const summaryForms = ['short', 'long', 'sentences', 'summary', 'mine', 'own'] as const
export type SummaryForm = (typeof summaryForms)[number]

/** How a summary or an answer is wanted, where not as usual. */
export interface Retelling {
  form?: SummaryForm | undefined
  /** Tag of the language, where the reader named one. */
  language?: string | undefined
}

export interface JobPayloads {
  /** Fetch some sources and store what is new. */
  poll: { sourceIds: number[] }
  /** The same of a source that answered with megabytes. */
  'poll-large': { sourceId: number }
  /** Give stored articles their full text, language and search terms. */
  enrich: { articleIds: number[] }
  /** Give enriched articles their topics and story, and make them ready. */
  relate: { articleIds: number[] }
  /** Fill planned digests, or find that there is nothing to tell. */
  compose: { digestIds: number[] }
  /** Make the summaries that these schedules' next digests will probably need. */
  prepare: { scheduleIds: number[] }
  /** Ask the model which of these pairs of articles tell one story. */
  'judge-stories': { pairs: [number, number][] }
  /** Summarise what the reader sent a link to. */
  'read-link': ReplyTo & { url: string } & Retelling
  /** Summarise a text that the reader sent. */
  'read-text': ReplyTo & { textId: number } & Retelling
  /**
   * Find the feed behind an address and follow it, in the place of the source `instead` if that is followed; or put it
   * into the catalogue below the topic of that id.
   */
  'add-source': ReplyTo & { url: string; catalogueTopic?: number | undefined; instead?: number | undefined }
  /** Follow and read a stored list of feeds. */
  'import-feeds': ReplyTo & { importId: number }
  /** Show what a digest would hold now; topicId null means everything followed. */
  'preview-digest': ReplyTo & { topicId: number | null }
  /** Answer a question from what is stored, or from these articles of it. */
  answer: ReplyTo & {
    question: string
    articleIds?: number[] | undefined
    /** What was asked before, which a question with too few words of its own goes on from. */
    earlier?: string | undefined
    /** How it is to be told anew, in the reader's words. */
    wish?: string | undefined
    /** That something is not in the text it is about was said before. */
    missed?: boolean | undefined
  } & Retelling
  /**
   * Make a topic of a reader's words and show what it would bring; it would change the topic `replaces`. `mayBeSite`: they
   * may be the name of a site, which is looked for.
   */
  'propose-interest': ReplyTo & {
    phrase: string
    ownerId: number
    replaces: number | null
    mayBeSite?: boolean | undefined
  }
}

export type JobName = keyof JobPayloads

export interface EnqueueOptions {
  /** While a job of this name and key waits, another is not added; the payload is the key unless told. */
  key?: string
  delayMs?: number
}

/**
 * Adds a job, or each of a list. `trx` is an open transaction to join, so that the job exists exactly if the rows do; null outside one.
 * On the embedded database a call inside an open transaction must pass it, or it would wait for itself.
 */
export type Enqueue<Trx = never> = <Name extends JobName>(
  trx: Trx | null,
  name: Name,
  payload: JobPayloads[Name] | readonly JobPayloads[Name][],
  options?: EnqueueOptions,
) => Promise<void>
