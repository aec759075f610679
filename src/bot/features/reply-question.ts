/** A reply to a digest or another answer of ours: the number of an item is told in full, words are a question about it. */
import type { Message, MessageEntity } from 'grammy/types'
import { subjectOfText } from '../../core/jobs.ts'
import { isLongText } from '../../core/long-text.ts'
import { listArticlesByUrl } from '../../db/articles-by-url.ts'
import { listPast } from '../../db/past-digests.ts'
import { insertText } from '../../db/texts.ts'
import { readRetelling } from '../../locales/retellings.ts'
import type { BotContext } from '../context.ts'
import { isPointing, type ItemWish, readItemWish } from '../item-wishes.ts'
import { cleanLine } from '../label.ts'
import { chooseItems, isOurs, itemsOf, listItems, namesItem, type RepliedItem } from '../replied-items.ts'
import { send, showProgress } from '../screen.ts'
import { lastList, rememberList, subjectOf } from '../shown.ts'
import { askQuestion, itemsOfList, mostArticles } from './asking.ts'
import { grantItemWish } from './item-wishes.ts'
import { retell, summaryIn } from './retelling.ts'
import { readLinks } from './summary.ts'

/** Longer than this is an essay, not a question. */
const maxQuestion = 1000
/** Asks for the whole of it and for nothing in it. */
const wantsMore =
  /^(?:(?:请|請)?(?:展开|展開|详细|詳細|细|細|多|再)?(?:说说|說說|讲讲|講講|说|說|讲|講|展开|展開|看看)(?:吧|一下)?|(?:讲|講|说|說)(?:的是|了)?(?:什么|什麼|啥)|[呢吧]|(?:tell me )?more(?: about this)?(?: please)?|(?:and |(?:what|how) about |tell me about |show me |open |read )?this(?: please)?)[?？。.!！]*$/iu

/** Takes a reply to a message of ours with articles in it; false where it is nothing of the kind. */
export async function takeReply(ctx: BotContext, msg: Message, words: string): Promise<boolean> {
  if (words.length > maxQuestion) return false
  const repliedTo = msg.reply_to_message
  const wish = readItemWish(words)
  const items = repliedTo
    ? isOurs(ctx, repliedTo)
      ? itemsOf(repliedTo)
      : []
    : await newestItems(ctx, wish?.of ?? words)
  if (items.length === 0) return repliedTo !== undefined && takeTextQuestion(ctx, repliedTo, words)
  if (repliedTo) await rememberList(ctx, items)
  const wished = wish && (await takeItemWish(ctx, wish, items, msg))
  if (wished !== null) return wished
  const chosen = chooseItems(items, words, msg.quote ?? null)
  // Without a reply the number alone says what is meant; one that the list does not have asks to see what it has.
  if (!repliedTo && !chosen.isNamed) return showItems(ctx, items)
  const urls = chosen.items.map(({ url }) => url)
  if (chosen.question === '' || (chosen.items.length === 1 && wantsMore.test(chosen.question))) {
    await readLinks(ctx, urls.slice(0, 1))
    return true
  }
  const [named, ...others] = urls
  const isOne = named !== undefined && others.length === 0
  const retelling = readRetelling(ctx.locale.tag, chosen.question)
  if (isOne && retelling) {
    await retell(ctx, { url: named }, { ...retelling, wish: chosen.question })
    return true
  }
  const articles = await listArticlesByUrl(ctx.needs.db, urls, mostArticles)
  // Forgotten since, or never stored: one is read again; what is known of several may stand elsewhere.
  if (articles.length === 0 && !isOne) return false
  const [first] = chosen.items
  const { reply } = ctx.locale.screens
  const about = chosen.items.length === 1 && first ? reply.about(cleanLine(first.title, 80)) : reply.aboutAll
  const replyTo = await showProgress(ctx, about)
  const wanted = isOne ? { about: named } : { articleIds: articles.map(({ id }) => id) }
  await askQuestion(ctx, replyTo, chosen.question, wanted)
  return true
}

/** Does what is wished of one of these, or shows them where it is not said which; null where the words mean something else. */
async function takeItemWish(
  ctx: BotContext,
  { kind, of }: ItemWish,
  items: readonly RepliedItem[],
  msg: Message,
): Promise<true | null> {
  const chosen = chooseItems(items, of, msg.quote ?? null)
  if (!isPointing(chosen.question)) return chosen.isNamed || !namesItem(of) ? null : showItems(ctx, items)
  const [item] = chosen.items
  if (item === undefined || chosen.items.length > 1)
    return items.some(({ number }) => number === null) ? null : showItems(ctx, items)
  return (await grantItemWish(ctx, kind, item)) ? true : null
}

/** As many as one message holds. */
const mostListed = 20

async function showItems(ctx: BotContext, items: readonly RepliedItem[]): Promise<true> {
  const lines = items
    .slice(0, mostListed)
    .map(({ number, title, url }) => [
      { text: `${number}. ` },
      { text: cleanLine(title, 100), url, isolate: true },
    ])
  await send(ctx, { body: [ctx.locale.bot.topics.which], blocks: [{ type: 'lines', lines }] })
  return true
}

/** A question put to the summary of a reader's text, or to a long text that somebody wrote; false where the reply is to neither. */
async function takeTextQuestion(
  ctx: BotContext,
  repliedTo: NonNullable<Message['reply_to_message']>,
  words: string,
): Promise<boolean> {
  const { db, now } = ctx.needs
  const summed = isOurs(ctx, repliedTo) ? summaryIn(repliedTo) : null
  const text = repliedTo.text ?? repliedTo.caption ?? ''
  if (summed === null && (isOurs(ctx, repliedTo) || !isLongText(text))) return false
  const about =
    summed === null ? subjectOfText(await insertText(db, ctx.subscriber.id, text, now())) : subjectOf(summed)
  if (about === null) return false
  const replyTo = await showProgress(ctx, ctx.locale.bot.links.readingText)
  await askQuestion(ctx, replyTo, words, { about })
  return true
}

/** The items of the list that was shown last, on a screen or as a digest, for words that name one of them and reply to nothing. */
async function newestItems(ctx: BotContext, words: string): Promise<RepliedItem[]> {
  if (ctx.chat?.type !== 'private' || !namesItem(words)) return []
  const list = lastList(ctx)
  const [digest] = await listPast(ctx.needs.db, ctx.subscriber.id, { offset: 0, limit: 1 })
  const listed = list && (!digest || list.at >= digest.due_at) ? await itemsOfList(ctx, list.of) : []
  if (listed.length > 0) return listed
  const parts = digest ? await ctx.needs.stages.renderPast(digest.id) : []
  return parts.flatMap(({ text, entities }) => listItems(text, entities as MessageEntity[]))
}
