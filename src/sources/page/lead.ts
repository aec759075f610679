/** Finds the opening paragraph that papers set apart between a headline and the body; used by page.ts. */
import { isBoilerplate, isPictureCredit } from '../boilerplate.ts'
import { isInside } from './container.ts'
import { looksLikeLead } from './hints.ts'
import { holdsTitle, isAboutAuthor, isTitle } from './block-signs.ts'
import { descendants, inlineNames, textOf, type PageElement } from './tree.ts'

/** A lead is a paragraph or two. */
const longestLead = 700
/** A digest of the text says so. */
const digest = /^(?:核心提示|内容提要|內容提要|摘要|提要|导读|導讀)\s?[:：]/u
const sentence = /.{40}[.!?…。！？]["'”’»」]?$|\p{Script=Han}.{15,18}[。！？]["'”’»」]?$/su

/** What the page says of itself that is no lead. */
export interface Heads {
  title: string | null
  byline: string | null
}

/** Returns the opening paragraph that stands before the body `nodes`, outside of them; null where there is none. */
export function findLead(
  root: PageElement,
  nodes: readonly PageElement[],
  { title, byline }: Heads,
): PageElement | null {
  let below = false
  for (const each of descendants(root)) {
    if (nodes.includes(each)) return null
    if (nodes.some((node) => isInside(node, each))) continue
    if (isHeadline(each, title)) below = true
    else if (looksLikeLead(each) || (below && isLine(each))) {
      const text = textOf(each, longestLead + 1)
      if (text.length <= longestLead && isLead(text, byline)) return each
    }
  }
  return null
}

function isHeadline(element: PageElement, title: string | null): boolean {
  if (element.name === 'h1') return !leadsHome(element)
  const text = textOf(element, 400)
  return isTitle(text, title) || (/^h[2-4]$/u.test(element.name) && holdsTitle(text, title))
}

/** The site's own name is a heading too on many pages, with its motto below. */
function leadsHome(heading: PageElement): boolean {
  for (const { name, attributes } of descendants(heading))
    if (name === 'a' && /^(?:https?:\/\/[^/]+)?\/?$/iu.test(attributes['href'] ?? '')) return true
  return false
}

/** A sentence that is not of the page's own making. */
function isLead(text: string, byline: string | null): boolean {
  return (
    sentence.test(text) &&
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
