/** Cuts the furniture out of a page's tree: navigation, share bars, related links, forms, captions, comments. */
import {
  asksConsent,
  looksLikeAdmonition,
  isHidden,
  looksLikeAuthorBox,
  looksLikeBox,
  looksLikeCaption,
  looksLikeTeaser,
  looksLikeComments,
  looksLaidOver,
  looksLikeFooter,
  looksLikeFurniture,
  looksLikeLabel,
  looksLikeLead,
  bodyRank,
} from './hints.ts'
import { isCaptioned, standsBelowPicture } from './captions.ts'
import { bodiesIn, isBeside } from './container.ts'
import { listsSources } from './elsewhere.ts'
import { factFinder } from './facts.ts'
import { holdsArticle, holdsHeadline } from './parts.ts'
import { callsToBuy, isSponsored } from './promotion.ts'
import { linkDensity, type Mass, type Masses } from './mass.ts'
import { isRelatedHeading } from '../boilerplate.ts'
import { isTeaser } from './teasers.ts'
import { descendants, inlineNames, textOf, type PageElement, type PageNode } from './tree.ts'

/** Never part of an article's text. */
const never = new Set(
  'nav footer aside button iframe noscript dialog menu input label figcaption frameset head'.split(' '),
)
/** An element with more than this share of the page's prose is kept whatever it is called. */
const protectedShare = 0.4
/** With less beside it, what readers say is what a page tells. */
const fewProse = 300
/** With less, only what is hidden may be what it tells. */
const leastProse = 60
/** What stands at a page's foot says more than a page of links has to say. */
const nearlyAll = 0.8
const lists = new Set(['ul', 'ol', 'dl', 'div', 'section', 'table', 'tbody', 'tr', 'td'])

/** Removes the furniture below `root`, which was weighed as `masses`; comments go even where they outweigh the text. */
export function prunePage(root: PageElement, masses: Masses): void {
  const whole = masses.get(root)?.prose ?? 0
  const page = Math.max(0, whole - otherProse(root, masses))
  const bodies = bodiesIn(root, masses)
  const told = tellsByCaptions(root, masses, page)
  const keep: Keep = (element, at, siblings) => {
    const mass = masses.get(element)
    const share = page === 0 ? 0 : (mass?.prose ?? 0) / page
    const guarded = element.name === 'body' || element.name === 'html' || element.name === 'article'
    if (looksLikeComments(element) && !guarded && bodyRank(element) < 3)
      return page < fewProse || (share > protectedShare && holdsHeadline(element))
    // Some sites show a post itself in a dialogue.
    if (!guarded && looksLaidOver(element) && bodyRank(element) < 3 && !holdsHeadline(element))
      return page < (isHidden(element) ? leastProse : fewProse) && !asksConsent(element)
    if (
      share > (looksLikeFooter(element) ? nearlyAll : protectedShare) &&
      !(element.name === 'nav' && page - (mass?.prose ?? 0) > fewProse) &&
      !(element.name === 'aside' && bodies.some((body) => isBeside(element, body)))
    )
      return true
    if (told && !isHidden(element) && (mass?.prose ?? 0) > 0 && looksLikeCaption(element)) {
      // The reader of blocks passes over a figure's caption.
      if (element.name === 'figcaption') element.name = 'p'
      return true
    }
    if (isHidden(element) || (element.name === 'sup' && isReference(element))) return false
    if (never.has(element.name)) return !mass?.linked && looksLikeAdmonition(element)
    if (mass?.prose && mass.text < longestHead && looksLikeLead(element)) return true
    if (element.name === 'form') return share > 0.2
    if (element.name === 'header')
      return share > 0.1 || holdsHeadline(element, element.parent?.name === 'article' ? /^h[123]$/u : /^h1$/u)
    if (!guarded && !told && share < pictureShare && isCaptioned(element, mass)) return false
    if (!guarded && !told && standsBelowPicture(element, siblings, at)) return false
    if (!guarded && share < sponsorShare && (isSponsored(element) || callsToBuy(element, mass))) return false
    if (!guarded && mass?.prose === 0 && mass.text < longestLabel && looksLikeLabel(element))
      return element.name === 'h2' && followsText(siblings, at)
    if (!guarded && mass?.prose && mass.linked === 0 && mass.text < longestHead && looksLikeTeaser(element))
      return true
    if (!guarded && share < authorShare && looksLikeAuthorBox(element)) return false
    if (!guarded && looksLikeFurniture(element))
      return (
        isWithinSentence(element, siblings[at - 1], siblings[at + 1]) ||
        // Papers set notes to an article in a box; an encyclopedia's box holds a table of facts.
        (looksLikeBox(element) && !!mass && mass.prose > Math.max(longestLabel, mass.text * 0.7)) ||
        (bodyRank(element) === 3 && share > 0.1) ||
        // A site's front page may lay an article over itself.
        (!!mass && mass.prose > fewProse && holdsArticle(element)) ||
        // The head of an article, with its opening paragraph.
        (!!mass?.prose && mass.text < longestHead && holdsHeadline(element))
      )
    return true
  }
  filter(root, keep)
}

const fewestCaptions = 3

/** True for a page of pictures, where most is said below them. */
function tellsByCaptions(root: PageElement, masses: Masses, page: number): boolean {
  let captions = 0
  let prose = 0
  const visit = (element: PageElement): void => {
    const own = masses.get(element)?.prose ?? 0
    if (own > 0 && looksLikeCaption(element)) {
      captions += 1
      prose += own
    } else for (const child of element.children) if (typeof child !== 'string') visit(child)
  }
  visit(root)
  return captions >= fewestCaptions && prose > page * 0.5
}

