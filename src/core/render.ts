/** Turns blocks into Telegram messages: text with entities, split where a reader would, within every limit. */
import type { Block, Inline } from './blocks.ts'
import { splitSentences } from './sentences.ts'
import { splitGraphemes, stripUnsafe } from './text.ts'

/** The part of Telegram's MessageEntity that we use; offset and length in UTF-16 units. https://core.telegram.org/bots/api#messageentity */
export interface Entity {
  type: 'bold' | 'italic' | 'code' | 'strikethrough' | 'text_link' | 'blockquote' | 'expandable_blockquote'
  offset: number
  length: number
  url?: string
}

export interface Part {
  text: string
  entities: Entity[]
}

/** Limits of one message. https://core.telegram.org/bots/api#sendmessage; bytes and entities as the Bot API server counts them. */
export const messageLimits = { units: 4096, entities: 100, bytes: 32_768 } as const

/** A stretch that stays whole if it can: a run of one style inside one block. */
interface Piece {
  text: string
  marks: readonly Omit<Entity, 'offset' | 'length'>[]
}

/** `reserve` UTF-16 units of each part stay free for a label added later. */
export interface RenderOptions {
  reserve?: number
}

/**
 * The messages that say `blocks`, in order; none where there is nothing to say. Breaks fall between blocks, then
 * lines, then sentences, then graphemes; a style that is cut goes on in the next part, a link is never cut.
 */
export function renderBlocks(blocks: readonly Block[], options: RenderOptions = {}): Part[] {
  const writer = createWriter(messageLimits.units - (options.reserve ?? 64))
  for (const block of blocks) {
    const lines = linesOf(block)
    writer.gap('\n\n', weightOf(lines))
    lines.forEach((line, index) => {
      if (index > 0) writer.gap('\n', weightOf([line]))
      for (const piece of line) writer.write(piece)
    })
  }
  return writer.finish()
}

/** Total UTF-16 units and entities of some lines. */
function weightOf(lines: readonly Piece[][]): { units: number; entities: number } {
  const pieces = lines.flat()
  return {
    units: pieces.reduce((sum, piece) => sum + piece.text.length, lines.length - 1),
    entities: pieces.reduce((sum, piece) => sum + piece.marks.length, 0),
  }
}

function linesOf(block: Block): Piece[][] {
  switch (block.type) {
    case 'heading':
      return [block.text.map((inline) => pieceOf({ ...inline, bold: true }))]
    case 'paragraph':
      return [block.text.map((inline) => pieceOf(inline))]
    case 'lines':
      return block.lines.map((line) => line.map((inline) => pieceOf(inline)))
    case 'quote': {
      const type = block.expandable ? 'expandable_blockquote' : 'blockquote'
      return [block.text.map((inline) => pieceOf(inline, { type }))]
    }
  }
}

function pieceOf(inline: Inline, around?: Piece['marks'][number]): Piece {
  const marks: Piece['marks'][number][] = around ? [around] : []
  if (inline.bold) marks.push({ type: 'bold' })
  if (inline.italic) marks.push({ type: 'italic' })
  if (inline.strike) marks.push({ type: 'strikethrough' })
  if (inline.code) marks.push({ type: 'code' })
  if (inline.url !== undefined && isLink(inline.url)) marks.push({ type: 'text_link', url: inline.url })
  return { text: stripUnsafe(inline.text), marks }
}

function isLink(url: string): boolean {
  return /^(?:https?|tg):\/\/\S+$/u.test(url) && url.length <= 2048
}

