/** Drops the lines that stand below an article: signatures, dates, labels of boxes whose links have gone; for prune-blocks.ts. */
import type { Block } from '../blocks.ts'
import { isBoilerplate } from '../boilerplate.ts'
import {
  isAboutAuthor,
  isByline,
  isDateLine,
  isInitials,
  isName,
  isProse,
  isStray,
  linkShare,
} from './block-signs.ts'
import { isElsewhere, isPlatform } from './elsewhere.ts'

const longestLabel = 45

/** What stands over a list, or is left of one. */
function isLabel({ kind, text }: Block): boolean {
  return kind === 'paragraph' && text.length < longestLabel && !/[.。!?！？…»”"'」』)）]$/u.test(text)
}

/** Boxes whose links have gone leave their headings and labels behind. */
const fewestLeft = 3

function endsInLabels(blocks: readonly Block[]): boolean {
  const left = blocks.slice(blocks.findLastIndex((block) => block.kind !== 'heading' && !isLabel(block)) + 1)
  return left.length >= fewestLeft && left.some(({ kind }) => kind === 'heading')
}

/** Returns the blocks up to the last one that is the article's own. */
export function dropTail(blocks: readonly Block[], known: { byline: string | null; host: string }): Block[] {
  let end = blocks.length
  // A poem or a list of names ends in short lines too.
  const running = blocks.filter(isProse).length >= blocks.length * 0.5
  let headed = running && endsInLabels(blocks)
  while (end > 1) {
    const block = blocks[end - 1]!
    const gone =
      block.kind === 'heading' ||
      (running &&
        (isStray(block) || isInitials(block.text) || isName(block) || (headed && isLabel(block)))) ||
      isBoilerplate(block.text) ||
      isByline(block.text, known.byline) ||
      (block.kind !== 'item' &&
        (isDateLine(block.text) || block.text.split('\n').every((line) => isDateLine(line)))) ||
      isAboutAuthor(block.text, known.byline) ||
      (block.text.length < 100 &&
        ((linkShare(block) > 0.6 && !isSource(block, known.host)) || /[:：]$/u.test(block.text)))
    if (!gone) break
    headed ||= block.kind === 'heading'
    end -= 1
  }
  return blocks.slice(0, end)
}

/** An entry of a list that leads to another site, where the article has it from. */
export function isSource({ kind, text, links }: Block, host: string): boolean {
  return (
    kind === 'item' &&
    links.length > 0 &&
    links.every(({ href }) => isElsewhere(href, host)) &&
    !isPlatform(text)
  )
}
