/** Finds where an article ends among a page's text blocks, for prune-blocks.ts and page.ts. */
import type { Block } from '../blocks.ts'
import { isAboutHeading, isCommentsHeading, isEndMark } from '../boilerplate.ts'
import { isProse, linkShare } from './block-signs.ts'

/** Before a true end stands this share of the text. */
const endedShare = 0.65
/** Readers may say more than the article. */
const discussedShare = 0.12
/** Above them a number of comments is a counter beside the headline. */
const fewestParagraphs = 2
const longestEntry = 24

/** Drops what follows the line that closes an article: a copyright notice, its editors, the word END. */
export function cutAfterEnd(blocks: readonly Block[]): Block[] {
  const whole = blocks.reduce((sum, { text }) => sum + text.length, 0)
  let before = 0
  let paragraphs = 0
  for (const [at, { kind, text }] of blocks.entries()) {
    if (before > whole * endedShare && isEndMark(text)) return blocks.slice(0, at + 1)
    if (before > whole * endedShare && isAboutHeading(text)) return blocks.slice(0, at)
    if (before > whole * discussedShare && isMenu(blocks[at]!) && !blocks.slice(at).some(isProse))
      return blocks.slice(0, at)
    if (
      kind !== 'item' &&
      // A column of a table may be called so.
      !(kind === 'row' && !/\d/u.test(text)) &&
      before > whole * discussedShare &&
      (paragraphs >= fewestParagraphs || before > whole * 0.5) &&
      isCommentsHeading(text) &&
      !isButton(blocks[at]!)
    )
      return blocks.slice(0, at)
    before += text.length
    if (isProse(blocks[at]!)) paragraphs += 1
  }
  return [...blocks]
}

const fewestEntries = 5

/** The links of a site in a row, as old pages set them above their makers' names. */
function isMenu(block: Block): boolean {
  return (
    block.kind === 'paragraph' &&
    block.links.length >= fewestEntries &&
    linkShare(block) > 0.9 &&
    block.text.length < block.links.length * longestEntry
  )
}

/** `Leave a comment`, to be pressed, stands among the paragraphs of newsletters too. */
function isButton(block: Block): boolean {
  return block.kind === 'paragraph' && !/\d/u.test(block.text) && linkShare(block) > 0.8
}