interface Writer {
  /** Begins a block or line; starts a new part where what follows would not fit whole but would in a fresh one. */
  gap(separator: string, next: { units: number; entities: number }): void
  write(piece: Piece): void
  finish(): Part[]
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length

function createWriter(maxUnits: number): Writer {
  const parts: Part[] = []
  let text = ''
  let bytes = 0
  let entities: Entity[] = []
  let separator = ''

  const close = () => {
    const part = tidy(text, entities)
    if (part.text !== '') parts.push(part)
    text = ''
    bytes = 0
    entities = []
    separator = ''
  }
  const room = () => maxUnits - text.length - (text === '' ? 0 : separator.length)
  const fits = (units: number, marks: number, extraBytes: number) =>
    units <= room() &&
    entities.length + marks <= messageLimits.entities &&
    bytes + extraBytes <= messageLimits.bytes - 256

  const put = (chunk: string, marks: Piece['marks']) => {
    if (chunk === '') return
    if (text !== '') {
      text += separator
      bytes += separator.length
    }
    separator = ''
    for (const mark of marks) {
      const last = entities.findLast((entity) => entity.type === mark.type)
      const joined =
        last &&
        last.url === mark.url &&
        last.offset + last.length === text.length &&
        last.type !== 'text_link'
      if (joined) last.length += chunk.length
      else entities.push({ ...mark, offset: text.length, length: chunk.length })
    }
    text += chunk
    bytes +=
      byteLength(chunk) +
      marks.reduce((sum, mark) => sum + (mark.url === undefined ? 0 : byteLength(mark.url) + 16), 0)
  }

  return {
    gap: (wanted, next) => {
      const fresh = next.units <= maxUnits && next.entities <= messageLimits.entities
      if (text !== '') separator = wanted
      if (text !== '' && fresh && !fits(next.units, next.entities, next.units * 3)) close()
    },
    write: ({ text: content, marks }) => {
      for (const chunk of chunksOf(
        content,
        marks.some((mark) => mark.type === 'text_link'),
        maxUnits,
      )) {
        if (!fits(chunk.length, marks.length, byteLength(chunk) + 2100)) close()
        put(chunk, marks)
      }
    },
    finish: () => {
      close()
      return parts
    },
  }
}

/** A piece whole if it can be, else its sentences, else runs of graphemes. A link is cut only where it alone is too long. */
function chunksOf(content: string, isLinked: boolean, maxUnits: number): string[] {
  if (content.length <= Math.min(maxUnits, 900) || (isLinked && content.length <= maxUnits)) return [content]
  const chunks: string[] = []
  let rest = content
  for (const sentence of splitSentences(content)) {
    const at = rest.indexOf(sentence)
    // What lies between two sentences goes with the one before it.
    if (at > 0 && chunks.length > 0) chunks[chunks.length - 1] += rest.slice(0, at)
    const lead = chunks.length === 0 ? rest.slice(0, Math.max(0, at)) : ''
    chunks.push(lead + sentence)
    rest = rest.slice(Math.max(0, at) + sentence.length)
  }
  if (rest !== '') chunks.push(rest)
  return chunks.flatMap((chunk) => (chunk.length <= maxUnits ? [chunk] : graphemeRuns(chunk, maxUnits)))
}

function graphemeRuns(text: string, maxUnits: number): string[] {
  const runs: string[] = []
  let run = ''
  for (const grapheme of splitGraphemes(text)) {
    // One grapheme longer than a message is an attack, not writing: its marks are cut.
    const piece = grapheme.length > maxUnits ? grapheme.slice(0, maxUnits).toWellFormed() : grapheme
    if (run.length + piece.length > maxUnits) {
      runs.push(run)
      run = ''
    }
    run += piece
  }
  return run === '' ? runs : [...runs, run]
}

/** Telegram trims the ends of a message and of entities; we do it first, so that offsets stay right. */
function tidy(text: string, entities: readonly Entity[]): Part {
  const start = text.length - text.trimStart().length
  const trimmed = text.trim()
  const kept = entities.flatMap((entity) => {
    const from = Math.max(0, entity.offset - start)
    const to = Math.min(trimmed.length, entity.offset + entity.length - start)
    const inside = trimmed.slice(from, to)
    const offset = from + (inside.length - inside.trimStart().length)
    const length = inside.trim().length
    return length > 0 ? [{ ...entity, offset, length }] : []
  })
  return { text: trimmed, entities: kept.toSorted((a, b) => a.offset - b.offset || b.length - a.length) }
}
