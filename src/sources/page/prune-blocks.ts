/** Drops what is not the article's own from its text blocks: title, byline, related links, captions, closing lines. */
import type { Block } from '../blocks.ts'
import { dropApparatus } from './apparatus.ts'
import { cutAfterEnd } from './end.ts'
import { namesPlatforms } from './elsewhere.ts'
import { takeApart } from './lines.ts'
import { dropTail, isSource } from './prune-tail.ts'
import {
  isBoilerplate,
  isCommentsHeading,
  isPictureCredit,
  isRelatedHeading,
  pointsElsewhere,
} from '../boilerplate.ts'
import {
  bareText,
  isAboutAuthor,
  isByline,
  isDateLine,
  isEmptyLine,
  isFact,
  isName,
  isProse,
  isStamped,
  isStray,
  isFiling,
  isPost,
  namesFields,
  resemblesTitle,
  isTitle,
  linkShare,
} from './block-signs.ts'

export interface KnownFields {
  title: string | null
  byline: string | null
  /** What the page's pictures are said to show, as `bareText` writes it. */
  captions: ReadonlySet<string>
  /** Where the page stands. */
  host: string
}

/** Byline, date and kicker stand among the first few blocks. */
const headLength = 8
/** In a list below the lead. */
const longestDate = 32
/** And so many above the title. */
const kickers = 3

/** Returns the blocks that are text of the article. */
export function pruneBlocks(blocks: readonly Block[], known: KnownFields): Block[] {
  const wording = dropApparatus(cutAfterEnd(takeApart(blocks, known)).map(withoutButton)).filter(
    (block, at, all) =>
      block.kind === 'code' ||
      isRelatedHeading(block.text) ||
      !(
        (block.kind === 'heading' && isCall(all[at + 1]?.text ?? '')) ||
        isBoilerplate(block.text) ||
        isPictureCredit(block.text) ||
        isEmptyLine(block) ||
        (known.captions.has(bareText(block.text)) && !isSentenceSetLarge(block))
      ),
  )
  const linked = dropPullQuotes(dropLinkBlocks(dropRelated(wording), known.host))
  return dropTail(dropHead(linked, known), known)
}

