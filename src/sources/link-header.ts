/** Reads HTTP's Link header: where a page has its feeds and a feed its hub; for discover.ts and hub.ts. */

/** One link of the header; `rel` and `type` in lower case, '' where they are missing. */
export interface HeaderLink {
  href: string
  rel: string
  type: string
}

const quoted = '"(?:[^"\\\\]|\\\\.)*"'
const links = new RegExp(`<([^<>]*)>((?:\\s*;\\s*[\\w*-]+\\s*(?:=\\s*(?:${quoted}|[^\\s",;]+))?)*)`, 'gu')
const parameters = new RegExp(`;\\s*([\\w*-]+)\\s*=\\s*(?:(${quoted})|([^\\s",;]+))`, 'gu')

/** Returns the links of a header, in order; several headers come joined by commas. https://www.rfc-editor.org/rfc/rfc8288 */
export function linksOfHeader(header: string | null): HeaderLink[] {
  return [...(header ?? '').matchAll(links)].map(([, href = '', written = '']) => {
    const found = new Map<string, string>()
    for (const [, name = '', inQuotes, bare = ''] of written.matchAll(parameters))
      if (!found.has(name.toLowerCase()))
        found.set(name.toLowerCase(), (inQuotes?.slice(1, -1) ?? bare).trim().toLowerCase())
    return { href, rel: found.get('rel') ?? '', type: found.get('type') ?? '' }
  })
}
