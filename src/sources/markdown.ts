/** Reads a Markdown post with front matter into an Item: whose it is, when and where it appeared, and its plain text. */
import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import type { Item } from '../core/article.ts'
import { detectLanguage } from '../core/language.ts'
import { blocksToText, cleanText, htmlToBlocks, type Block } from './blocks.ts'
import { isBoilerplate, isPictureCredit } from './boilerplate.ts'
import { takeCredits } from './credits.ts'
import { parseDate } from './dates.ts'
import { splitFrontMatter } from './front-matter.ts'
import { dialectWords, plainMarkdown } from './markdown-dialects.ts'

export interface MarkdownOptions {
  /** Where the post was read from. */
  url?: string | undefined
  /** IANA zone of dates that name none; UTC unless told. */
  timeZone?: string | undefined
}

/** `breaks` keeps line ends, as Chinese posts put one paragraph on a line; `joinLines` mends hard-wrapped prose. */
const markdown = new MarkdownIt({ html: true, breaks: true, linkify: false })
  .use(cjkFriendly)
  .use(dialectWords)
// Prose indented by spaces is far more common in posts than indented code, and a rule under a
// paragraph without a blank line is meant as a rule.
markdown.disable(['code', 'lheading'])
/** Nesting of quotes and lists beyond this is an attack on the parser. */
markdown.set({ maxNesting: 40 })

/** More than is kept of an article's text; what stands for two characters in it takes a hundred times its size. */
const maxLength = 500_000
const titleKeys = ['title', 'subject', 'headline', '标题', '標題']
const authorKeys = ['author', 'authors', 'byline', 'writer', 'by', '作者']
const dateKeys =
  'date pubdate published publishdate publishedat publishdatetime publisheddate datepublished created createdat createtime createddate datetime time posted updated updatedat lastmod lastmodified modified 日期 发布日期 發布日期 发布时间 發布時間'.split(
    ' ',
  )
const urlKeys = ['url', 'permalink', 'link', 'canonical', 'canonicalurl']
const originalAuthorKeys = ['originalauthor', 'sourceauthor']
const originalUrlKeys = [
  'originalurl',
  'originallink',
  'sourceurl',
  'sourcelink',
  'reposturl',
  'original',
  'source',
]

/** Parses a post. Nothing in it can make this throw: what is broken is read as far as it goes. */
export function parseMarkdown(text: string, { url, timeZone }: MarkdownOptions = {}): Item {
  const { fields, body } = splitFrontMatter(text.slice(0, maxLength))
  const own = url ?? firstUrl(fields, urlKeys)
  const all = htmlToBlocks(markdown.render(plainMarkdown(body)), own)
  const { blocks: credited, originalAuthor, originalUrl } = takeCredits(all)
  const trimmed = dropTail(credited.filter((block) => !isPictureCredit(block.text)))
  const { title, blocks } = chooseTitle(firstText(fields, titleKeys), trimmed)
  const plain = blocksToText(blocks.map((block) => joinLines(block)))
  return {
    title,
    author: plainName(firstText(fields, authorKeys)),
    originalAuthor: originalAuthor ?? firstText(fields, originalAuthorKeys),
    publishedAt: findDate(fields, own, timeZone),
    url: own,
    originalUrl: originalUrl ?? firstUrl(fields, originalUrlKeys),
    language: detectLanguage(plain === '' ? title : plain),
    text: plain,
  }
}

/** Drops thanks, subscriptions and their like from the end, up to the first block of the author's own. */
function dropTail(blocks: readonly Block[]): Block[] {
  let end = blocks.length
  while (end > 0 && isBoilerplate(blocks[end - 1]!.text)) end -= 1
  return blocks.slice(0, end)
}

/** The given title, else the first heading; a heading that repeats the title is not text. */
function chooseTitle(given: string | null, blocks: Block[]): { title: string; blocks: Block[] } {
  const first = blocks[0]
  if (first?.kind !== 'heading') return { title: given ?? '', blocks }
  if (given === null || sameWords(given, first.text))
    return { title: given ?? first.text, blocks: blocks.slice(1) }
  return { title: given, blocks }
}

function sameWords(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  return bare(one) === bare(other)
}

/**
 * Undoes line ends inside a block: after a full stop in Chinese or Japanese a line is a paragraph of its own,
 * otherwise Han text runs on without a space and other text with one.
 */
function joinLines(block: Block): Block {
  if (block.kind === 'code' || !block.text.includes('\n')) return block
  const lines = block.text.split('\n').filter((line) => line !== '')
  let text = lines[0] ?? ''
  for (const [at, line] of lines.entries()) {
    if (at === 0) continue
    const before = lines[at - 1]!
    if (/[。！？…；：”’」』）.!?]$/u.test(before) && wideText.test(before)) text += `\n\n${line}`
    else if (wideEnd.test(before) && wideStart.test(line)) text += line
    else text += ` ${line}`
  }
  return { ...block, text }
}

const wide = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}，、。！？；：“”‘’「」『』（）《》—…'
const wideText = new RegExp(`[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]`, 'u')
const wideEnd = new RegExp(`[${wide}]$`, 'u')
const wideStart = new RegExp(`^[${wide}]`, 'u')

function firstText(fields: ReadonlyMap<string, unknown>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = textOf(fields.get(key))
    if (text !== null) return text
  }
  return null
}

/** A name without the address beside it, and outside the brackets of a wiki's link. */
function plainName(name: string | null): string | null {
  const plain = name
    ?.replace(/\[\[(?:[^\][|]*\|)?([^\][|]+)\]\]/gu, '$1')
    .replace(/\s*<[^<>\s]+@[^<>\s]+>/gu, '')
    .trim()
  return plain || null
}

/** Text of a field: a string, a number, a list of names, or a table with a name. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return /^(?:null|~)$/u.test(value) ? null : cleanText(value) || null
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    const names = value.map(textOf).filter((each) => each !== null)
    return names.length === 0 ? null : names.join(names.some((each) => wideText.test(each)) ? '、' : ', ')
  }
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object' && value !== null) {
    const named = value as Record<string, unknown>
    return textOf(named['name'] ?? named['nick'] ?? null)
  }
  return null
}

function firstUrl(fields: ReadonlyMap<string, unknown>, keys: readonly string[]): string | null {
  for (const key of keys) {
    // The address may stand in a link of Markdown.
    const written = textOf(fields.get(key)) ?? ''
    const url = URL.parse(/^\[[^\]]*\]\(([^\s)]+)/u.exec(written)?.[1] ?? written)
    if (url && /^https?:$/u.test(url.protocol)) return url.href
  }
  return null
}

/** The first date field that reads as one, else the date in the address (2024/05/06 or 2024-05-06-name). */
function findDate(
  fields: ReadonlyMap<string, unknown>,
  url: string | null,
  timeZone: string | undefined,
): Date | null {
  const options = timeZone === undefined ? {} : { timeZone }
  for (const key of dateKeys) {
    const text = textOf(fields.get(key))
    const date = text === null ? null : parseDate(text, options)
    if (date) return date
  }
  const inUrl = /(?<!\d)(?<year>(?:19|20)\d\d)[/-](?<month>[01]\d)[/-](?<day>[0-3]\d)(?!\d)/u.exec(
    url ?? '',
  )?.groups
  return inUrl ? parseDate(`${inUrl['year']}-${inUrl['month']}-${inUrl['day']}`, options) : null
}
