/** Takes blocks of several lines apart where lines are the article's fields, or lead to what is not its text; for prune-blocks.ts. */
import type { Block } from '../blocks.ts'
import { isCommentsHeading, isRelatedHeading } from '../boilerplate.ts'
import { isByline, isDateLine, isTitle, linkShare } from './block-signs.ts'

interface Known {
  title: string | null
  byline: string | null
}

/** The title stands among the first blocks. */
const headLength = 8

/** Old pages set headline, date and writer, or a list of other articles, as lines of one cell. */
export function takeApart(blocks: readonly Block[], known: Known): Block[] {
  return blocks.flatMap((block, at) => {
    if (block.kind === 'code' || !block.text.includes('\n')) return [block]
    const lines = linesOf(block)
    if (at < headLength && lines.some(({ text }) => isTitle(text, known.title))) return lines
    const begin = at < headLength ? lines.findIndex(({ text }) => !isField(text, known)) : 0
    const found = lines.findIndex((_, line) => line >= begin && leadsAway(lines, line))
    const end = found < 0 ? lines.length : found
    if (begin <= 0 && found < 0) return [block]
    return [
      ...lines.slice(0, Math.max(0, begin)),
      ...joined(block, lines.slice(Math.max(0, begin), end)),
      ...lines.slice(end),
    ]
  })
}

function isField(line: string, { byline }: Known): boolean {
  return isByline(line, byline) || isDateLine(line)
}

/** True for the line above a list of other articles, or above what readers say. */
function leadsAway(lines: readonly Block[], at: number): boolean {
  const { text } = lines[at]!
  return (
    (isRelatedHeading(text) && lines.slice(at + 1, at + 4).some((each) => linkShare(each) > 0.5)) ||
    (/\d/u.test(text) && isCommentsHeading(text))
  )
}

function joined(block: Block, lines: readonly Block[]): Block[] {
  if (lines.length === 0) return []
  const text = lines.map((line) => line.text).join('\n')
  return [{ ...block, text, links: lines.flatMap(({ links }) => links) }]
}

/** Links stand in the order of the text, so that none is looked for in all lines. */
function linesOf(block: Block): Block[] {
  let next = 0
  return block.text.split('\n').map((text) => {
    const links: Block['links'] = []
    for (let from = 0; next < block.links.length; next += 1) {
      const link = block.links[next]!
      const at = text.indexOf(link.text.split('\n', 1)[0]!, from)
      if (at < 0) break
      links.push(link)
      from = at + link.text.length
    }
    return { ...block, text, links }
  })
}
