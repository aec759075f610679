/** The public preview of a Telegram channel, read as the feed it has not. */
import { expect, test } from 'vitest'
import { readBytes } from '../../src/pipeline/read.ts'
import { readChannel } from '../../src/sources/channel.ts'

const url = 'https://t.me/s/harbour_notes'
const post = (number: number, inside: string, extra = '') =>
  `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message ${extra} js-widget_message">
  <div class="tgme_widget_message_bubble">${inside}<div class="tgme_widget_message_footer"><span class="tgme_widget_message_meta">
  <a class="tgme_widget_message_date" href="https://t.me/harbour_notes/${number}"><time datetime="2026-03-0${number}T08:30:00+00:00" class="time">08:30</time></a>
  </span></div></div></div></div>`
const text = (html: string) =>
  `<div class="tgme_widget_message_text js-message_text" dir="auto">${html}</div>`
const preview = (
  posts: string,
) => `<html><head><meta property="og:title" content="Harbour notes"></head><body>
  <header><div class="tgme_channel_info_header_title"><span dir="auto">Harbour notes 港口</span></div></header>
  <section class="tgme_channel_history js-message_history">${posts}</section></body></html>`

test('posts come newest first, with their lines, addresses, dates and who wrote them', () => {
  const feed = readChannel(
    preview(
      post(1, text('新渡轮今天启航。<br/><br/>票价不变。')) +
        post(
          2,
          '<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/pier"><span>Pier &amp; Quay</span></a></div>' +
            text('The <b>night</b> boat is late <a href="https://example.org/a?b=1&amp;c=2">again</a>.'),
        ),
    ),
    `${url}?before=9`,
  )
  expect(feed).toMatchObject({ title: 'Harbour notes 港口', url: 'https://t.me/harbour_notes' })
  expect(feed?.items).toMatchObject([
    {
      url: 'https://t.me/harbour_notes/2',
      id: 'https://t.me/harbour_notes/2',
      summary: 'The night boat is late again.',
      author: 'Pier & Quay',
      publishedAt: new Date('2026-03-02T08:30:00Z'),
    },
    { url: 'https://t.me/harbour_notes/1', author: null },
  ])
  expect(feed?.items[1]?.summary).toMatch(/^新渡轮今天启航。\n+票价不变。$/u)
})

test('a bare link is told by its preview, a poll by its question; pictures and notices of the service are left out', () => {
  const link =
    text('<a href="https://example.org/x">https://example.org/x</a>') +
    '<a class="tgme_widget_message_link_preview" href="https://example.org/x"><div class="link_preview_title">Ferries go electric</div><div class="link_preview_description">Two boats by spring.</div></a>'
  const feed = readChannel(
    preview(
      post(1, '<a class="tgme_widget_message_photo_wrap"></a>') +
        post(2, text('Harbour notes pinned «x»'), 'service_message') +
        post(3, '<div class="tgme_widget_message_poll_question">Which pier do you use?</div>') +
        post(4, link),
    ),
    url,
  )
  expect(feed?.items.map(({ summary }) => summary)).toEqual([
    expect.stringContaining('Ferries go electric\n\nTwo boats by spring.'),
    'Which pier do you use?',
  ])
})

test('a preview is read as a feed, an empty one too; other pages stay pages', () => {
  const read = (html: string) =>
    readBytes(new TextEncoder().encode(html), { contentType: 'text/html', url, timeZone: 'UTC' })
  expect(read(preview(post(1, text('Fog until noon.'))))).toMatchObject({
    kind: 'feed',
    title: 'Harbour notes 港口',
    items: [{ guid: 'https://t.me/harbour_notes/1', item: { title: 'Fog until noon.' } }],
  })
  expect(read(preview(''))).toMatchObject({ kind: 'feed', items: [] })
  expect(read('<html><body><p>On tgme_channel_history and its like.</p></body></html>').kind).toBe('page')
})
