/** Finds who wrote a page: in JSON-LD, meta elements, marked elements, and lines such as "By …" or `作者：…`. */
import type { LinkedArticle } from './json-ld.ts'
import { looksLikeComments } from './hints.ts'
import { cleanName } from './person-name.ts'
import { descendants, inlineNames, textOf, type PageElement, type PageNode } from './tree.ts'

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
  const marked = markedNames(elements)
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
  if (metaName !== null && !isDesk(metaName) && !isSite(metaName, siteName)) return metaName
  if (marked.length > 0) return joinNames(marked)
  for (const each of elements) {
    if (!isNamedForAuthor(each) || isInFigure(each)) continue
    const inner = [...descendants(each)].find(isNamedForAuthor)
    const name = cleanName(nameIn(each)) ?? (inner ? cleanName(nameIn(inner)) : null)
    if (name !== null && !isSite(name, siteName)) return name
  }
  return visibleByline(elements) ?? profileLink(elements) ?? metaName
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
function markedNames(elements: readonly PageElement[]): string[] {
  const marked = elements
    .filter(
      (each) =>
        /\bauthor\b/u.test(each.attributes['itemprop'] ?? '') ||
        /\bauthor\b/u.test(each.attributes['rel'] ?? '') ||
        each.attributes['id'] === 'js_name',
    )
    .map((each) => ({ each, name: cleanName(each.attributes['content'] ?? textOf(each, 200)) }))
  const first = marked.find(({ name }) => name !== null)?.each
  return marked
    .filter(({ each }) => each.parent === first?.parent || each.parent?.parent === first?.parent?.parent)
    .flatMap(({ name }) => name ?? [])
    .slice(0, 4)
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

function isInFigure(element: PageElement): boolean {
  for (let at = element.parent; at; at = at.parent) if (at.name.startsWith('fig')) return true
  return false
}

/** Outside of readers' words; `fn` is a full name in a card. */
function isNamedForAuthor(element: PageElement): boolean {
  const { class: names = '', id = '' } = element.attributes
  return (
    // Who took a picture is another.
    !/photo|foto|imag|caption|credit|(?:^|[\s_-])pic/iu.test(names) &&
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
    /(?:^|[\s_-])(?:username|fn|nickname|(?:byline|author|writer)[_-]{0,2}name)(?:$|[\s_-])/iu.test(names),
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

const labelled =
  /(?:^|[\s\d])(?:作者|撰文|记者|記者|文|автор|autore?|auteur|tekst|text)\s?[:：|｜/／]\s?(?<name>[\p{L}·•’'-]+(?:[ 、][\p{Lu}\p{Lo}][\p{L}·•’'-]*){0,4})(?:$|\s{1,3}\P{L}|\s(?:来源|编辑|责任编辑|責任編輯|發|发))/iu
const reporter =
  /^[（(【]?(?:[\p{Script=Han}]{2,6})?(?:记者|記者)\s{0,2}(?<name>\p{Script=Han}{2,4}(?:[、 ]\p{Script=Han}{2,4}){0,3})(?:$|[／/｜|）)】]|\s?(?:摄|攝|报道|報導|发自))/u
const koreanReporter = /^(?<name>[가-힣]{2,4})\s*기자(?:$|\s)/u
const byPerson =
  /^(?:(?:[Ww]ritten |[Ww]ords |[Ss]tory )?[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|A cura di|[Dd]al(?:la)? nostr[oa] \p{L}+|[Dd]oor(?: onze \p{L}+)?|DOOR|Av|Af|Τ(?:ης|ου|ΗΣ|ΟΥ)(?=\s\p{Lu}{2})):?\s+(?<name>\p{Lu}[\p{L}.'’-]+(?:\s+(?:and|und|et|y|e|en|och|&|de|van|von)?\s*\p{Lu}[\p{L}.'’-]*){1,5})(?:,?$|\s+(?:@|[|•·]|[–—-]+\s+\d|on\s+\p{Lu}\p{L}+\s+\d|(?:le|am|el|il|em|den|dnia|op)\s+(?:\p{L}+,?\s+)?\d))/u
/** `12. Juni 2014, von Nora Quist`. */
const besideDate =
  /\d[^\p{L}]{0,12}(?:by|von|par|por|di|door|av|af|przez)\s+(?<name>\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,3})(?:$|\s*[(|•·,])/u
/** Agencies name their reporter within the first sentence. */
const wired =
  /^[^。]{0,30}[（(](?:\p{Script=Han}{2,6})?(?:记者|記者)\s?(?<name>\p{Script=Han}{2,4}(?:[、 ]\p{Script=Han}{2,4}){0,3})[）)]/u

/** `作者：X` or `By X` as a short line of its own. */
function visibleByline(elements: readonly PageElement[]): string | null {
  for (const each of elements) {
    if (!/^(?:p|div|span|em|i|b|strong|font|small|cite|h[2-6]|li|td)$/u.test(each.name)) continue
    if (each.children.length > 6) {
      const name = lineIn(each)
      if (name !== null) return name
      continue
    }
    const text = textOf(each, 120)
    const names = `${each.attributes['class'] ?? ''} ${each.attributes['id'] ?? ''}`
    const match =
      (/meta|info|posted|publi/iu.test(names) ? besideDate.exec(text) : null) ??
      labelled.exec(text) ??
      reporter.exec(text) ??
      koreanReporter.exec(text) ??
      byPerson.exec(firstLine(each)) ??
      wired.exec(text)
    const name = match?.groups?.['name']?.trim()
    if (name) return cleanName(name)
  }
  return null
}

/** A line of a text that is parted by breaks alone. */
function lineIn({ children }: PageElement): string | null {
  for (const [at, line] of children.entries()) {
    if (
      typeof line !== 'string' ||
      line.length > 200 ||
      !endsLine(children[at - 1]) ||
      !endsLine(children[at + 1])
    )
      continue
    const text = line.replace(/\s+/gu, ' ').trim()
    const match =
      text.length < 80
        ? (labelled.exec(text) ?? reporter.exec(text) ?? koreanReporter.exec(text) ?? byPerson.exec(text))
        : null
    const name = match?.groups?.['name']?.trim()
    if (name) return cleanName(name)
  }
  return null
}

function endsLine(node: PageNode | undefined): boolean {
  return node === undefined || (typeof node !== 'string' && !inlineNames.has(node.name))
}

/** A word that asks for a name behind it. */
const asksForName =
  /^(?:(?:written|posted) )?(?:by|von|par|por|di|door|av|af|autor|author|автор|作者)\s?[:：]?$/iu

/** Below a name stands what the writer does. */
function firstLine(element: PageElement): string {
  let line = ''
  let ended = false
  const end = () => {
    line = line.trimEnd()
    ended ||= line !== '' && !asksForName.test(line.trim())
    line += ' '
  }
  const visit = (node: PageNode): void => {
    if (ended) return
    if (typeof node === 'string') line += node.slice(0, 400)
    else if (node.name === 'br') end()
    else {
      const apart = !inlineNames.has(node.name) || node.name === 'time'
      if (apart && node !== element) end()
      for (const child of node.children) visit(child)
      if (apart) end()
    }
  }
  visit(element)
  return line.replace(/\s+/gu, ' ').trim().slice(0, 160)
}

function joinNames(names: readonly string[]): string {
  return [...new Set(names)].join(names.some((each) => /\p{Script=Han}/u.test(each)) ? '、' : ', ')
}
