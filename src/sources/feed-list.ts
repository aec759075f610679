/** Reads a list of feeds in whatever form people keep one: OPML, a browser's bookmarks, a table, JSON, or plain lines. */
import { UserError } from '../core/errors.ts'
import { decodeText } from './charset.ts'
import { looksLikeFeed } from './discover.ts'
import { isAddress, type ListedFeed, readDataList } from './feed-list-data.ts'
import { absoluteUrl } from './feed/links.ts'
import { oneLine, titleText } from './feed/html-text.ts'
import { type OpmlSubscription, parseOpml } from './opml.ts'
import { platformFeeds } from './platforms.ts'

/** The kind of a file shows in its beginning. */
const headLength = 65_536
/** Longer lists are none that a person keeps; deeper ones are broken. */
const most = 20_000
const deepest = 16
/** A line that says more is of a letter. */
const longestLine = 200_000

/**
 * Returns the feeds of a list, in its order; where an address is a page of a platform, the feed behind it. Throws
 * `UserError('notOpml')` where there is no list.
 */
export function readFeedList(bytes: Uint8Array): OpmlSubscription[] {
  const text = decodeText(bytes)
  const head = text.slice(0, headLength)
  if (/<(?:[\w.-]+:)?(?:opml|outline)[\s>/]/iu.test(head)) return tidy(parseOpml(text))
  if (/netscape-bookmark-file/iu.test(head)) return readBookmarks(text)
  if (/<(?:html|!doctype|body|rss|feed)[\s>]|\0/iu.test(head)) throw new UserError('notOpml')
  const feeds = readDataList(text)?.flatMap(subscriptionsTo) ?? readTable(text) ?? readLines(text)
  if (feeds.length === 0) throw new UserError('notOpml')
  return feeds.slice(0, most)
}

/** Leaves out folders that only say what the whole list is, or again what their one feed is called. */
function tidy(feeds: OpmlSubscription[]): OpmlSubscription[] {
  const whole = feeds.every(({ folders: [first = ''] }) => /^(?:feeds|subscriptions)$/iu.test(first))
  const isNamesake = ({ title, folders }: OpmlSubscription) => folders.length > 0 && folders.at(-1) === title
  const namesakes = feeds.filter(isNamesake).length > feeds.length / 2
  return feeds.map((feed) => ({
    ...feed,
    folders: feed.folders.slice(whole ? 1 : 0, namesakes && isNamesake(feed) ? -1 : undefined),
  }))
}

/** Bookmarks are of pages; only those that are feeds, or name one, are meant. */
function readBookmarks(text: string): OpmlSubscription[] {
  const feeds: OpmlSubscription[] = []
  const folders: string[] = []
  let next = ''
  const parts = /<h3[^>]*>([^<]*)<\/h3>|<(\/?)dl\b|<a\s([^>]*)>([^<]*)/giu
  for (const [part, folder, closing, attributes = '', title = ''] of text.matchAll(parts)) {
    if (folder !== undefined) next = titleText(folder)
    else if (closing !== undefined) {
      if (closing === '/') folders.pop()
      else folders.push(next)
      next = ''
    } else {
      const value = (name: string) =>
        titleText(new RegExp(`(?<![\\w-])${name}\\s*=\\s*"([^"]*)"`, 'iu').exec(attributes)?.[1] ?? '')
      const page = value('href')
      const feed = value('feedurl') || (looksLikeFeed(page) ? page : '')
      add(feeds, { url: feed, title: titleText(title), site: feed === page ? '' : page, folders })
    }
    if (feeds.length >= most || part === '') break
  }
  return feeds
}

/** Columns by what their heads are called. */
const heads = {
  feed: /feed|rss|xml|atom|订阅|訂閱/iu,
  url: /url|link|address|地址|链接|網址|网址|連結|アドレス/iu,
  title: /title|name|标题|標題|名称|名稱|タイトル|titre|titel|nombre/iu,
  folder: /folder|categor|group|tag|label|分类|分類|分组|分組|文件夹|标签|標籤|ordner|dossier|carpeta/iu,
}

