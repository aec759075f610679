/** The sample articles of the playground: invented news about invented places, with times relative to its start. */
import english from './posts-en.json' with { type: 'json' }
import chinese from './posts-zh.json' with { type: 'json' }

export interface Post {
  slug: string
  language: 'en' | 'zh-Hans'
  /** Slug of the topic it is about. */
  topic: string
  /** The second publisher of a topic; the first where absent. */
  feed?: string
  /** Served as a Markdown post instead of a page. */
  format?: string
  /** Hours after the playground's start; negative: before. */
  hours: number
  title: string
  author?: string
  /** Who is credited inside the post. */
  original?: string
  text: string[]
}

export const posts: readonly Post[] = [
  ...english.map((post): Post => ({ ...post, language: 'en' })),
  ...chinese.map((post): Post => ({ ...post, language: 'zh-Hans' })),
]

/** A publisher's section about one topic: what a feed is. */
export interface Section {
  path: string
  title: string
  language: Post['language']
  topic: string
  posts: readonly Post[]
}

/** Publishers by language and feed; the Chinese one about AI goes by a name of its own. */
const publishers: Readonly<Record<string, string>> = {
  'en:': 'Harbour Wire',
  'en:notes': 'Margin Notes',
  'zh-Hans:': '青石日报',
}
const special: Readonly<Record<string, string>> = { 'zh-Hans:ai': '智能前哨' }

/** Every section, each with at least one post. */
export const sections: readonly Section[] = [
  ...Map.groupBy(posts, (post) => [post.language, post.topic, post.feed ?? ''].join(':')),
].map(([key, own]) => {
  const [language = '', topic = '', feed = ''] = key.split(':')
  return {
    path: `/${language === 'en' ? 'en' : 'zh'}/${feed === '' ? '' : `${feed}/`}${topic}`,
    title: special[`${language}:${topic}`] ?? publishers[`${language}:${feed}`] ?? 'Harbour Wire',
    language: own[0]!.language,
    topic,
    posts: own,
  }
})
