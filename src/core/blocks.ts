/** The tree every message is made of before it becomes text and entities: what composition and the bot hand to render.ts. */

/** A run of text in one style. The text may hold line breaks; it is cleaned when rendered, wherever it came from. */
export interface Inline {
  text: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  strike?: boolean
  /** Telegram allows no other style inside code: the others are dropped, and code itself is inside a link. */
  code?: boolean
  /** Makes it a link: an absolute http(s) or tg address; any other is dropped and the text stays. */
  url?: string
  /** Keeps a title or name in a right-to-left script from turning the words around it; for outside text inside our lines. */
  isolate?: boolean
}

export type Block =
  /** Stays with the block after it. A section's is marked, where text has no sizes. */
  | { type: 'heading'; text: readonly Inline[]; section?: boolean }
  | { type: 'paragraph'; text: readonly Inline[] }
  /** Lines under one another without a gap: list entries with their own marks. */
  | { type: 'lines'; lines: readonly (readonly Inline[])[] }
  /** An expandable quote is folded to a few lines until it is tapped. */
  | { type: 'quote'; text: readonly Inline[]; expandable?: boolean }
  | { type: 'code'; text: string; language?: string }
  /** What is seen once its first line is tapped; a line above the rest where nothing can be folded. */
  | { type: 'details'; summary: readonly Inline[]; blocks: readonly Block[] }
  /** Blocks that belong together: a line break between them, and one message for all while they fit. */
  | { type: 'group'; blocks: readonly Block[] }

/** A paragraph of one text in one style. */
export function paragraph(text: string, style: Omit<Inline, 'text'> = {}): Block {
  return { type: 'paragraph', text: [{ ...style, text }] }
}
