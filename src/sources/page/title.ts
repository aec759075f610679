/** Finds the title of a page: what its metadata, its document's title and its headings agree on; for metadata.ts. */
import { cleanText } from '../blocks.ts'
import type { LinkedArticle } from './json-ld.ts'
import { tokenF1 } from './agreement.ts'
import { proseWeight } from './mass.ts'
import {
  bare,
  contains,
  endsTitle,
  isSiteName,
  partsOf,
  says,
  siteWords,
  withoutSite,
} from './title-parts.ts'
import { textOf, type PageElement, type PageTree } from './tree.ts'

/** The title without the site's name, or null; `social` is what the page's metadata call it. */
export function findTitle(
  tree: PageTree,
  linked: LinkedArticle | null,
  social: string | null,
  siteName: string | null,
  elements: readonly PageElement[],
): string | null {
  const wechat = elements.find((each) => each.attributes['id'] === 'activity-name')
  if (wechat) return cleanText(textOf(wechat)) || social
  const written = cleanText(tree.title).replace(/\s+/gu, ' ')
  // Some sites give every page the same.
  const documentTitle = untitled.test(written) ? '' : written
  const known = [social, linked?.headline, documentTitle].filter(
    (each) => each !== null && each !== undefined,
  )
  const headings = elements
    .filter(
      (each) =>
        isHeadline(each) ||
        (each.name === 'h1' &&
          !siteTitle.test(`${each.attributes['class'] ?? ''} ${each.attributes['id'] ?? ''}`)),
    )
    .toSorted((one, other) => Number(isHeadline(other)) - Number(isHeadline(one)))
    .map((each) =>
      cleanText(textOf(each, 400))
        .replace(/\s+/gu, ' ')
        .replace(/\s*[¶#§]$/u, ''),
    )
    // The site's name in the page's head is often a heading too.
    .filter((each) => isNoInitial(each, documentTitle) && each.length < 300 && !isSiteName(each, siteName))
  // A heading that the title element also carries is the title as readers see it, without the site's name.
  const confirmed = headings
    .filter((heading) => known.some((each) => says(each, heading)))
    // Behind its last separator a title names the site.
    .toSorted(
      (one, other) => Number(endsTitle(documentTitle, one)) - Number(endsTitle(documentTitle, other)),
    )[0]
  // Where the heading names a show, the page says the episode's title beside it.
  if (
    social !== null &&
    confirmed !== undefined &&
    social.length > confirmed.length &&
    !contains(social, confirmed) &&
    bare(confirmed) !== bare(linked?.headline ?? '') &&
    contains(documentTitle, social) &&
    !isSiteName(social, siteName)
  )
    return social
  if (documentTitle === '' && confirmed === undefined && social === null)
    return headings[0] ?? calledTitle(elements) ?? firstLine(elements) ?? (written || null)
  const home = homeLinks(elements)
  const second = secondTitle(documentTitle, elements, home)
  if (confirmed !== undefined)
    return second !== null &&
      (home.has(bare(confirmed)) ||
        (endsTitle(documentTitle, confirmed) && (second.length > confirmed.length || manual.test(confirmed))))
      ? second
      : confirmed
  const named = linked?.headline ?? social
  if (named) return cleanText(withoutSite(named, siteName)).replace(/\s+/gu, ' ')
  const plain = withoutSite(documentTitle, siteName)
  // It may be worded otherwise than the document's title; a rubric within it makes no difference.
  if (headings.length === 1 && tokenF1(headings[0]!, plain) >= alike && !contains(headings[0]!, plain))
    return headings[0]!
  if (home.has(bare(plain))) {
    const only = onlyHeading(elements, home)
    if (only !== null) return only
  }
  return second ?? plainTitle(documentTitle, elements, home) ?? (plain || headings[0] || null)
}

const alike = 0.5

/** Shorter words may be a rubric's; two Chinese characters say as much as a word. */
const shortestPlain = 9
/** And a smaller share of the document's title the name of the site. */
const leastPlainShare = 0.3
/** A headline stands among the first lines of its cell, and no line of it is longer. */
const mostPieces = 40
const longestTitle = 300
const plainNames = /^(?:font|b|strong|big|em|i|u|center|td|th|p|div|span)$/u

/** What the document's title opens or closes with, where any line of the page says it too, as before there were headings. */
function plainTitle(
  documentTitle: string,
  elements: readonly PageElement[],
  home: ReadonlySet<string>,
): string | null {
  const parts = new Set(
    partsOf(documentTitle).filter(
      (part) =>
        proseWeight(part) >= shortestPlain &&
        part.length >= documentTitle.length * leastPlainShare &&
        !home.has(bare(part)),
    ),
  )
  if (parts.size === 0) return null
  const found = elements
    .filter(({ name }) => plainNames.test(name))
    .flatMap((each) => linesOf(each))
    .filter((line) => parts.has(line))
  return (
    found.toSorted(
      (one, other) =>
        Number(siteWords.test(one)) - Number(siteWords.test(other)) || other.length - one.length,
    )[0] ?? null
  )
}

/** The lines of text that an element itself holds, and those of the links and fonts in it. */
function linesOf(element: PageElement): string[] {
  const lines = ['']
  for (const child of element.children.slice(0, mostPieces))
    if (typeof child === 'string') lines.push(lines.pop()! + child.slice(0, longestTitle))
    else if (child.name === 'br') lines.push('')
    else if (child.name === 'a' && child.attributes['href'] !== undefined) lines.push('')
    else lines.push(lines.pop()! + textOf(child, longestTitle))
  return lines.map((line) => cleanText(line).replace(/\s+/gu, ' '))
}

const untitled =
  /^(?:欢迎(?:访问|光临|您)|歡迎|untitled\b|unbenannt|(?:new page|neue seite|nouvelle page|pagina nuova|新建网页) \d|(?:document|documento|dokument) (?:sans titre|sin título|senza titolo|sem título|bez tytułu)|sans titre|无标题|無標題|未命名)/iu

/** A heading of three letters is none, but two Chinese characters that open the title are a word. */
function isNoInitial(heading: string, title: string): boolean {
  return (
    heading.length > 3 ||
    (heading.length > 1 && /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(heading) && title.startsWith(heading))
  )
}

/** The name of a whole manual, on each of its pages. */
const manual = /\b(?:documentation|docs|manual|reference|handbook)$/iu

const called = /title|headline|biaoti/iu

/** What a page without a title of its own calls so. */
function calledTitle(elements: readonly PageElement[]): string | null {
  const named = elements.filter(({ attributes: { class: names = '', id = '' } }) =>
    called.test(`${names} ${id}`),
  )
  const texts = named.map((each) => cleanText(textOf(each, longestTitle)).replace(/\s+/gu, ' '))
  return texts.find((text) => proseWeight(text) >= shortestPlain && text.length < longestTitle / 2) ?? null
}

/** A line in large letters, above all text, of a page that has neither heading nor title. */
function firstLine(elements: readonly PageElement[]): string | null {
  for (const each of elements) {
    if (!/^(?:p|center|td|div|font|b)$/u.test(each.name) || each.attributes['href'] !== undefined) continue
    const [line] = linesOf(each).filter((text) => text !== '')
    if (line === undefined || /^\P{L}*$/u.test(line)) continue
    return line.length < longestTitle / 3 && !/[.。!?！？]$/u.test(line) && proseWeight(line) >= shortestPlain
      ? line
      : null
  }
  return null
}

/** What the document's title opens or closes with, where a smaller heading or an element named for a title says it too. */
function secondTitle(
  documentTitle: string,
  elements: readonly PageElement[],
  home: ReadonlySet<string>,
): string | null {
  for (const element of elements) {
    const named = `${element.attributes['class'] ?? ''} ${element.attributes['id'] ?? ''}`
    if (siteTitle.test(named) || !(/^h[23]$/u.test(element.name) || called.test(named))) continue
    const text = cleanText(textOf(element, 300))
      .replace(/\s+/gu, ' ')
      .replace(/\s*[¶#§]$/u, '')
    if (text.length < 4 || home.has(bare(text))) continue
    if (documentTitle.startsWith(text) && /^\s*[|–—·»_-]|^\s/u.test(documentTitle.slice(text.length)))
      return text
    if (documentTitle.endsWith(text) && /[|–—·»:_-]\s*$/u.test(documentTitle.slice(0, -text.length)))
      return text
  }
  return null
}

const besideText = /^(?:aside|nav|footer|header)$/u

/** The one heading of the second rank in the text, of a page whose document's title is that of the site alone. */
function onlyHeading(elements: readonly PageElement[], home: ReadonlySet<string>): string | null {
  const texts = elements
    .filter((each) => each.name === 'h2' && !isBesideText(each))
    .map((each) => cleanText(textOf(each, longestTitle)).replace(/\s+/gu, ' '))
    .filter((text) => text !== '' && !home.has(bare(text)))
  return texts.length === 1 && texts[0]!.length < longestTitle / 2 ? texts[0]! : null
}

function isBesideText(element: PageElement): boolean {
  for (let at = element.parent; at; at = at.parent) if (besideText.test(at.name)) return true
  return false
}

/** What the links to the front page say: a site's name leads there; a headline leads nowhere, or to the article. */
function homeLinks(elements: readonly PageElement[]): ReadonlySet<string> {
  return new Set(
    elements
      .filter(
        ({ name, attributes: { href = '' } }) => name === 'a' && /^(?:https?:\/\/[^/]+)?\/?$/iu.test(href),
      )
      .map((each) => bare(textOf(each, 400))),
  )
}

const siteTitle = /(?:^|[\s_-])(?:site|blog|brand|logo)(?:[\s_-]?(?:title|name|header))?(?:$|[\s_-])/iu

function isHeadline(element: PageElement): boolean {
  return /\bheadline\b/u.test(element.attributes['itemprop'] ?? '')
}
