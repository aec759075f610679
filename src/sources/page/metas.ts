/** Indexes a page's meta elements by every name they go by, for metadata.ts. */
import { cleanText } from '../blocks.ts'
import type { PageTree } from './tree.ts'

/** A paper of more is known by its first. */
const mostWriters = 6

/** The first filled element of each name; of those that name an author of a paper, all. */
export function indexMetas(tree: PageTree): Map<string, string> {
  const metas = new Map<string, string>()
  const writers: string[] = []
  for (const each of tree.metas) {
    const content = cleanText(each['content'] ?? '')
    if (content === '') continue
    if (each['name']?.toLowerCase() === 'citation_author') writers.push(surnameLast(content))
    for (const name of [each['property'], each['name'], each['itemprop']])
      for (const key of (name ?? '').toLowerCase().split(/\s+/u))
        if (key !== '' && !metas.has(key)) metas.set(key, content)
  }
  if (writers.length > 0) metas.set('citation_author', writers.slice(0, mostWriters).join(', '))
  return metas
}

/** `Holm, Ida` */
function surnameLast(name: string): string {
  const parts = name.split(/,\s*/u)
  return parts.length === 2 ? `${parts[1]} ${parts[0]}` : name
}
