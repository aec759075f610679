/** The topics that a new installation offers, AI first: names per language and seed words; readers may add their own. */
import type { TopicDescription } from './topic-seeds.ts'
import topics from './topics.json' with { type: 'json' }

/** One offered topic. `names` by BCP-47 tag; `keywords` in English and both Chinese scripts. */
export interface CatalogueTopic {
  slug: string
  names: Readonly<Record<string, string>> & { en: string; 'zh-Hans': string; 'zh-Hant': string }
  description: string
  keywords: readonly string[]
}

/** The starter catalogue, in the order in which topics are offered. */
export const topicCatalogue: readonly CatalogueTopic[] = topics

/** The topic's name in a reader's language; English where it has none. */
export function topicName(topic: Pick<CatalogueTopic, 'names'>, locale: string): string {
  const { names } = topic
  return (
    names[locale] ??
    (/^zh-(?:Hant|TW|HK|MO)\b/u.test(locale) ? names['zh-Hant'] : undefined) ??
    (/^zh\b/u.test(locale) ? names['zh-Hans'] : (names[locale.split('-')[0]!] ?? names.en))
  )
}

/** The catalogue as createTopicModel takes it: names of all languages serve as seed words too. */
export function catalogueSeeds(): TopicDescription[] {
  return topicCatalogue.map(({ slug, names, description, keywords }) => ({
    slug,
    name: [...new Set(Object.values(names))].join(' / '),
    description,
    keywords,
  }))
}
