/** Reads the public preview of a Telegram channel (`t.me/s/NAME`) as the feed that it lacks. */
import { parseDate } from './dates.ts'
import type { Feed, FeedItem } from './feed/entry.ts'
import { oneLine } from './feed/html-text.ts'
import { htmlToText } from './item.ts'
import { descendants, parsePage, serialise, textOf, type PageElement } from './page/tree.ts'

const prefix = 'tgme_widget_message'

/** Returns the posts of the channel whose preview `html` is, newest first; null where it is another page. */
export function readChannel(html: string, url: string): Feed | null {
  if (!html.includes('tgme_channel_history')) return null
  const { root, metas } = parsePage(html)
  const history = withClass(root, 'tgme_channel_history')
  if (!history) return null
  const name = withClass(root, 'tgme_channel_info_header_title')
  const shared = metas.find(({ property }) => property === 'og:title')?.['content'] ?? ''
  return {
    title: name ? textOf(name, 200) : oneLine(shared),
    url: URL.parse(url)?.href.replace(/\/s\/([^/?#]+).*$/u, '/$1') ?? url,
    author: null,
    items: [...descendants(history)]
      .filter((each) => hasClass(each, prefix) && !hasClass(each, 'service_message'))
      .map((each) => readPost(each, url))
      .filter((each) => each !== null)
      .reverse(),
    paceMs: 0,
    quietHours: [],
  }
}

/** A post of pictures alone says nothing that could be told. */
function readPost(post: PageElement, base: string): FeedItem | null {
  const address = URL.parse(withClass(post, `${prefix}_date`)?.attributes['href'] ?? '', base)
  const contentHtml = contentOf(post)
  if (!address || contentHtml === '') return null
  const time = [...descendants(post)].find(
    ({ name, attributes }) => name === 'time' && attributes['datetime'],
  )
  const author =
    withClass(post, `${prefix}_from_author`) ?? withClass(post, `${prefix}_forwarded_from_name`) ?? null
  return {
    title: '',
    url: address.href,
    id: address.href,
    publishedAt: parseDate(time?.attributes['datetime'] ?? ''),
    summary: htmlToText(contentHtml),
    contentHtml,
    author: author && textOf(author, 200),
  }
}

/** What was written; where that is a bare link or nothing, what is linked or attached. */
function contentOf(post: PageElement): string {
  const written = withClass(post, `${prefix}_text`)
  const words = written ? textOf(written).replace(/https?:\/\/\S+/gu, '') : ''
  const attached = /[\p{L}\p{N}]/u.test(words)
    ? []
    : [
        'link_preview_title',
        'link_preview_description',
        `${prefix}_poll_question`,
        `${prefix}_document_title`,
      ]
        .map((name) => withClass(post, name))
        .filter((each) => each !== undefined)
  return [...(written ? [written] : []), ...attached]
    .map((each) => `<p>${serialise(each.children, ['href'])}</p>`)
    .join('')
}

function hasClass({ attributes }: PageElement, name: string): boolean {
  return (attributes['class'] ?? '').split(/\s+/u).includes(name)
}

function withClass(from: PageElement, name: string): PageElement | undefined {
  for (const each of descendants(from)) if (hasClass(each, name)) return each
  return undefined
}
