/** The names by which a reader knows a site that has told no other, and a link among several: from their addresses. */
import { domainToUnicode } from 'node:url'
import { truncate } from '../core/text.ts'

/** In UTF-16 units. */
const longestLink = 200

/** Scripts whose letters pass for Latin ones; a host of theirs under a Latin ending may be made to deceive. */
const lookAlike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}].*\.[a-z\d-]+$/u

/** "news.example" of `https://www.news.example/a`, in the letters of its language; `address` itself where it is none. */
export function siteName(address: string): string {
  const host = URL.parse(address)?.hostname.replace(/^www\./u, '')
  if (!host) return address
  const written = domainToUnicode(host)
  return written === '' || lookAlike.test(written) ? host : written
}

/** "news.example/a?b" of `https://www.news.example/a?b`, with the letters of its path where they fit on a line. */
export function linkName(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  const path = `${url.pathname}${url.search}${url.hash}`
  return truncate(`${siteName(address)}${path === '/' ? '' : readable(path)}`, longestLink)
}

function readable(path: string): string {
  try {
    const written = decodeURI(path)
    return /[\s\p{C}]/u.test(written) ? path : written
  } catch {
    return path
  }
}
