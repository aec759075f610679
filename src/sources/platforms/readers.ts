/** Takes the feed out of the address of a reader's subscribe page: on a site's buttons, and where somebody pastes one. */
import type { Platform } from './place.ts'

/** Readers and share pages that carry a feed in the address of the page where it is subscribed to. */
const readers =
  'feedly.com inoreader.com newsblur.com theoldreader.com subtome.com fusion.google.com my.yahoo.com bloglines.com netvibes.com follow.it feedbin.com antennapod.org podcastaddict.com gpodder.net'.split(
    ' ',
  )
const address = new RegExp(
  `^(?:(?:overcast|downcast|castro)://|https?://(?:(?:[\\w-]+\\.)*(?:${readers.join('|').replaceAll('.', '\\.')})|www\\.addtoany\\.com/(?:add_to|subscribe)))/?.*?(https?(:|%3A).+)$`,
  'iu',
)

/** Returns the address inside that of a reader's page, null for every other page. */
export function feedInside(href: string): string | null {
  const bare = /^https?:\/\/(?:www\.)?subscribeonandroid\.com\/([\w-]+\..+)$/iu.exec(href)?.[1]
  if (bare !== undefined) return `http://${bare}`
  const [, written, colon] = address.exec(href) ?? []
  if (written === undefined) return null
  // What is coded as a whole ends where the next parameter begins; bare, nobody can tell.
  return colon === ':' ? written : decoded(written.replace(/&.*$/su, ''))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const readerPlatforms: readonly Platform[] = [...readers, 'addtoany.com', 'subscribeonandroid.com']
  .flatMap((host) => [host, `.${host}`])
  .map((host): Platform => [host, ({ url }) => [feedInside(url.href)]])
