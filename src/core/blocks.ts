/** The tree every message is made of before it becomes text and entities: what composition and the bot hand to render.ts. */

/** A run of text in one style; `url` makes it a link. */
export interface Inline {
  text: string
  bold?: boolean
  italic?: boolean
  code?: boolean
  strike?: boolean
  url?: string
}

export type Block =
  | { type: 'heading'; text: Inline[] }
  | { type: 'paragraph'; text: Inline[] }
  /** Lines under one another without a gap: list entries with their own marks. */
  | { type: 'lines'; lines: Inline[][] }
  | { type: 'quote'; text: Inline[]; expandable?: boolean }

/** A paragraph of plain text. */
export function paragraph(text: string): Block {
  return { type: 'paragraph', text: [{ text }] }
}
