/** Reads and writes OPML, the list of subscriptions that feed readers exchange; folders become topics. */
import { UserError } from '../core/errors.ts'
import { escapeAttribute, escapeText } from './feed/entities.ts'
import { absoluteUrl } from './feed/links.ts'
import { oneLine, titleText } from './feed/html-text.ts'
import { readTree } from './feed/read-tree.ts'
import type { XmlNode } from './feed/tree.ts'

/** One feed of a list. */
export interface OpmlSubscription {
  /** Plain text, '' where the list gives none. */
  title: string
  /** Absolute address of the feed. */
  url: string
  /** Absolute address of the site, or null. */
  site: string | null
  /** Names of the folders it stands in, outermost first; those of its categories where it stands in none. */
  folders: string[]
}

/** Lists of ten thousand feeds exist; longer ones are not lists that a person keeps. */
const most = 20_000
/** Folders in folders deeper than this are a broken list; its feeds stand in the outer ones. */
const deepest = 16

/**
 * Returns the feeds in an OPML document, in its order; one that stands in several folders appears once for each.
 * Broken XML is read as far as it goes. Throws `UserError('notOpml')` where there is no list.
 */
export function parseOpml(text: string): OpmlSubscription[] {
  const document = readTree(text, '', () => undefined)
  const found: OpmlSubscription[] = []
  let isList = false
  const walk = (node: XmlNode, folders: readonly string[]): void => {
    for (const child of node.children) {
      if (typeof child === 'string' || found.length >= most) continue
      const name = child.name.replace(/^.*:/u, '')
      if (name === 'opml') isList = true
      if (name !== 'outline') {
        if (name !== 'head') walk(child, folders)
        continue
      }
      const title = titleText(child.attributes['text'] ?? '') || titleText(child.attributes['title'] ?? '')
      const written = child.attributes['xmlurl'] || linkOf(child)
      const site = absoluteUrl(child.attributes['htmlurl'] ?? '', '')
      // A path alone is one of its site.
      const base = site !== null && /^\/(?!\/)/u.test(written) ? site : ''
      const url = absoluteUrl(written, base) ?? absoluteUrl(withScheme(written), '')
      if (url !== null) {
        found.push({
          title,
          url,
          site,
          folders: folders.length > 0 ? [...folders] : categoriesOf(child),
        })
        walk(child, folders)
      } else walk(child, title === '' || folders.length >= deepest ? folders : [...folders, title])
    }
  }
  walk(document, [])
  if (!isList && found.length === 0) throw new UserError('notOpml')
  return found
}

/** A host and a path, as some type them. */
function withScheme(written: string): string {
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:[/?]|$)/u.test(written.trim())
    ? `https://${written.trim()}`
    : ''
}

/** Some programs write the feed's address as `url` of an outline of type rss or link. */
function linkOf({ attributes }: XmlNode): string {
  return /^(?:rss|atom|feed)$/iu.test(attributes['type'] ?? '') ? (attributes['url'] ?? '') : ''
}

/** OPML 2.0: `category="/Tech/Linux,/News"`, slashes between levels, commas between categories; the first that says anything counts. */
function categoriesOf({ attributes }: XmlNode): string[] {
  const categories = (attributes['category'] ?? '').split(',').map((written) =>
    written
      .split('/')
      .map(oneLine)
      .filter((name) => name !== ''),
  )
  return categories.find((names) => names.length > 0) ?? []
}

interface Folder {
  feeds: OpmlSubscription[]
  folders: Map<string, Folder>
}

/** Returns an OPML 2.0 document of `subscriptions` called `title`; feeds of the same folders stand together. */
export function renderOpml(subscriptions: readonly OpmlSubscription[], title: string): string {
  const root: Folder = { feeds: [], folders: new Map() }
  for (const each of subscriptions) {
    let folder = root
    for (const name of each.folders) {
      const inner: Folder = folder.folders.get(name) ?? { feeds: [], folders: new Map() }
      folder.folders.set(name, inner)
      folder = inner
    }
    folder.feeds.push(each)
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${clean(title, escapeText)}</title></head>`,
    '  <body>',
    ...renderFolder(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n')
}

function renderFolder(folder: Folder, indent: string): string[] {
  const lines: string[] = []
  for (const [name, inner] of folder.folders) {
    const text = clean(name, escapeAttribute)
    lines.push(
      `${indent}<outline text="${text}" title="${text}">`,
      ...renderFolder(inner, `${indent}  `),
      `${indent}</outline>`,
    )
  }
  for (const { title, url, site } of folder.feeds) {
    const text = clean(title || url, escapeAttribute)
    const html = site === null ? '' : ` htmlUrl="${clean(site, escapeAttribute)}"`
    lines.push(
      `${indent}<outline type="rss" text="${text}" title="${text}" xmlUrl="${clean(url, escapeAttribute)}"${html}/>`,
    )
  }
  return lines
}

/** XML 1.0 has no controls, not even as references. */
function clean(text: string, escape: (text: string) => string): string {
  return escape(oneLine(text))
}
