/** Turns the HTML of feed titles and summaries into plain text, and makes the links in it absolute. */
import { decodeEntities, decodeHtml, escapeAttribute } from './entities.ts'
import { scan } from './scan.ts'

/** Any run of white space and controls but a single blank, so that ordinary text gives no match at all. */
const untidy = /(?:[^\S ]|\p{Cc}| (?=[\s\p{Cc}]))[\s\p{Cc}]*/gu
const blocks = new Set(
  'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
)
const silent = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'head', 'svg', 'object'])
/** What follows a tag's name, up to its `>`, which may stand within quotes; without them where they never end. */
const attributes = `\\s(?:=\\s?"[^"<]*"|=\\s?'[^'<]*'|=(?!\\s?["'])|[^<>=])*|\\s[^<>]*`
/** Tags that authors put into titles; others in angle brackets are more likely what the title is about. */
const titleNames =
  'a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|div|em|font|h[1-6]|i|img|ins|kbd|mark|nobr|p|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr'
const titleTags = new RegExp(`</?(?:${titleNames})(?:${attributes})?/?>`, 'giu')
/** Tags that a title is as likely about: markup only where an element is opened and closed. */
const pairNames =
  'article|aside|blockquote|center|dd|dl|dt|fieldset|figcaption|figure|footer|form|header|label|li|main|nav|ol|pre|rp|rt|ruby|section|table|tbody|td|th|tr|ul|video|audio'
const pairTags = new RegExp(`<(/?)(${pairNames})(?:\\s[^<>]*)?/?>`, 'giu')
const markupNames = new RegExp(`^(?:${titleNames}|${pairNames})$`, 'iu')

/** Says whether a title may have tags called `name` for its markup. */
export function isTitleMarkup(name: string): boolean {
  return markupNames.test(name)
}

/** Comments, scripts with something to run, and tags that have values: nobody's title is about those. */
const unshown = new RegExp(
  `<!--[^<>]*-->|<(script|style)\\b[^<>]*>([^<]*)</\\1\\s*>|<([a-z]+)(${attributes})>(?:</\\3>)?`,
  'giu',
)

