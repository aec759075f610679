/** Hands a question to the job that answers it, with what was asked or shown before where it may go on from that. */
import type { MessageEntity } from 'grammy/types'
import { leansBack } from '../../core/question.ts'
import type { ReplyTo } from '../../core/jobs.ts'
import { listArticlesByUrl } from '../../db/articles-by-url.ts'
import { listReplyParts } from '../../db/reply-parts.ts'
import type { BotContext } from '../context.ts'
import { listItems, type RepliedItem } from '../replied-items.ts'
import { isList, recall, remember, type Shown, type ShownList, subjectOf } from '../shown.ts'

/** Of what was asked before, the last so many signs. */
const longestEarlier = 500
/** Articles that one question is asked about. */
export const mostArticles = 6

/** Whether `question` says little by itself and there is something that it may go on from. */
export const goesOn = (ctx: BotContext, question: string): boolean =>
  leansBack(question) && recall(ctx) !== null

/** What a question is put to: articles, or one link or text. */
export type About = { articleIds: number[] } | { about: string }

/** Asks about this; without it, about what was shown last where that is one thing, else about all that this chat may see. */
export async function askQuestion(
  ctx: BotContext,
  replyTo: ReplyTo,
  question: string,
  wanted?: About,
): Promise<void> {
  const last = recall(ctx)
  const about = wanted ?? (last && (await lastAbout(ctx, last, question)))
  const earlier = !wanted && last && 'question' in last ? earlierOf(last) : undefined
  const asked = { question, ...about, ...(earlier === undefined ? {} : { earlier }) }
  const missed = !wanted && last !== null && 'question' in last && last.missed === true
  await ctx.needs.enqueue(null, 'answer', { ...replyTo, ...asked, ...(missed ? { missed } : {}) })
  await remember(ctx, { ...asked, messageId: replyTo.messageId })
}

/** What a question without a reply is put to first. */
async function lastAbout(ctx: BotContext, last: Shown, question: string): Promise<About | null> {
  const subject = subjectOf(last)
  if (subject !== null) return { about: subject }
  if (!leansBack(question)) return null
  if ('question' in last) return last.articleIds ? { articleIds: last.articleIds } : null
  const urls = isList(last) ? (await itemsOfList(ctx, last)).map(({ url }) => url) : []
  const found = urls.length > 0 ? await listArticlesByUrl(ctx.needs.db, urls, mostArticles) : []
  return found.length > 0 ? { articleIds: found.map(({ id }) => id) } : null
}

/** What stands in a list that was shown. */
export async function itemsOfList(ctx: BotContext, list: ShownList): Promise<RepliedItem[]> {
  // Where an item stood in its message matters to a reply with a quotation only.
  if ('listed' in list) return list.listed.map((item) => ({ ...item, start: 0, end: 0 }))
  const told = await listReplyParts(ctx.needs.db, ctx.subscriber.id, list.preview, list.turn)
  return told.flatMap(({ params }) => {
    const { text, entities } = params as { text?: string; entities?: MessageEntity[] }
    return listItems(text ?? '', entities ?? [])
  })
}

/** A question that went on from another does not stand for itself. */
const earlierOf = ({ question, earlier }: Extract<Shown, { question: string }>): string =>
  (earlier !== undefined && leansBack(question) ? `${earlier} ${question}` : question).slice(-longestEarlier)
