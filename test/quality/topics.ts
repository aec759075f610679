/** Measures topics: seed words alone, learned from an unlabelled pool, and from labels; and how often none is reached. */
import { catalogueSeeds } from '../../src/core/topic-catalogue.ts'
import { classify, createTopicModel, learn, type TopicModel } from '../../src/core/topic.ts'
import type { Row } from './row.ts'
import english from './sets/topics-en.json' with { type: 'json' }
import chinese from './sets/topics-zh.json' with { type: 'json' }

interface TopicSet {
  origin: string
  topics: Record<string, string[]>
  seeds: Record<string, string[]>
  none: string[]
}

interface Case {
  title: string
  text: string
  language: string
  topic: string
}

/** Every second title is for tuning (and for learning from); the others are unseen. */
function casesOf(set: TopicSet, language: string, parity: 0 | 1): Case[] {
  return Object.entries(set.topics).flatMap(([topic, titles]) =>
    titles.filter((_, at) => at % 2 === parity).map((title) => ({ title, text: '', language, topic })),
  )
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

function rightOf(model: TopicModel, cases: readonly Case[]): number {
  return cases.filter((each) => classify(model, each)[0]?.topic === each.topic).length
}

function rowsOf(set: TopicSet, language: string): Row[] {
  const known = casesOf(set, language, 0)
  const unseen = casesOf(set, language, 1)
  const seeds = createTopicModel(
    Object.entries(set.seeds).map(([slug, keywords]) => ({ slug, name: slug, keywords })),
  )
  const models = {
    'seed words alone': seeds,
    [`pool of ${known.length} without labels`]: learn(seeds, known, { labelled: false }),
    [`${known.length} labels`]: learn(seeds, known, { labelled: true }),
  }
  const none = set.none.map((title) => ({ title, text: '', language }))
  return Object.entries(models).flatMap(([way, model]): Row[] => [
    {
      measure: `topics ${language}, ${way}: best topic right`,
      figure: percent(rightOf(model, unseen), unseen.length),
      n: unseen.length,
      origin: set.origin,
      split: 'test',
    },
    {
      measure: `topics ${language}, ${way}: none for foreign subjects`,
      figure: percent(none.filter((each) => classify(model, each).length === 0).length, none.length),
      n: none.length,
      origin: set.origin,
      split: 'all',
    },
  ])
}

/** Topics of the sets whose articles the starter catalogue files under the same name. */
const sameName = ['sports', 'entertainment', 'education', 'politics', 'world', 'business']

function catalogueRow(set: TopicSet, language: string): Row {
  const model = createTopicModel(catalogueSeeds())
  const cases = sameName.flatMap((topic) =>
    (set.topics[topic] ?? []).map((title) => ({ title, text: '', language, topic })),
  )
  const named = cases.filter((each) => classify(model, each).some(({ topic }) => topic === each.topic))
  return {
    measure: `topics ${language}, starter catalogue, nothing learned: right one named`,
    figure: percent(named.length, cases.length),
    n: cases.length,
    origin: set.origin,
    split: 'all',
  }
}

/** Rows for English and Chinese. */
export function measure(): Row[] {
  return [
    ...rowsOf(english, 'en'),
    ...rowsOf(chinese, 'zh'),
    catalogueRow(english, 'en'),
    catalogueRow(chinese, 'zh'),
  ]
}
