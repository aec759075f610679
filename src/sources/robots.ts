/** Reads what a page says to robots, so that enrichment keeps no text that its publisher does not want kept. */
import { linkElements } from './page-links.ts'

/** Directives after which a copy of the text may not be kept. https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
const forbidding = /(?:^|[\s,])(?:none|noarchive|nocache|nosnippet|max-snippet\s*:\s*0)(?=$|[\s,])/iu

/**
 * True where `html`'s robots meta elements (those for all robots, or for ours) or the X-Robots-Tag header `header`
 * forbid keeping a copy.
 */
export function forbidsKeeping(html: string, header: string | null): boolean {
  const metas = linkElements(html).filter(
    ({ name, attributes }) =>
      name === 'meta' && /^(?:robots|gazette)$/iu.test(attributes.get('name')?.trim() ?? ''),
  )
  if (metas.some(({ attributes }) => forbidding.test(attributes.get('content') ?? ''))) return true
  // The header may name the robot it means before its directives, and those of several robots come in one line.
  let robot = 'gazette'
  for (const part of (header ?? '').split(',')) {
    const [, name, own = part] = /^\s*(?!max-|unavailable_after)([\w.-]+)\s*:(.*)$/su.exec(part) ?? []
    robot = name?.toLowerCase() ?? robot
    if (robot === 'gazette' && forbidding.test(own)) return true
  }
  return false
}
