/** Reads the article of a page that shows nothing without its scripts from the data that they would draw it from. */
import { htmlToBlocks, htmlToText, type Block } from '../blocks.ts'
import { bareText } from './block-signs.ts'
import { proseWeight } from './mass.ts'

/** Longer data is an app's, not a page's. */
const maxLength = 3_000_000
const maxScripts = 300
const maxDepth = 14
const maxValues = 100_000
/** Less is a teaser, */
const leastProse = 200
/** and so little no text of its own. */
const leastBody = 60
/** Without the page's title it says so much, in paragraphs, and nothing beside it so much of that: forms and messages do not. */
const enoughProse = 600
const rival = 0.5

const bodyKey =
  /^(?:article_?body|article_?content|article_?text|body_?(?:html|text)?|content_?(?:html|text)?|html(?:_?content)?|text|full_?text|story_?body|post_?content|paragraphs|blocks|markdown|detail|rich_?text)$/iu
const titleKey = /^(?:title|headline|subject|name|heading)$/iu
type Thing = Readonly<Record<string, unknown>>

/** Where the text of a block stands; the first that is there. */
const textKeys =
  'rendered html text body content paragraphs blocks children nodes json root document value data model attrs'.split(
    ' ',
  )
/** A paragraph, a heading or an entry of a list, as editors call them. */
const lineTypes = /paragraph|^p$|heading|^h[1-6]$|^block$|list-?item|^li$/iu
/** Blocks that stand between paragraphs and are none. */
const otherTypes =
  /image|photo|picture|video|audio|gallery|embed|advert|^ads?$|related|newsletter|promo|caption/iu

interface Candidate {
  blocks: Block[]
  prose: number
  titled: boolean
}

/** The blocks of the article in a page's data; empty where none is plain to see. */
export function readState(html: string, title: string | null, url: string): Block[] {
  const candidates: Candidate[] = []
  for (const data of dataOf(html)) collect(data, bareText(title ?? ''), url, candidates)
  const [best, second] = candidates.toSorted(
    (one, other) => Number(other.titled) - Number(one.titled) || other.prose - one.prose,
  )
  if (!best || best.prose < leastProse) return []
  const isPlain =
    best.blocks.length > 1 && best.prose >= enoughProse && (second?.prose ?? 0) < best.prose * rival
  return best.titled || isPlain ? best.blocks : []
}

