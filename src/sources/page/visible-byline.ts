/** Finds the line in which a page says who wrote it: `By …`, `作者：…`, a reporter's name within the first sentence; for byline.ts. */
import { cleanName } from './person-name.ts'
import { isDateLine } from './block-signs.ts'
import { descendants, inlineNames, textOf, type PageElement, type PageNode } from './tree.ts'

const labelled =
  /(?:^|[\s\d])(?:作者|撰文|记者|記者|文|автор|autore?|auteur|tekst|text)\s?[:：|｜/／]\s?(?<name>[\p{L}·•’'-]+(?:[ 、][\p{Lu}\p{Lo}][\p{L}·•’'-]*){0,4})(?:$|\s{1,3}\P{L}|\s(?:来源|编辑|责任编辑|責任編輯|發|发))/iu
const reporter =
  /^[（(【]?(?:[\p{Script=Han}]{2,6})?(?:记者|記者)\s{0,2}(?<name>\p{Script=Han}{2,4}(?:[、 ]\p{Script=Han}{2,4}){0,3})(?:$|[／/｜|）)】]|\s?(?:摄|攝|报道|報導|发自))/u
const koreanReporter = /^(?<name>[가-힣]{2,4})\s*기자(?:$|\s)/u
const byPerson =
  /^(?:(?:[Ww]ritten |[Ww]ords |[Ss]tory )?[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|A cura di|[Dd]al(?:la)? nostr[oa] \p{L}+|[Dd]oor(?: onze \p{L}+)?|DOOR|Av|Af|Τ(?:ης|ου|ΗΣ|ΟΥ)(?=\s\p{Lu}{2})):?\s+(?<name>\p{Lu}[\p{L}.'’-]+(?:\s+(?:and|und|et|y|e|en|och|&|de|van|von)?\s*\p{Lu}[\p{L}.'’-]*){1,5})(?:,?$|\s+(?:@|\d{1,2}[\s./]|[|•·]|[–—-]+\s+\d|on\s+\p{Lu}\p{L}+\s+\d|(?:le|am|el|il|em|den|dnia|op)\s+(?:\p{L}+,?\s+)?\d))/u
/** `12. Juni 2014, von Nora Quist`. */
const besideDate =
  /\d[^\p{L}]{0,12}(?:by|von|par|por|di|door|av|af|przez)\s+(?<name>\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,3})(?:$|\s*[(|•·,])/u
/** Agencies name their reporter within the first sentence. */
const wired =
  /^[^。]{0,30}[（(](?:\p{Script=Han}{2,6})?(?:记者|記者)\s?(?<name>\p{Script=Han}{2,4}(?:[、 ]\p{Script=Han}{2,4}){0,3})[）)]/u

/** `作者：X` or `By X` as a short line of its own. */
export function visibleByline(elements: readonly PageElement[]): string | null {
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
      (/meta|info|posted|publi|date|fecha|datum/iu.test(names) ? besideDate.exec(text) : null) ??
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

/** A portrait says nothing in the line, nor does the link around it. */
function endsLine(node: PageNode | undefined): boolean {
  if (node === undefined) return true
  return typeof node !== 'string' && (!inlineNames.has(node.name) || saysNothing(node))
}

function saysNothing({ children }: PageElement): boolean {
  return children.every((each) => (typeof each === 'string' ? each.trim() === '' : saysNothing(each)))
}

/** A word that asks for a name behind it. */
const asksForName =
  /^(?:(?:written|posted) )?(?:by|von|par|por|di|door|av|af|autor|author|автор|作者)\s?[:：]?$/iu

/** Below a name stands what the writer does. */
export function firstLine(element: PageElement): string {
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

const person = /^\p{Lu}[\p{L}\p{M}.'’-]+(?: (?:\p{Ll}{2,3} )?\p{Lu}[\p{L}\p{M}.'’-]+){1,3}$/u
/** Portrait, name and date stand close below the headline, in a frame or two of their own. */
const nearHeadline = 40
const mostFrames = 4
const longestCard = 160

/** A name beside a portrait and a date below the headline, whatever their classes are called. */
export function besidePortrait(elements: readonly PageElement[]): string | null {
  const headline = elements.findIndex(({ name }) => name === 'h1')
  if (headline < 0) return null
  const said = textOf(elements[headline]!, longestCard)
  for (const each of elements.slice(headline + 1, headline + nearHeadline)) {
    if (!/^(?:a|div|span|p|strong|b)$/u.test(each.name) || each.children.length !== 1) continue
    const name = textOf(each, longestCard)
    if (person.test(name) && !said.includes(name) && isInCard(each, name)) return cleanName(name)
  }
  return null
}

/** The smallest frame with a portrait holds the name, the day and little else. */
function isInCard(element: PageElement, name: string): boolean {
  let frame = element.parent
  for (let frames = 0; frame && frames < mostFrames; frame = frame.parent, frames += 1) {
    const text = textOf(frame, longestCard)
    if (text.length > longestCard || frame.name.startsWith('fig')) return false
    if ([...descendants(frame)].some((each) => each.name === 'img'))
      return (
        text
          .split(/\s[·•|]\s|(?<=\p{Ll})\s(?=\p{Lu})/u)
          .some((part) => /\d/u.test(part) && isDateLine(part)) && text.startsWith(name)
      )
  }
  return false
}
