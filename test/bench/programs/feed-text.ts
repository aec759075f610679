/** Writes feeds of invented articles, the same at every run: what the bench's feed farm serves. */
import { topicCatalogue } from '../../../src/core/topic-catalogue.ts'
import { createRandom } from '../../support/random.ts'

const common =
  'the of and a to in on for with from that after before about more than said would could has been'.split(' ')
/** No more of each topic, so that the texts stay the same when the catalogue learns more. */
const subject = topicCatalogue.flatMap((topic) =>
  topic.keywords.slice(0, 80).filter((word) => /^[a-z]+$/u.test(word)),
)
const han = topicCatalogue.flatMap((topic) =>
  topic.keywords.slice(0, 80).filter((word) => /^\p{Script=Han}+$/u.test(word)),
)
const particles = '的 了 在 和 是 将 对 与 从 已 也 为 把 被 让'.split(' ')

/** A writer of one language: words with the long tail of real ones, in sentences and paragraphs. */
function createWriter(seed: number, chinese: boolean) {
  const random = createRandom(seed)
  const rank = (size: number) => Math.floor(size * random() ** 2)
  const pick = (list: readonly string[]) => list[rank(list.length)]!
  const name = () =>
    chinese ? String.fromCodePoint(0x4e00 + rank(3000), 0x4e00 + rank(3000)) : `name${rank(30_000)}`
  const word = () => {
    const kind = random()
    if (kind < 0.45) return pick(chinese ? particles : common)
    return kind < 0.75 ? pick(chinese ? han : subject) : name()
  }
  const words = (count: number) => Array.from({ length: count }, word).join(chinese ? '' : ' ')
  const sentence = () => {
    const text = words(8 + Math.floor(random() * 14))
    return chinese ? `${text}。` : `${text[0]!.toUpperCase()}${text.slice(1)}. `
  }
  const paragraph = () => `<p>${Array.from({ length: 4 }, sentence).join('')}</p>`
  return { random, title: () => words(8), paragraph }
}

/** RSS with `count` articles of 2,000 to 6,000 bytes; every fourth feed is Chinese. `host` is where they seem to be. */
export function writeFeed(feed: number, host: string, count: number): string {
  const { random, title, paragraph } = createWriter(feed + 1, feed % 4 === 0)
  const items = Array.from({ length: count }, (_, at) => {
    const size = 2000 + random() * 4000
    let html = ''
    while (Buffer.byteLength(html) < size) html += paragraph()
    const published = new Date(Date.UTC(2026, 0, 5) - at * 3_600_000).toUTCString()
    return `<item><title>${title()}</title><link>http://${host}/p/${at}?utm_source=rss</link><guid>http://${host}/p/${at}</guid><pubDate>${published}</pubDate><dc:creator>Ida Holm</dc:creator><content:encoded><![CDATA[${html}]]></content:encoded></item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Feed ${feed}</title><link>http://${host}/</link>${items.join('\n')}</channel></rss>`
}
