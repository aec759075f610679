/** Turns blocks into Telegram messages: text with entities, split where a reader would, within every limit. */
import type { Block } from './blocks.ts'
import { type Layout, layOut, type Span, type SpanType } from './layout.ts'
import { splitSentences } from './sentences.ts'
import { cutAtGrapheme } from './text.ts'

/** The part of Telegram's MessageEntity that we use; offset and length in UTF-16 units. https://core.telegram.org/bots/api#messageentity */
export interface Entity {
  type: SpanType
  offset: number
  length: number
  url?: string
  language?: string
}

export interface Part {
  text: string
  entities: Entity[]
}

/** Limits of one message. https://core.telegram.org/bots/api#sendmessage; bytes and entities as the Bot API server counts them. */
export const messageLimits = { units: 4096, entities: 100, bytes: 32_768 } as const

/** Characters of each message that stay free for the label it gets when it is sent again. */
export const copyRoom = 64

export interface RenderOptions {
  /** A last line for each of several parts, in italics: 'Part 1 of 3'. */
  label?: (part: number, parts: number) => string
}

/**
 * The messages that say `blocks`, in order; none where there is nothing to say. Breaks fall between blocks, then
 * lines, then sentences, then words, then graphemes; a style that is cut goes on in the next part, a link is never
 * cut unless it alone is longer than a message.
 */
export function renderBlocks(blocks: readonly Block[], options: RenderOptions = {}): Part[] {
  const { label } = options
  const labelRoom = label ? label(99, 99).length + 2 : 0
  const maxUnits = messageLimits.units - copyRoom - labelRoom
  const maxEntities = messageLimits.entities - (label ? 1 : 0)
  const parts = cutLayout(layOut(blocks), maxUnits, maxEntities)
  return label && parts.length > 1
    ? parts.map((part, index) => addLine(part, label(index + 1, parts.length)))
    : parts
}

/** Cuts a message that Telegram found too long in two or more; for what was rendered already. */
export function splitPart({ text, entities }: Part): Part[] {
  const spans = entities.map(({ offset, length, ...rest }) => ({
    ...rest,
    start: offset,
    end: offset + length,
  }))
  const layout: Layout = { text, spans, blockEnds: [], glued: new Set() }
  return cutLayout(layout, Math.ceil(text.length / 2), Math.max(1, Math.ceil(entities.length / 2)))
}

function cutLayout(layout: Layout, maxUnits: number, maxEntities: number): Part[] {
  const parts: Part[] = []
  for (let start = 0; start < layout.text.length; ) {
    const limit = findLimit(layout, start, maxUnits, maxEntities)
    const end = limit === layout.text.length ? limit : findBreak(layout, start, limit, maxUnits)
    const part = cutPart(layout, start, end)
    if (isVisible(part.text)) parts.push(part)
    start = end
    while (start < layout.text.length && /\s/u.test(layout.text[start]!)) start += 1
  }
  return parts
}

/** `part` with a line in italics set apart below it. The caller has kept the room free. */
function addLine(part: Part, line: string): Part {
  const offset = part.text.length + 2
  return {
    text: `${part.text}\n\n${line}`,
    entities: [...part.entities, { type: 'italic', offset, length: line.length }],
  }
}

/** How far a message from `start` may reach: units, then entities, then bytes. */
function findLimit({ text, spans }: Layout, start: number, maxUnits: number, maxEntities: number): number {
  const limit = Math.min(text.length, start + maxUnits)
  // A UTF-16 unit is three bytes of UTF-8 at most, so what is left of the limit belongs to the addresses.
  let bytes = messageLimits.bytes - messageLimits.units * 3
  let entities = maxEntities
  for (const span of spans) {
    if (span.end <= start) continue
    if (span.start >= limit) break
    entities -= 1
    bytes -= span.url?.length ?? 0
    if ((entities < 0 || bytes < 0) && span.start > start) return span.start
  }
  return limit
}

/** Below this share of a message a better kind of break is given up for a fuller message. */
const leastFill = 0.3

function findBreak(layout: Layout, start: number, limit: number, maxUnits: number): number {
  const { text } = layout
  const least = start + Math.ceil((limit - start) * leastFill)
  const links = layout.spans.filter(
    (span) => span.type === 'text_link' && span.end > start && span.start <= limit,
  )
  const cutLink = (at: number): Span | undefined =>
    links.find((link) => link.start < at && at < link.end && link.end - link.start <= maxUnits)
  const isGood = (at: number) => at >= least && at <= limit && !layout.glued.has(at) && !cutLink(at)

  const block = layout.blockEnds.findLast(isGood)
  if (block !== undefined) return block
  for (let at = text.lastIndexOf('\n', limit); at >= least; at = text.lastIndexOf('\n', at - 1))
    if (isGood(at)) return at
  const line = Math.max(start, text.lastIndexOf('\n', limit) + 1)
  const sentence = sentenceEnds(text, line, limit).findLast(isGood)
  if (sentence !== undefined) return sentence
  for (let at = limit; at >= least; at -= 1) if (/\s/u.test(text[at]!) && isGood(at)) return at

  const grapheme = start + cutAtGrapheme(text.slice(start, limit + 64), limit - start).length
  const link = cutLink(grapheme)
  if (link && link.start > start) return link.start
  if (grapheme > start) return grapheme
  // One grapheme longer than a message is an attack, not writing: it is cut between code points.
  return isLowSurrogate(text, limit) ? limit - 1 : limit
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Where sentences of the line at `line` end, up to `limit`. */
function sentenceEnds(text: string, line: number, limit: number): number[] {
  // A little of what follows shows whether a mark at the limit ends a sentence.
  const excerpt = text.slice(line, limit + 64).split('\n', 1)[0]!
  const ends: number[] = []
  let from = 0
  for (const sentence of splitSentences(excerpt)) {
    const at = excerpt.indexOf(sentence, from)
    if (at < 0) break
    from = at + sentence.length
    ends.push(line + from)
  }
  // The last one is only where the excerpt ends.
  return ends.slice(0, -1)
}

/** Telegram trims the ends of a message and of entities; we do it first, so that offsets stay right. */
function cutPart(layout: Layout, start: number, end: number): Part {
  const { text } = layout
  const entities: Entity[] = []
  const [from, to] = trimRange(text, start, end)
  for (const { type, url, language, ...span } of layout.spans) {
    if (span.start >= to) break
    const [first, last] = trimRange(text, Math.max(span.start, from), Math.min(span.end, to))
    if (first >= last) continue
    entities.push({
      type,
      offset: first - from,
      length: last - first,
      ...(url === undefined ? {} : { url }),
      ...(language === undefined ? {} : { language }),
    })
  }
  return {
    text: text.slice(from, to),
    entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length),
  }
}

function trimRange(text: string, start: number, end: number): [number, number] {
  let from = start
  let to = end
  while (from < to && /\s/u.test(text[from]!)) from += 1
  while (to > from && /\s/u.test(text[to - 1]!)) to -= 1
  return [from, to]
}

/** Telegram refuses a text of which nothing can be seen. */
function isVisible(text: string): boolean {
  return /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text)
}
