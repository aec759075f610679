/** Turns the HTML of feed titles and summaries into plain text, and makes the links in it absolute. */
import { Tokenizer } from 'htmlparser2'
import { decodeEntities, escapeAttribute } from './entities.ts'

/** Stands for the edge of a block until the text is tidied; no text holds it. */
const edge = '\u0000'
/** Any run of white space and controls but a single blank, so that ordinary text gives no match at all. */
const untidy = /(?:[^\S ]|\p{Cc}| (?=[\s\p{Cc}]))[\s\p{Cc}]*/gu
const blocks = new Set(
  'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
)
const silent = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'head', 'svg', 'object'])
/** Tags that authors put into titles; others in angle brackets are more likely what the title is about. */
const titleTags =
  /<\/?(?:a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|div|em|font|h[1-6]|i|img|ins|kbd|mark|nobr|p|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/giu

/** Returns `text` on one line, trimmed, without control characters or halves of characters. */
export function oneLine(text: string): string {
  return tidy(text, ' ')
}

/** Returns the plain text of a title whose markup its format leaves open: usual tags go, `Using <script>` stays. */
export function titleText(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return oneLine(text)
  return oneLine(
    decodeEntities(text.replace(titleTags, (tag) => (/^<\/?(?:br|p|div|h\d)\b/iu.test(tag) ? ' ' : ''))),
  )
}

/**
 * Returns the text that a browser would show for `html`, blocks on lines of their own; at most up to the end of the
 * block in which `enough` characters are reached. Linear in time, at any depth.
 */
export function htmlToText(html: string, enough = Number.POSITIVE_INFINITY): string {
  if (!html.includes('<')) return tidy(decodeEntities(html), '\n')
  let text = ''
  let silentIn = ''
  let from = 0
  let to = 0
  const ignore = () => undefined
  // Text arrives in as many pieces as it has stray brackets; adjoining ones are added at once.
  const flush = () => {
    text += html.slice(from, to)
    from = to = 0
  }
  const mark = (start: number, end: number, closing: boolean) => {
    const name = html.slice(start, end).toLowerCase()
    if (silentIn === '' && !closing && silent.has(name)) silentIn = name
    else if (closing && name === silentIn) silentIn = ''
    else if (blocks.has(name) && silentIn === '') {
      flush()
      text += edge
      if (text.length > enough) tokenizer.pause()
    }
  }
  const tokenizer: Tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (start, end) => mark(start, end, false),
      onclosetag: (start, end) => mark(start, end, true),
      ontext(start, end) {
        if (silentIn !== '') return
        if (to !== start) {
          flush()
          from = start
        }
        to = end
      },
      onselfclosingtag: () => {
        silentIn = ''
      },
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      ontextentity: ignore,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  flush()
  return tidy(decodeEntities(text), '\n')
}

/** Collapses white space, drops controls and halves of characters; runs with a block's edge become `line`. */
function tidy(text: string, line: string): string {
  return text
    .toWellFormed()
    .replace(untidy, (run) => (run.includes(edge) ? line : /\s/u.test(run) ? ' ' : ''))
    .trim()
}

const linkNames = 'href|src|cite|action|poster|longdesc|background|data-src|data-original'
const linkAttribute = new RegExp(
  `(\\s(?:${linkNames})\\s*=\\s*)(?:"([^"<>]*)"|'([^'<>]*)'|([^\\s"'<>]+))`,
  'giu',
)
const endsInLinkName = new RegExp(`\\s(?:${linkNames})\\s*$`, 'iu')
const startsAbsolute = /^\s*["']?\s*(?:https?:|#|mailto:|data:)/iu

/** Looks at equals signs only: most feeds have no relative link, and the full pattern is slow on megabytes. */
function hasRelativeLink(html: string): boolean {
  for (let at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1))
    if (
      !startsAbsolute.test(html.slice(at + 1, at + 24)) &&
      endsInLinkName.test(html.slice(Math.max(0, at - 24), at))
    )
      return true
  return false
}

/** Returns `html` with the addresses in its attributes made absolute from `base`. */
export function absoluteLinks(html: string, base: string | null): string {
  if (base === null || !hasRelativeLink(html)) return html
  return html.replace(
    linkAttribute,
    (whole, before: string, double?: string, single?: string, bare?: string) => {
      const written = decodeEntities(double ?? single ?? bare ?? '').trim()
      if (written === '' || /^(?:[a-z][a-z\d+.-]*:|#)/iu.test(written)) return whole
      const absolute = URL.parse(written, base)?.href
      return absolute === undefined ? whole : `${before}"${escapeAttribute(absolute)}"`
    },
  )
}
