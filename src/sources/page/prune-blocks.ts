/** Drops what is not the article's own from its text blocks: title, byline, related links, captions, closing lines. */
import type { Block } from '../blocks.ts'
import { monthOf } from '../date-words.ts'
import { isBoilerplate, isPictureCredit, isRelatedHeading } from '../boilerplate.ts'

export interface KnownFields {
  title: string | null
  byline: string | null
  /** What the page's pictures are said to show, as `bareText` writes it. */
  captions: ReadonlySet<string>
}

/** Byline, date and kicker stand among the first few blocks. */
const headLength = 8

/** Returns the blocks that are text of the article. */
export function pruneBlocks(blocks: readonly Block[], known: KnownFields): Block[] {
  const wording = blocks.filter(
    (block) =>
      block.kind === 'code' ||
      isRelatedHeading(block.text) ||
      !(
        isBoilerplate(block.text) ||
        isPictureCredit(block.text) ||
        isEmptyLine(block.text) ||
        known.captions.has(bareText(block.text))
      ),
  )
  const linked = dropPullQuotes(dropLinkBlocks(dropRelated(wording)))
  return dropTail(dropHead(linked, known), known)
}

/** Title, byline, date and section name come before the first real paragraph, and are fields of their own. */
function dropHead(blocks: readonly Block[], known: KnownFields): Block[] {
  const firstProse = blocks.findIndex((block) => isProse(block) && !isTitle(block.text, known.title))
  const edge = Math.min(firstProse < 0 ? 0 : firstProse, headLength)
  return blocks.filter((block, at) => {
    if (at <= headLength && isTitle(block.text, known.title)) return false
    if (at >= edge) return !(at < headLength && isByline(block.text, known.byline))
    return !(
      isByline(block.text, known.byline) ||
      isDateLine(block.text) ||
      (block.text.length < 40 && linkShare(block) > 0.6)
    )
  })
}

function dropTail(blocks: readonly Block[], known: KnownFields): Block[] {
  let end = blocks.length
  // A poem or a list of names ends in short lines too.
  const running = blocks.filter(isProse).length >= blocks.length * 0.5
  while (end > 1) {
    const block = blocks[end - 1]!
    const gone =
      block.kind === 'heading' ||
      (running && isStray(block)) ||
      isBoilerplate(block.text) ||
      isByline(block.text, known.byline) ||
      isDateLine(block.text) ||
      isAuthorNote(block.text, known.byline) ||
      (block.text.length < 100 && linkShare(block) > 0.6)
    if (!gone) break
    end -= 1
  }
  return blocks.slice(0, end)
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
      (body, other) => other !== at && body.length > quote.length * 1.3 && body.includes(quote),
    )
  })
}

/** Blocks that are one link: "read more" lines, and lists of other articles. */
function dropLinkBlocks(blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => {
    if (block.kind === 'heading' || block.kind === 'code') return true
    const share = linkShare(block)
    return share < 0.85 || (block.kind === 'row' && share < 1)
  })
}

/** Share of a block's letters that stand in links, 0 to 1. */
export function linkShare(block: Block): number {
  const length = block.text.replace(/\s/gu, '').length
  if (length === 0) return 0
  const linked = block.links.reduce((sum, link) => sum + link.text.replace(/\s/gu, '').length, 0)
  return Math.min(1, linked / length)
}

function isProse(block: Block): boolean {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(block.text)
  return block.text.length > (wide ? 40 : 100) && linkShare(block) < 0.5
}

/** Nothing but signs, or the hour of an entry of a live report. */
function isEmptyLine(text: string): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(text) || /^\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|uhr|h|[A-Z]{3,4}))?$/iu.test(text)
  )
}

/** Only the letters and digits of `text`, in lower case. */
export function bareText(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

function isTitle(text: string, title: string | null): boolean {
  return title !== null && bareText(text) !== '' && bareText(text) === bareText(title)
}

function isByline(text: string, byline: string | null): boolean {
  if (text.length > 160) return false
  if (
    /^(?:by|written by|von|par|por|di|door|автор|text|texte)\s*[:：]?\s+\p{Lu}[\p{L}.'’-]+(?:[\s,]+(?:and|und|et|y|e|&|de|van|von|\p{Lu}[\p{L}.'’-]*)){0,9}\s*(?:[|•·,–—-].{0,80})?$/iu.test(
      text,
    ) &&
    /^\S+\s+\p{Lu}/u.test(text)
  )
    return true
  if (byline === null || bareText(byline) === '') return false
  const line = bareText(text)
  const name = bareText(byline)
  return (
    line === name || (line.includes(name) && line.length < name.length + 30 && !/[.。!?！？]\s*$/u.test(text))
  )
}

const numericDate = /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/u

const dayNumber = /(?<![\p{L}\d])(?:\d{1,2}|(?:19|20)\d\d)(?:st|nd|rd|th|er|º)?(?![\p{L}\d])/u

/** A line that is a date with at most a label, a place or a source beside it. */
function isDateLine(text: string): boolean {
  if (text.length > 80 || !/\d/u.test(text)) return false
  const words = text.replace(numericDate, ' ').match(/\p{L}[\p{L}\p{M}]+/gu) ?? []
  if (!numericDate.test(text) && !(dayNumber.test(text) && words.some((word) => monthOf(word)))) return false
  return words.join('').length <= 36 && !/[.。!?！？]$/u.test(text.replace(/\b[ap]\.m\.$/iu, ''))
}

/** Counters and names of buttons that are left when a page's tools have gone. */
function isStray(block: Block): boolean {
  if (block.kind !== 'paragraph' || /[.。!?！？…:：»”"')）]$/u.test(block.text)) return false
  return block.text.length <= (/\p{Script=Han}/u.test(block.text) ? 4 : 12)
}

/** `Ann Lee is a reporter …`, below an article. */
const profession =
  /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2} (?:is|was) (?:a|an|the|our) [^.]{0,60}\b(?:reporter|writer|editor|correspondent|columnist|journalist|contributor)\b/u

/** "Ida Holm is a reporter at …", closing an article by Ida Holm. */
function isAuthorNote(text: string, byline: string | null): boolean {
  if (text.length > 400) return false
  if (profession.test(text)) return true
  if (byline === null) return false
  const name = byline.split(/,| and | & |、/u)[0]!.trim()
  return (
    name.length > 3 &&
    text.startsWith(name) &&
    /^\s*(?:,|is\b|was\b|has\b|covers\b|writes\b|reports\b|works\b|ist\b|est\b|es\b)/u.test(
      text.slice(name.length),
    )
  )
}
