/** Finds the opening paragraph, and the points of an article, that papers set apart between a headline and the body. */
import { isBoilerplate, isPictureCredit } from '../boilerplate.ts'
import { tokenF1 } from './agreement.ts'
import { isInside } from './container.ts'
import { looksLikeLead } from './hints.ts'
import { holdsTitle, isAboutAuthor, isByline, isDateLine, isTitle } from './block-signs.ts'
import { proseWeight } from './mass.ts'
import { descendants, inlineNames, textOf, type PageElement } from './tree.ts'

/** A lead is a paragraph or two. */
const longestLead = 700
/** A digest of the text says so. */
const digest = /^(?:核心提示|内容提要|內容提要|摘要|提要|导读|導讀)\s?[:：]/u
const sentence = /.{40}[.!?…。！？]["'”’»」]?$|\p{Script=Han}.{15,18}[。！？]["'”’»」]?$/su

/** One that is named so may be shorter. */
const shortSentence = /^.{20,}[.!?…]$/su

/** What the page says of itself that is no lead. */
export interface Heads {
  title: string | null
  byline: string | null
}

/**
 * Returns the opening paragraph and the list of its points that stand before the body `nodes`, outside of them, in
 * their order; an empty list where there are none.
 */
export function findLead(
  root: PageElement,
  nodes: readonly PageElement[],
  { title, byline }: Heads,
): PageElement[] {
  // A headline that went with the buttons around it tells no more where the article begins.
  const lost = ![...descendants(root)].some((each) => isHeadline(each, title))
  let below = false
  let lead: PageElement | null = null
  let points: PageElement | null = null
  for (const each of descendants(root)) {
    if (nodes.includes(each)) break
    if (nodes.some((node) => isInside(node, each))) continue
    if (isHeadline(each, title)) below = true
    else if (
      !lead &&
      (looksLikeLead(each) || ((below || (lost && isJustAbove(each, nodes))) && isLine(each)))
    ) {
      const text = textOf(each, longestLead + 1)
      if (text.length <= longestLead && isLead(text, byline, isNamed(each))) lead = each
    } else if (!points && below && isPoints(each, byline)) points = each
  }
  const found = [lead, points].filter((each) => each !== null)
  return points && lead && isInside(points, lead) ? [lead] : found
}

/** A lead apart is wrapped as often at most, and so is the body. */
const mostWrappers = 3

function isJustAbove(element: PageElement, nodes: readonly PageElement[]): boolean {
  const around = wrappersOf(element)
  return nodes.some((node) => wrappersOf(node).some((each) => around.includes(each)))
}

function wrappersOf(element: PageElement): PageElement[] {
  const wrappers: PageElement[] = []
  for (let at = element.parent; at && wrappers.length < mostWrappers; at = at.parent) wrappers.push(at)
  return wrappers
}

const mostPoints = 8
/** A shorter entry is a field or a button. */
const shortestPoint = 20

/** True for a list of what the article tells, each in a few words. */
function isPoints(element: PageElement, byline: string | null): boolean {
  if (!/^[uo]l$/u.test(element.name)) return false
  const entries: PageElement[] = []
  for (const each of descendants(element)) {
    if (each.name === 'ul' || entries.length > mostPoints) return false
    if (each.name === 'li') entries.push(each)
  }
  // One of them may lead to another article.
  const own = entries
    .filter((entry) => ![...descendants(entry)].some(({ name }) => name === 'a'))
    .map((entry) => textOf(entry, longestLead))
  return (
    own.length >= 2 &&
    own.length >= entries.length - 1 &&
    entries.length <= mostPoints &&
    own.every(
      (text) =>
        proseWeight(text) >= shortestPoint &&
        !isDateLine(text) &&
        !isByline(text, byline) &&
        !isBoilerplate(text),
    )
  )
}

/** The name of a site or a show has little in common with an article's title. */
const leastLikeness = 0.2

function isHeadline(element: PageElement, title: string | null): boolean {
  const text = textOf(element, 400)
  if (element.name === 'h1')
    return !leadsHome(element) && (title === null || tokenF1(text, title) >= leastLikeness)
  return isTitle(text, title) || (/^h[2-4]$/u.test(element.name) && holdsTitle(text, title))
}

/** The site's own name is a heading too on many pages, with its motto below. */
function leadsHome(heading: PageElement): boolean {
  for (const { name, attributes } of descendants(heading))
    if (name === 'a' && /^(?:https?:\/\/[^/]+)?\/?$/iu.test(attributes['href'] ?? '')) return true
  return false
}

/** Named for what stands between headline and body. */
function isNamed(element: PageElement): boolean {
  const { class: names = '' } = element.attributes
  return (
    looksLikeLead(element) ||
    /(?:^|[-_\s])(?:excerpt|subtitle|subhead|subheadline|summary)(?:$|[-_\s])/iu.test(names)
  )
}

/** A sentence that is not of the page's own making. */
function isLead(text: string, byline: string | null, named: boolean): boolean {
  return (
    (sentence.test(text) || (named && shortSentence.test(text))) &&
    !digest.test(text) &&
    !isBoilerplate(text) &&
    !isPictureCredit(text) &&
    !isAboutAuthor(text, byline)
  )
}

/** True for a block of text without blocks inside, hardly any of it linked. */
function isLine(element: PageElement): boolean {
  if (!/^(?:p|div|section|h[2-4]|strong|span)$/u.test(element.name)) return false
  let linked = 0
  for (const each of descendants(element)) {
    if (!inlineNames.has(each.name) && each.name !== 'br') return false
    if (each.name === 'a') linked += textOf(each, longestLead).length
  }
  return linked < textOf(element, longestLead + 1).length * 0.3
}
