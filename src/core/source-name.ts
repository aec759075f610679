/** Whether a reader's words are the name of a source: its title or its site's, however they are spaced, and without what people add to names. */
import { normalizeText } from './tokens.ts'

/** Names are compared by their letters and digits alone: "Hacker News" is "hackernews". */
const bare = (text: string): string => normalizeText(text).replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')

/** Said beside the name of a site, and seldom a part of it. */
const around =
  /^the\s+|\s+(?:web\s?site|site|blog|feed|rss|magazine|newsletter|news|\.?com)$|(?:的)?(?:网站|網站|官网|官網|博客|部落格|公众号|公眾號|频道|頻道|新闻网|新聞網|新闻|新聞|杂志|雜誌|网|網)$/gu

/** `words` as they are and without what may stand around a name, each to be looked for. */
export function namesIn(words: string): string[] {
  const said = normalizeText(words).trim()
  const stripped = said.replaceAll(around, '').trim()
  const joined = /^[\p{Script=Latin}\p{N}\s.'&-]+$/u.test(stripped) ? [bare(stripped)] : []
  return [...new Set([said, stripped, ...joined])].filter((name) => name !== '')
}

/** Where sites are at home that speak a language, beside `.com`. */
const endings: Readonly<Record<string, readonly string[]>> = {
  en: ['org'],
  zh: ['cn', 'com.cn'],
  ja: ['jp', 'co.jp'],
  pt: ['com.br', 'pt'],
  hi: ['in'],
  ar: ['net'],
}
const mostGuesses = 4
const mostNameWords = 3

/**
 * Hosts where the site of that name may be, likeliest first; none for what no address is made of: other scripts, and more
 * than a few words. `tag` is the language of whoever names it.
 */
export function guessHosts(words: string, tag: string): string[] {
  const names = namesIn(words.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
  const [said = ''] = names
  if (!/^[a-z\d\s.'&-]+$/u.test(said) || said.split(/\s+/u).length > mostNameWords) return []
  const labels = [...new Set(names.map(bare))].filter((label) => label.length > 2 && label.length < 40)
  const language = tag.split('-')[0] ?? ''
  const tails = ['com', ...(endings[language] ?? [language])]
  return tails.flatMap((tail) => labels.map((label) => `${label}.${tail}`)).slice(0, mostGuesses)
}

/** Whether `words` are the whole name of a source: its title, the title's part before a mark, or its host with or without the ending. */
export function isNamed(words: string, { title, address }: { title: string; address: string }): boolean {
  const host = URL.parse(address)?.hostname.replace(/^(?:www|blog|feeds?|rss|m)\./u, '') ?? ''
  const label = host.split('.').slice(0, -1).join('')
  const names = [title, title.split(/\s[-–—|·]\s|[：:|·]/u)[0]!, host, label].map(bare)
  const said = bare(words)
  return said !== '' && names.includes(said)
}
