/** Reads a list of feeds that is kept as data, JSON or YAML, whatever its keys are called; for feed-list.ts. */
import { parseDocument } from 'yaml'

/** One feed as the list names it. */
export interface ListedFeed {
  url: string
  title: string
  site: string
  folders: readonly string[]
}

const headLength = 65_536
/** Longer lists are none that a person keeps; deeper ones are broken. */
const most = 20_000
const deepest = 16
/** Ten thousand feeds take as much; reading it takes a second. */
const longestYaml = 1_000_000

/** Returns the feeds of a list in JSON or YAML, in its order; null where the text is neither. */
export function readDataList(text: string): ListedFeed[] | null {
  if (/^\s*[[{]/u.test(text)) return readJson(text)
  if (text.length > longestYaml) return null
  // A line that only holds a colon is not meant as YAML; one with a key for an address is.
  if (!/^[ \t]*(?:-[ \t]+)?(?:xml_?url|feed_?url|feed|rss|url|link)[ \t]*:[ \t]+["']?https?:/imu.test(text))
    return null
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' })
  return document.errors.length > 0 ? null : feedsIn(document.toJS({ maxAliasCount: 50 }))
}

function readJson(text: string): ListedFeed[] | null {
  if (/jsonfeed\.org/iu.test(text.slice(0, headLength))) return []
  try {
    return feedsIn(JSON.parse(text))
  } catch {
    return null
  }
}

/** Keys that hold the list or a part of it, and name no folder. */
const listKeys =
  /^(?:feeds?|subscriptions?|items?|children|outlines?|entries|sources?|data|list|result|channels?)$/iu

/** An object that has an address is a feed of the list, an object of addresses names them, and a list may hold them alone. */
function feedsIn(list: unknown): ListedFeed[] {
  const feeds: ListedFeed[] = []
  const visit = (value: unknown, folders: readonly string[], depth: number): void => {
    if (depth > deepest || feeds.length >= most) return
    if (Array.isArray(value)) {
      for (const each of value as unknown[])
        if (isAddress(each)) feeds.push({ url: each, title: '', site: '', folders })
        else visit(each, folders, depth + 1)
      return
    }
    if (typeof value !== 'object' || value === null) return
    const feed = feedOf(value, folders)
    const entries = Object.entries(value)
    if (feed) feeds.push(feed)
    else if (entries.every(([, each]) => isAddress(each)))
      for (const [title, url] of entries) feeds.push({ url: url as string, title, site: '', folders })
    else
      for (const [key, each] of entries) {
        const name = listKeys.test(key) ? titleOf(value) : key
        visit(each, name === '' ? folders : [...folders, name], depth + 1)
      }
  }
  visit(list, [], 0)
  return feeds
}

function feedOf(value: object, folders: readonly string[]): ListedFeed | null {
  // Google Reader's ids are addresses behind a word.
  const url = given(value, 'xmlurl feedurl feed rss rssurl url uri href link id').replace(
    /^feed\/(?=https?:)/u,
    '',
  )
  if (!isAddress(url)) return null
  const named = given(value, 'category categories folder group tag').split('/')
  const site = given(value, 'htmlurl siteurl site website')
  return { url, title: titleOf(value), site, folders: [...folders, ...named] }
}

const titleOf = (value: object): string => given(value, 'title name text customtitle')

/** The first of these fields that holds words; names of keys are much the same everywhere, but for their spelling. */
function given(value: object, names: string): string {
  const fields = new Map(
    Object.entries(value).map(([key, each]) => [key.toLowerCase().replace(/[-_]/gu, ''), each as unknown]),
  )
  return (
    names
      .split(' ')
      .map((name) => labelOf(fields.get(name)))
      .find((each) => each !== '') ?? ''
  )
}

/** A text, or the first label of a list of them. */
function labelOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first === 'string') return first
  const named = Array.isArray(value) ? ((first ?? {}) as Record<string, unknown>) : {}
  const label = [named['label'], named['title'], named['name']].find((each) => typeof each === 'string')
  return (label as string | undefined) ?? ''
}

/** Whether this is a web address, perhaps without its scheme. */
export function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^(?:feed:)?(?:https?:)?\/\/\S+$/iu.test(value.trim())
}
