/** Markdown posts: every kind of front matter, credit lines, and the plain text that is left. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/sources/markdown.ts'

const post = (head: string, body = 'Some text of the post.') => parseMarkdown(`${head}\n\n${body}\n`)

test.each([
  ['YAML', "---\ntitle: 'Rivers and dams'\ndate: 2025-03-04 10:20:30 +08:00\nauthor: Ida Holm\n---"],
  [
    'YAML in CRLF with a BOM',
    '\ufeff---\r\ntitle: Rivers and dams\r\ndate: 2025-03-04T02:20:30Z\r\nauthor: Ida Holm\r\n---\r\n',
  ],
  ['TOML', '+++\ntitle = "Rivers and dams"\ndate = 2025-03-04T10:20:30+08:00\nauthor = "Ida Holm"\n+++'],
  [
    'TOML with an author table',
    '+++\ntitle = "Rivers and dams"\ndate = 2025-03-04T02:20:30Z\n[author]\nname = "Ida Holm"\n+++',
  ],
  [
    'JSON without a fence',
    '{\n"title": "Rivers and dams", "date": "2025-03-04T02:20:30Z", "authors": ["Ida Holm"]\n}',
  ],
  [
    'JSON between ;;;',
    ';;;\n"title": "Rivers and dams",\n"date": "2025-03-04T02:20:30Z",\n"author": {"name": "Ida Holm"}\n;;;',
  ],
  ['no first fence (old Hexo)', 'title: Rivers and dams\ndate: 2025-03-04T02:20:30Z\nauthor: Ida Holm\n---'],
])('front matter: %s', (_kind, head) => {
  expect(post(head)).toMatchObject({
    title: 'Rivers and dams',
    author: 'Ida Holm',
    publishedAt: new Date('2025-03-04T02:20:30Z'),
    text: 'Some text of the post.',
  })
})

test('broken YAML is read line by line', () => {
  const item = post(
    '---\ntitle: Dams: the long view\nauthor: "Ida" Holm\n\tdate: x\ndate: 2025-03-04\ntags:\n- a\n- b\n---',
  )
  expect(item).toMatchObject({ title: 'Dams: the long view', publishedAt: new Date('2025-03-04T00:00:00Z') })
})

test('a closing fence that was forgotten does not swallow the post', () => {
  expect(post('---\ntitle: Rivers\nauthor: Ida')).toMatchObject({
    title: 'Rivers',
    author: 'Ida',
    text: 'Some text of the post.',
  })
})

test('a ---js block is never run', () => {
  const item = parseMarkdown(
    '---js\n{ title: (globalThis.ranFrontMatter = true) && "x" }\n---\n# Real title\n\nText.',
  )
  expect(item).toMatchObject({ title: 'Real title', text: 'Text.' })
  expect(Object.hasOwn(globalThis, 'ranFrontMatter')).toBe(false)
})

test('a post that begins with a rule keeps its words', () => {
  expect(parseMarkdown('---\n\nFirst paragraph here.\n\n---\n\nSecond.').text).toBe(
    'First paragraph here.\n\nSecond.',
  )
})

test('dates without a zone are in the site zone, Chinese ones too', () => {
  const head = '---\ntitle: 水庫\ndate: 2026年03月01日 22:40\n---\n\n水庫的水位。'
  expect(parseMarkdown(head, { timeZone: 'Asia/Taipei' }).publishedAt).toEqual(
    new Date('2026-03-01T14:40:00Z'),
  )
  expect(parseMarkdown(head).publishedAt).toEqual(new Date('2026-03-01T22:40:00Z'))
})

test('a post without a date takes the one in its address', () => {
  const item = parseMarkdown('---\ntitle: A\n---\nText.', { url: 'https://blog.example/2024/05/06/a/' })
  expect(item.publishedAt).toEqual(new Date('2024-05-06T00:00:00Z'))
  expect(item.url).toBe('https://blog.example/2024/05/06/a/')
})

test.each([
  [
    '文章来源：[河流周刊](https://rivers.example/a)\n作者 | 周宁\n编辑 | 吴平',
    '周宁',
    'https://rivers.example/a',
  ],
  ['轉載自：[河流週刊](https://rivers.example/b)\n作者｜周寧', '周寧', 'https://rivers.example/b'],
  ['> 作者：周宁 来源：河流周刊\n> 原文链接：https://rivers.example/c', '周宁', 'https://rivers.example/c'],
  ['本文转载自[河流周刊](https://rivers.example/d)', null, 'https://rivers.example/d'],
  [
    'By Ida van der Holm · originally at [River Weekly](https://rivers.example/e)',
    'Ida van der Holm',
    'https://rivers.example/e',
  ],
  [
    '*Originally published on [River Weekly](https://rivers.example/f).*\n\nBy Ida Holm',
    'Ida Holm',
    'https://rivers.example/f',
  ],
  [
    '**Source:** [River Weekly](https://rivers.example/g) | **Author:** Ida Holm',
    'Ida Holm',
    'https://rivers.example/g',
  ],
  ['文/周宁　编辑/吴平', '周宁', null],
])('credit lines leave the text: %s', (credits, originalAuthor, originalUrl) => {
  const item = parseMarkdown(
    `---\ntitle: T\nauthor: Repost Desk\n---\n\n${credits}\n\n水位 rises.\n\nSecond paragraph.`,
  )
  expect(item).toMatchObject({ author: 'Repost Desk', originalAuthor, originalUrl })
  expect(item.text).toBe('水位 rises.\n\nSecond paragraph.')
})

test.each([
  'By Monday the dam had filled, and the village below was empty.',
  'By Ida Holm had never been a phrase anyone used.',
  '来源是多方面的，作者并不知道。',
  'Via its upper valley the river reaches the sea in four days.',
])('prose that begins like a credit stays: %s', (sentence) => {
  const item = parseMarkdown(`---\ntitle: T\n---\n\n${sentence}\n\nMore follows.`)
  expect(item).toMatchObject({
    originalAuthor: null,
    originalUrl: null,
    text: `${sentence}\n\nMore follows.`,
  })
})

test('text: emphasis beside Chinese marks, quotes as headings, pictures, captions, rules, lists', () => {
  const body = [
    '这条河**“很长”**，',
    '流过三个省。',
    '第二段在新的一行。',
    '',
    '> 水从哪里来',
    '',
    '![大坝](dam.png)',
    '图片来源：周宁',
    '',
    '<figure><img src="a.png"><figcaption>坝顶</figcaption></figure>',
    '',
    '- 雨水',
    '- 雪水',
    '',
    '---',
    '',
    '感谢阅读！欢迎订阅我们的公众号。',
  ].join('\n')
  expect(parseMarkdown(body).text).toBe(
    '这条河“很长”，流过三个省。\n\n第二段在新的一行。\n\n水从哪里来\n\n雨水\n雪水',
  )
})

test('hard-wrapped English becomes paragraphs, generator tags vanish', () => {
  const body =
    'The river is long and\nruns through {{< ref "x" >}}three lands.[^1]\n\n{% asset_img a.png %}\n\nIt ends 🌊 in the sea.'
  expect(parseMarkdown(body).text).toBe(
    'The river is long and runs through three lands.\n\nIt ends 🌊 in the sea.',
  )
})

test('right-to-left text keeps its letters and joiners, loses overrides', () => {
  expect(parseMarkdown('می\u200cخواهم \u202eنهر').text).toBe('می\u200cخواهم نهر')
})

test('an empty post is an empty item, not an error', () => {
  expect(parseMarkdown('')).toEqual({
    title: '',
    author: null,
    originalAuthor: null,
    publishedAt: null,
    url: null,
    originalUrl: null,
    language: 'und',
    text: '',
  })
})

/** What is odd, the post, what is expected of its item, and the site's zone where that matters. */
const hard = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/posts.json'), 'utf8')) as [
  string,
  string,
  Record<string, string | null>,
  string?,
][]

test.each(hard)('odd posts: %s', (_what, text, expected, timeZone) => {
  const item = parseMarkdown(text, { timeZone })
  const publishedAt = item.publishedAt?.toISOString().replace('.000Z', 'Z') ?? null
  expect({ ...item, publishedAt }).toMatchObject(expected)
})
