/** Tells tables of facts, whose entries may lead to their sources, from lists of links; used by prune.ts. */
import { descendants, type PageElement } from './tree.ts'

/** A table with fewer headings is a frame. */
const fewestHeadings = 3

/** Returns a test whether an element is a table of facts, a part of one, or a box around one; it remembers its answers. */
export function factFinder(): (element: PageElement) => boolean {
  const known = new Map<PageElement, boolean>()
  return (element) => {
    let at: PageElement | null = element
    while (at && /^(?:t[drh]|tbody|thead)$/u.test(at.name)) at = at.parent
    if (!at) return false
    const told = known.get(at) ?? holdsFacts(at)
    known.set(at, told)
    return told
  }
}

function holdsFacts(element: PageElement): boolean {
  let headings = 0
  let tables = element.name === 'table' ? 1 : 0
  for (const { name } of descendants(element)) {
    if (name === 'table') tables += 1
    if (name === 'th') headings += 1
    if (tables > 1) return false
  }
  return tables === 1 && headings >= fewestHeadings
}