/** The opening of an article may be a heading, and the name of its picture too; a card's is no sentence. */
function isSentenceSetLarge(block: Block): boolean {
  return block.kind === 'heading' && isProse(block) && /[.。!?！？]["'”’»」]?$/u.test(block.text)
}

/** A sentence that calls to follow or to pay, and no mere label. */
function isCall(text: string): boolean {
  return text.length > 40 && isBoilerplate(text)
}

/** More lines of the site's own are not looked for at the end of a paragraph. */
const mostClosingLines = 4

/** A paragraph without the site's lines, or the button, at its end. */
export function withoutButton(whole: Block): Block {
  let block = whole
  for (let line = 0; line < mostClosingLines && block.kind !== 'code'; line += 1) {
    const lastBreak = block.text.lastIndexOf('\n')
    if (lastBreak < 0 || !isBoilerplate(block.text.slice(lastBreak + 1))) break
    block = { ...block, text: block.text.slice(0, lastBreak).trimEnd() }
  }
  const button = block.links.at(-1)?.text ?? ''
  const ended = block.text.replace(/\s*返回\p{Script=Han}{2,6}[，,]?\s?查看更多$/u, '')
  if (ended !== block.text) return { ...block, text: ended }
  return button !== '' &&
    block.text.length > button.length &&
    block.text.endsWith(button) &&
    isBoilerplate(button)
    ? { ...block, text: block.text.slice(0, -button.length).trimEnd(), links: block.links.slice(0, -1) }
    : block
}

/** Title, byline, date and section name come before the first real paragraph, and are fields of their own. */
function dropHead(blocks: readonly Block[], known: KnownFields): Block[] {
  const firstProse = blocks.findIndex(
    (block) => isProse(block) && !isTitle(block.text, known.title) && !namesFields(block, known.byline),
  )
  const edge = firstProse < 0 ? Math.min(3, blocks.length - 1) : Math.min(firstProse, headLength)
  const titleAt = blocks.slice(0, kickers + 1).findIndex(({ text }) => isTitle(text, known.title))
  // What stands above a byline or a date is none of the text; below them it may open it.
  const fields = blocks
    .slice(0, edge)
    .findLastIndex(
      ({ text }) => isTitle(text, known.title) || isByline(text, known.byline) || isDateLine(text),
    )
  return blocks.filter((block, at) => {
    if (at <= headLength && isTitle(block.text, known.title)) return false
    if (at < titleAt && block.kind !== 'code' && !isProse(block)) return false
    if (at < firstProse && (isFact(block, blocks[at + 1]) || isFact(blocks[at - 1], block))) return false
    if (at < edge && isCommentsHeading(block.text)) return false
    if (at < headLength && known.byline !== null && isAboutAuthor(block.text, known.byline)) return false
    if (at >= edge)
      return !(
        at < headLength &&
        (isByline(block.text, known.byline) ||
          isStamped(block.text) ||
          (block.kind === 'item' && block.text.length <= longestDate && isDateLine(block.text)))
      )
    return !(
      namesFields(block, known.byline) ||
      isPost(block.text) ||
      (titleAt >= 0 && isName(block)) ||
      (at < fields && (isStray(block) || isFiling(block))) ||
      (block.kind === 'heading' && resemblesTitle(block.text, known.title)) ||
      (block.text.length < 40 && linkShare(block) > 0.6)
    )
  })
}

/** A "related" heading and the links under it; only links, so a lead-in in the middle loses no prose. */
function dropRelated(blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  let dropping = false
  for (const block of blocks) {
    if (isRelatedHeading(block.text)) {
      dropping = true
      continue
    }
    if (
      dropping &&
      (linkShare(block) > 0.5 ||
        isDateLine(block.text) ||
        (block.kind !== 'paragraph' && block.text.length < 120 && !/[.。!?]$/u.test(block.text)))
    )
      continue
    dropping = false
    kept.push(block)
  }
  return kept
}

const longestPullQuote = 240
/** Every block is looked for in every other, which longer texts would make slow. */
const mostCompared = 600

/** Words that are set large beside the text, and stand in it too. */
function dropPullQuotes(blocks: readonly Block[]): Block[] {
  if (blocks.length > mostCompared) return [...blocks]
  const bodies = blocks.map(({ text }) => bareText(text))
  return blocks.filter((block, at) => {
    const quote = bodies[at]!
    if (
      block.kind === 'heading' ||
      block.kind === 'code' ||
      block.text.length > longestPullQuote ||
      quote.length < 20
    )
      return true
    return !bodies.some(
      (body, other) =>
        other !== at &&
        body.includes(quote) &&
        (body.length > quote.length * 1.3 || (block.kind === 'quote' && blocks[other]!.kind !== 'quote')),
    )
  })
}

/** `Mentioned in the show:`, with what was mentioned below. */
function announces(block: Block | undefined): boolean {
  return (
    block !== undefined && /[:：]$/u.test(block.text) && !isBoilerplate(block.text.replace(/\s*[:：]$/u, ''))
  )
}

/** A line that points elsewhere has a few links; to take many out of a long text one by one takes minutes. */
const mostPointers = 40

/** Some list their news in sentences, of which a few are links from end to end. */
function isSentenceAmong({ kind, text }: Block, beside: readonly (Block | undefined)[]): boolean {
  return (
    kind === 'item' &&
    /[.!。！]$/u.test(text) &&
    beside.some((each) => each?.kind === 'item' && linkShare(each) < 0.5 && /[.!。！]$/u.test(each.text))
  )
}

/** Blocks that are one link: "read more" lines, and lists of other articles. */
function dropLinkBlocks(blocks: readonly Block[], host: string): Block[] {
  return blocks.filter((block, at) => {
    if (block.kind === 'heading' || block.kind === 'code') return true
    if (block.links.length > 0 && namesPlatforms(block.text)) return false
    const share = linkShare(block)
    if (share > 0.5 && block.links.length <= mostPointers) {
      const rest = block.links.reduce((text, link) => text.replace(link.text, ' '), block.text).trim()
      if (pointsElsewhere(rest) || (isDateLine(rest) && share < 1)) return false
    }
    return (
      share < 0.85 ||
      isSentenceAmong(block, [blocks[at - 1], blocks[at + 1]]) ||
      (block.kind === 'row' && share < 1) ||
      isSource(block, host) ||
      (announces(blocks[at - 1]) && isSource({ ...block, kind: 'item' }, host))
    )
  })
}
