/** Tells a page that lists articles (a front page, a section) from an article with links beside it. */
import { hostOf, isElsewhere } from './elsewhere.ts'
import { proseWeight } from './mass.ts'
import { descendants, parsePage, textOf, type PageElement } from './tree.ts'

/** What is said in less is no headline but the word of a menu. */
const shortestHeadline = 20
const fewestHeadlines = 5
/** On a site's first page a few are enough: nobody who sends its address means one article. */
const fewestAtRoot = 3
/** In a list of articles the headlines outweigh everything else that is said. */
const outweighing = 1.5
const frame = /^(?:nav|header|footer|aside|form)$/u

/** True where the page at `url` lists articles of its site; `text` is the most that can be read there as an article. */
export function listsArticles(html: string, url: string, text: string): boolean {
  const tree = parsePage(html)
  const isArticle = tree.metas.some(
    ({ property, name, content }) =>
      /^og:type$/iu.test(property ?? name ?? '') && /^article$/iu.test((content ?? '').trim()),
  )
  const own = URL.parse(url)
  if (isArticle || !own) return false
  const headlines = new Map<string, number>()
  for (const element of descendants(tree.root)) {
    if (element.name !== 'a' || isInFrame(element)) continue
    const target = URL.parse(element.attributes['href'] ?? '', url)
    if (!target || target.pathname === own.pathname || isElsewhere(target.href, hostOf(url))) continue
    const weight = proseWeight(textOf(element, 300).trim())
    if (weight >= shortestHeadline) headlines.set(target.pathname, weight)
  }
  if (own.pathname === '/' && own.search === '') return headlines.size >= fewestAtRoot
  const linked = headlines.values().reduce((sum, weight) => sum + weight, 0)
  return headlines.size >= fewestHeadlines && linked >= proseWeight(text) * outweighing
}

function isInFrame(link: PageElement): boolean {
  for (let at: PageElement | null = link.parent; at; at = at.parent) if (frame.test(at.name)) return true
  return false
}
