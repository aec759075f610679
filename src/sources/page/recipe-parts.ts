/** Opens the parts of a recipe that a page sets as furniture: boxes beside the text, folds, boxes to tick, lists of links; for page.ts. */
import { descendants, textOf, type PageElement } from './tree.ts'

const ingredients =
  'ingredients|zutaten|ingrédients|ingredientes|ingredienti|ingrediënten|ingredienser|ingredience|suroviny|składniki|malzemeler|hozzávalók|ингредиенты|продукты|المقادير|المكونات|सामग्री|bahan(?:-bahan)?|材料|食材|用料|主料|辅料|輔料|配料|调料|調料|재료|nguyên liệu'
const steps =
  'method|directions|instructions|preparation|steps|zubereitung|préparation|étapes|preparación|elaboración|modo de preparo|preparo|preparazione|procedimento|bereiding|gör så här|fremgangsmåte|postup|przygotowanie|sposób przygotowania|yapılışı|hazırlanışı|elkészítés|приготовление|способ приготовления|طريقة (?:التحضير|العمل)|विधि|बनाने की विधि|cara membuat|作り方|做法|步骤|步驟|制作步骤|製作步驟|만드는 법|cách làm'
const headsIngredients = new RegExp(`^(?:the )?(?:${ingredients})(?![\\p{L}\\p{N}]).{0,40}$`, 'iu')
const headsPart = new RegExp(`^(?:the )?(?:${ingredients}|${steps})(?![\\p{L}\\p{N}]).{0,40}$`, 'iu')

const longestHeading = 70
/** What is longer than a recipe is something else, and what stands farther below its heading. */
const longestPart = 8_000
const mostBoxes = 8
/** No recipe has more headings. */
const mostHeads = 40
/** A heading may stand in a frame or two of its own, and its part in a box. */
const mostFrames = 2

/** Makes plain text of the ingredients and steps below `root` that stand under such a heading, or behind such a tab. */
export function openRecipe(root: PageElement): void {
  const heads: { head: PageElement; isList: boolean }[] = []
  const byId = new Map<string, PageElement>()
  for (const element of descendants(root)) {
    const id = element.attributes['id']
    if (id !== undefined && !byId.has(id)) byId.set(id, element)
    const text = headingOf(element)
    if (heads.length < mostHeads && text !== '' && text.length < longestHeading && headsPart.test(text))
      heads.push({ head: element, isList: headsIngredients.test(text) })
  }
  if (!heads.some(({ isList }) => isList)) return
  for (const { head, isList } of heads) {
    const tab = byId.get(/^#(.+)$/u.exec(head.attributes['href'] ?? '')?.[1] ?? '')
    for (const part of tab ? [tab] : partsBelow(head)) open(part, { isTab: tab !== undefined, isList })
  }
}

/** What an element says that may be a heading: one without others in it, or one that is made for it. */
function headingOf(element: PageElement): string {
  const [only] = element.children
  if (typeof only === 'string' && element.children.length === 1)
    return only.length < longestHeading * 2 ? only.trim() : ''
  return /^(?:h[1-6]|a|button|legend)$/u.test(element.name) ? textOf(element, longestHeading) : ''
}

/** What follows a heading up to the next of its kind; a box around both is one no more. */
function partsBelow(head: PageElement): PageElement[] {
  let at = head
  for (let frames = 0; at.parent && frames <= mostFrames; at = at.parent, frames += 1) {
    const siblings = at.parent.children
    const behind = siblings.slice(siblings.indexOf(at) + 1).filter((each) => typeof each !== 'string')
    const next = behind.findIndex(({ name }) => name === head.name || name === at.name)
    const parts = behind
      .slice(0, next < 0 ? mostBoxes : Math.min(next, mostBoxes))
      .filter((each) => each.name !== 'form' && textOf(each, 1) !== '')
    if (parts.length === 0) continue
    if (at.parent.name === 'aside') at.parent.name = 'div'
    return parts
  }
  return []
}

/** A link among the ingredients tells what one of them is; a box to tick stands beside what it says. */
function open(part: PageElement, { isTab, isList }: { isTab: boolean; isList: boolean }): void {
  if (textOf(part, longestPart).length >= longestPart) return
  for (const element of [part, ...descendants(part)]) {
    if (element.name === 'label' || (isList && element.name === 'a')) element.name = 'span'
    else if (element.name === 'aside') element.name = 'div'
  }
  const { hidden, style, 'aria-hidden': silent, ...others } = part.attributes
  if (isTab && `${hidden ?? ''}${style ?? ''}${silent ?? ''}` !== '') part.attributes = others
}
