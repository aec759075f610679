/** Chooses the elements that hold the article, after the furniture of the page has been cut away. */
import { listsSources } from './elsewhere.ts'
import { factFinder } from './facts.ts'
import { bodyClasses, bodyRank } from './hints.ts'
import { linkDensity, type Masses } from './mass.ts'
import {
  articleOf,
  isSequel,
  sequelsOf,
  siblingsBehind,
  turnsBeside,
  withListsBetween,
  withPartsBetween,
} from './parts.ts'
import { runIn } from './run.ts'
import { descendants, type PageElement } from './tree.ts'

export interface Container {
  nodes: PageElement[]
  /** Share of the page's running text that lies inside, 0 to 1. */
  coverage: number
  /** True where names, tags or one run of paragraphs say so too, not the weights alone. */
  named: boolean
}

/** A named body must hold this much of the page's prose to be believed against heavier places. */
const believedShare = 0.3
/** Where one child holds this share, the rest around it is not the article's. */
const dominantShare = 0.82

/** Returns the best container, or null for a page without running text. */
export function chooseContainer(root: PageElement, masses: Masses): Container | null {
  const whole = masses.get(root)?.prose ?? 0
  if (whole === 0) return null
  const proseOf = (element: PageElement) => masses.get(element)?.prose ?? 0
  const all = [...descendants(root)]
  const candidates = all.filter((element) => proseOf(element) >= Math.min(120, whole * 0.5))
  for (const rank of [3, 2] as const) {
    const named = candidates.filter((element) => bodyRank(element) === rank)
    const nodes = joinParts(named, masses, all)
    const prose = nodes.reduce((sum, element) => sum + proseOf(element), 0)
    if (prose >= whole * believedShare)
      return {
        nodes: rank === 3 || nodes.length > 1 ? nodes : [narrow(nodes[0]!, masses)],
        coverage: prose / whole,
        named: true,
      }
  }
  const widest = narrow(root, masses)
  const coverage = proseOf(widest) / whole
  const run = runIn(widest, masses)
  // What stands beside a run is no part of it, so that nobody else need look for more.
  if (run) return { nodes: [run], coverage, named: true }
  return { nodes: [widest], coverage, named: bodyRank(widest) > 0 }
}

/** The heaviest named body, its tightest form, and equal-named parts beside it (articles cut up by adverts). */
function joinParts(
  named: readonly PageElement[],
  masses: Masses,
  all: readonly PageElement[],
): PageElement[] {
  const proseOf = (element: PageElement) => masses.get(element)?.prose ?? 0
  const heaviest = named.toSorted((one, other) => proseOf(other) - proseOf(one))[0]
  if (!heaviest) return []
  const inside = named
    .filter((element) => isInside(element, heaviest) && proseOf(element) >= proseOf(heaviest) * 0.9)
    .at(-1)
  const tight = inside ?? heaviest
  const name = tight.attributes['class'] ?? ''
  const isPeer = (element: PageElement) =>
    element === tight ||
    (name !== '' &&
      element.name === tight.name &&
      sameBody(element, tight) &&
      !isInside(element, tight) &&
      !isInside(tight, element))
  const turns = turnsBeside(articleOf(tight))
  if (turns.length > 0) return turns
  if (named.filter(isPeer).length === 1) return [tight, ...sequelsOf(tight, masses)]
  // Some sites set every paragraph apart, the short ones and the headings too.
  const peers = all.filter(isPeer)
  // In a forum the first post is the article, the others answer it.
  if (isLive(tight)) return [sharedParent(peers)]
  const posts = peers.map(postOf)
  if (posts.every((post, at) => post !== null && posts.indexOf(post) === at)) return [peers[0]!]
  if (peers.every((element) => articleOf(element) === articleOf(tight)) && tight.name !== 'article')
    return tight.name === 'p' ? withListsBetween(peers) : withPartsBetween(peers, masses)
  // Several whole articles on one page (a blog's front, endless scroll): the first full one is meant.
  return [peers.find((element) => proseOf(element) >= proseOf(tight) * 0.5) ?? tight]
}

