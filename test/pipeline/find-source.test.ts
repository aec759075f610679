/** What can be followed behind an address whose page is closed to programs, or leads elsewhere; fetches are faked. */
import { expect, test } from 'vitest'
import { RetryLater, UserError } from '../../src/core/errors.ts'
import type { Pipeline } from '../../src/pipeline/context.ts'
import { findHits } from '../../src/pipeline/find-source.ts'

const feed = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>One</title><link>https://example.org/${title}</link></item></channel></rss>`

/** `pages`: address -> what stands there, or the address it leads to; everything else is refused. */
function web(
  pages: Record<string, string>,
  settings: { rsshubUrl?: string } = {},
  link: string | null = null,
) {
  const asked: string[] = []
  const get = async (url: string): Promise<unknown> => {
    asked.push(url)
    const body = pages[url]
    if (body === undefined) throw new UserError('httpStatus', { host: new URL(url).hostname, status: 403 })
    if (body === 'wait') throw new RetryLater('wait', 1000)
    if (body.startsWith('https://')) return get(body)
    const headers = { contentType: null, link, robots: null }
    return {
      url,
      redirectedPermanently: null,
      headers,
      notModified: false,
      bytes: new TextEncoder().encode(body),
    }
  }
  const pipeline = {
    now: () => new Date('2026-03-31T19:10:00Z'),
    settings: { siteTimeZone: 'UTC', ...settings },
    fetcher: { get },
    politeness: { run: (_url: string, work: () => unknown) => work() },
  } as unknown as Pipeline
  const titles = async (url: string) =>
    (await findHits(pipeline, url)).map(({ reading }) => ('title' in reading ? reading.title : ''))
  return { asked, titles }
}

test('a platform that turns programs away is followed by what its address tells', async () => {
  const { titles } = web({ 'https://www.reddit.com/r/harbours/.rss': feed('harbours') })
  expect(await titles('https://www.reddit.com/r/harbours/')).toEqual(['harbours'])
})

test('so is one that leads to a page of its own about visitors', async () => {
  const { titles } = web(
    {
      'https://weibo.com/u/1234567': 'https://passport.weibo.com/visitor',
      'https://passport.weibo.com/visitor': '<html><body>Visitor</body></html>',
      'https://hub.example/weibo/user/1234567': feed('ann'),
    },
    { rsshubUrl: 'https://hub.example' },
  )
  expect(await titles('https://weibo.com/u/1234567')).toEqual(['ann'])
})

test('where no announced feed can be read, the usual places are tried', async () => {
  const { titles } = web({
    'https://example.org/': '<link rel="alternate" type="application/rss+xml" href="/gone.xml">',
    'https://example.org/feed': feed('usual'),
  })
  expect(await titles('https://example.org/')).toEqual(['usual'])
})

test('a feed that only a Link header announces is found', async () => {
  const link =
    '<https://example.org/>; rel="canonical", </f>; title="a, b; c"; rel=alternate; type="application/rss+xml"'
  const { titles } = web(
    { 'https://example.org/': '<p>Hello', 'https://example.org/f': feed('header') },
    {},
    link,
  )
  expect(await titles('https://example.org/')).toEqual(['header'])
})

test('a link called RSS may lead to a page that lists feeds', async () => {
  const { titles } = web({
    'https://example.org/': '<a href="/rss">RSS</a>',
    'https://example.org/rss': '<a href="/rss/sea.xml">Sea</a> <a href="/rss/sky.xml">Sky</a>',
    'https://example.org/rss/sea.xml': feed('sea'),
    'https://example.org/rss/sky.xml': feed('sky'),
  })
  expect(await titles('https://example.org/')).toEqual(['sea', 'sky'])
})

test('what neither page nor address offers is refused as the site refused it', async () => {
  await expect(web({}).titles('https://example.org/blog')).rejects.toMatchObject({ key: 'httpStatus' })
  const { titles, asked } = web({ 'https://example.org/blog': '<p>Nothing.</p>' })
  await expect(titles('https://example.org/blog')).rejects.toMatchObject({ key: 'notAFeed' })
  expect(asked.length).toBeGreaterThan(3)
})

test('a platform without feeds is named as one, and not searched through', async () => {
  const show = 'https://open.spotify.com/show/abc'
  const { titles, asked } = web({ [show]: '<html><body>Listen</body></html>' })
  await expect(titles(show)).rejects.toMatchObject({ key: 'noFeedThere', args: { host: 'open.spotify.com' } })
  expect(asked).toEqual([show])
  await expect(web({}).titles('https://x.com/ann')).rejects.toMatchObject({ key: 'noFeedThere' })
  const busy = web({ 'https://x.com/ann': 'wait' }).titles('https://x.com/ann')
  await expect(busy).rejects.toBeInstanceOf(RetryLater)
})

test('a channel of Telegram is followed through its public preview', async () => {
  const preview =
    '<meta property="og:title" content="Harbour notes"><section class="tgme_channel_history"><div class="tgme_widget_message"><div class="tgme_widget_message_text">Fog.</div><a class="tgme_widget_message_date" href="https://t.me/harbour_notes/1"></a></div></section>'
  const { titles } = web({
    'https://t.me/harbour_notes': '<html><body>You can view and join @harbour_notes.</body></html>',
    'https://t.me/s/harbour_notes': preview,
  })
  expect(await titles('https://t.me/harbour_notes')).toEqual(['Harbour notes'])
})