/** Returns a title without the markup that no title is about. */
export function withoutUnshown(text: string): string {
  if (!text.includes('<')) return text
  return withoutPairs(text).replace(
    unshown,
    (all, script?: string, run = '', tag?: string, values?: string, at = 0, whole = '') => {
      const isShown =
        tag === undefined
          ? script !== undefined && !/[;{}]/u.test(run) && !(/\w\(/u.test(run) && isApart(whole, at, all))
          : !/=\s?["']/u.test(values!)
      return isShown ? all : ''
    },
  )
}

/** No word of a sentence: it stands at an edge, or sticks to a word. */
function isApart(title: string, at: number, part: string): boolean {
  return !/\s/u.test(title.charAt(at - 1)) || !/[\s,.:!?]/u.test(title.charAt(at + part.length))
}

/** Returns `text` on one line, trimmed, without control characters or halves of characters. */
export function oneLine(text: string): string {
  const trimmed = text.trim()
  if (isTidy(trimmed)) return trimmed
  return trimmed
    .toWellFormed()
    .replace(untidy, (run) => (/\s/u.test(run) ? ' ' : ''))
    .trim()
}

/** Returns the plain text of a title whose markup its format leaves open: usual tags go, `Using <script>` stays. */
export function titleText(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return oneLine(text)
  return oneLine(
    decodeHtml(
      withoutPairs(text).replace(titleTags, (tag) => (/^<\/?(?:br|p|div|h\d)\b/iu.test(tag) ? ' ' : '')),
    ),
  )
}

function withoutPairs(text: string): string {
  const opened = new Set<string>()
  const closed = new Set<string>()
  for (const [, end, name] of text.matchAll(pairTags)) (end === '' ? opened : closed).add(name!.toLowerCase())
  if (closed.size === 0) return text
  return text.replace(pairTags, (tag, _end: string, name: string) =>
    opened.has(name.toLowerCase()) && closed.has(name.toLowerCase()) ? ' ' : tag,
  )
}

/**
 * Returns the text that a browser would show for `html`, blocks on lines of their own; at most up to the end of the
 * block in which `enough` characters are reached. Linear in time, at any depth.
 */
export function htmlToText(html: string, enough = Number.POSITIVE_INFINITY): string {
  const lines: string[] = []
  const endless = new Set<string>()
  let line = ''
  let length = 0
  const endLine = () => {
    const plain = line === '' ? '' : oneLine(decodeHtml(line))
    if (plain !== '') lines.push(plain)
    length += plain.length
    line = ''
  }
  scan(
    html,
    {
      text(start, end) {
        // What is left of a section within a section.
        line += html.slice(html.startsWith(']]>', start) ? start + 3 : start, end)
      },
      cdata: (start) => start,
      open(tag, _attributes, selfClosing, end) {
        const name = tag.toLowerCase()
        if (silent.has(name) && !selfClosing && !endless.has(name)) {
          const behind = endOf(html, name, end)
          if (behind >= 0) return behind
          // A browser shows nothing of a script that never ends; anything else that never ends hides nothing.
          if (name === 'script' || name === 'style') return html.length
          endless.add(name)
        }
        if (blocks.has(name)) endLine()
        return length > enough ? html.length : -1
      },
      close(tag) {
        if (blocks.has(tag.toLowerCase())) endLine()
      },
    },
    { html: true },
  )
  endLine()
  return lines.join('\n')
}

/** Where an element ends whose content a browser never shows; -1 for nowhere. */
function endOf(html: string, name: string, start: number): number {
  const pattern = new RegExp(`</${name}`, 'giu')
  pattern.lastIndex = start
  return pattern.exec(html)?.index ?? -1
}

/** Most titles, dates and addresses are; to see it takes a tenth of the time of rewriting them. */
function isTidy(text: string): boolean {
  let previous = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    const plain = unit > 32 && unit < 127
    // From the CJK punctuation behind the ideographic space up to the surrogates nothing is blank or a control.
    const wide = unit > 0x3000 && unit < 0xd800
    if (!plain && !wide && (unit !== 32 || previous === 32)) return false
    previous = unit
  }
  return true
}

const linkNames = 'href|src|cite|action|poster|longdesc|background|data-src|data-original'
const linkAttribute = new RegExp(
  `(\\s(?:${linkNames})\\s*=\\s*)(?:"([^"<>]*)"|'([^'<>]*)'|([^\\s"'<>]+))`,
  'giu',
)
const endsInLinkName = new RegExp(`\\s(?:${linkNames})\\s*$`, 'iu')
const startsAbsolute = /^\s*["']?\s*(?:https?:|#|mailto:|data:)/iu

/** The last letters of `linkNames`: most attributes have another one. */
const lastLetters = new Set(linkNames.split('|').map((name) => name.charCodeAt(name.length - 1)))

/** Looks at equals signs only: most feeds have no relative link, and the full pattern is slow on megabytes. */
function hasRelativeLink(html: string): boolean {
  for (let at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
    const last = html.charCodeAt(at - 1)
    if ((last > 32 && !lastLetters.has(last | 32)) || html.startsWith('"https:', at + 1)) continue
    if (
      !startsAbsolute.test(html.slice(at + 1, at + 24)) &&
      endsInLinkName.test(html.slice(Math.max(0, at - 24), at))
    )
      return true
  }
  return false
}

/** Returns `html` with the addresses in its attributes made absolute from `base`. */
export function absoluteLinks(html: string, base: string | null): string {
  if (base === null) return html
  const sets = html.includes('srcset') ? absoluteSets(html, base) : html
  return hasRelativeLink(sets) ? absoluteAttributes(sets, base) : sets
}

/** No article has more; whoever writes more means to keep us busy. */
const mostSets = 2000
const longestSet = 20_000

/** A set lists pictures with their sizes: `a.png 1x, b.png 2x`. */
function absoluteSets(html: string, base: string): string {
  let left = mostSets
  return html.replace(
    /(\ssrcset\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)')/giu,
    (written, before, double, single) => {
      if (left-- <= 0 || written.length > longestSet) return written
      const set = decodeEntities(double ?? single ?? '').replace(/\S+/gu, (token) => {
        const [, size = '', url = '', comma = ''] =
          /^((?:[\d.]+(?:e\d+)?[wxh](?:,|$))?)(.*?)(,*)$/iu.exec(token) ?? []
        return `${size}${url === '' ? '' : (URL.parse(url, base)?.href ?? url)}${comma}`
      })
      return `${before}"${escapeAttribute(set)}"`
    },
  )
}

function absoluteAttributes(html: string, base: string): string {
  let made = ''
  let from = 0
  linkAttribute.lastIndex = 0
  const isInTag = tagFinder(html)
  // A loop, not `replace`, which would first gather the matches of a million hostile attributes.
  for (let match = linkAttribute.exec(html); match; match = linkAttribute.exec(html)) {
    // Code that is shown keeps its addresses.
    if (!isInTag(match.index)) continue
    const [, before, double, single, bare] = match
    const written = decodeEntities(double ?? single ?? bare ?? '').trim()
    if (written === '' || /^(?:[a-z][a-z\d+.-]*:|#)/iu.test(written)) continue
    const absolute = URL.parse(written, base)?.href
    if (absolute === undefined) continue
    made += `${html.slice(from, match.index)}${before}"${escapeAttribute(absolute)}"`
    from = linkAttribute.lastIndex
  }
  return made + html.slice(from)
}

/** Tells of positions, each further on than the one before, whether an attribute may begin there. */
function tagFinder(html: string): (position: number) => boolean {
  let at = 0
  let inside = false
  let quote = ''
  return (position) => {
    for (; at < position; at++) {
      const character = html[at]!
      if (character === '<') {
        inside = /[a-z]/iu.test(html[at + 1] ?? '')
        quote = ''
      } else if (quote !== '') quote = character === quote ? '' : quote
      else if (character === '>') inside = false
      else if ((character === '"' || character === "'") && html[at - 1] === '=') quote = character
    }
    return inside && quote === ''
  }
}
