/** Weighs the prose of a page: how much running text, as against links and labels, lies under each element. */
import { inlineNames, type PageElement, type PageNode } from './tree.ts'

export interface Mass {
  /** Characters of running text in the subtree; a Han, kana or Hangul character counts for more. */
  prose: number
  /** Paragraphs that carried it. */
  paragraphs: number
  /** All characters of text, and those inside links. */
  text: number
  linked: number
}

export type Masses = ReadonlyMap<PageElement, Mass>

/** A word of an alphabet takes about as many letters as two of these signs say. */
const wideSign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const wideWeight = 2.5
const sentenceEnd = /[.!?…。！？؟।](?:["'”’»)\]」』）]|\s|$|[（(][^（()）]{1,20}[）)]$)/u
/** What stands at the foot of every page of a site. */
const notice = /©|\bcopyright\b|all rights reserved|版[权權]所有|著作權所有/iu
const clause = /[,;，；、:：]/u
const shortestProse = 40
/** A longer paragraph may tell of a copyright. */
const longestNotice = 240

/** Weighs every element below and including `root`. */
export function weigh(root: PageElement): Masses {
  const masses = new Map<PageElement, Mass>()
  const visit = (element: PageElement, around: boolean): Mass => {
    const total: Mass = { prose: 0, paragraphs: 0, text: 0, linked: 0 }
    let line = ''
    let linked = 0
    let broken = false
    const endLine = () => {
      addLine(total, line, linked)
      line = ''
      linked = 0
    }
    const read = (node: PageNode, inLink: boolean): void => {
      if (typeof node === 'string') {
        broken &&= node.trim() === ''
        line += node
        if (inLink) linked += node.trim().length
      } else if (inlineNames.has(node.name) && !holdsBlocks(node))
        for (const child of node.children) read(child, inLink || isLink(node))
      else if (node.name === 'br') {
        // Two line breaks part paragraphs.
        if (broken) endLine()
        line += ' '
        broken = true
      } else if (node.name !== 'img') {
        endLine()
        const inner = visit(node, inLink)
        total.prose += inner.prose
        total.paragraphs += inner.paragraphs
        total.text += inner.text
        total.linked += inner.linked
      }
    }
    for (const child of element.children) read(child, around || isLink(element))
    endLine()
    masses.set(element, total)
    return total
  }
  visit(root, false)
  return masses
}

/** A name without an address is a place to lead to; without either, a script makes it a button. */
function isLink({ name, attributes }: PageElement): boolean {
  return (
    name === 'a' &&
    (attributes['href'] !== undefined || (attributes['name'] ?? attributes['id']) === undefined)
  )
}

/** A link or span around whole paragraphs is a container. */
function holdsBlocks(element: PageElement): boolean {
  return element.children.some(
    (child) =>
      typeof child !== 'string' &&
      (!inlineNames.has(child.name) ? child.name !== 'br' && child.name !== 'img' : holdsBlocks(child)),
  )
}

function addLine(total: Mass, raw: string, linked: number): void {
  const line = raw.replace(/\s+/gu, ' ').trim()
  if (line === '') return
  total.text += line.length
  total.linked += Math.min(linked, line.length)
  const wide = line.match(wideSign)?.length ?? 0
  const weight = line.length + wide * (wideWeight - 1)
  const share = linked / line.length
  if (weight < shortestProse || share > 0.5 || (line.length < longestNotice && notice.test(line))) return
  if (!sentenceEnd.test(line) && !(weight > 120 && clause.test(line))) return
  total.prose += weight * (1 - share)
  total.paragraphs += 1
}

/** Share of linked characters in an element's text, 0 to 1. */
export function linkDensity(mass: Mass | undefined): number {
  return !mass || mass.text === 0 ? 0 : mass.linked / mass.text
}

/** Weight of plain text on the same scale as a page's prose. */
export function proseWeight(text: string): number {
  return text.length + (text.match(wideSign)?.length ?? 0) * (wideWeight - 1)
}
