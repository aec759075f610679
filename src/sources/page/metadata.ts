/** Finds a page's title, author, date, picture and canonical address in JSON-LD, meta elements and visible text. */
import { detectLanguage } from '../../core/language.ts'
import { findByline } from './byline.ts'
import type { LinkedArticle } from './json-ld.ts'
import { indexMetas } from './metas.ts'
import { findPicture, isEmblem } from './picture.ts'
import { findDate } from './page-date.ts'
import { findTitle } from './title.ts'
import { bare } from './title-parts.ts'
import { descendants, textOf, type PageTree } from './tree.ts'

export interface Metadata {
  title: string | null
  byline: string | null
  publishedAt: Date | null
  image: string | null
  siteName: string | null
  /** BCP-47 tag as the page declares it. */
  language: string | null
  /** Canonical absolute address; the page's own where it names none. */
  url: string
}

/** Reads what the whole page, read at `now`, says of itself; `tree` must not have been pruned yet. */
export function readMetadata(
  tree: PageTree,
  linked: LinkedArticle | null,
  url: string,
  now?: Date,
): Metadata {
  const metas = indexMetas(tree)
  const meta = (...names: string[]) => names.map((name) => metas.get(name)).find((each) => each) ?? null
  const elements = [...descendants(tree.root)]
  const language = tree.language ?? meta('content-language', 'og:locale')
  const siteName = meta('og:site_name', 'application-name') ?? linked?.siteName ?? null
  const title = findTitle(
    tree,
    linked,
    meta('citation_title', 'og:title', 'twitter:title', 'dc.title'),
    siteName,
    elements,
  )
  const byline = findByline(linked, meta, elements, siteName)
  return {
    title,
    // The card of a person or a firm bears the name that the page is about.
    byline: byline !== null && bare(byline) === bare(title ?? '') ? null : byline,
    publishedAt: findDate(linked, meta, elements, url, language ?? languageOf(tree), now),
    image: absolute(
      [
        meta('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src'),
        linked?.image,
        tree.links.find((each) => /^image_src$/iu.test(each['rel'] ?? ''))?.['href'],
      ].find((each) => each && !isEmblem(each)) ?? findPicture(elements),
      url,
    ),
    siteName,
    language,
    url: canonical(tree, meta('og:url'), url),
  }
}

/** What the page is written in, where it does not say so itself. */
function languageOf({ root }: PageTree): string {
  return detectLanguage(textOf(root, 4_000))
}

function absolute(text: string | null, url: string): string | null {
  const parsed = text === null ? null : URL.parse(text, url)
  return parsed && /^https?:$/u.test(parsed.protocol) ? parsed.href : null
}

/** The declared address, unless it names the site's front page or another site. */
function canonical(tree: PageTree, social: string | null, url: string): string {
  const declared = tree.links.find((each) => /\bcanonical\b/iu.test(each['rel'] ?? ''))?.['href'] ?? social
  const here = URL.parse(url)
  const there = declared ? URL.parse(declared.replace(/^(?=www\.[^/]+\.)/iu, 'https://'), url) : null
  if (!here || !there || !/^https?:$/u.test(there.protocol)) return url
  if (there.pathname === '/' && there.search === '' && here.pathname !== '/') return url
  const site = (host: string) => host.replace(/^(?:www|m|mobile|amp|wap)\./u, '')
  return site(here.hostname) === site(there.hostname) ? there.href : url
}
