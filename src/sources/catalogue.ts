/** The well-known public feeds that Gazette starts with, so that following a topic brings articles at once. */
import feeds from './catalogue.json' with { type: 'json' }

/** One public feed. */
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

/** Every feed of the catalogue, by topic. */
export const catalogue: readonly CatalogueFeed[] = feeds
