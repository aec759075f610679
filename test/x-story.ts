import { writeFeed } from './bench/programs/feed-text.ts'
import { parseFeed } from '../src/sources/feed.ts'
import { itemFromFeedEntry } from '../src/sources/item.ts'
import { assignStory, createStoryIndex } from '../src/core/story-index.ts'
import { classify, createTopicModel } from '../src/core/topic.ts'
import { catalogueSeeds } from '../src/core/topic-catalogue.ts'
import { tokenize } from '../src/core/tokens.ts'
const n = Number(process.argv[2] ?? 200)
const items = Array.from({ length: n }, (_, f) =>
  parseFeed(Buffer.from(writeFeed(f, 'h.example', 25)), { url: 'http://h/' }).items.map(itemFromFeedEntry),
).flat()
const mem = () => {
  globalThis.gc?.()
  return (process.memoryUsage().heapUsed / 1e6).toFixed(0) + ' MB'
}
console.log('items', items.length, mem())
const time = (name: string, run: () => void) => {
  const t = performance.now()
  run()
  console.log(name, (((performance.now() - t) * 1000) / items.length).toFixed(0), 'us each', mem())
}
const model = createTopicModel(catalogueSeeds())
time('tokenize', () => {
  for (const i of items) tokenize(i.title + '\n' + i.text)
})
time('classify', () => {
  for (const i of items)
    classify(model, { title: i.title, text: i.text.slice(0, 4000), language: i.language })
})
const index = createStoryIndex()
let joined = 0
time('assign', () => {
  items.forEach((i, at) => {
    if (
      assignStory(index, {
        id: 'a' + at,
        title: i.title,
        text: i.text.slice(0, 1200),
        language: i.language,
        publishedAt: new Date(),
      }).joined
    )
      joined++
  })
})
console.log('joined', joined)
console.log(index.byId.size)
