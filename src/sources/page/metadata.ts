/** Finds a page's title, author, date, picture and canonical address in JSON-LD, meta elements and visible text. */
import { cleanText } from '../blocks.ts'
import { findByline } from './byline.ts'
import type { LinkedArticle } from './json-ld.ts'
import { indexMetas } from './metas.ts'
import { findPicture, isEmblem } from './picture.ts'
import { findDate } from './page-date.ts'
import { descendants, textOf, type PageElement, type PageTree } from './tree.ts'

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

/** Reads what the whole page says of itself; `tree` must not have been pruned yet. */
export function readMetadata(tree: PageTree, linked: LinkedArticle | null, url: string): Metadata {
  const metas = indexMetas(tree)
  const meta = (...names: string[]) => names.map((name) => metas.get(name)).find((each) => each) ?? null
  const elements = [...descendants(tree.root)]
  const siteName = meta('og:site_name', 'application-name') ?? linked?.siteName ?? null
  return {
    title: findTitle(
      tree,
      linked,
      meta('citation_title', 'og:title', 'twitter:title', 'dc.title'),
      siteName,
      elements,
    ),
    byline: findByline(linked, meta, elements, siteName),
    publishedAt: findDate(linked, meta, elements, url, tree.language),
    image: absolute(
      [
        meta('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image', 'twitter:image:src'),
        linked?.image,
        tree.links.find((each) => /^image_src$/iu.test(each['rel'] ?? ''))?.['href'],
      ].find((each) => each && !isEmblem(each)) ?? findPicture(elements),
      url,
    ),
    siteName,
    language: tree.language ?? meta('content-language', 'og:locale'),
    url: canonical(tree, meta('og:url'), url),
  }
}

