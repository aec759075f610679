/** Makes Items, the one shape that ingest takes, out of feed entries and extracted pages. */
import type { Item } from '../core/article.ts'
import { detectLanguage } from '../core/language.ts'
import { blocksToText, cleanText, htmlToBlocks, type Block } from './blocks.ts'
import { isBoilerplate, isPictureCredit } from './boilerplate.ts'
import { takeCredits } from './credits.ts'

export { htmlToText } from './blocks.ts'

/** What a feed says of one entry, as parseFeed returns it. */
export interface FeedEntry {
  title: string | null
  url: string | null
  publishedAt: Date | null
  summary: string | null
  contentHtml: string | null
  author: string | null
}

/** What extractArticle found on a page, as far as an Item needs it. */
export interface PageArticle {
  title: string | null
  text: string
  byline: string | null
  publishedAt: Date | null
}

const longestTitle = 500

/**
 * An Item from a feed entry: the fuller of content and summary as plain text, credit lines taken out of it. Without
 * an author of the entry the credited one is the author, since nobody else is named.
 */
export function itemFromFeedEntry(entry: FeedEntry): Item {
  const blocks = fullerBlocks(entry)
  const credits = takeCredits(blocks)
  const text = blocksToText(dropTail(credits.blocks.filter((block) => !isPictureCredit(block.text))))
  const author = plainLine(entry.author)
  const reposted = author !== null || credits.originalUrl !== null
  const title = titleOf(entry.title, text)
  return {
    title,
    author: author ?? (reposted ? null : credits.originalAuthor),
    originalAuthor: reposted && credits.originalAuthor !== author ? credits.originalAuthor : null,
    publishedAt: entry.publishedAt,
    url: entry.url,
    originalUrl: credits.originalUrl === entry.url ? null : credits.originalUrl,
    // Told when asked for: it takes a fifth of the time of reading, and most items of a feed are known already. It holds
    // on to no more of the entry than it needs, since an item may wait for long.
    get language() {
      return languageOf(title, text)
    },
    text,
  }
}

/** An Item from a page that extractArticle has read; `url` is the page's canonical address. */
export function itemFromPage(article: PageArticle, url: string): Item {
  return {
    title: titleOf(article.title, article.text),
    author: plainLine(article.byline),
    originalAuthor: null,
    publishedAt: article.publishedAt,
    url,
    originalUrl: null,
    language: languageOf(article.title, article.text),
    text: article.text,
  }
}

function fullerBlocks(entry: FeedEntry): Block[] {
  const content = htmlToBlocks(entry.contentHtml ?? '', entry.url)
  const short = entry.summary ?? ''
  if (countSigns(content, short.length) >= short.length) return content
  const summary = htmlToBlocks(short, entry.url)
  return countSigns(summary) > countSigns(content) ? summary : content
}

/** UTF-16 units but for spaces, of which a teaser made of the content has some where the content has paragraphs; counting ends where there are `enough`. */
function countSigns(blocks: readonly Block[], enough = Infinity): number {
  let count = 0
  for (const { text } of blocks) {
    if (count >= enough) return count
    count += text.replace(/\s+/gu, '').length
  }
  return count
}

function dropTail(blocks: readonly Block[]): Block[] {
  let end = blocks.length
  while (end > 0 && isBoilerplate(blocks[end - 1]!.text)) end -= 1
  return blocks.slice(0, end)
}

/** Titles arrive with tags and entities in them; an entry without one is known by its first line. */
function titleOf(title: string | null, text: string): string {
  const given = plainLine(title)
  if (given !== null) return cut(given, longestTitle)
  return cut(text.split('\n', 1)[0] ?? '', 100)
}

function plainLine(text: string | null): string | null {
  if (text === null) return null
  const plain = /[<&]/u.test(text) ? blocksToText(htmlToBlocks(text)) : text
  return cleanText(plain).replace(/\s+/gu, ' ') || null
}

/** Shortens to `length` signs as a reader counts them. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const signs: string[] = []
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    if (signs.length >= length - 1) return `${signs.join('')}…`
    signs.push(segment)
  }
  return text
}

function languageOf(title: string | null, text: string): string {
  return detectLanguage(text === '' ? (title ?? '') : text)
}
