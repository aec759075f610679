/** A short, repeatable piece of the fuzzing that `npm run fuzz` does at length. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestEmbedded } from '../support/databases.ts'
import { closeDesk, openDesk } from './bot-desk.ts'
import * as codings from './codings.ts'
import * as feeds from './feeds.ts'
import * as opml from './opml.ts'
import * as pages from './pages.ts'
import * as phrases from './phrases.ts'
import * as posts from './posts.ts'
import * as presses from './presses.ts'
import * as shapes from './shapes.ts'
import * as updates from './updates.ts'
import * as words from './words.ts'

beforeAll(() => openDesk(openTestEmbedded))
afterAll(closeDesk)

test.each([
  ['feeds', feeds, 1000],
  ['pages', pages, 150],
  ['posts', posts, 500],
  ['lists', opml, 500],
  ['codings', codings, 150],
  ['phrases', phrases, 500],
  ['buttons', presses, 40],
  ['words', words, 100],
  ['updates', updates, 100],
  ['shapes', shapes, 200],
] as const)('mangled %s and random bytes break nothing', async (_name, { fuzzCount }, count) => {
  await expect(fuzzCount(count, 20240506)).resolves.toBeUndefined()
})
