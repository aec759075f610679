/** Tells pictures and players with the lines that say what they show and who took them; used by prune.ts. */
import { looksLikeCredit, looksLikePicture, looksLikePlayer } from './hints.ts'
import { proseWeight, type Mass } from './mass.ts'
import { descendants, textOf, type PageElement, type PageNode } from './tree.ts'

const longestCaption = 320

/** A few words below a picture; an unnamed element with more may be a paragraph. */
const fewWords = 100

/** Who took it is said even where the picture itself is not yet there. */
const taken = /(?:photo(?:graph(?:y|s)?)?s?|illustrations?|pictures?|images?) by \p{Lu}|getty images/iu

const ended = /[.。!?！？…:：]["'”’»」』)）]*$/u

/** True for a picture with the lines that tell what it shows and who took it. */
export function isCaptioned(element: PageElement, mass: Mass | undefined): boolean {
  if (!mass || mass.text > longestCaption || mass.prose > longestCaption || mass.paragraphs > 2) return false
  if (element.name === 'p' && endsInCredit(element)) return true
  const named = element.name === 'table' || element.name === 'figure' || looksLikePicture(element)
  if (!named && (mass.text > fewWords || !/^(?:p|div|section|span|center)$/u.test(element.name))) return false
  let pictures = 0
  for (const each of descendants(element)) {
    if (/^(?:h[1-6]|th|ul|ol|pre|blockquote)$/u.test(each.name)) return false
    if (!named && each.name === 'p' && ended.test(textOf(each, fewWords))) return false
    if (each.name === 'img' && !isSign(each)) pictures += 1
  }
  const text = textOf(element, longestCaption)
  if (named) return pictures > 0 || element.name === 'figure' || looksLikePlayer(element) || taken.test(text)
  return pictures > 0 && proseWeight(text) <= fewWords && !ended.test(text)
}

const centred = /text-align\s*:\s*center/iu

/** True for a short line in the middle, below a picture in the middle, that is no sentence. */
export function standsBelowPicture(
  { name, attributes, children }: PageElement,
  siblings: readonly PageNode[],
  at: number,
): boolean {
  if (!isCentred({ name, attributes })) return false
  const before = siblings.slice(Math.max(0, at - 2), at).findLast((each) => typeof each !== 'string')
  if (typeof before !== 'object' || textOf(before, 1) !== '') return false
  const shown = before.name === 'img' ? [before] : [...descendants(before)]
  if (!shown.some((each) => each.name === 'img' && !isSign(each))) return false
  const line = textOf({ name, attributes, children, parent: null }, longestCaption)
  // In bold, it may head what follows.
  const isBold = children.some((each) => typeof each !== 'string' && /^(?:b|strong|h[1-6])$/u.test(each.name))
  if (line === '' || proseWeight(line) > fewWords || ended.test(line) || isBold) return false
  return !isAllCentred(siblings)
}

function isCentred({ name, attributes }: Pick<PageElement, 'name' | 'attributes'>): boolean {
  if (!/^(?:p|div|center)$/u.test(name)) return false
  return attributes['align'] === 'center' || centred.test(attributes['style'] ?? '')
}

const fewestLines = 3
/** Each line below each picture asks for all. */
const mostSiblings = 400

/** Some set a whole diary in the middle; there that says nothing of a line. */
function isAllCentred(siblings: readonly PageNode[]): boolean {
  const lines = siblings
    .slice(0, mostSiblings)
    .filter((each): each is PageElement => typeof each !== 'string' && textOf(each, 1) !== '')
  const inMiddle = lines.filter(isCentred).length
  return inMiddle >= fewestLines && inMiddle > lines.length * 0.8
}

/** Who took a picture is named behind what it shows. */
function endsInCredit({ children }: PageElement): boolean {
  const last = children.findLast((child) => typeof child !== 'string' || child.trim() !== '')
  return typeof last === 'object' && last.name === 'span' && looksLikeCredit(last)
}

/** A face or an icon within a line of text. */
function isSign({ attributes: { class: names = '', alt = '', width = '' } }: PageElement): boolean {
  return /emoji|smil|icon|avatar/iu.test(names) || (alt !== '' && alt.length <= 2) || /^\d\d?$/u.test(width)
}
