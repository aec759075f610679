/** Removes cards that lead to other articles, whatever their classes are called. */
import { linkDensity, type Masses } from './mass.ts'
import { descendants, type PageElement, type PageNode } from './tree.ts'

/** Fewer alike siblings may be parts of the article. */
const fewestTeasers = 3

/** Removes groups of cards that each carry a linked headline. */
export function pruneTeasers(
  element: PageElement,
  masses: Masses,
  whole = masses.get(element)?.prose ?? 0,
): void {
  const groups = Map.groupBy(
    element.children.filter((child) => typeof child !== 'string'),
    (child) => `${child.name}.${child.attributes['class'] ?? ''}`,
  )
  const gone = new Set<PageNode>()
  const siblings = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '').length
  for (const group of groups.values()) {
    // Two alone in their box are enough, beside a text.
    const isPair = group.length === 2 && siblings === 2 && proseOf(group, masses) < whole * 0.5
    if (group.length < fewestTeasers && !isPair) continue
    const teasers = group.filter((child) => isTeaser(child, masses))
    if (teasers.length >= group.length * 0.8) for (const child of group) gone.add(child)
  }
  element.children = element.children.filter((child) => !gone.has(child))
  for (const child of element.children) if (typeof child !== 'string') pruneTeasers(child, masses, whole)
}

function proseOf(elements: readonly PageElement[], masses: Masses): number {
  return elements.reduce((sum, element) => sum + (masses.get(element)?.prose ?? 0), 0)
}

function isTeaser(element: PageElement, masses: Masses): boolean {
  if ((masses.get(element)?.text ?? 0) > 500) return false
  // A heading alone is no card: several reports on one page may each have a linked one.
  const card = element.name === 'a' ? [element] : []
  for (const each of [...card, ...descendants(element)]) {
    const isTitle = /^h[2-6]$/u.test(each.name)
    const linkedTitle = isTitle && linkDensity(masses.get(each)) > 0.8 && !leadsWithin(each)
    const titleInLink =
      each.name === 'a' && [...descendants(each)].some((inner) => /^h[2-6]$/u.test(inner.name))
    if (linkedTitle || titleInLink) return true
  }
  return false
}

/** The headings of documentation link to themselves. */
function leadsWithin(heading: PageElement): boolean {
  return [...descendants(heading)].some(
    ({ name, attributes }) => name === 'a' && attributes['href']?.startsWith('#'),
  )
}
