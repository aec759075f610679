/** Measures grouping of titles into stories, all at once and one by one, among titles that belong to no other. */
import { clusterStories } from '../../src/core/story.ts'
import { assignStory, createStoryIndex } from '../../src/core/story-index.ts'
import type { Row } from './row.ts'
import stories from './sets/stories.json' with { type: 'json' }
import english from './sets/topics-en.json' with { type: 'json' }
import chinese from './sets/topics-zh.json' with { type: 'json' }

interface Case {
  id: string
  title: string
  story: string
}

/** Every second story is for tuning; the distractors stand beside both halves. */
function casesOf(language: 'en' | 'zh', split: 'tune' | 'test'): Case[] {
  const told = stories[language].flatMap((titles, number) =>
    number % 2 === (split === 'tune' ? 0 : 1)
      ? titles.map((title, at) => ({ id: `${number}.${at}`, title, story: `${number}` }))
      : [],
  )
  const alone = Object.values(language === 'en' ? english.topics : chinese.topics)
    .flat()
    .map((title, at) => ({ id: `alone ${at}`, title, story: `alone ${at}` }))
  return [...told, ...alone]
}

/** Pair precision, recall and F1, and BCubed F1, of stories found against the stories meant. */
export function scoreStories(meant: readonly string[], found: readonly string[]) {
  let both = 0
  let onlyFound = 0
  let onlyMeant = 0
  let precision = 0
  let recall = 0
  meant.forEach((story, a) => {
    let shared = 0
    let sameMeant = 0
    let sameFound = 0
    meant.forEach((other, b) => {
      const isMeant = story === other
      const isFound = found[a] === found[b]
      if (isMeant) sameMeant++
      if (isFound) sameFound++
      if (isMeant && isFound) shared++
      if (b <= a) return
      if (isMeant && isFound) both++
      else if (isFound) onlyFound++
      else if (isMeant) onlyMeant++
    })
    precision += shared / sameFound / meant.length
    recall += shared / sameMeant / meant.length
  })
  const pairPrecision = both / (both + onlyFound)
  const pairRecall = both / (both + onlyMeant)
  return {
    pairPrecision,
    pairRecall,
    pairF1: (2 * pairPrecision * pairRecall) / (pairPrecision + pairRecall),
    bcubed: (2 * precision * recall) / (precision + recall),
  }
}

/** One row per language, split and way of grouping. */
export function measure(): Row[] {
  const rows: Row[] = []
  for (const language of ['en', 'zh'] as const)
    for (const split of ['tune', 'test'] as const) {
      const cases = casesOf(language, split)
      const index = createStoryIndex()
      const ways = {
        'at once': clusterStories(cases),
        'one by one': cases.map((each) => assignStory(index, each).storyId),
      }
      for (const [way, found] of Object.entries(ways)) {
        const score = scoreStories(
          cases.map((each) => each.story),
          found,
        )
        rows.push({
          measure: `stories ${language}, ${way}: pair F1 / precision / BCubed`,
          figure: [score.pairF1, score.pairPrecision, score.bcubed].map((part) => part.toFixed(2)).join(' '),
          n: cases.length,
          origin: stories.origin,
          split,
        })
      }
    }
  return rows
}
