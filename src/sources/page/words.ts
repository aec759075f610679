/** Reads the words of an element's class and id, by which hints.ts knows its job. */
import { isBoilerplate, isRelatedHeading } from '../boilerplate.ts'
import { textOf, type PageElement } from './tree.ts'

/** Each is asked for its words often. */
const wordsOf = new WeakMap<PageElement, string[]>()

/** Lower-case words of class, id and a name of the site's own making: `relatedPosts__item` gives related, posts, item. */
export function words(element: PageElement): string[] {
  let found = wordsOf.get(element)
  if (found) return found
  const names = ['class', 'data-component', 'data-testid'].map((each) => element.attributes[each] ?? '')
  const { id = '' } = element.attributes
  if (!repeatsHeading(id, element)) names.splice(1, 0, id)
  // Elements of a site's own making are called what others say in a class.
  if (element.name.includes('-')) names.push(element.name)
  const parted = names
    .join(' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    // The field is shown, without its name.
    .replace(/label-(?:visually[_-])?hidden/gu, 'label')
  found = parted.split(/[\s_:/-]+/u).filter((each) => each !== '')
  wordsOf.set(element, found)
  return found
}

/** With fewer words it may be the name of a box of the site's. */
const fewestWords = 3
const longestHeading = 200

/** Writers of manuals and notes have ids made of their headings: `sharing-with-one-developer` is no share bar. */
function repeatsHeading(id: string, element: PageElement): boolean {
  if (id.split(/[-_]+/u).length < fewestWords) return false
  const heading = headingOf(element)
  if (heading === null) return false
  const text = textOf(heading, longestHeading).replace(/\s*[¶#§]$/u, '')
  return lettersOf(text) === lettersOf(id) && !isRelatedHeading(text) && !isBoilerplate(text)
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

/** The element itself, or the heading that opens it. */
function headingOf(element: PageElement): PageElement | null {
  if (/^h[1-6]$/u.test(element.name)) return element
  const first = element.children.find((child) => typeof child !== 'string')
  return first && /^h[1-6]$/u.test(first.name) ? first : null
}
