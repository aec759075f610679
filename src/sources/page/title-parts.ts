/** Compares titles and takes them apart: headline, section, name of the site; for title.ts. */

/** Only letters and digits, in lower case. */
export const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** True for what stands behind a title's last separator. */
export function endsTitle(title: string, heading: string): boolean {
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

/** True for the site's name said again. */
export function isSiteName(heading: string, siteName: string | null): boolean {
  return siteName !== null && bare(heading) === bare(siteName)
}

/** True where a title holds another's letters, wherever its words part. */
export function contains(outer: string, inner: string): boolean {
  return bare(inner) !== '' && bare(outer).includes(bare(inner))
}

/** True where a title holds a heading as whole words; Chinese sets no spaces between them. */
export function says(title: string, heading: string): boolean {
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

/** What sites and their sections are called. */
export const siteWords =
  /(?:网|網|频道|頻道|中心|新闻|新聞|日报|日報|晚报|晚報|在线|客户端|论坛|論壇|博客|资讯|資訊|周刊|杂志|财经|科技|体育)$|\b(?:news|times|post|daily|blog|magazine|journal|tribune|herald)$/iu

/** Cuts ` - Site` off a title: by the known name, else the shorter end behind the last separator. */
export function withoutSite(title: string, siteName: string | null): string {
  const parts = title
    .replace(/\s*::$/u, '')
    .split(/\s+(?:[|–—·»«:@-]|::)\s+|\s*[|｜_]\s*|(?<=\p{Script=Han})\s*[-–—]+\s*(?=\p{Script=Han})/u)
  if (parts.length < 2) return title
  if (siteName) {
    const isSite = (part: string) => contains(siteName, part) || contains(part, siteName)
    const site = parts.findIndex(isSite)
    // Behind a blog's name stands that of its host.
    const rest =
      site > 0 && /\s@\s/u.test(title) ? parts.slice(0, site) : parts.filter((part) => !isSite(part))
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

const separators = /\s[|–—·»«-]\s|[|｜_－]|-{2,}|[:：]\s|\s\(/gu

/** All that stands before or behind one of the separators of a title, or between two of them. */
export function partsOf(title: string): string[] {
  const ends = [...title.matchAll(separators)].flatMap(({ 0: { length }, index }) => [
    title.slice(0, index).trim(),
    title.slice(index + length).trim(),
  ])
  return [...ends, ...title.split(separators).map((part) => part.trim())]
}
