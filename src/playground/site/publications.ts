/** The made-up publications of the sample site, and the feeds they have: one for each of their topics. */
import { topicCatalogue, topicName } from '../../core/topic-catalogue.ts'
import type { Post } from './posts.ts'

export interface Publication {
  /** Folder of its address. */
  path: string
  name: string
  language: Post['language']
  format: 'rss' | 'atom' | 'json'
  /** Whether its feeds carry whole articles or only the first paragraph. */
  whole: boolean
  topics: readonly string[]
  /** What its feed does wrong. */
  trouble?: 'breaks' | 'slow'
}

const news = ['politics', 'world', 'economy', 'markets', 'business', 'law', 'society']
const technology = ['chips', 'robotics', 'software', 'security', 'startups', 'crypto']
const nature = ['science', 'space', 'health', 'climate', 'cars', 'education']
const leisure = ['gaming', 'sports', 'entertainment', 'design']

const en = { language: 'en', whole: true } as const
const zh = { language: 'zh-Hans', whole: true } as const

/** The first publication of a topic in a language gets the posts that name none. */
export const publications: readonly Publication[] = [
  { ...en, path: 'fernwick', name: 'Fernwick Review', format: 'atom', topics: ['ai', ...technology] },
  { ...en, path: 'harbour', name: 'Harbour Wire', format: 'rss', topics: news },
  { ...en, path: 'meadow', name: 'Long Meadow', format: 'json', topics: nature },
  { ...en, path: 'side-door', name: 'Side Door', format: 'rss', whole: false, topics: leisure },
  { ...en, path: 'margin-notes', name: 'Margin Notes', format: 'atom', topics: ['ai', 'software', 'world'] },
  { ...zh, path: 'qianshao', name: '智能前哨', format: 'atom', topics: ['ai'] },
  { ...zh, path: 'shiliu', name: '石榴科技', format: 'json', topics: technology },
  { ...zh, path: 'qingshi', name: '青石日报', format: 'rss', whole: false, topics: news },
  { ...zh, path: 'yuanshan', name: '远山', format: 'atom', topics: nature },
  { ...zh, path: 'banrixian', name: '半日闲', format: 'rss', topics: leisure },
  { ...en, path: 'loose-wire', name: 'Loose Wire', format: 'rss', topics: ['software'], trouble: 'breaks' },
  { ...en, path: 'slow-kettle', name: 'Slow Kettle', format: 'rss', topics: ['design'], trouble: 'slow' },
]

export interface SiteFeed extends Omit<Publication, 'topics' | 'path'> {
  topic: string
  title: string
  /** Addresses on the site, from the root. */
  path: string
  sitePath: string
}

const fileNames = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' }

/** Every feed of the site. */
export const siteFeeds: readonly SiteFeed[] = publications.flatMap(({ path, topics, ...publication }) =>
  topics.map((topic) => {
    const sitePath = `/${path}/${topic}`
    const title =
      topics.length === 1 ? publication.name : `${publication.name} · ${nameOf(topic, publication.language)}`
    return { ...publication, topic, title, path: `${sitePath}/${fileNames[publication.format]}`, sitePath }
  }),
)

function nameOf(slug: string, language: string): string {
  const topic = topicCatalogue.find((each) => each.slug === slug)
  if (!topic) throw new Error(`there is no topic ${slug}`)
  return topicName(topic, language)
}

export interface Published extends Post {
  at: Date
  /** Address on the site, from the root. */
  path: string
  sitePath: string
}

/** Every post with its time and address, newest first; `start` is when the playground began. */
export function schedulePosts(posts: readonly Post[], start: Date): Published[] {
  return posts
    .map((post) => {
      const { sitePath } = feedOf(post)
      // Feeds tell times in whole seconds.
      const at = new Date(Math.floor(start.getTime() / 1000) * 1000 + post.hours * 3_600_000)
      return { ...post, at, sitePath, path: `${sitePath}/${post.slug}` }
    })
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
}

function feedOf(post: Post): SiteFeed {
  const found = siteFeeds.find(
    ({ language, topic, sitePath }) =>
      language === post.language &&
      topic === post.topic &&
      (post.publication === undefined || sitePath.startsWith(`/${post.publication}/`)),
  )
  if (!found) throw new Error(`${post.slug}: nobody publishes ${post.topic} in ${post.language}`)
  return found
}
