/** Takes out of a feed's HTML what runs or loads instead of being read: the feeds' texts are strangers' markup. */

const scripts = /<(script|style)(?=[\s>/])/giu
const loaders = /<\/?(?:applet|object|embed|frameset|frame|link|meta|base|script|style)(?=[\s>/])[^<>]*>?/giu
const tags = /<[a-z][^<>]*>/giu
const handlers = /[\s"']on[a-z]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)/giu
const scriptLinks =
  /(\s(?:href|src|action)\s*=\s*)(?:"\s*javascript:[^"]*"|'\s*javascript:[^']*'|javascript:[^\s>]*)/giu

/** Returns `html` without scripts, styles, plug-ins, frames and handlers; the text of all else stays. */
export function withoutActive(html: string): string {
  if (!isSuspect(html)) return html
  return withoutScripts(html)
    .replace(loaders, '')
    .replace(tags, (tag) => tag.replace(handlers, '').replace(scriptLinks, '$1""'))
    .trim()
}

/** A browser shows nothing of a script that never ends; neither do we. */
function withoutScripts(html: string): string {
  let kept = ''
  let from = 0
  scripts.lastIndex = 0
  for (let match = scripts.exec(html); match; match = scripts.exec(html)) {
    kept += html.slice(from, match.index)
    const end = new RegExp(`</${match[1]}(?=[\\s>/])[^<>]*>?`, 'giu')
    end.lastIndex = scripts.lastIndex
    if (!end.exec(html)) return kept
    from = end.lastIndex
    scripts.lastIndex = from
  }
  return kept + html.slice(from)
}

const names = /(?:script|style|applet|object|embed|frame|link|meta|base)/iy
const scriptValue = /\s?["']?\s?javascript:/iy
const lower = 32

/** Nearly no feed has any of it, and one pattern for all of it would take as long as all other reading. */
function isSuspect(html: string): boolean {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const pair = ((html.charCodeAt(at + 1) | lower) << 8) | (html.charCodeAt(at + 2) | lower)
    if (!beginnings.has(pair)) continue
    names.lastIndex = at + 1
    if (names.test(html)) return true
  }
  for (let at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
    scriptValue.lastIndex = at + 1
    if (isHandler(html, at) || scriptValue.test(html)) return true
  }
  return false
}

/** The first two letters of `names`, as one number each. */
const beginnings = new Set(
  'sc st ap ob em fr li me ba'.split(' ').map((pair) => (pair.charCodeAt(0) << 8) | pair.charCodeAt(1)),
)

/** Says whether the name before the equals sign begins with `on`. */
function isHandler(html: string, equals: number): boolean {
  let start = equals
  while (start > 0 && isLetter(html.charCodeAt(start - 1) | lower)) start--
  return (
    (html.charCodeAt(start) | lower) === 111 &&
    (html.charCodeAt(start + 1) | lower) === 110 &&
    equals - start > 2
  )
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122
}