/** Who pays for a letter has a part of it. */
const sponsorShare = 0.3
/** A picture's words are few beside an article's. */
const pictureShare = 0.15
/** A page of which an author is the subject says more of them. */
const authorShare = 0.15
const longestLabel = 200
const longestHead = 1_200
/** `CAIRO — Gunmen …` */
const place = /^\p{Lu}[\p{Lu}.,' ]{2,30}\s?[—–-]{1,2}\s+["“‘«]?\p{Lu}/u

/** The place before a report's first sentence, and a word that is explained where a reader points at it belongs to its sentence. */
function isWithinSentence(
  element: PageElement,
  before: PageNode | undefined,
  behind: PageNode | undefined,
): boolean {
  return (
    inlineNames.has(element.name) &&
    ((typeof behind === 'string' && place.test(`${textOf(element, 40)} ${behind.slice(0, 20)}`)) ||
      (typeof before === 'string' && /\p{L}{2},?\s+$/u.test(before)) ||
      (typeof behind === 'string' && /^\s*[,;]?\s*\p{Ll}{2}/u.test(behind)))
  )
}

/** A subtitle stands close behind the title, and no farther back is looked for a paragraph. */
const nearest = 30

/** True where a paragraph stands before it: the heading divides the text. */
function followsText(siblings: readonly PageNode[], at: number): boolean {
  return siblings
    .slice(Math.max(0, at - nearest), at)
    .some((each) => typeof each !== 'string' && each.name === 'p')
}

/** The number of a note, which leads to it. */
function isReference(sign: PageElement): boolean {
  const isLinked = [...descendants(sign)].some(({ name }) => name === 'a')
  return isLinked && /^[[(]?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*[\])]?$/u.test(textOf(sign, 40))
}

/** Removes lists of links and blocks under a "related" heading; runs inside the chosen container. */
export function pruneLinkLists(root: PageElement, masses: Masses, host: string): void {
  const isOfFacts = factFinder()
  filter(root, (element) => {
    const mass = masses.get(element)
    if (!mass || !lists.has(element.name)) return true
    return !isLinkList(mass) || bodyRank(element) === 3 || isOfFacts(element) || listsSources(element, host)
  })
  const visit = (element: PageElement): void => {
    const children = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '')
    for (const [at, child] of children.entries()) {
      if (typeof child === 'string') continue
      const next = children[at + 1]
      const isTitle =
        /^(?:h[1-6]|p|div|strong|b|span)$/u.test(child.name) && (masses.get(child)?.text ?? 0) < 60
      const goesOn = inlineNames.has(child.name) && typeof next === 'string' && /\p{L}{3}/u.test(next)
      if (isTitle && !goesOn && isRelatedHeading(textOf(child, 200))) {
        const gone = new Set<PageNode>([child])
        if (
          next !== undefined &&
          typeof next !== 'string' &&
          (masses.get(next)?.prose ?? 0) < 400 &&
          (isListLike(next, masses) || isTeaser(next, masses))
        )
          gone.add(next)
        // Within a line only the reader of its text can tell where the list of links ends.
        else if (isNamed(next, 'br')) continue
        element.children = element.children.filter((each) => !gone.has(each))
        if (isFirstIn(child, element, children) && isListLike(element, masses)) {
          element.children = []
          return
        }
      } else visit(child)
    }
  }
  visit(root)
}

function isFirstIn(child: PageElement, parent: PageElement, children: readonly PageNode[]): boolean {
  return children[0] === child && parent.name !== 'body' && parent.name !== 'article'
}

function isListLike(element: PageElement, masses: Masses): boolean {
  const mass = masses.get(element)
  return mass !== undefined && (linkDensity(mass) > 0.4 || (element.name === 'ul' && mass.linked > 0))
}

function isLinkList(mass: Mass): boolean {
  const density = linkDensity(mass)
  if (mass.text === 0) return false
  if (mass.prose === 0 && density > 0.6 && mass.text > 20) return true
  return density > 0.7 && mass.prose < 200
}

type Keep = (element: PageElement, at: number, siblings: readonly PageNode[]) => boolean

function filter(element: PageElement, keep: Keep): void {
  // Beside the code stand its language and a button that copies it.
  const words = element.name === 'pre' ? element.children.filter((each) => !isBlank(each)) : []
  const code = words.filter((each) => isNamed(each, 'code'))
  if (code.length === 1 && words.every((each) => typeof each !== 'string')) element.children = code
  // Questions that fold up their answers.
  if (/^h[1-6]$/u.test(element.name))
    for (const child of element.children) if (isNamed(child, 'button')) child.name = 'span'
  element.children = element.children.filter(
    (child, at, siblings) => typeof child === 'string' || keep(child, at, siblings),
  )
  for (const child of element.children) if (typeof child !== 'string') filter(child, keep)
}

function isBlank(node: PageNode): boolean {
  return typeof node === 'string' && node.trim() === ''
}

function isNamed(node: PageNode | undefined, name: string): node is PageElement {
  return typeof node === 'object' && node.name === name
}

/** What readers say, and what is laid over the page, counts as nothing. */
function otherProse(element: PageElement, masses: Masses): number {
  let sum = 0
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const mass = masses.get(child)
    if (!mass?.prose) continue
    const isOther = looksLikeComments(child) || looksLaidOver(child)
    if (isOther && child.name !== 'body' && bodyRank(child) < 3 && !holdsHeadline(child)) sum += mass.prose
    else sum += otherProse(child, masses)
  }
  return sum
}
