/** Pages that ask not to be kept are told from those that only ask something else. */
import { expect, test } from 'vitest'
import { forbidsKeeping } from '../../src/sources/robots.ts'

const meta = (content: string, name = 'robots') =>
  `<head><meta name="${name}" content="${content}"></head><p>正文`

test.each([
  ['noarchive', meta('noindex, NoArchive'), null, true],
  ['none', meta('none', 'ROBOTS'), null, true],
  ['no snippet at all', meta('max-snippet:0'), null, true],
  ['for us alone', meta('nosnippet', 'gazette'), null, true],
  ['for another robot', meta('noarchive', 'otherbot'), null, false],
  ['index and follow', meta('index,follow,max-snippet:-1'), null, false],
  ['only hidden from search', meta('noindex'), null, false],
  ['in a comment', `<!-- ${meta('noarchive')} -->`, null, false],
  ['nothing', '', null, false],
  ['the header', '', 'noindex, noarchive', true],
  ['the header for us', '', 'gazette: noarchive', true],
  ['the header for another robot', '', 'otherbot: noarchive', false],
  ['a date before it', '', 'unavailable_after: 25 Jun 2030 15:00:00 PST, noarchive', true],
  ['for another robot in the same line', '', 'index, otherbot: noarchive', false],
  ['for us behind another robot', '', 'otherbot: noindex, gazette: noarchive', true],
  ['the older word', meta('nocache'), null, true],
  ['a header of something else', '', 'max-image-preview:large', false],
])('%s', (_name, html, header, forbidden) => {
  expect(forbidsKeeping(html, header)).toBe(forbidden)
})
