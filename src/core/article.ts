/** The shapes that travel from sources to the database: an item is parsed and not yet stored. */

/** BCP-47 tag: 'en', 'zh-Hans', 'zh-Hant', or another primary tag; 'und' when nothing can be told. */
export type LanguageTag = string

/** What one post, page or feed entry says, parsed and not stored. */
export interface Item {
  title: string
  /** Who published it here (front matter, feed author, page byline). */
  author: string | null
  /** Who wrote it first, where a credit line names somebody. */
  originalAuthor: string | null
  publishedAt: Date | null
  /** Absolute address of the item itself, if it has one. */
  url: string | null
  /** Absolute address of the first publication, if credited. */
  originalUrl: string | null
  language: LanguageTag
  /** Plain text: paragraphs separated by a blank line, headings and list entries on lines of their own. */
  text: string
}
