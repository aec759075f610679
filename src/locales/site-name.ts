/** The name by which a reader knows a site that has told no other: the host of its address. */
import { domainToUnicode } from 'node:url'

/** Scripts whose letters pass for Latin ones; a host of theirs under a Latin ending may be made to deceive. */
const lookAlike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}].*\.[a-z\d-]+$/u

/** "news.example" of `https://www.news.example/a`, in the letters of its language; `address` itself where it is none. */
export function siteName(address: string): string {
  const host = URL.parse(address)?.hostname.replace(/^www\./u, '')
  if (!host) return address
  const written = domainToUnicode(host)
  return written === '' || lookAlike.test(written) ? host : written
}
