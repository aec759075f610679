/** Times grouping 1,000 titles, assigning with 100,000 articles in the window, and learning and asking for topics. */
import { clusterStories } from '../../src/core/story.ts'
import { assignStory, createStoryIndex } from '../../src/core/story-index.ts'
import { catalogueSeeds, topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { classify, createTopicModel, learn } from '../../src/core/topic.ts'
import { type Row, rowsOf } from '../quality/row.ts'
import { createRandom } from '../support/random.ts'

const row = rowsOf('titles drawn by a seeded generator from the catalogue words and invented words')

/** Titles of eight words with the long tail of real ones: common words, subject words, names of their own. */
function createTitles(count: number): { id: string; title: string; text: string; language: string }[] {
  const random = createRandom(7)
  const words = topicCatalogue.flatMap((topic) => topic.keywords.slice(0, 80))
  const rank = (size: number) => Math.min(size - 1, Math.floor(size ** random()) - 1)
  return Array.from({ length: count }, (_, at) => {
    const pick = () => {
      const kind = random()
      if (kind < 0.3) return `w${rank(400)}`
      if (kind < 0.6) return words[Math.floor(random() * words.length)]!
      return `name${rank(30_000)}`
    }
    const lead = Array.from({ length: 40 }, pick).join(' ')
    return { id: `${at}`, title: Array.from({ length: 8 }, pick).join(' '), text: lead, language: 'en' }
  })
}

function timed(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Milliseconds for each; the assigning ones as median and worst of 300. */
export async function measure(): Promise<Row[]> {
  const articles = createTitles(100_300)
  const thousand = articles.slice(0, 1000)
  clusterStories(thousand.slice(0, 200))
  const titles = timed(() => clusterStories(thousand.map(({ id, title }) => ({ id, title }))))
  const texts = timed(() => clusterStories(thousand))
  const index = createStoryIndex()
  for (const article of articles.slice(0, 100_000)) assignStory(index, article)
  const times = articles
    .slice(100_000)
    .map((article) => timed(() => assignStory(index, article)))
    .toSorted((a, b) => a - b)
  const seeds = createTopicModel(catalogueSeeds())
  let model = seeds
  const learning = timed(() => {
    model = learn(seeds, articles.slice(0, 10_000), { labelled: false })
  })
  const asking = timed(() => {
    for (const article of thousand) classify(model, article)
  })
  return [
    row('stories: 1,000 titles at once', `${titles.toFixed(0)} ms`, 1000),
    row('stories: 1,000 titles with leads at once', `${texts.toFixed(0)} ms`, 1000),
    row(
      'stories: assign with 100,000 in the window, median / worst',
      `${times[150]!.toFixed(1)} / ${times.at(-1)!.toFixed(1)} ms`,
      300,
    ),
    row('topics: learn 10,000 articles without labels', `${learning.toFixed(0)} ms`, 10_000),
    row('topics: ask about one article', `${asking.toFixed(0)} us`, 1000),
  ]
}
