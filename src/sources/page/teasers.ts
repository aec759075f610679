/** Removes cards that lead to other articles, whatever their classes are called. */
import { linkDensity, type Masses } from './mass.ts'
import { descendants, textOf, type PageElement, type PageNode } from './tree.ts'

/** Fewer alike siblings may be parts of the article. */
const fewestTeasers = 3
/** What an article lists makes up more of it than cards beside it do. */
const cardShare = 0.3

/** Removes groups of cards that each carry a headline and lead to what it is of. */
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
    const isBeside = group.length >= fewestTeasers && proseOf(group, masses) < whole * cardShare
    const teasers = group.filter((child) => isTeaser(child, masses) || (isBeside && isCard(child, masses)))
    if (teasers.length >= group.length * 0.8) for (const child of group) gone.add(child)
  }
  element.children = element.children.filter((child) => !gone.has(child))
  for (const child of element.children) if (typeof child !== 'string') pruneTeasers(child, masses, whole)
}

function proseOf(elements: readonly PageElement[], masses: Masses): number {
  return elements.reduce((sum, element) => sum + (masses.get(element)?.prose ?? 0), 0)
}

/** True for what carries a headline that leads to another page. */
export function isTeaser(element: PageElement, masses: Masses): boolean {
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

/** A longer one is an entry of a list. */
const longestCard = 260
const longestCall = 30
const shortestLine = 10
const longestTitle = 120

/** True for a short headline with a call to read on, or a picture with a line that leads on and what it is about. */
function isCard(element: PageElement, masses: Masses): boolean {
  const { text = 0, linked = 0 } = masses.get(element) ?? {}
  if (text > longestCard || text === linked) return false
  let [hasTitle, hasCall, hasPicture, hasLine] = [false, false, false, false]
  for (const each of descendants(element)) {
    if (/^h[2-6]$/u.test(each.name)) hasTitle = true
    if (each.name === 'img') hasPicture = true
    const leads = each.name === 'a' && /^(?!#|mailto:)./u.test(each.attributes['href'] ?? '')
    if (!leads || !standsAlone(each)) continue
    const said = textOf(each, longestTitle)
    if (said.length <= longestCall) hasCall = true
    if (said.length >= shortestLine && said.length < longestTitle) hasLine = true
  }
  return hasTitle ? hasCall : hasPicture && hasLine
}

/** A link within a sentence has words beside it. */
function standsAlone({ parent }: PageElement): boolean {
  return parent === null || parent.children.every((each) => typeof each !== 'string' || each.trim() === '')
}

/** The headings of documentation link to themselves. */
function leadsWithin(heading: PageElement): boolean {
  return [...descendants(heading)].some(
    ({ name, attributes }) => name === 'a' && attributes['href']?.startsWith('#'),
  )
}
