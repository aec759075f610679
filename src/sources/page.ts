/** Reads a web page into an article: what it says, who wrote it and when, without the site around it. */
import { blocksToText, htmlToBlocks, type Block } from './blocks.ts'
import { takeCredits } from './credits.ts'
import { tokenF1 } from './page/agreement.ts'
import { hostOf } from './page/elsewhere.ts'
import { chooseContainer, trimChildren, type Container } from './page/container.ts'
import { cutAfterEnd } from './page/end.ts'
import { readJsonLd } from './page/json-ld.ts'
import { findLead, type Heads } from './page/lead.ts'
import { proseWeight, weigh } from './page/mass.ts'
import { readMetadata, type Metadata } from './page/metadata.ts'
import { wechatDate } from './page/page-date.ts'
import { enoughProse, findObstacle, type Obstacle } from './page/obstacle.ts'
import { bareText } from './page/block-signs.ts'
import { pruneBlocks, withoutButton, type KnownFields } from './page/prune-blocks.ts'
import { pruneLinkLists, prunePage } from './page/prune.ts'
import { completeRecipe, markedRecipe } from './page/recipe.ts'
import { openRecipe } from './page/recipe-parts.ts'
import { readBlocks } from './page/readable.ts'
import { readState } from './page/state.ts'
import { signedBelow } from './page/signed.ts'
import { pruneTeasers } from './page/teasers.ts'
import { findThread, repeatsPost } from './page/thread.ts'
import { descendants, parsePage, serialise, type PageElement } from './page/tree.ts'

export interface Article extends Metadata {
  /** Plain text with line breaks between blocks; empty where nothing could be read. */
  text: string
  /** What stands in the way of the article; such a page must not be summarised. */
  obstacle: Obstacle | null
}

/** A named container with this share of the page's prose needs no second opinion. */
const sureCoverage = 0.7
/** And an unnamed one with this share needs no better one. */
const safeCoverage = 0.85
/** A shorter body in JSON-LD is a teaser. */
const shortestBody = 300
/** Candidates closer to the publisher's own text than this keep their headings and lists. */
const closeToBody = 0.8

/**
 * Extracts the article of a page. Never throws: hostile or empty HTML gives an empty text. `url` resolves links
 * and stands in where the page names no canonical address; `now` is when the page was read, for "3 hours ago".
 */
export function extractArticle(html: string, url: string, now?: Date): Article {
  const tree = parsePage(html)
  const linked = readJsonLd(tree.jsonLd)
  const metadata = readMetadata(tree, linked, url, now)
  // What data tell of a recipe need not be found.
  if (!linked?.recipe) openRecipe(tree.root)
  const masses = weigh(tree.root)
  const known = { ...metadata, captions: captionsOf(tree.root), host: hostOf(url) }
  const recipe = linked?.recipe ?? markedRecipe(tree.root)
  const thread = findThread(tree.root, masses)
  const root = thread ? threadPage(thread) : tree.root
  prunePage(root, masses)
  pruneTeasers(root, masses)
  const shown = readArticle(
    thread ? threadBlocks(root, url) : chooseBlocks(root, linked?.body ?? null, url, known),
    known,
  )
  const { blocks, byline } = drawn(
    html,
    url,
    { ...shown, blocks: completeRecipe(shown.blocks, recipe) },
    known,
  )
  const text = blocksToText(blocks)
  const prose = proseWeight(text)
  const signed = metadata.publishedAt !== null || (metadata.byline ?? byline) !== null
  // The tree has been cut by now; a page with so little text is cheap to read once more.
  const obstacle = prose < enoughProse ? findObstacle(parsePage(html), { text, linked, signed }) : null
  const publishedAt = metadata.publishedAt ?? wechatDate(html)
  return { ...metadata, publishedAt, byline: metadata.byline ?? byline, text, obstacle }
}

interface Reading {
  blocks: readonly Block[]
  byline: string | null
}

/** With more, a page shows its article. */
const fewProse = 400
/** What its scripts would draw must say so much more than what it shows. */
const drawnMore = 2

/** What a page's scripts would draw of its article, or what it shows where they draw none. */
function drawn(html: string, url: string, shown: Reading, known: KnownFields): Reading {
  const less = proseWeight(blocksToText(shown.blocks))
  if (less >= fewProse) return shown
  const reading = readArticle(readState(html, known.title, url), known)
  return proseWeight(blocksToText(reading.blocks)) > less * drawnMore ? reading : shown
}

