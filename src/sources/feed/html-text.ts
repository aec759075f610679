/** Turns the HTML of feed titles and summaries into plain text, and makes the links in it absolute. */
import { Tokenizer } from 'htmlparser2'
import { decodeEntities, escapeAttribute } from './entities.ts'

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
  return text
    .toWellFormed()
    .replace(/[\0-\u0008\u000E-\u001F\u007F-\u009F\uFEFF]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Returns the plain text of a title whose markup its format leaves open: usual tags go, `Using <script>` stays. */
export function titleText(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return oneLine(text)
  return oneLine(
    decodeEntities(text.replace(titleTags, (tag) => (/^<\/?(?:br|p|div|h\d)\b/iu.test(tag) ? ' ' : ''))),
  )
}

/** Returns the text that a browser would show for `html`, blocks on lines of their own. Linear in time, any depth. */
export function htmlToText(html: string): string {
  if (!html.includes('<')) return tidyLines(decodeEntities(html))
  let text = ''
  let silentIn = ''
  const ignore = () => undefined
  const mark = (start: number, end: number, closing: boolean) => {
    const name = html.slice(start, end).toLowerCase()
    if (silentIn === '' && !closing && silent.has(name)) silentIn = name
    else if (closing && name === silentIn) silentIn = ''
    else if (blocks.has(name) && silentIn === '') text += '\n'
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (start, end) => mark(start, end, false),
      onclosetag: (start, end) => mark(start, end, true),
      ontext(start, end) {
        if (silentIn === '') text += html.slice(start, end).replace(/\s+/gu, ' ')
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
  return tidyLines(decodeEntities(text))
}

function tidyLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\0-\u0008\u000E-\u001F\u007F-\u009F\uFEFF]/gu, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[\n ]*/gu, '\n')
    .trim()
}

const linkAttribute =
  /(\s(?:href|src|cite|action|poster|longdesc|background|data-src|data-original)\s*=\s*)(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/giu

/** Returns `html` with the addresses in its attributes made absolute from `base`. */
export function absoluteLinks(html: string, base: string | null): string {
  if (base === null || !html.includes('=')) return html
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
