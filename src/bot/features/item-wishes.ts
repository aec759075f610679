/** Does what is wished in words of one item of a list: saves it for later with a way back, or tells who wrote it and who brought it. */
import { paragraph } from '../../core/blocks.ts'
import { findByline, listArticlesByUrl } from '../../db/articles-by-url.ts'
import { findCardArticle } from '../../db/past-digests.ts'
import { listBookmarks, saveLink, setBookmark } from '../../db/ratings.ts'
import type { BotContext } from '../context.ts'
import type { ItemWish } from '../item-wishes.ts'
import { cleanLine } from '../label.ts'
import type { RepliedItem } from '../replied-items.ts'
import { requireRight } from '../rights.ts'
import { button, send } from '../screen.ts'
import { keyOf, mostSaved } from './saved.ts'
import { linesOfPublishers, titleBlock } from './stories.ts'

/** Grants a wish about an item; false where nothing is known of what it links to. */
export const grantItemWish = (
  ctx: BotContext,
  kind: ItemWish['kind'],
  item: RepliedItem,
): Promise<boolean> => (kind === 'save' ? save(ctx, item) : tellByline(ctx, item))

async function save(ctx: BotContext, { title, url }: RepliedItem): Promise<true> {
  await requireRight(ctx)
  const { db, now } = ctx.needs
  const { id } = ctx.subscriber
  const [stored] = await listArticlesByUrl(db, [url], 1)
  // What no digest told is a link to this chat: taken off the list it could not be found again by its number.
  const article = stored && (await findCardArticle(db, id, stored.id))
  const before = await listBookmarks(db, id, mostSaved)
  if (article) await setBookmark(db, id, article.id, true, now())
  else await saveLink(db, id, { url, title }, now())
  const { items } = await listBookmarks(db, id, mostSaved)
  const added = items.find((each) => !before.items.some((known) => known.id === each.id))
  const { bot, reading } = ctx.locale
  await send(ctx, {
    body: [],
    blocks: [titleBlock(title, url), paragraph(reading.story.saved)],
    buttons: added ? [[button(bot.buttons.undo, 'saved-drop', keyOf(added), 0)]] : [],
  })
  return true
}

async function tellByline(ctx: BotContext, { title, url }: RepliedItem): Promise<boolean> {
  const found = await findByline(ctx.needs.db, ctx.subscriber.id, url)
  if (!found) return false
  const { bot, reading } = ctx.locale
  const { author, originalAuthor, publishers } = found
  const lines = [
    author === null ? null : bot.summary.by(cleanLine(author, 120)),
    originalAuthor === null ? null : bot.summary.originallyBy(cleanLine(originalAuthor, 120)),
  ].filter((line) => line !== null)
  await send(ctx, {
    body: [],
    blocks: [
      titleBlock(title, url),
      paragraph(lines.join('\n') || bot.summary.noAuthor),
      ...(publishers.length > 0 ? [linesOfPublishers(reading.story.sources, publishers)] : []),
    ],
  })
  return true
}
