/** Where shows and galleries have their feeds that only the page tells, or a directory knows by number; a table for platforms.ts. */
import { hub, type Place, type Platform } from './place.ts'

export const voicePlatforms: readonly Platform[] = [
  ['podcasts.apple.com', apple],
  ['itunes.apple.com', apple],
  ['embed.podcasts.apple.com', apple],
  ...['pca.st', 'castro.fm'].map(
    (host): Platform => [host, ({ parts: [at, id], bridges }) => [at === 'itunes' && byNumber(id, bridges)]],
  ),
  ...['anchor.fm', 'creators.spotify.com', 'podcasters.spotify.com'].map(
    (host): Platform => [
      host,
      ({ html }) => {
        const show = /anchor\.fm\\?\/s\\?\/([0-9a-f]+)\\?\/podcast/u.exec(html)?.[1]
        return [show && `https://anchor.fm/s/${show}/podcast/rss`]
      },
    ],
  ),
  ...['transistor.fm', 'captivate.fm', 'fireside.fm'].map((host): Platform => [`.${host}`, hosted]),
  ['overcast.fm', ({ parts: [at], bridges }) => [byNumber(/^itunes(\d+)$/u.exec(at ?? '')?.[1], bridges)]],
  ['pod.link', ({ parts: [at], bridges }) => [byNumber(/^\d+$/u.exec(at ?? '')?.[0], bridges)]],
  ['podcasts.google.com', ({ parts: [at, coded] }) => [at === 'feed' && coded && decoded(coded)]],
  [
    'xiaoyuzhoufm.com',
    ({ parts: [at], html, bridges }) => {
      const show = /\/podcast\/([0-9a-f]{24})/u.exec(html)?.[1]
      return [at === 'episode' && show && hub(bridges, `xiaoyuzhou/podcast/${show}`)]
    },
  ],
  [
    '.podbean.com',
    ({ host }) => [!host.startsWith('feed.') && `https://feed.podbean.com/${host.slice(0, -12)}/feed.xml`],
  ],
  [
    'open.spotify.com',
    ({ parts, html, bridges }) => {
      const show = /spotify(?:\.com\/|:)show[/:](\w{22})/u.exec(html)?.[1]
      return [parts.includes('episode') && show && hub(bridges, `spotify/show/${show}`)]
    },
  ],
  ['soundcloud.com', soundcloud],
  [
    'music.163.com',
    ({ url, bridges }) => {
      const [, kind, id] =
        /(djradio|playlist|artist)\?(?:[^#]*&)?id=(\d+)/u.exec(url.hash || url.pathname + url.search) ?? []
      return [kind && hub(bridges, `163/music/${kind}/${id}`)]
    },
  ],
  [
    '.deviantart.com',
    ({ host }) => [`https://backend.deviantart.com/rss.xml?q=gallery%3A${host.split('.', 1)[0]}`],
  ],
  [
    'flickr.com',
    ({ html }) => {
      const owner = /"(?:nsid|ownerNsid)"\s*:\s*"([\w@]+)"/u.exec(html)?.[1]
      return [owner && `https://www.flickr.com/services/feeds/photos_public.gne?id=${owner}`]
    },
  ],
]

function apple({ parts, html, bridges }: Place) {
  if (parts.includes('channel')) return []
  const told = /"feedUrl"\s*:\s*("https?:(?:[^"\\]|\\.){1,2000}")/u.exec(html.replaceAll('&quot;', '"'))?.[1]
  return [told && unquoted(told), byNumber(/^id(\d+)$/u.exec(parts.at(-1) ?? '')?.[1], bridges)]
}

/** Each show has a host of its own, and its feed at another under the same name. */
function hosted({ host }: Place) {
  const [name, ...platform] = host.split('.')
  if (/^(?:www|feeds?|help|support|api|share|player|app|my|docs|status)$/u.test(name!)) return []
  const feed = `https://feeds.${platform.join('.')}/${name}`
  return [platform[0] === 'captivate' ? `${feed}/` : platform[0] === 'fireside' ? `${feed}/rss` : feed]
}

/** Shows go by the number that Apple gave them elsewhere too. */
function byNumber(number: string | undefined, bridges: Place['bridges']) {
  return number && hub(bridges, `apple/podcast/${number}`)
}

function unquoted(json: string): string | null {
  try {
    return JSON.parse(json) as string
  } catch {
    return null
  }
}

function decoded(base64: string): string | null {
  const text = Buffer.from(base64, 'base64url').toString('utf8')
  return /^https?:\/\/\S+$/u.test(text) ? text : null
}

function soundcloud({ parts: [who], html }: Place) {
  const number = /soundcloud(?::\/\/users:|:users:)(\d+)/u.exec(html)?.[1]
  return [who && number && `https://feeds.soundcloud.com/users/soundcloud:users:${number}/sounds.rss`]
}
