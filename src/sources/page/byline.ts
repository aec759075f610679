/** Finds who wrote a page: in JSON-LD, meta elements, marked elements, and lines such as "By …" or `作者：…`. */
import type { LinkedArticle } from './json-ld.ts'
import { looksLikeComments } from './hints.ts'
import { cleanName } from './person-name.ts'
import { descendants, textOf, type PageElement } from './tree.ts'
import { besidePortrait, firstLine, visibleByline } from './visible-byline.ts'

/** Names of the authors, or null; `meta` gives the first filled meta element of the names asked for. */
export function findByline(
  linked: LinkedArticle | null,
  meta: (...names: string[]) => string | null,
  all: readonly PageElement[],
  siteName: string | null,
): string | null {
  const named = (linked?.authors ?? []).map(cleanName).filter((each) => each !== null)
  if (named.length > 0) return joinNames(named)
  const elements = outsideComments(all)
  const metaName = cleanName(
    meta(
      'author',
      'article:author',
      'dc.creator',
      'sailthru.author',
      'parsely-author',
      'byl',
      'citation_author',
    ) ?? '',
  )
  const publisher = meta('dc.publisher', 'publisher')
  if (metaName !== null && ![siteName, publisher].some((site) => isSite(metaName, site)) && !isDesk(metaName))
    return metaName
  const { names, first } = markedNames(elements)
  const called = namedForAuthor(elements, siteName)
  // A link to an author's page below the byline under the headline belongs to another article.
  const headline = elements.findIndex(({ name }) => name === 'h1')
  const isOther =
    called !== null &&
    first?.attributes['itemprop'] === undefined &&
    headline >= 0 &&
    called.at > headline &&
    called.at < elements.indexOf(first!)
  if (names.length > 0 && !(isOther && !holds(called.element, first!))) return joinNames(names)
  return (
    called?.name ?? visibleByline(elements) ?? profileLink(elements) ?? besidePortrait(elements) ?? metaName
  )
}

interface Called {
  name: string
  element: PageElement
  at: number
}

/** The first element that is called an author's, and whom it names. */
function namedForAuthor(elements: readonly PageElement[], siteName: string | null): Called | null {
  for (const [at, element] of elements.entries()) {
    if (!isNamedForAuthor(element) || isInFigure(element)) continue
    const inner = [...descendants(element)].find(isNamedForAuthor)
    const name = cleanName(nameIn(element)) ?? (inner ? cleanName(nameIn(inner)) : null)
    if (name !== null && !isSite(name, siteName)) return { name, element, at }
  }
  return null
}

function holds(outer: PageElement, inner: PageElement): boolean {
  for (let at: PageElement | null = inner; at; at = at.parent) if (at === outer) return true
  return false
}

/** Readers sign what they say too. */
function outsideComments(elements: readonly PageElement[]): readonly PageElement[] {
  const within = new Set<PageElement>()
  return elements.filter((each) => {
    const isWithin =
      (each.parent !== null && within.has(each.parent)) || (each.name !== 'body' && looksLikeComments(each))
    if (isWithin) within.add(each)
    return !isWithin
  })
}

/** Who is marked as an author, and who beside them; not the authors of other articles. */
function markedNames(elements: readonly PageElement[]): { names: string[]; first: PageElement | undefined } {
  const marked = elements
    .filter(
      (each) =>
        /\bauthor\b/u.test(each.attributes['itemprop'] ?? '') ||
        /\bauthor\b/u.test(each.attributes['rel'] ?? '') ||
        each.attributes['id'] === 'js_name',
    )
    .map((each) => ({ each, name: cleanName(each.attributes['content'] ?? textOf(each, 200)) }))
  const first = marked.find(({ name }) => name !== null)?.each
  const names = marked
    .filter(({ each }) => each.parent === first?.parent || each.parent?.parent === first?.parent?.parent)
    .flatMap(({ name }) => name ?? [])
    .slice(0, 4)
  return { names, first }
}

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** Some sites name themselves where an author belongs. */
function isSite(name: string, siteName: string | null): boolean {
  return siteName !== null && bare(name) !== '' && bare(siteName).startsWith(bare(name))
}

