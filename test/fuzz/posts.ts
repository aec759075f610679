/** Feeds mangled Markdown posts to their reader: front matter of three kinds, credits, and text. */
import { parseMarkdown } from '../../src/sources/markdown.ts'
import { checkText, fuzzerOf } from './subject.ts'

const posts = [
  '---\ntitle: Dams: a view\nauthor: 林远\ndate: 2024-05-06 10:30:00\ntags: [a, b]\n---\n\n作者 | 周宁\n\n水坝拆除之后，鱼回来了。\n\n- 第一\n- 第二\n',
  '+++\ntitle = "Bread"\ndate = 2024-05-06T10:30:00+08:00\n[params]\nauthor = "Ida"\n+++\n\nBy Ida Holm\n\n# Bread\n\nIt *rises* in [the oven](https://a.example/).\n',
  '{\n  "title": "Goats",\n  "date": "2024-05-06"\n}\n\nGoats `eat`\n\n```js\nlet a = 1\n```\n\n> all\n',
  '---\nlayout: post\ntitle: "Broken\ncategories: - x\n  y: [\n---\nText | with | bars\n---|---|---\n1|2|3\n',
]
const tokens = [
  '---\n',
  '+++\n',
  '{\n',
  '}\n\n',
  ': ',
  '"',
  "'",
  '[',
  ']',
  '&x',
  '*x',
  '!!js/function >\n',
  '<<: *x\n',
  '\t',
  'date: 0000-00-00\n',
  'title: {a: b}\n',
  '```\n',
  '> '.repeat(200),
  '['.repeat(200),
  '*'.repeat(300),
  '![](',
  '<script>',
  '[^1]: ',
  '作者 | ',
  'http://[',
  '\u202E',
  '\0',
  '\uD800',
  '👩‍👩‍👧',
  '__proto__: 1\n',
]

function readPost(bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes)
  const item = parseMarkdown(text, { url: 'https://example.org/post.md', timeZone: 'Asia/Shanghai' })
  for (const [name, value] of Object.entries(item)) if (typeof value === 'string') checkText(name, value)
  if (item.publishedAt !== null && Number.isNaN(item.publishedAt.getTime()))
    throw new Error('the date is none')
}

export const { fuzz, fuzzCount } = fuzzerOf({
  name: 'posts',
  fixtures: posts.map((each) => new TextEncoder().encode(each)),
  tokens,
  read: readPost,
})
