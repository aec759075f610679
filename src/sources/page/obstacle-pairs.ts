/** Tells what a short line asks of its reader, by words that come together whatever the phrase; for obstacle.ts. */
import { type Asked, type Speech, speeches } from './obstacle-speech.ts'
import { landSpeeches } from './obstacle-speech-lands.ts'
import { moreSpeeches } from './obstacle-speech-more.ts'

/** A plea for cookies offers to pay instead, and a robot check calls itself an error. */
const order = ['consent', 'captcha', 'error', 'login', 'paywall'] as const

/** Which word of a pair is the rarer one. */
const rarer = { consent: 0, captcha: 1, error: 1, login: 0, paywall: 0 } as const

const compile = (speech: Speech) => ({
  address: speech.address,
  kinds: order.map(
    (kind) =>
      [kind, (speech[kind] ?? []).map((pair) => pair.map((words) => new RegExp(words, 'iu')))] as const,
  ),
})

const compiled = [...speeches, ...moreSpeeches].map(compile)
const compiledLands = landSpeeches.map(compile)
/** The rarer word of each pair in those languages: looked for at once, since few lines have any. */
const hints = new RegExp(
  landSpeeches
    .flatMap((speech) => order.flatMap((kind) => (speech[kind] ?? []).map((pair) => pair[rarer[kind]])))
    .join('|'),
  'iu',
)

/** A line that says more is a paragraph. */
const longestAsked = 220
/** Sites ask for other things too, and below free articles. */
const plea =
  /^["“„«「『]|newsletter|inbox|e-?mail|(?<!\p{L})(?:rss|feed|podcast|donat\p{L}+|comment\p{L}*)(?!\p{L})|thanks for reading|(?:liked|enjoyed|support) (?:this|our)|unterstütz|soutenez|soutenir|apoya|sostieni|赞赏|点赞|在看|公众号|評論|评论|登[录錄陆陸入][^，。；]{0,14}(?:网站|網站|官网|官網|平台|系统|系統)(?!后|後)/iu
/** What stands in quotation marks, somebody else has said. */
const quoted = /[“„«「『][^“„”»」』]{0,200}[”“»」』]/gu

/** What `line` asks of its reader before the article, or null; letters and site mail are none of it. */
export function askedBy(line: string): Asked | null {
  if (line.length > longestAsked || plea.test(line)) return null
  const own = line.replace(quoted, ' ')
  const spoken = [...compiled, ...(hints.test(own) ? compiledLands : [])].filter(({ address }) =>
    address.test(own),
  )
  const asks = (kind: Asked) =>
    spoken.some(({ kinds }) =>
      kinds.some(
        ([each, pairs]) => each === kind && pairs.some((pair) => pair.every((words) => words.test(own))),
      ),
    )
  const first = order.find(asks) ?? null
  // Who may also subscribe need not only say who he is.
  return first === 'login' && /subscri/iu.test(own) && asks('paywall') ? 'paywall' : first
}
