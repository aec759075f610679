/** Feeds mangled lists of feeds to their reader, and what it read back through the writer. */
import { UserError } from '../../src/core/errors.ts'
import { readFeedList } from '../../src/sources/feed-list.ts'
import { parseOpml, renderOpml } from '../../src/sources/opml.ts'
import { fuzzerOf, inBytes } from './subject.ts'

const lists = [
  '<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="News"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/><outline text="Deep"><outline title="C" xmlUrl="feed://c.example/rss"/></outline></outline></body></opml>',
  '<opml><body><outline type="rss" url="http://d.example/feed" category="/Tech/Linux,/News"/><outline text="空" xmlUrl="https://例子.example/feed"/></body></opml>',
  'Title,Feed URL,Folder\n"A, ""B""",https://a.example/feed,News/Deep\n空,https://b.example/rss,\n',
  '# mine\nhttps://a.example/feed news "~A"\n- [空](https://b.example/rss)\nC: feed://c.example/rss\n',
  '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>News</H3><DL><DT><A HREF="https://a.example/" FEEDURL="https://a.example/feed">A</A></DL></DL>',
  '{"subscriptions":[{"name":"A","url":"https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa"},{"feed_url":"https://b.example/rss","folder":"News"}]}',
]
const tokens = [
  '<outline ',
  '\t',
  ',"',
  '""',
  '](https://',
  '<DL>',
  '<A HREF="https://a.example/rss">',
  '</outline>',
  '/>',
  '<body>',
  '</body>',
  '<opml>',
  'xmlUrl="',
  'xmlUrl="javascript:x"',
  'xmlUrl="//a"',
  'htmlUrl="http://["',
  'category="////,,"',
  'text="\u202E"',
  'text="&#0;&#xD800;"',
  '<!DOCTYPE opml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
  '&b;',
  '<![CDATA[',
  ']]>',
  '\0',
  '\uFEFF',
  '👩‍👩‍👧',
  '<outline text="x">'.repeat(300),
  '\uD800',
]

function readList(bytes: Uint8Array): void {
  try {
    const list = readFeedList(bytes)
    for (const { title, url, site, folders } of list) {
      for (const text of [title, ...folders])
        if (!text.isWellFormed() || /[\r\n]/u.test(text)) throw new Error('a name is broken')
      for (const address of [url, ...(site === null ? [] : [site])])
        if (!/^https?:\/\//u.test(address)) throw new Error(`the address is ${address}`)
    }
    const again = parseOpml(renderOpml(list, 'list'))
    const addresses = (of: typeof list) =>
      of
        .map(({ url }) => url)
        .toSorted()
        .join('\n')
    if (addresses(again) !== addresses(list)) throw new Error('renderOpml lost or changed a feed')
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

export const { fuzz, fuzzCount } = fuzzerOf({
  name: 'opml',
  fixtures: inBytes(lists),
  tokens,
  read: readList,
})