/** The data in a page's scripts: JSON of its own, or set by an assignment. */
function dataOf(html: string): unknown[] {
  const found: unknown[] = []
  let at = 0
  for (let read = 0; read < maxScripts; read += 1) {
    const start = html.indexOf('<script', at)
    const head = start < 0 ? -1 : html.indexOf('>', start)
    const end = head < 0 ? -1 : html.indexOf('</script', head)
    if (end < 0) break
    at = end
    const type =
      /\btype\s*=\s*["']?([^"'\s>]*)/iu.exec(html.slice(start, Math.min(head, start + 500)))?.[1] ?? ''
    if (end - head > maxLength || /ld\+json/iu.test(type)) continue
    const script = html.slice(head + 1, end)
    const data = /json$/iu.test(type) ? parse(script) : assigned(script)
    if (typeof data === 'object' && data !== null) found.push(Array.isArray(data) ? revived(data) : data)
  }
  return found
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** `window.STATE = {…}`, or a string of such. */
function assigned(script: string): unknown {
  const start =
    /^[\s;]*(?:(?:window|self|globalThis|this)\s*[.[]\s*["']?|(?:var|let|const)\s+)[\w$]{3,60}["']?\s*\]?\s*=\s*/u.exec(
      script.slice(0, 300),
    )?.[0]
  if (start === undefined) return null
  const quoted = /^JSON\.parse\(\s*(?=")/u.exec(script.slice(start.length, start.length + 40))?.[0]
  if (quoted !== undefined) {
    const text = parse(literal(script, start.length + quoted.length))
    return typeof text === 'string' ? parse(text) : null
  }
  const text = literal(script, start.length)
  return parse(text) ?? parse(text.replace(/:\s*undefined(?=\s*[,}\]])/gu, ':null'))
}

/** The object, list or string that begins at `start`, read to its own end. */
function literal(script: string, start: number): string {
  let depth = 0
  let quoted = false
  for (let at = start; at < script.length; at += 1) {
    const sign = script[at]!
    if (quoted) {
      if (sign === '\\') at += 1
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    if (depth === 0 && !quoted) return script.slice(start, at + 1)
  }
  return ''
}

/** Some frameworks write each value once into a list, and its place there wherever it is used. */
function revived(values: readonly unknown[]): unknown {
  const isShared =
    values.length > 3 && typeof values[0] === 'object' && values.some((each) => typeof each === 'string')
  if (!isShared) return values
  let left = maxValues
  const revive = (place: unknown, depth: number): unknown => {
    if (typeof place !== 'number' || depth > maxDepth || left <= 0) return null
    left -= 1
    const value = values[place]
    if (Array.isArray(value)) {
      if (typeof value[0] === 'string') return revive(value[1], depth + 1)
      return value.map((each) => revive(each, depth + 1))
    }
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revive(each, depth + 1)]))
  }
  return revive(0, 0)
}

/** Every value that stands where a text does. */
function collect(data: unknown, title: string, url: string, candidates: Candidate[]): void {
  let left = maxValues
  const visit = (value: unknown, depth: number): void => {
    left -= 1
    if (depth > maxDepth || left <= 0 || typeof value !== 'object' || value === null) return
    const entries = Object.entries(value)
    const titled =
      title !== '' && entries.some(([key, each]) => titleKey.test(key) && names(title, joined(each)))
    for (const [key, each] of entries) {
      const blocks = bodyKey.test(key) ? blocksOf(each, url) : []
      const prose = proseOf(blocks)
      if (prose >= leastBody) candidates.push({ blocks, prose, titled })
      else visit(each, depth + 1)
    }
  }
  visit(data, 0)
}

/** The page may name its site behind the title. */
function names(title: string, text: string): boolean {
  const bare = bareText(text)
  return title.startsWith(bare) && bare.length >= title.length * 0.6
}

function blocksOf(value: unknown, url: string, depth = 0): Block[] {
  if (depth > maxDepth) return []
  if (typeof value === 'string') return writtenIn(value, url)
  if (Array.isArray(value)) return value.flatMap((each) => blocksOf(each, url, depth + 1))
  if (typeof value !== 'object' || value === null) return []
  const type = typeOf(value as Thing)
  if (otherTypes.test(type)) return []
  const inner = innerOf(value as Thing)
  if (!Array.isArray(inner) || !lineTypes.test(type)) return blocksOf(inner, url, depth + 1)
  // Pieces of one line, each with a style of its own.
  const kind = /head|^h[1-6]$/iu.test(type) ? 'heading' : 'paragraph'
  return writtenIn(joined(inner), url).map((block) => ({ ...block, kind }))
}

function typeOf(thing: Thing): string {
  const type = ['type', '_type', 'nodeType', 'kind', 'name', 'style'].map((key) => thing[key])
  return type.find((each) => typeof each === 'string') ?? ''
}

function innerOf(thing: Thing): unknown {
  return textKeys.map((key) => thing[key]).find((each) => each !== undefined && each !== null && each !== '')
}

function joined(value: unknown, depth = 0): string {
  if (depth > maxDepth) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((each) => joined(each, depth + 1)).join('')
  return typeof value === 'object' && value !== null ? joined(innerOf(value as Thing), depth + 1) : ''
}

function writtenIn(text: string, url: string): Block[] {
  const html = /&lt;(?:p|div|br)\b/u.test(text) && !/<p\b/u.test(text) ? htmlToText(text) : text
  if (/<(?:p|div|br|li|h[1-6]|section)\b/iu.test(html)) return htmlToBlocks(html, url)
  return html.split(/\n+/u).flatMap((line) => htmlToBlocks(line, url))
}

function proseOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, { text }) => sum + (/[.!?…。！？؟।]["'”’»」』）)]?$/u.test(text.trim()) ? proseWeight(text) : 0),
    0,
  )
}