/** The editors as a whole; a person is named before them. */
function isDesk(name: string): boolean {
  return /^(?:la |die )?(?:redazione|(?:online)?redaktion|rédaction|redacci[oó]n|redação|redakcja|redakce|redactie)$/iu.test(
    name,
  )
}

const pictured =
  /(?:^|[\s_-])(?:photos?|fotos?|imagen|image|caption|pie-?foto|legende|bildtext)(?:$|[\s_-])/iu
/** A picture's frame is no farther around who took it, and the headline is not in it. */
const mostFrames = 3

function isInFigure(element: PageElement): boolean {
  let frames = 0
  for (let at = element.parent; at; at = at.parent, frames += 1)
    if (
      at.name.startsWith('fig') ||
      (frames < mostFrames && pictured.test(at.attributes['class'] ?? '') && !holdsHeadline(at))
    )
      return true
  return false
}

/** It stands close to the beginning of what it heads. */
const nearest = 60

function holdsHeadline(element: PageElement): boolean {
  let seen = 0
  for (const { name } of descendants(element)) {
    if (name === 'h1') return true
    if ((seen += 1) > nearest) return false
  }
  return false
}

/** Outside of readers' words; `fn` is a full name in a card. */
function isNamedForAuthor(element: PageElement): boolean {
  const { class: names = '', id = '' } = element.attributes
  return (
    // Who took a picture is another, and a note is what the author says.
    !/photo|foto|imag|caption|credit|(?:^|[\s_-])pic|[_-]notes?\b/iu.test(names) &&
    (/(?:^|[\s_-])(?:byline|author|writer|auteur|autor|autore|autores|firma|zuozhe|reporter|journalist|szerzo|forfatter|skribent|yazar|kirjoittaja)(?:$|[\s_-]|name|sign)/iu.test(
      `${names} ${id}`.replace(/(\p{Ll})(?=Byline\b)/gu, '$1-'),
    ) ||
      (/(?:^|\s)fn(?:\s|$)/u.test(names) && isInCard(element)))
  )
}

function isInCard(element: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent)
    if (/(?:^|[\s_-])(?:vcard|h-card|author|byline)/iu.test(at.attributes['class'] ?? '')) return true
  return false
}

/** A card names its author in a link, and tells more of them beside it. */
function nameIn(element: PageElement): string {
  const user = [...descendants(element)].find(({ attributes: { class: names = '' } }) =>
    /(?:^|[\s_-])(?:username|fn|nickname|(?:byline|author|writer|person)[_-]{0,2}name)(?:$|[\s_-])/iu.test(
      names,
    ),
  )
  if (user) return textOf(user, 160)
  const text = firstLine(element)
  const links = [...descendants(element)].filter(({ name }) => name === 'a')
  const first = links[0] ? textOf(links[0], 160) : ''
  return links.length === 1 &&
    first !== '' &&
    text.startsWith(first) &&
    !/^\s*(?:and|&|,)/iu.test(text.slice(first.length))
    ? first
    : text
}

/** On forums the writer is a link to a profile just below the title. */
function profileLink(elements: readonly PageElement[]): string | null {
  const heading = elements.findIndex((each) => each.name === 'h1')
  if (heading < 0) return null
  const link = elements
    .slice(heading + 1, heading + 12)
    .find((each) =>
      /\/(?:members?|users?|u|people|profiles?|authors?)\/[^/]+\/?$|\bspace-uid-\d+|[?&]uid=\d+$/iu.test(
        each.attributes['href'] ?? '',
      ),
    )
  return link ? cleanName(textOf(link, 80)) : null
}

function joinNames(names: readonly string[]): string {
  return [...new Set(names)].join(names.some((each) => /\p{Script=Han}/u.test(each)) ? '、' : ', ')
}