/** A shorter text would be found in the article too. */
const shortestCaption = 8

/** Captions say again what their pictures' alternative texts say. */
function captionsOf(root: PageElement): Set<string> {
  const captions = new Set<string>()
  for (const { name, attributes } of descendants(root))
    if (name === 'img')
      for (const text of [attributes['alt'], attributes['title']]) {
        const bare = bareText(text ?? '')
        if (bare.length >= shortestCaption) captions.add(bare)
      }
  return captions
}

function readArticle(chosen: readonly Block[], known: KnownFields): Reading {
  const credits = takeCredits(cutAfterEnd(chosen).map(withoutButton))
  const byline = credits.originalAuthor ?? signedBelow(credits.blocks)
  return { blocks: pruneBlocks(credits.blocks, { ...known, byline: known.byline ?? byline }), byline }
}

/** A page of the posts alone. */
function threadPage(posts: PageElement[]): PageElement {
  return { name: 'body', attributes: {}, children: posts, parent: null }
}

function threadBlocks(page: PageElement, url: string): Block[] {
  pruneLinkLists(page, weigh(page), hostOf(url))
  // A cell without its row would run into the next.
  return page.children
    .flatMap((post) => htmlToBlocks(serialise([post], ['href']), url))
    .filter((block) => !repeatsPost(block))
}

/** Lets the named or heaviest container, Readability and the publisher's own text vote. */
function chooseBlocks(root: PageElement, body: string | null, url: string, known: KnownFields): Block[] {
  const container = chooseContainer(root, weigh(root))
  const own = container ? ownBlocks(root, container.nodes, url, known) : []
  const candidates = [own]
  if (!container?.named || container.coverage < sureCoverage) candidates.push(readBlocks(root, url))
  const pruned = candidates.map((blocks) => ({
    blocks,
    text: blocksToText(pruneBlocks(blocks, known)),
  }))
  const told = body === null ? [] : htmlToBlocks(asHtml(body), url)
  const toldText = blocksToText(told)
  const best = pruned.toSorted((one, other) => other.text.length - one.text.length)[0]!
  if (toldText.length >= shortestBody && toldText.length > best.text.length * 0.5) {
    const [closest] = pruned
      .map(({ blocks, text }) => ({ blocks, score: tokenF1(text, toldText) }))
      .toSorted((one, other) => other.score - one.score)
    return closest && closest.score >= closeToBody ? closest.blocks : told
  }
  const [ours, theirs] = pruned
  if (!theirs || !ours) return own
  return theirs.text.length > ours.text.length * mustExceed(container) ? theirs.blocks : ours.blocks
}

/** How much more another reading must hold to be believed. */
function mustExceed(container: Container | null): number {
  if (container?.named) return 2
  // A container that holds nearly all and lost much to Readability was cut into parts; another is only a guess.
  return container && isSafe(container) ? 1.3 : 0.6
}

/** The whole page holds everything, and is no find. */
function isSafe({ nodes, coverage }: Container): boolean {
  return coverage > safeCoverage && nodes.every(({ name }) => !/^(?:#root|html|body|main)$/u.test(name))
}

/** The blocks of the chosen body, after the lead where that stands outside and is not said again. */
function ownBlocks(root: PageElement, nodes: readonly PageElement[], url: string, heads: Heads): Block[] {
  const inside = containerBlocks(nodes, url)
  const said = new Set(inside.slice(0, 4).map(({ text }) => bareText(text)))
  const before = findLead(root, nodes, heads).flatMap((lead) =>
    htmlToBlocks(serialise(lead.children, ['href']), url),
  )
  return [...before.filter(({ text }) => !said.has(bareText(text))), ...inside]
}

function containerBlocks(nodes: readonly PageElement[], url: string): Block[] {
  return nodes.flatMap((node) => {
    const trimmed = trimChildren(node, weigh(node), hostOf(url))
    pruneLinkLists(trimmed, weigh(trimmed), hostOf(url))
    return htmlToBlocks(serialise([trimmed], ['href']), url)
  })
}

/** articleBody is plain text by its definition, but often carries tags. */
function asHtml(body: string): string {
  if (/<(?:p|br|div|h[1-6]|a|strong)\b/iu.test(body)) return body
  return body
    .split(/\n+/u)
    .map((line) => `<p>${line.replace(/<(?=[^>]*$)/gu, '&lt;')}</p>`)
    .join('')
}
