/** Tells links to other sites, which an article gives as its sources, from those of its own site and to its channels. */
import { descendants, textOf, type PageElement } from './tree.ts'

/** Shops, networks and players in which a site has a channel of its own. */
const platform =
  /^(?:(?:follow|listen|subscribe|share)(?: us| now)?(?: on| via| in)?\s)?(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|pinterest|whatsapp|telegram|reddit|e-?mail|rss(?: feed)?|(?:apple|google|itunes|amazon) ?(?:podcasts?|music|play)?|itunes|spotify|stitcher|overcast|pocket ?casts|castro|deezer|audible|tune ?in|castbox|podcast addict|player ?fm|podchaser|iheart ?radio|mastodon|bluesky|threads|tumblr|vk|flipboard|google news|feedly|patreon|ko-?fi|xing|print|微博|微信|知乎|豆瓣|喜马拉雅|小宇宙|网易云音乐)$/iu

/** True for the bare name of such a channel. */
export function isPlatform(label: string): boolean {
  return platform.test(label.trim())
}

/** True for a line of such names: `Apple (HD) | Spotify | RSS`. */
export function namesPlatforms(line: string): boolean {
  const names = line
    .replace(/\([^()]{1,12}\)/gu, '')
    .split(/\s*[|·•,/\n]\s*/u)
    .filter((each) => each !== '')
  return names.length > 1 && names.every(isPlatform)
}

/** The host of an address without the names under which one site stands twice. */
export function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? '').replace(/^(?:www|m|mobile|amp|wap)\./u, '')
}

/** True where `href` leads away from the site at `host` and all sites below its domain. */
export function isElsewhere(href: string, host: string): boolean {
  const there = hostOf(href)
  const domain = host.split('.').slice(-2).join('.')
  return there !== '' && there !== domain && !there.endsWith(`.${domain}`)
}

/** Nobody gives more; a directory does. */
const mostSources = 200

/** True for a list of links, or a box around it, of which most lead to other sites, and not to mere channels. */
export function listsSources(element: PageElement, host: string): boolean {
  if (!/^(?:[uo]l|div|section)$/u.test(element.name)) return false
  let links = 0
  let away = 0
  for (const each of descendants(element)) {
    if (each.name !== 'a') continue
    links += 1
    if (links > mostSources || !isListed(each, element)) return false
    if (isElsewhere(each.attributes['href'] ?? '', host) && !isPlatform(textOf(each, 60))) away += 1
  }
  return links > 0 && away >= links * 0.6
}

function isListed(link: PageElement, top: PageElement): boolean {
  for (let at: PageElement | null = link; at; at = at.parent) {
    if (/^[uo]l$/u.test(at.name)) return true
    if (at === top) return false
  }
  return false
}
