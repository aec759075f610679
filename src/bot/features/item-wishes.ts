/** Does what is wished in words of one item of a list: saves it for later with a way back, or tells who wrote it and who brought it. */
import { paragraph } from '../../core/blocks.ts'
import { findByline, listArticlesByUrl } from '../../db/articles-by-url.ts'
import { findCardArticle } from '../../db/past-digests.ts'
import { isBookmarked, type SavedLink, saveLink, setBookmark } from '../../db/ratings.ts'
import type { BotContext } from '../context.ts'
import type { ItemWish } from '../item-wishes.ts'
import { cleanLine } from '../label.ts'
import type { RepliedItem } from '../replied-items.ts'
import { requireRight } from '../rights.ts'
import { button, send } from '../screen.ts'
import { keyOf } from './saved.ts'
import { linesOfPublishers, titleBlock } from './stories.ts'

/** Grants a wish about an item; false where nothing is known of what it links to. */
export const grantItemWish = (
  ctx: BotContext,
  kind: ItemWish['kind'],
  item: RepliedItem,
): Promise<boolean> => (kind === 'save' ? save(ctx, item) : tellByline(ctx, item))

async function save(ctx: BotContext, { title, url }: RepliedItem): Promise<true> {
  await requireRight(ctx)
  const { db } = ctx.needs
  const [stored] = await listArticlesByUrl(db, [url], 1)
  // What no digest told is a link to this chat: taken off the list it could not be found again by its number.
  const article = stored && (await findCardArticle(db, ctx.subscriber.id, stored.id))
  const added = article ? await addArticle(ctx, article.id) : await addLink(ctx, { url, title })
  const { bot, reading } = ctx.locale
  await send(ctx, {
    body: [],
    blocks: [titleBlock(title, url), paragraph(reading.story.saved)],
    buttons: added === null ? [] : [[button(bot.buttons.undo, 'saved-drop', added, 0)]],
  })
  return true
}

/** Saves an article; returns what its button goes by on the list, null where it was saved already. */
async function addArticle({ needs: { db, now }, subscriber: { id } }: BotContext, articleId: number) {
  if (await isBookmarked(db, id, articleId)) return null
  await setBookmark(db, id, articleId, true, now())
  return keyOf({ id: articleId, articleId })
}

/** The same of a link. */
async function addLink({ needs: { db, now }, subscriber }: BotContext, link: SavedLink) {
  const id = await saveLink(db, subscriber.id, link, now())
  return id === null ? null : keyOf({ id, articleId: null })
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
