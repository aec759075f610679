/** Lays blocks out as one long text with styled spans and places to break; render.ts cuts it into messages. */
import type { Block, Inline } from './blocks.ts'
import { stripUnsafe } from './text.ts'

export type SpanType =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strikethrough'
  | 'code'
  | 'pre'
  | 'text_link'
  | 'blockquote'
  | 'expandable_blockquote'

/** A styled stretch of the text, in UTF-16 units. */
export interface Span {
  type: SpanType
  start: number
  end: number
  url?: string
  language?: string
}

export interface Layout {
  text: string
  /** By start, the outer before the inner. Spans nest, they never cross. */
  spans: Span[]
  /** Where a top-level block ends, ascending: the best places to break. */
  blockEnds: number[]
  /** Where a line ends that must not be the last of a message: a heading's. */
  glued: ReadonlySet<number>
}

/** Longest address kept, in bytes; Telegram refuses texts over 32 KB with their links. */
const maxUrlBytes = 2048

/** The text of `blocks` with its spans; outside text in it is cleaned. */
export function layOut(blocks: readonly Block[]): Layout {
  const page: Page = { text: '', spans: [], blockEnds: [], glued: new Set() }
  addBlocks(page, blocks, true)
  page.spans.sort((a, b) => a.start - b.start || b.end - a.end)
  return page
}

interface Page extends Layout {
  glued: Set<number>
}

function addBlocks(page: Page, blocks: readonly Block[], isTop: boolean): void {
  let previous: Block | null = null
  for (const block of blocks) {
    const before = page.text.length
    const separator = before === 0 || !previous ? '' : !isTop || previous.type === 'heading' ? '\n' : '\n\n'
    page.text += separator
    const start = page.text.length
    addBlock(page, block)
    if (page.text.slice(start).trim() === '') {
      page.text = page.text.slice(0, before)
      continue
    }
    if (previous?.type === 'heading') page.glued.add(before)
    else if (isTop && separator !== '') page.blockEnds.push(before)
    previous = block
  }
}

function addBlock(page: Page, block: Block): void {
  const start = page.text.length
  const wrap = (type: SpanType, language?: string) =>
    page.spans.push({ type, start, end: page.text.length, ...(language ? { language } : {}) })
  switch (block.type) {
    case 'heading':
      addLine(page, [
        ...(block.section ? [{ text: '▎' }] : []),
        ...block.text.map((inline) => ({ ...inline, bold: false, code: false })),
      ])
      return void wrap('bold')
    case 'paragraph':
      return addLine(page, block.text)
    case 'lines':
      return block.lines.forEach((line, index) => {
        if (index > 0 && page.text.length > start) page.text += '\n'
        addLine(page, line)
      })
    case 'quote':
      addLine(page, block.text)
      return void wrap(block.expandable ? 'expandable_blockquote' : 'blockquote')
    case 'code':
      page.text += cleanText(block.text.replaceAll('\t', '    '))
      return void wrap('pre', block.language)
    case 'details':
      return addBlocks(page, [{ type: 'lines', lines: [block.summary] }, ...block.blocks], false)
    case 'group':
      return addBlocks(page, block.blocks, false)
  }
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** First strong isolate and its end (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates). */
const isolated = (text: string): string => text.replace(/\S(?:[^\n]*\S)?/gu, (line) => `\u2068${line}\u2069`)

/** The runs of a line as they are shown: cleaned, set apart from another direction, their links dropped where they are none. */
export function cleanRuns(inlines: readonly Inline[]): Inline[] {
  const runs = inlines.map(cleanInline).filter((inline) => inline.text !== '')
  // A line in one direction needs no marks, and most have but one.
  const isMixed = runs.some((inline) => rightToLeft.test(inline.text))
  return runs.map((run) => (isMixed && run.isolate ? { ...run, text: isolated(run.text) } : run))
}

function addLine(page: Page, inlines: readonly Inline[]): void {
  addRuns(page, cleanRuns(inlines), 0)
}

/** Styles from the outermost to the innermost; a fixed order keeps spans from crossing. */
const styles = [
  ['url', 'text_link'],
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['underline', 'underline'],
  ['strike', 'strikethrough'],
  ['code', 'code'],
] as const

function addRuns(page: Page, runs: readonly Inline[], depth: number): void {
  const style = styles[depth]
  if (!style) {
    for (const run of runs) page.text += run.text
    return
  }
  const [name, type] = style
  for (let at = 0; at < runs.length; ) {
    const value = runs[at]![name] || undefined
    let end = at + 1
    while (end < runs.length && (runs[end]![name] || undefined) === value) end += 1
    const start = page.text.length
    addRuns(page, runs.slice(at, end), depth + 1)
    if (value !== undefined)
      page.spans.push({
        type,
        start,
        end: page.text.length,
        ...(typeof value === 'string' ? { url: value } : {}),
      })
    at = end
  }
}

/** Scripts without an italic: slanting them by force is hard on the eye. */
const unslanted =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}]/u

function cleanInline({ text, url, italic, ...rest }: Inline): Inline {
  const inline = { ...rest, ...(italic && !unslanted.test(text) ? { italic } : {}) }
  const clean = cleanText(text.replaceAll('\t', ' '))
    .replace(/ +\n/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
  const kept = { text: clean, ...(inline.isolate ? { isolate: true } : {}) }
  if (url !== undefined && isLink(url)) return { ...inline, ...kept, url, code: false }
  return inline.code ? { ...kept, code: true } : { ...inline, ...kept }
}

/**
 * Telegram drops line and paragraph separators and some combining marks from texts by itself, so those are gone (or
 * composed) before offsets are counted. Marks piled up by the dozen run over the lines around them: eight stay.
 */
function cleanText(text: string): string {
  return stripUnsafe(text.replace(/[\u0085\u2028\u2029\v\f]/gu, '\n'))
    .normalize('NFC')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
}

function isLink(url: string): boolean {
  return (
    /^(?:https?|tg):\/\/\S+$/u.test(url) &&
    URL.canParse(url) &&
    new TextEncoder().encode(url).length <= maxUrlBytes
  )
}
