/** Tells what was fetched or sent before anything reads it: the one place where a source's kind is decided. */
import { decodeText } from './charset.ts'

/** What `bytes` hold. 'page' is also what nothing else is. */
export type Kind = 'feed' | 'page' | 'markdown' | 'opml'

/** A root element stands near the start, behind a prolog, comments and perhaps a server's warnings. */
const headBytes = 65_536

/**
 * Returns what `bytes` are. Their beginning decides; the content type and the name in `url` break ties only, because
 * servers call feeds text/html and Markdown text/plain.
 */
export function detectKind(bytes: Uint8Array, contentType: string | null | undefined, url: string): Kind {
  const text = withoutGuard(decodeText(bytes.subarray(0, headBytes), contentType ?? ''))
  const type = (contentType ?? '').split(';')[0]!.trim().toLowerCase()
  const name = (URL.parse(url)?.pathname ?? url).toLowerCase()
  if (/^(?:---|\+\+\+)[^\S\n]*\r?\n/u.test(text)) return 'markdown'
  if (text.startsWith('{')) return jsonKind(text, type, name)
  const markup = markupKind(text.replace(/<!--[\s\S]{0,20000}?-->/gu, ''))
  if (markup) return markup
  if (/\.(?:md|markdown|mdx)$/u.test(name) || /^text\/(?:x-)?markdown$/u.test(type)) return 'markdown'
  if (/^application\/(?:rss|atom|rdf)\+xml$/u.test(type) && text.includes('<')) return 'feed'
  if (name.endsWith('.opml') && text.includes('<')) return 'opml'
  return looksLikeMarkdown(text, type) ? 'markdown' : 'page'
}

/** How files begin that hold no words for us: PDF, PNG, JPEG, GIF, RIFF, ZIP, gzip, MP3, Ogg, Matroska. */
const signatures = [
  '%PDF-',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'RIFF',
  'PK\x03\x04',
  '\x1f\x8b',
  'ID3',
  'OggS',
  '\x1a\x45\xdf\xa3',
]

/** True for a document of another kind, a picture, a film, a sound or an archive; markup is text whatever it is called. */
export function isOtherFile(bytes: Uint8Array, contentType: string | null | undefined): boolean {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (signatures.some((each) => head.startsWith(each)) || head.startsWith('ftyp', 4)) return true
  return /^(?:image|audio|video)\//iu.test(contentType ?? '') && !/^\s*[<{]/u.test(head.replace('ï»¿', ''))
}

/** Cuts off what stands before JSON: blanks, a guard against being run as a script, a callback, comments. */
export function withoutGuard(text: string): string {
  const trimmed = text.trimStart()
  // No two runs of blanks side by side: megabytes of blanks would be tried at every point between them.
  const before = /^(?:\/\*[\s\S]{0,2000}?\*\/\s*)?(?:(?:\)\]\}',?|[\w.$]{1,100}\()\s*)?(?=[[{])/u.exec(
    trimmed,
  )
  const start = before?.[0].length ?? versioned.exec(trimmed)?.[0].length ?? 0
  return trimmed.slice(start)
}

/** A server's warnings, a comment or an assignment before what can only be a JSON Feed; a page may show one. */
const versioned =
  /^(?!<(?:!doctype|html|head|body)[\s>])[^{]{1,2000}(?=\{\s*"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org\\?\/)/iu

/**
 * A JSON object is a feed by its version, by what only feeds call a site, or by its list of items; Hugo's JSON front
 * matter is followed by text.
 */
function jsonKind(text: string, type: string, name: string): Kind {
  if (
    /version["']?\s*(?:=>|[:=])?\s*["']https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/iu.test(text) ||
    type === 'application/feed+json'
  )
    return 'feed'
  if (/\.(?:md|markdown|mdx)$/u.test(name) || /^\{\s*\n[\s\S]*?\n\}\s*\n+[^\s,}\]]/u.test(text))
    return 'markdown'
  if (/"(?:home_page_url|feed_url)"\s*:\s*"|"rss"\s*:\s*\{[\s\S]{0,2000}?"channel"\s*:/u.test(text))
    return 'feed'
  return /"items"\s*:\s*\[/u.test(text) &&
    /"(?:title|content_html|content_text|external_url)"\s*:/u.test(text)
    ? 'feed'
    : 'page'
}

/** The first element that names a kind decides: a page may quote a feed, but not before its own root. */
function markupKind(text: string): Kind | null {
  const roots =
    /<(?:(?:[\w.-]+:)?(rss|feed|entry|rdf|channel|opml)|(?:html|!doctype\s+html|head|body))(?=[\s>/])/giu
  for (const { 1: root = '', index } of text.matchAll(roots)) {
    const name = root.toLowerCase()
    if (name === 'opml') return 'opml'
    if (name === 'rdf') {
      // Pages and pictures carry RDF too; only RSS 1.0 fills it with a channel.
      if (/<(?:[\w.-]+:)?(?:channel|item)[\s>]/iu.test(text.slice(index))) return 'feed'
    } else if (name === 'rss' || name === 'channel') return 'feed'
    else if (name === 'feed' || name === 'entry') {
      if (/atom|<(?:[\w.-]+:)?entry[\s>/]|<(?:[\w.-]+:)?(?:id|updated|title)[\s>]/iu.test(text.slice(index)))
        return 'feed'
    } else return behindPage.test(text.slice(index)) ? 'feed' : 'page'
  }
  return null
}

/** A feed in or behind a server's own page, but none that a script would write. */
const behindPage =
  /(?<!["'`])<(?:\?xml\s[^<>]{0,200}>\s*<(?:rss|feed|rdf:rdf)[\s>]|rss\s[^<>]{0,1000}>\s*<channel[\s>])/iu

function looksLikeMarkdown(text: string, type: string): boolean {
  if (type === 'text/html' || /<(?:div|p|span|table|a|script|meta|title)[\s>]/iu.test(text)) return false
  return (
    type === 'text/plain' ||
    /^#{1,6} \S/mu.test(text) ||
    /^(?:[-*+]|\d+\.) \S/mu.test(text) ||
    /\[[^\]\n]+\]\([^)\s]+\)/u.test(text)
  )
}
