/** Finds the lead picture of a page that names none: the first one of a fair size in the article, lazy ones too. */
import { bodyRank, looksLikeComments, looksLikeFurniture } from './hints.ts'
import type { PageElement } from './tree.ts'

/** Smaller ones are icons, faces and pixels that count readers. */
const leastSize = 150
const decoration =
  /(?:^|[\s/_.-])(?:icon|logo|avatar|sprite|spacer|blank|pixel|placeholder|loading|emoji|badge|button|qr-?code|ewm|ads?|utm|beacon)(?:$|[\s/_.-])/iu

/** A site's own sign, which it names as the picture of every page. */
const emblem =
  /[/_.-](?:icons?|favicon|sprite|spacer|blank|pixel|placeholder|footer)(?=[/_.-]|$)|\/(?:site|og|fb|default)?[_-]?logo[^/]*$|[_-](?:og|fb)[_-]logo|logo[^/]*\.(?:gif|svg)(?:\?|$)/iu

/** True for the address of a site's sign. */
export function isEmblem(address: string): boolean {
  return emblem.test(address)
}

/** Returns the address of the picture as written, or null. */
export function findPicture(elements: readonly PageElement[]): string | null {
  const pictures = elements.filter(({ name }) => name === 'img')
  return firstOf(pictures.filter(isInArticle)) ?? firstOf(pictures.filter(isOfNote))
}

function firstOf(pictures: readonly PageElement[]): string | null {
  for (const element of pictures) {
    const { width, height, class: names = '', alt = '' } = element.attributes
    if ([width, height].some((size) => size !== undefined && Number.parseInt(size, 10) < leastSize)) continue
    const address = addressOf(element)
    if (address !== null && !decoration.test(`${names} ${address}`) && !/^(?:logo|avatar)$/iu.test(alt))
      return address
  }
  return null
}

/** Lazy pictures hold their address apart, and a data: address or a blank in its place. */
function addressOf({ attributes }: PageElement): string | null {
  const set = attributes['data-srcset'] ?? attributes['srcset'] ?? ''
  const written = [
    attributes['data-src'],
    attributes['data-original'],
    attributes['data-lazy-src'],
    attributes['data-url'],
    attributes['src'],
    set.trim().split(/[\s,]+/u)[0],
  ]
  return written.find((each) => each && !each.startsWith('data:')) ?? null
}

/** A banner is flatter. */
const flattest = 2.5

/** Where nothing is called the article, a picture of a fair size is taken for its own. */
function isOfNote(element: PageElement): boolean {
  const [width, height] = [element.attributes['width'], element.attributes['height']].map((size) =>
    Number.parseInt(size ?? '', 10),
  )
  if (!(width! >= leastSize && height! >= leastSize && width! < height! * flattest)) return false
  for (let at = element.parent; at; at = at.parent)
    if (/^(?:footer|nav|aside)$/u.test(at.name) || looksLikeComments(at) || looksLikeFurniture(at))
      return false
  return true
}

function isInArticle(element: PageElement): boolean {
  let inside = false
  for (let at = element.parent; at; at = at.parent) {
    if (/^(?:footer|nav|aside)$/u.test(at.name) || looksLikeComments(at)) return false
    if (at.name === 'article' || at.name === 'main' || bodyRank(at) === 3) inside = true
  }
  return inside
}
