/** The well-known public feeds that Gazette starts with, so that following a topic brings articles at once. */
import type { CatalogueFeed } from '../core/catalogue-feed.ts'
import feeds from './catalogue.json' with { type: 'json' }

/** Every feed of the catalogue, by topic. */
export const catalogue: readonly CatalogueFeed[] = feeds
