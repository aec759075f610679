/** A text sent by a reader instead of a link: summed up as an article is, and kept apart from all articles. */
import type { Item } from '../core/article.ts'
import { UserError } from '../core/errors.ts'
import type { JobPayloads } from '../core/jobs.ts'
import { joinParts } from '../core/long-text.ts'
import { findSubscriberById } from '../db/subscribers.ts'
import { findText } from '../db/texts.ts'
import { parseMarkdown } from '../sources/markdown.ts'
import type { Pipeline } from './context.ts'
import { contentHash } from './ingest.ts'
import { tellSummary } from './tell-summary.ts'

/** A line that is longer, or ends as a sentence does, is no title. */
const longestTitle = 120
const sentenceEnd = /[\p{Sentence_Terminal}:：;；,，][\p{Pe}\p{Pf}"']*$/u

/** Summarises a text of this chat. Throws UserError 'gone' where it is forgotten. */
export async function readText(
  pipeline: Pipeline,
  { textId, form, language, ...to }: JobPayloads['read-text'],
): Promise<void> {
  const { db } = pipeline
  const subscriber = await findSubscriberById(db, to.subscriberId)
  if (!subscriber) return
  const stored = await findText(db, textId, subscriber.id)
  if (!stored) throw new UserError('gone')
  const item = itemFromText(stored.body)
  if (item.text === '') throw new UserError('emptyText')
  await tellSummary(pipeline, to, subscriber, {
    item,
    // The hash is this text's alone: what one reader pasted is not told to another who pasted the same.
    article: { ...item, id: null, textId, content_hash: `text:${textId}:${contentHash(item)}` },
    from: null,
    form,
    language,
  })
}

/** The item that a pasted text is: Markdown or plain, its first line the title where it looks like one. */
export function itemFromText(body: string): Item {
  const item = parseMarkdown(joinParts(body))
  if (item.title !== '') return item
  const [first = '', ...others] = item.text.split('\n')
  if (others.length === 0 || first.length > longestTitle || sentenceEnd.test(first)) return item
  return { ...item, title: first.trim(), text: others.join('\n').trim() }
}
