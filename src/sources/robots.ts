/** Reads what a page says to robots, so that enrichment keeps no text that its publisher does not want kept. */
import { linkElements } from './page-links.ts'

/** Directives after which a copy of the text may not be kept. https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag */
const forbidding = /(?:^|[\s,])(?:none|noarchive|nosnippet|max-snippet\s*:\s*0)(?=$|[\s,])/iu

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
  // The header may name the robot it means before its directives.
  const [, robot, directives] = /^\s*(?!max-)([\w.-]+)\s*:(.*)$/su.exec(header ?? '') ?? [
    null,
    'gazette',
    header ?? '',
  ]
  return robot?.toLowerCase() === 'gazette' && forbidding.test(directives ?? '')
}
