/** Finds the parts of an article that stand in elements of their own: chapters, lists between named paragraphs, turns of a talk; for container.ts and prune.ts. */
import { linkDensity, type Masses } from './mass.ts'
import { descendants, type PageElement } from './tree.ts'

/** Two may be an article and an advertisement. */
const fewestTurns = 3

/** What was said by turns, one of which is `turn`: each stands in an element of its own without a headline; [] for others. */
export function turnsBeside(turn: PageElement | null): PageElement[] {
  const parent = turn?.parent
  if (!parent) return []
  const turns = parent.children.filter(
    (each): each is PageElement => typeof each !== 'string' && each.name === turn.name,
  )
  const isHeaded = turns.some((turn) => [...descendants(turn)].some((each) => /^h[1-4]$/u.test(each.name)))
  return turns.length >= fewestTurns && !isHeaded ? turns : []
}

/** Fewer characters of prose may be a note of the site's. */
const shortestSequel = 150

/** Parts of the same article that stand behind its body under names of their own: a verdict, a last chapter. */
export function sequelsOf(body: PageElement, masses: Masses): PageElement[] {
  const article = articleOf(body)
  const found = siblingsBehind(body).filter((sibling) => isPanelBeside(sibling, body, masses))
  if (article === null || article === body) return found
  for (let at: PageElement = body; at !== article && at.parent; at = at.parent)
    found.push(...siblingsBehind(at).filter((sibling) => isSequel(sibling, masses)))
  return found
}

/** The elements behind `element` in its parent. */
export function siblingsBehind(element: PageElement): PageElement[] {
  const siblings = element.parent?.children ?? []
  return siblings.slice(siblings.indexOf(element) + 1).filter((each) => typeof each !== 'string')
}

/** The panels of a product's tabs are of one make. */
function isPanelBeside(element: PageElement, body: PageElement, masses: Masses): boolean {
  const [own, others] = [element, body].map((each) => (each.attributes['class'] ?? '').split(/\s+/u))
  const mass = masses.get(element)
  return (
    element.name === body.name &&
    own!.some((each) => /panel|tab/iu.test(each) && others!.includes(each)) &&
    mass !== undefined &&
    linkDensity(mass) < 0.1
  )
}

/** True for a section that says enough to be a part of the article, and is no list of links. */
export function isSequel(element: PageElement, masses: Masses): boolean {
  const mass = masses.get(element)
  return (
    mass !== undefined &&
    element.name === 'section' &&
    mass.prose >= shortestSequel &&
    linkDensity(mass) < 0.1
  )
}

/** Equal parts with their headings, and with the boxes between them that tell more than they lead elsewhere: a verdict. */
export function withPartsBetween(parts: readonly PageElement[], masses: Masses): PageElement[] {
  const frame = frameOf(parts)
  const found = parts.flatMap((part, at) => withHeading(part, at))
  if (!frame) return found
  const holders = frame.children.map((child) =>
    typeof child === 'string' ? [] : found.filter((each) => each === child || isBelow(each, child)),
  )
  const [first, last] = [holders.findIndex(isFilled), holders.findLastIndex(isFilled)]
  return frame.children.slice(first, last + 1).flatMap((child, at) => {
    const held = holders[first + at]!
    if (held.length > 0 || typeof child === 'string') return held
    const mass = masses.get(child)
    return mass && mass.prose >= shortestBox && linkDensity(mass) < 0.1 ? [child] : []
  })
}

/** Fewer characters of prose in a box may praise another article. */
const shortestBox = 130

function isFilled(held: readonly PageElement[]): boolean {
  return held.length > 0
}

function isBelow(element: PageElement, outer: PageElement): boolean {
  for (let at = element.parent; at; at = at.parent) if (at === outer) return true
  return false
}

/** The closest element around all parts. */
function frameOf(parts: readonly PageElement[]): PageElement | null {
  let frame = parts[0]?.parent ?? null
  while (frame && !parts.every((part) => isBelow(part, frame!))) frame = frame.parent
  return frame
}

/** A part with the smaller heading that stands over it, but for the first, above which are headline and subtitle. */
function withHeading(part: PageElement, at: number): PageElement[] {
  const siblings = (part.parent?.children ?? []).filter((each) => typeof each !== 'string')
  const above = at === 0 ? undefined : siblings[siblings.indexOf(part) - 1]
  return above && /^h[2-6]$/u.test(above.name) ? [above, part] : [part]
}

/** Where single paragraphs are named, the lists and tables between them are not. */
export function withListsBetween(paragraphs: readonly PageElement[]): PageElement[] {
  return [...Map.groupBy(paragraphs, ({ parent }) => parent)].flatMap(([parent, group]) => {
    const children = parent?.children ?? group
    const between = children.slice(children.indexOf(group[0]!), children.indexOf(group.at(-1)!) + 1)
    return between.filter(
      (child) =>
        typeof child !== 'string' &&
        (group.includes(child) || /^(?:p|ul|ol|dl|h[2-6]|blockquote|pre|table)$/u.test(child.name)),
    ) as PageElement[]
  })
}

/** The article element around `element`, or null. */
export function articleOf(element: PageElement): PageElement | null {
  for (let at: PageElement | null = element; at; at = at.parent) if (at.name === 'article') return at
  return null
}

/** True around an article with its headline. */
export function holdsArticle(element: PageElement): boolean {
  return descendants(element).some((each) => each.name === 'article' && holdsHeadline(each))
}

/** True around a heading of the first rank, or of those asked for. */
export function holdsHeadline(element: PageElement, headline = /^h1$/u): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (headline.test(child.name) || holdsHeadline(child, headline)),
  )
}