/** Rows of cells, the first of them names perhaps; null where the lines are none. */
function readTable(text: string): OpmlSubscription[] | null {
  const first = text.trimStart().split(/\r?\n/u, 1)[0] ?? ''
  const separator = ['\t', ';', ','].find((sign) => first.includes(sign))
  if (separator === undefined) return null
  const rows = cellsOf(text, separator).filter((row) => row.some((cell) => cell !== ''))
  const addressed = (row: readonly string[] | undefined) =>
    (row ?? []).flatMap((cell, at) => (isAddress(cell) ? [at] : []))
  const names = addressed(rows[0]).length === 0 ? rows.shift() : undefined
  const [at, ...others] = addressed(rows[0]).toSorted((one, other) => rank(other) - rank(one))
  function rank(column: number): number {
    const name = names?.[column] ?? ''
    return heads.feed.test(name) || looksLikeFeed(rows[0]?.[column] ?? '') ? 2 : heads.url.test(name) ? 1 : 0
  }
  // Addresses alone are a plain list, whatever stands between them.
  if (at === undefined || (rows[0]?.length ?? 0) < 2 || (!names && rows[0]?.every(isAddress))) return null
  const named = (name: RegExp) => names?.findIndex((cell, column) => column !== at && name.test(cell)) ?? -1
  const titled = names
    ? named(heads.title)
    : (rows[0] ?? []).findIndex((cell) => cell !== '' && !isAddress(cell))
  const filed = named(heads.folder)
  const feeds: OpmlSubscription[] = []
  for (const row of rows)
    add(feeds, {
      url: row[at] ?? '',
      title: row[titled] ?? '',
      site: row[others[0] ?? -1] ?? '',
      folders: (row[filed] ?? '').split('/'),
    })
  return feeds
}

/** Quoted cells hold separators, line ends and doubled quotes. */
function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\r\n]*))(${separator}|\r?\n|\r|$)`, 'gu')
  for (const [all, quoted, bare = '', end = ''] of text.matchAll(cell)) {
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? bare).trim())
    if (end !== separator) rows.push([])
    if (all === '' || rows.length > most) break
  }
  return rows
}

/** One or several addresses a line, as links of Markdown or bare, with a name before or behind. */
function readLines(text: string): OpmlSubscription[] {
  const feeds: OpmlSubscription[] = []
  let others = 0
  const isMarkdown = /\]\(https?:/iu.test(text)
  let folder = ''
  for (const line of text.split(/\r\n?|\n/u).slice(0, most)) {
    if (line.length > longestLine) continue
    if (isMarkdown) folder = /^#{1,6}\s+(.+)$/u.exec(line)?.[1] ?? folder
    const links = [...line.matchAll(/\[([^\][]{0,300})\]\(\s*<?((?:https?|feed):[^\s)>]+)/giu)]
    for (const [, title = '', url = ''] of links) add(feeds, { url, title, site: '', folders: [folder] })
    if (links.length > 0) continue
    // A list is mostly addresses; a letter names some.
    const bare = [...line.matchAll(/(?:feed:)?(?:https?:\/\/|(?<=feed:)\/\/)[^\s<>"'，。；、）】]+/giu)]
    if (bare.length === 0) {
      // Without a scheme only what looks like a feed is an address.
      const address = /^\s*(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/\S+\s*$/u.test(line)
        ? `https://${line.trim()}`
        : ''
      if (looksLikeFeed(address)) add(feeds, { url: address, title: '', site: '', folders: [folder] })
      else if (!/^\s*(?:[#"]|$)/u.test(line)) others += 1
    }
    for (const { 0: url, index } of bare) {
      const single = bare.length === 1
      const before = single ? line.slice(0, index) : ''
      const behind = single ? line.slice(index + url.length) : ''
      const named = namesBehind(behind)
      add(feeds, {
        url: url.replace(/[,;.)\]]+$/u, ''),
        title: unmarked(before) || named.title,
        site: '',
        folders: [named.folder || folder],
      })
    }
  }
  return others > feeds.length ? [] : feeds
}

/** Newsboat writes tags behind the address, and a title as one that begins with `~`. */
function namesBehind(text: string): { title: string; folder: string } {
  const words = [...text.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare = '']) => quoted ?? bare)
  const title = words.find((word) => word.startsWith('~'))
  const isTags = title !== undefined || text.includes('"') || words.length === 1
  if (!isTags || /^\s*[-–—:|(#]/u.test(text)) return { title: unmarked(text), folder: '' }
  return { title: (title ?? '').slice(1), folder: words.find((word) => !/^[~!]/u.test(word)) ?? '' }
}

/** A name without the bullets, numbers, colons and dashes around it. */
function unmarked(text: string): string {
  return text.replace(/^[\s\-–—*•·#:：|>]+|^\s*\d+[.)]\s+|[\s\-–—:：|·<(]+$/gu, '')
}

function add(feeds: OpmlSubscription[], feed: ListedFeed): void {
  feeds.push(...subscriptionsTo(feed))
}

/** One subscription, or none where `url` is no address of the web. */
function subscriptionsTo({ url, title, site, folders }: ListedFeed): OpmlSubscription[] {
  const address = absoluteUrl(url, '')
  if (address === null) return []
  const feed = looksLikeFeed(address) ? address : (platformFeeds(address)[0] ?? address)
  return [
    {
      title: oneLine(title),
      url: feed,
      site: feed === address ? absoluteUrl(site, '') : address,
      folders: folders
        .map(oneLine)
        .filter((name) => name !== '')
        .slice(0, deepest),
    },
  ]
}
