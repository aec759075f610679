/** One public feed that a new installation starts with; sources/catalogue.ts lists them, db/catalogue.ts stores them. */
export interface CatalogueFeed {
  url: string
  /** Where its feed is looked for again when `url` stops answering. */
  site: string
  title: string
  /** BCP-47. */
  language: string
  /** Slug of the topic that it serves first; its articles are classified one by one all the same. */
  topic: string
}