/** True within a report that goes on while things happen; its entries belong together. */
function isLive(element: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent)
    if (/(?:^|[\s_-])(?:live|liveblog|liveticker)(?:$|[\s_-])/iu.test(at.attributes['class'] ?? ''))
      return true
  return false
}

function sharedParent(elements: readonly PageElement[]): PageElement {
  let parent = elements[0]!
  while (parent.parent && !elements.every((each) => each === parent || isInside(each, parent)))
    parent = parent.parent
  return parent
}

/** The numbered post of a forum in which an element stands. */
function postOf(element: PageElement): PageElement | null {
  for (let at: PageElement | null = element; at; at = at.parent)
    if (/^(?:p|\p{L}*(?:post|message|msg)\p{L}*)[_-]?\d+$/iu.test(at.attributes['id'] ?? '')) return at
  return null
}

/** Parts of one body carry the same names, or share the one that says what they are. */
function sameBody(one: PageElement, other: PageElement): boolean {
  const classes = other.attributes['class'] ?? ''
  return (
    one.attributes['class'] === classes || bodyClasses(one).some((each) => bodyClasses(other).includes(each))
  )
}

/** Follows the one child that dominates, down to where the text spreads out. */
function narrow(start: PageElement, masses: Masses): PageElement {
  let node = start
  for (;;) {
    const next = dominantIn(node, masses)
    if (!next) return node
    // A single long paragraph is text of this container, not a container; but letters and old documents are set so.
    if (next.name === 'p' || (masses.get(next)?.paragraphs ?? 0) < 2) return preIn(next, masses) ?? node
    if (articleOf(node) !== null && siblingsBehind(next).some((each) => isSequel(each, masses))) return node
    if (next.name === 'section' && isOneOfSections(next, masses)) return node
    node = next
  }
}

/** The longest chapter of a manual holds nearly all of it, and is no more than a chapter. */
function isOneOfSections(section: PageElement, masses: Masses): boolean {
  return (section.parent?.children ?? []).some(
    (each) =>
      each !== section &&
      typeof each !== 'string' &&
      (each.attributes['class'] ?? '') === (section.attributes['class'] ?? '') &&
      isSequel(each, masses),
  )
}

function dominantIn(node: PageElement, masses: Masses): PageElement | undefined {
  const prose = masses.get(node)?.prose ?? 0
  return node.children.find(
    (child): child is PageElement =>
      typeof child !== 'string' && (masses.get(child)?.prose ?? 0) >= prose * dominantShare,
  )
}

function preIn(start: PageElement, masses: Masses): PageElement | null {
  let node: PageElement | undefined = start
  while (node && node.name !== 'pre') node = dominantIn(node, masses)
  return node ?? null
}

/** A paragraph with so much beside its links may say something of its own; the reader of blocks looks closer. */
const ownWords = 12

/** Drops children of a container found by weight that hold no prose and many links. */
export function trimChildren(node: PageElement, masses: Masses, host: string): PageElement {
  const isOfFacts = factFinder()
  const children = node.children.filter((child) => {
    if (typeof child === 'string') return true
    const mass = masses.get(child)
    const isLinks = mass && mass.prose === 0 && mass.text > 40 && linkDensity(mass) > 0.5
    return (
      !isLinks ||
      (child.name === 'p' && mass.text - mass.linked > ownWords) ||
      isOfFacts(child) ||
      listsSources(child, host)
    )
  })
  return { ...node, children }
}

/** True where `element` lies below `outer`. */
export function isInside(element: PageElement, outer: PageElement): boolean {
  for (let at = element.parent; at; at = at.parent) if (at === outer) return true
  return false
}

/** A body that says less may be another article's teaser. */
const leastBody = 250

/** What is plainly called an article's body. */
export function bodiesIn(root: PageElement, masses: Masses): PageElement[] {
  return [...descendants(root)].filter(
    (element) => bodyRank(element) === 3 && (masses.get(element)?.prose ?? 0) >= leastBody,
  )
}

/** True where neither is around the other. */
export function isBeside(element: PageElement, body: PageElement): boolean {
  return element !== body && !isInside(body, element) && !isInside(element, body)
}
