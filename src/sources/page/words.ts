/** Reads the words of an element's class and id, by which hints.ts knows its job. */
import type { PageElement } from './tree.ts'

/** Each is asked for its words often. */
const wordsOf = new WeakMap<PageElement, string[]>()

/** Lower-case words of class, id and a name of the site's own making: `relatedPosts__item` gives related, posts, item. */
export function words(element: PageElement): string[] {
  let found = wordsOf.get(element)
  if (found) return found
  const names = ['class', 'id', 'data-component', 'data-testid'].map((each) => element.attributes[each] ?? '')
  // Elements of a site's own making are called what others say in a class.
  if (element.name.includes('-')) names.push(element.name)
  const parted = names
    .join(' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
  found = parted.split(/[\s_:/-]+/u).filter((each) => each !== '')
  wordsOf.set(element, found)
  return found
}
