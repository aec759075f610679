/** Finds how long ago a page says beside its headline that it was published; for page-date.ts. */
import { parseRelative } from '../date-relative.ts'
import { parseYearless } from '../date-yearless.ts'
import { textOf, type PageElement } from './tree.ts'

/** Elements before a headline and behind it in which its date stands; further away are those of other articles. */
const before = 8
const behind = 40
const longest = 60
/** A page with more lists articles. */
const mostHeadlines = 3

/**
 * The date that `elements` tell by the time since then, `now` being when the page was read. null where several differ, as
 * in a list of news, or where none stands near a headline.
 */
export function relativeDate(elements: readonly PageElement[], now: Date): Date | null {
  let found: Date | null = null
  const headlines = [...elements.keys()].filter((at) => elements[at]!.name === 'h1')
  if (headlines.length > mostHeadlines) return null
  for (const at of headlines) {
    for (const each of elements.slice(Math.max(0, at - before), at + behind))
      for (const date of datesIn(each, now)) {
        if (found && found.getTime() !== date.getTime()) return null
        found = date
      }
  }
  return found
}

const label =
  /^(?:(?:published|posted|publié|veröffentlicht|publicado|опубликовано|diterbitkan|تم النشر|प्रकाशित|[发發]布[于於]?|[发發]表[于於]?|公開|投稿)(?: on)?|date|日期|时间|時間|[发發]布时间|[發发]布時間)\s*[:：]?\s*/iu

/** What the element says itself, and as a whole where it is short: a number may stand in an element of its own. */
function datesIn(element: PageElement, now: Date): Date[] {
  const { name, attributes, children } = element
  const isNamed =
    name === 'time' ||
    /date|time|publi|posted/iu.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`)
  const own = children.filter((child) => typeof child === 'string')
  const whole = children.length > own.length && children.length < 5 ? [textOf(element, longest + 1)] : []
  return (
    [...own, ...whole]
      .filter((text) => text.length < 300)
      .flatMap((text) => text.split(/[|·•]|\s[-–—]\s/u))
      .map((part) => part.trim().replace(label, ''))
      // "Today" is a heading of many pages.
      .filter(
        (part) =>
          part.length <= longest && (isNamed || /[\d\p{Nd}一二两兩三四五六七八九十半]|ago$/u.test(part)),
      )
      .flatMap((part) => parseRelative(part, now) ?? (isNamed ? parseYearless(part, now) : null) ?? [])
  )
}
