/** Asks Mozilla's Readability where a page's article is, when its names and weights leave doubt. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { htmlToBlocks, type Block } from '../blocks.ts'
import { serialise, type PageElement } from './tree.ts'

/** More elements than this would take Readability seconds. */
const maxElements = 12_000
/** And more characters than this would take its tree as long; an article with its marks has a tenth of them. */
const maxLength = 1_500_000

/** Returns the blocks that Readability keeps of an already pruned tree; an empty list where it finds nothing. */
export function readBlocks(root: PageElement, url: string): Block[] {
  const html = serialise(root.children, ['class', 'id', 'href', 'itemprop', 'role'])
  // Counted here: building the tree, only to be told that it is too big, takes longer than the rest.
  const elements = html.split('</').length
  if (html.length > maxLength || elements > maxElements) return []
  try {
    const { document } = parseHTML(html.includes('<body') ? html : `<html><body>${html}</body></html>`)
    const article = new Readability<string>(document as never, {
      maxElemsToParse: maxElements,
      disableJSONLD: true,
      charThreshold: 250,
    }).parse()
    return htmlToBlocks(article?.content ?? '', url)
  } catch {
    // Too many elements, or a tree that Readability trips over: the other candidates stand.
    return []
  }
}
