/** Finds the one run of paragraphs in a container without a name: beside it stand columns of notes and teasers; used by container.ts. */
import { linkDensity, type Masses } from './mass.ts'
import { descendants, type PageElement } from './tree.ts'

/** A run holds this share of its container's prose, */
const leastShare = 0.5
/** and so many paragraphs. */
const fewestParagraphs = 5
/** A column of teasers holds links; what holds fewer may be another part of the article, */
const fewLinks = 0.1
/** unless it says hardly anything beside the run. */
const negligible = 0.1

/** The element whose own paragraphs outweigh all that stands beside it, or null where the text is spread out. */
export function runIn(container: PageElement, masses: Masses): PageElement | null {
  const proseOf = (element: PageElement) => masses.get(element)?.prose ?? 0
  let run = container
  let own = ownProse(container, masses)
  for (const each of descendants(container)) {
    const said = ownProse(each, masses)
    if (said > own) [run, own] = [each, said]
  }
  if (run === container || run.name === 'p' || own < proseOf(container) * leastShare) return null
  if ((masses.get(run)?.paragraphs ?? 0) < fewestParagraphs) return null
  let beside = 0
  for (let at = run; at !== container && at.parent; at = at.parent)
    for (const child of at.parent.children)
      if (typeof child !== 'string' && child !== at && linkDensity(masses.get(child)) < fewLinks)
        beside += proseOf(child)
  return beside > own * negligible ? null : run
}

/** What an element says in paragraphs, lists and lines of its own, outside of the boxes in it. */
function ownProse(element: PageElement, masses: Masses): number {
  let prose = masses.get(element)?.prose ?? 0
  for (const child of element.children)
    if (typeof child !== 'string' && !/^(?:p|blockquote|[uod]l|pre|table|h[1-6])$/u.test(child.name))
      prose -= masses.get(child)?.prose ?? 0
  return prose
}
