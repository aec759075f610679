/** Lists of feeds in every form that people keep: exports of readers, bookmarks, tables, plain lines. */
import { expect, test } from 'vitest'
import type { UserError } from '../../src/core/errors.ts'
import { readFeedList } from '../../src/sources/feed-list.ts'

const a = 'https://a.example/f'
const b = 'https://b.example/rss'
const bytes = (text: string) => new TextEncoder().encode(text)
const opml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><opml version="1.1"><body>${body}</body></opml>`
const outline = (name: string, url: string) =>
  `<outline type="rss" text="${name}" title="${name}" xmlUrl="${url}"/>`

/** What the file holds -> address, name and folders of each feed. */
test.each([
  [
    'a folder for each feed, called as it is',
    opml(
      `<outline title="A">${outline('A', a)}</outline><outline title="News"><outline title="B">${outline('B', b)}</outline></outline>`,
    ),
    [
      [a, 'A', ''],
      [b, 'B', 'News'],
    ],
  ],
  [
    'one folder called feeds around all, episodes within',
    opml(
      `<outline text="feeds"><outline type="rss" text="A" xmlUrl="${a}"><outline type="podcast-episode" url="https://a.example/1" title="One"/></outline></outline>`,
    ),
    [[a, 'A', '']],
  ],
  [
    'a folder called as one of several feeds',
    opml(
      `<outline text="A">${outline('A', a)}${outline('B', b)}</outline>${outline('C', 'https://c.example/f')}`,
    ),
    [
      [a, 'A', 'A'],
      [b, 'B', 'A'],
      ['https://c.example/f', 'C', ''],
    ],
  ],
  ['an address without a scheme', opml(outline('A', 'a.example/f')), [[a, 'A', '']]],
  [
    'a prefix',
    `<o:opml xmlns:o="urn:o"><o:body><o:outline text="A" xmlUrl="${a}"/></o:body></o:opml>`,
    [[a, 'A', '']],
  ],
  [
    'plain lines',
    `${a}\r\n\r\n# mine\r\n${b}\r\n`,
    [
      [a, '', ''],
      [b, '', ''],
    ],
  ],
  [
    'names before',
    `1. 港口：${a}\nB - ${b},\n`,
    [
      [a, '港口', ''],
      [b, 'B', ''],
    ],
  ],
  [
    'names behind',
    `${a} - the harbour\n${b} | B\n`,
    [
      [a, 'the harbour', ''],
      [b, 'B', ''],
    ],
  ],
  [
    'tags and a title behind',
    `${a} sea "~The harbour"\n"query:x:y"\n${b} "daily news"\n`,
    [
      [a, 'The harbour', 'sea'],
      [b, '', 'daily news'],
    ],
  ],
  [
    'links of Markdown under headings',
    `## Sea\n\n- [A](${a})\n* [B](${b}) daily\n`,
    [
      [a, 'A', 'Sea'],
      [b, 'B', 'Sea'],
    ],
  ],
  [
    'several on a line',
    `${a}, ${b}`,
    [
      [a, '', ''],
      [b, '', ''],
    ],
  ],
  [
    'a table with heads',
    `Title,Feed URL,Category\n"A, the ""blog""",${a},Sea/Boats\nB,${b},\n`,
    [
      [a, 'A, the "blog"', 'Sea/Boats'],
      [b, 'B', ''],
    ],
  ],
  ['semicolons and Chinese heads', `名称;地址;分类\n港口;${a};海\n`, [[a, '港口', '海']]],
  [
    'tabs and no heads',
    `A\t${a}\nB\t${b}\n`,
    [
      [a, 'A', ''],
      [b, 'B', ''],
    ],
  ],
  ['a site beside the feed', `name,site,rss\nA,https://a.example/,${a}\n`, [[a, 'A', '']]],
  [
    'channels of YouTube',
    'Channel Id,Channel Url,Channel Title\nUCaaaaaaaaaaaaaaaaaaaaaa,http://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa,Kites\n',
    [['https://www.youtube.com/feeds/videos.xml?channel_id=UCaaaaaaaaaaaaaaaaaaaaaa', 'Kites', '']],
  ],
  [
    'bookmarks: those that are feeds or name one',
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>Bookmarks</H1>\n<DL><p>\n<DT><H3 ADD_DATE="1">Sea</H3>\n<DL><p>\n<DT><A HREF="https://a.example/" FEEDURL="${a}">A &amp; co</A>\n<DT><A HREF="https://shop.example/">Shop</A>\n</DL><p>\n<DT><A HREF="${b}">B</A>\n</DL><p>`,
    [
      [a, 'A & co', 'Sea'],
      [b, 'B', ''],
    ],
  ],
  [
    'subscriptions of Google Reader',
    JSON.stringify({
      subscriptions: [{ id: `feed/${a}`, title: 'A', categories: [{ id: 'user/1/label/x', label: 'News' }] }],
    }),
    [[a, 'A', 'News']],
  ],
  [
    'bookmarks of Firefox',
    JSON.stringify({ title: '', children: [{ title: 'Sea', children: [{ title: 'A', uri: a }] }] }),
    [[a, 'A', 'Sea']],
  ],
  [
    'JSON: addresses alone',
    JSON.stringify([a, b]),
    [
      [a, '', ''],
      [b, '', ''],
    ],
  ],
  [
    'JSON: names and addresses',
    JSON.stringify({ A: a, 港口: b }),
    [
      [a, 'A', ''],
      [b, '港口', ''],
    ],
  ],
  [
    'JSON: folders, and an address of the program',
    JSON.stringify({ from: 'https://reader.example/', News: [{ title: 'A', url: a }], 海: [{ url: b }] }),
    [
      [a, 'A', 'News'],
      [b, '', '海'],
    ],
  ],
  [
    'YAML',
    `feeds:\n  - title: A\n    url: ${a}\n  - title: B\n    url: ${b}\n`,
    [
      [a, 'A', ''],
      [b, 'B', ''],
    ],
  ],
  ['lines without a scheme', '# mine\na.example/feed.xml\n', [['https://a.example/feed.xml', '', '']]],
  [
    'a path of its site',
    opml(`<outline text="A" xmlUrl="/f" htmlUrl="https://a.example/"/>`),
    [[a, 'A', '']],
  ],
  ['an empty xmlUrl', opml(`<outline type="rss" text="A" xmlUrl="" url="${a}"/>`), [[a, 'A', '']]],
  [
    'JSON',
    JSON.stringify({
      subscriptions: [
        { name: 'A', url: a },
        { title: 'B', feed_url: b, folder: 'Sea' },
      ],
    }),
    [
      [a, 'A', ''],
      [b, 'B', 'Sea'],
    ],
  ],
])('%s', (_what, text, expected) => {
  expect(readFeedList(bytes(text)).map(({ url, title, folders }) => [url, title, folders.join('/')])).toEqual(
    expected,
  )
})

test('a list in UTF-16 is read', () => {
  const text = opml(outline('港口', a)).replace('UTF-8', 'UTF-16')
  expect(readFeedList(Buffer.from(`\ufeff${text}`, 'utf16le'))).toMatchObject([{ title: '港口', url: a }])
})

test.each([
  ['a letter', 'Dear all,\nthe harbour is closed.\nThanks.'],
  ['a letter that names a page', `Dear all,\nthe harbour is closed.\nSee ${a} for more.\nThanks.`],
  ['a page', `<html><body><a href="${a}">x</a></body></html>`],
  ['a program', '\u0000\u0001MZ'],
  ['nothing', ''],
  ['a JSON feed', `{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"${a}"}]}`],
])('%s is no list', (_what, text) => {
  expect(() => readFeedList(bytes(text))).toThrow('notOpml')
})

test('lists without end end, whatever they are made of', () => {
  const pieces = [`${a} `, `${a}\n`, '"', '"",', 'a,', '[](', '<DT><A HREF="', '{"a":[', ' - ', '~"']
  const outcome = (piece: string) => {
    try {
      return readFeedList(bytes(piece.repeat(Math.ceil(2_000_000 / piece.length)))).length <= 20_000
    } catch (error) {
      return (error as UserError).key === 'notOpml'
    }
  }
  expect(pieces.filter((piece) => !outcome(piece))).toEqual([])
})
