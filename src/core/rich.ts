/** The other back end of the block tree: one rich message with headings and parts that unfold, for chats that chose it. */
import type { Block, Inline } from './blocks.ts'
import { cleanRuns } from './layout.ts'
import { copyRoom } from './render.ts'

/** The part of Telegram's InputRichMessage that we use. https://core.telegram.org/bots/api#inputrichmessage */
export interface RichMessage {
  blocks: RichBlock[]
  is_rtl?: true
  /** Outside text is shown as it is written: nothing in it becomes a command or a mention. */
  skip_entity_detection: true
}

export type RichText =
  | string
  | RichText[]
  | { type: 'bold' | 'italic' | 'underline' | 'strikethrough' | 'code'; text: RichText }
  | { type: 'url'; text: RichText; url: string }

export type RichBlock =
  | { type: 'heading'; text: RichText; size: 3 | 5 }
  | { type: 'paragraph' | 'expandable_blockquote'; text: RichText }
  | { type: 'pre'; text: RichText; language?: string }
  | { type: 'blockquote'; blocks: RichBlock[] }
  | { type: 'details'; summary: RichText; blocks: RichBlock[] }

/** https://core.telegram.org/bots/api#rich-message-limits; characters are code points. */
export const richLimits = { characters: 32_768, blocks: 500 } as const

/** What `blocks` say as one rich message; null where that is too much for one, or nothing at all. */
export function renderRich(blocks: readonly Block[], { rightToLeft = false } = {}): RichMessage | null {
  const count = { characters: 0, blocks: 0 }
  const rich = blocks.flatMap((block) => toRich(block, count))
  const fits = count.characters <= richLimits.characters - copyRoom && count.blocks < richLimits.blocks
  if (!fits || rich.length === 0) return null
  return { blocks: rich, ...(rightToLeft ? { is_rtl: true } : {}), skip_entity_detection: true }
}

/** `message` with a line added below: there is room for one. */
export function addRichLine(message: RichMessage, line: string): RichMessage {
  return { ...message, blocks: [...message.blocks, { type: 'paragraph', text: line }] }
}

interface Count {
  characters: number
  blocks: number
}

function toRich(block: Block, count: Count): RichBlock[] {
  const text = (inlines: readonly Inline[]) => toText(inlines, count)
  const all = (blocks: readonly Block[]) => blocks.flatMap((each) => toRich(each, count))
  const paragraphs = (lines: readonly (readonly Inline[])[]): RichBlock[] =>
    lines
      .filter((line) => line.some((inline) => inline.text.trim() !== ''))
      .map((line) => ({ type: 'paragraph', text: text(line) }))
  if (block.type === 'group') return all(block.blocks)
  const made = ((): RichBlock[] => {
    switch (block.type) {
      case 'heading':
        return [{ type: 'heading', text: text(block.text), size: block.section ? 5 : 3 }]
      case 'paragraph':
        return paragraphs(linesOf(block.text))
      case 'lines':
        return paragraphs(block.lines)
      case 'quote':
        return block.expandable
          ? [{ type: 'expandable_blockquote', text: text(block.text) }]
          : [{ type: 'blockquote', blocks: all([{ type: 'paragraph', text: block.text }]) }]
      case 'code':
        return [{ type: 'pre', text: text([block]), ...(block.language ? { language: block.language } : {}) }]
      case 'details':
        // A tap on a link in the summary would open it and unfold nothing.
        return [
          {
            type: 'details',
            summary: text(block.summary.map((inline) => ({ ...inline, url: '' }))),
            blocks: all(block.blocks),
          },
        ]
    }
  })().filter((each) => !('text' in each && Array.isArray(each.text) && each.text.length === 0))
  count.blocks += made.length
  return made
}

/** A paragraph's lines: a rich one is a single line that wraps. */
function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const inline of inlines)
    for (const [index, text] of inline.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      lines.at(-1)!.push({ ...inline, text })
    }
  return lines
}

const styles = [
  ['code', 'code'],
  ['strike', 'strikethrough'],
  ['underline', 'underline'],
  ['italic', 'italic'],
  ['bold', 'bold'],
] as const

function toText(inlines: readonly Inline[], count: Count): RichText[] {
  return cleanRuns(inlines).map((inline): RichText => {
    count.characters += Array.from(inline.text).length
    let text: RichText = inline.text
    for (const [name, type] of styles) if (inline[name]) text = { type, text }
    return inline.url === undefined ? text : { type: 'url', text, url: inline.url }
  })
}