function findTitle(
  tree: PageTree,
  linked: LinkedArticle | null,
  social: string | null,
  siteName: string | null,
  elements: readonly PageElement[],
): string | null {
  const wechat = elements.find((each) => each.attributes['id'] === 'activity-name')
  if (wechat) return cleanText(textOf(wechat)) || social
  const documentTitle = cleanText(tree.title).replace(/\s+/gu, ' ')
  const known = [social, linked?.headline, documentTitle].filter(
    (each) => each !== null && each !== undefined,
  )
  const headings = elements
    .filter(
      (each) =>
        isHeadline(each) ||
        (each.name === 'h1' &&
          !siteTitle.test(`${each.attributes['class'] ?? ''} ${each.attributes['id'] ?? ''}`)),
    )
    .toSorted((one, other) => Number(isHeadline(other)) - Number(isHeadline(one)))
    .map((each) =>
      cleanText(textOf(each, 400))
        .replace(/\s+/gu, ' ')
        .replace(/\s*[¶#§]$/u, ''),
    )
    // The site's name in the page's head is often a heading too.
    .filter((each) => isNoInitial(each, documentTitle) && each.length < 300 && !isSiteName(each, siteName))
  // A heading that the title element also carries is the title as readers see it, without the site's name.
  const confirmed = headings
    .filter((heading) => known.some((each) => says(each, heading)))
    // Behind its last separator a title names the site.
    .toSorted(
      (one, other) => Number(endsTitle(documentTitle, one)) - Number(endsTitle(documentTitle, other)),
    )[0]
  // Where the heading names a show, the page says the episode's title beside it.
  if (
    social !== null &&
    confirmed !== undefined &&
    social.length > confirmed.length &&
    !contains(social, confirmed) &&
    bare(confirmed) !== bare(linked?.headline ?? '') &&
    contains(documentTitle, social) &&
    !isSiteName(social, siteName)
  )
    return social
  const home = homeLinks(elements)
  const second = secondTitle(documentTitle, elements, home)
  if (confirmed !== undefined)
    return second !== null &&
      (home.has(bare(confirmed)) ||
        (endsTitle(documentTitle, confirmed) && (second.length > confirmed.length || manual.test(confirmed))))
      ? second
      : confirmed
  const named = linked?.headline ?? social
  if (named) return cleanText(withoutSite(named, siteName)).replace(/\s+/gu, ' ')
  return second ?? (withoutSite(documentTitle, siteName) || headings[0] || null)
}

/** A heading of three letters is none, but two Chinese characters that open the title are a word. */
function isNoInitial(heading: string, title: string): boolean {
  return (
    heading.length > 3 ||
    (heading.length > 1 && /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(heading) && title.startsWith(heading))
  )
}

/** The name of a whole manual, on each of its pages. */
const manual = /\b(?:documentation|docs|manual|reference|handbook)$/iu

/** What the document's title opens or closes with, where a smaller heading or an element named for a title says it too. */
function secondTitle(
  documentTitle: string,
  elements: readonly PageElement[],
  home: ReadonlySet<string>,
): string | null {
  for (const element of elements) {
    const named = `${element.attributes['class'] ?? ''} ${element.attributes['id'] ?? ''}`
    if (siteTitle.test(named) || !(/^h[23]$/u.test(element.name) || /title|headline|biaoti/iu.test(named)))
      continue
    const text = cleanText(textOf(element, 300))
      .replace(/\s+/gu, ' ')
      .replace(/\s*[¶#§]$/u, '')
    if (text.length < 4 || home.has(bare(text))) continue
    if (documentTitle.startsWith(text) && /^\s*[|–—·»_-]|^\s/u.test(documentTitle.slice(text.length)))
      return text
    if (documentTitle.endsWith(text) && /[|–—·»:_-]\s*$/u.test(documentTitle.slice(0, -text.length)))
      return text
  }
  return null
}

/** What the links to the front page say: a site's name leads there; a headline leads nowhere, or to the article. */
function homeLinks(elements: readonly PageElement[]): ReadonlySet<string> {
  return new Set(
    elements
      .filter(
        ({ name, attributes: { href = '' } }) => name === 'a' && /^(?:https?:\/\/[^/]+)?\/?$/iu.test(href),
      )
      .map((each) => bare(textOf(each, 400))),
  )
}

const siteTitle = /(?:^|[\s_-])(?:site|blog|brand|logo)(?:[\s_-]?(?:title|name|header))?(?:$|[\s_-])/iu

function isHeadline(element: PageElement): boolean {
  return /\bheadline\b/u.test(element.attributes['itemprop'] ?? '')
}

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

function endsTitle(title: string, heading: string): boolean {
  return (
    bare(heading) ===
    bare(
      title
        .split(/\s[|–—·-]\s|[|_]/u)
        .slice(1)
        .at(-1) ?? '',
    )
  )
}

function isSiteName(heading: string, siteName: string | null): boolean {
  return siteName !== null && bare(heading) === bare(siteName)
}

function contains(outer: string, inner: string): boolean {
  return bare(inner) !== '' && bare(outer).includes(bare(inner))
}

/** True where a title holds a heading as whole words; Chinese sets no spaces between them. */
function says(title: string, heading: string): boolean {
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(heading))
    return contains(title, heading)
  const [outer, inner] = [title, heading].map(
    (each) =>
      ` ${each
        .toLowerCase()
        .replace(/['’]/gu, '')
        .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
        .trim()} `,
  )
  return inner!.trim() !== '' && outer!.includes(inner!)
}

const siteWords =
  /(?:网|網|频道|頻道|中心|新闻|新聞|日报|日報|晚报|晚報|在线|客户端|论坛|論壇|博客|资讯|資訊|周刊|杂志|财经|科技|体育)$|\b(?:news|times|post|daily|blog|magazine|journal|tribune|herald)$/iu

/** Cuts ` - Site` off a title: by the known name, else the shorter end behind the last separator. */
function withoutSite(title: string, siteName: string | null): string {
  const parts = title.split(
    /\s+[|–—·»«:-]\s+|\s*[|｜_]\s*|(?<=\p{Script=Han})\s*[-–—]+\s*(?=\p{Script=Han})/u,
  )
  if (parts.length < 2) return title
  if (siteName) {
    const rest = parts.filter((part) => !contains(siteName, part) && !contains(part, siteName))
    if (rest.length > 0 && rest.length < parts.length)
      return title.slice(title.indexOf(rest[0]!), title.indexOf(rest.at(-1)!) + rest.at(-1)!.length)
    return title
  }
  const first = parts[0]!
  if (first.length >= title.length * 0.5) return first
  // `Headline-Section-Site` in Chinese, `Site News - Headline` in English: only what is called like a site goes.
  const headline = parts.findLastIndex((part) => !siteWords.test(part))
  if (headline === 0) return first
  const last = parts.at(-1)!
  return parts.length === 2 && siteWords.test(first) && last.length >= title.length * 0.5 ? last : title
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
