/** Tells the parts of a page that sell something: what a sponsor paid for, and calls with a button below them; for prune.ts. */
import { words } from './words.ts'
import type { Mass } from './mass.ts'
import { descendants, textOf, type PageElement } from './tree.ts'

const longestLine = 80
const sponsor =
  /^(?:(?:together|in partnership) with|(?:presented|sponsored|brought to you) by|(?:a (?:message|word) )?from our (?:sponsor|partner)s?|sponsor message|sponsored)(?!\p{L}).{0,40}$/iu

/** True for a part that opens with a line that says who pays for it. */
export function isSponsored(element: PageElement): boolean {
  if (!/^(?:div|section|table|tr)$/u.test(element.name)) return false
  let first: PageElement | undefined = element
  // The innermost of the elements that each open the one around it.
  for (let next: PageElement | undefined = element; next; first = next ?? first)
    next = first!.children.find((each) => typeof each !== 'string' && textOf(each, 1) !== '') as
      | PageElement
      | undefined
  return first !== element && sponsor.test(textOf(first!, longestLine))
}

const longestCall = 350
const buttons = /^(?:btn|button|buttons|cta)$/u

/** True for a heading with a sentence or two and a button: what a site wants its readers to do. */
export function callsToBuy(element: PageElement, mass: Mass | undefined): boolean {
  if (!/^(?:div|section)$/u.test(element.name) || !mass || mass.text > longestCall) return false
  const inner = [...descendants(element)]
  if (
    !inner.some(({ name }) => /^h[2-6]$/u.test(name)) ||
    inner.some(({ name }) => /^(?:h1|[uo]l|table|img)$/u.test(name))
  )
    return false
  return inner.some((each) => each.name === 'a' && words(each).some((word) => buttons.test(word)))
}
