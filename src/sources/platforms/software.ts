/** Programs that run on any host, known by what their pages say, and where each keeps its feeds; for platforms.ts. */
import { fill } from './patterns.ts'
import type { Place } from './place.ts'

type Program = readonly [
  sign: RegExp,
  /** Path and feeds with blanks between them, the first that fits; as in patterns.ts. */
  feeds: readonly (readonly [path: string, feed: string])[],
]

const programs: readonly Program[] = [
  [
    /content="PeerTube"/iu,
    [
      ['(?:c|video-channels)/([^/@]+)', '/feeds/videos.xml?videoChannelName=$1'],
      ['(?:a/|accounts/|@)([^/@]+)', '/feeds/videos.xml?accountName=$1'],
      ['', '/feeds/videos.xml'],
    ],
  ],
  [/content="Friendica/iu, [['profile/([^/?]+)', '/feed/$1']]],
  [
    /lemmy/iu,
    [
      ['([cu])/([^/?]+)', '/feeds/$1/$2.xml'],
      ['$', '/feeds/all.xml'],
    ],
  ],
  [
    /mastodon/iu,
    [
      ['(?:web/|deck/)?(users|tags)/([^/?]+?)(?:\\.rss)?(?:[/?]|$)', '/$1/$2.rss'],
      ['(@[^/@]+)/tagged/([^/?]+)', '/$1/tagged/$2.rss'],
    ],
  ],
  [
    /to use (?:pleroma|akkoma)|"software":"(?:pleroma|akkoma)"/iu,
    [['(?:users/)?(?!main|about|notice|objects)([^/?]+)/?$', '/users/$1/feed.rss']],
  ],
  [
    /content="pixelfed"|- pixelfed<\/title>/iu,
    [['(?:p/)?(?!discover|site|login)([^/?]+)', '/users/$1.atom']],
  ],
  [
    /^gitlab\.|content="GitLab"/iu,
    [
      ['(?:users/)([^/]+)', '/$1.atom'],
      [
        '(?!explore|users|dashboard|help|search)(.+?/.+?)/-/(issues|merge_requests|releases)/?(?:[?]|$)',
        '/$1/-/$2.atom',
      ],
      ['(?!explore|users)([^/]+/[^/]+)/(?:commits|tree|blob)/([^/?]+)', '/$1/-/commits/$2?format=atom'],
      ['(?!explore|users)(.+?/.+?)/-/(?:commits|tree|blob)/([^/?]+)', '/$1/-/commits/$2?format=atom'],
      [
        '(?!explore|users|dashboard|help|search)(.+?/.+?)(?:/-/|$)',
        '/$1/-/tags?format=atom /$1/-/releases.atom /$1.atom',
      ],
      ['(?!explore|users|dashboard|help|search)([^/?]+)', '/$1.atom'],
    ],
  ],
  [
    /^(?:codeberg\.org|gitea\.com)\n|(?:content="[^"]{0,200}\b(?:forgejo|gitea)\b)/iu,
    [
      ['([^/]+/[^/]+)/(?:commits|src)/branch/([^/?]+)', '/$1/rss/branch/$2'],
      ['([^/]+/[^/]+)/tags', '/$1/tags.rss'],
      ['(?!explore|user/)([^/]+/[^/?]+)', '/$1/releases.rss /$1.rss'],
      ['(?!explore)([^/?]+)', '/$1.rss'],
    ],
  ],
  [
    /content="Discourse|discourse-application/iu,
    [
      ['(t/(?:[^/]+/)?\\d+|c/.+?/\\d+|tag/[^/?]+)', '/$1.rss'],
      ['(u/[^/?]+)', '/$1/activity.rss'],
      ['top(\\?period=[a-z]+)?', '/top.rss$1'],
    ],
  ],
  [
    /content="Discuz!/iu,
    [
      ['(?:.*[?&]fid=|forum-)(\\d+)', '/forum.php?mod=rss&fid=$1'],
      ['', '/forum.php?mod=rss'],
    ],
  ],
  [
    /content="(?:WriteFreely|Write\.as)/iu,
    [
      ['(?!read|about|login|api|me[/?])([^/?]+)/', '/$1/feed/'],
      ['', '/feed/'],
    ],
  ],
  // A page of theirs is a feed too.
  [/This is Squarespace|\bstatic1?\.squarespace/iu, [['([^?]*)', '/$1?format=rss']]],
  [/content="Joomla!|joomla-script-options/iu, [['([^?]*)', '/$1?format=feed&type=rss']]],
  [/content="HubSpot"/iu, [['([^/?]+)', '/$1/rss.xml']]],
  [/cdn\.shopify\.com/iu, [['blogs/([^/?]+)', '/blogs/$1.atom']]],
  [/invidious/iu, [['channel/([\\w-]+)', '/feed/channel/$1']]],
  [/nitter/iu, [['(?!search|about|i/)(\\w{1,15})', '/$1/rss']]],
  // Writers have hosts of their own there.
  [/"com\.medium\.reader"/iu, [['(?!p/|m/)', '/feed']]],
  [/substackcdn\.com/iu, [['', '/feed']]],
]

/** A program says who it is in its head. */
const headLength = 20_000

/** The feeds of `place`, where a known program runs there. */
export function softwareFeeds(place: Place): (string | null)[] {
  const said = `${place.host}\n${place.html.slice(0, headLength)}`
  const known = programs.find(([sign]) => sign.test(said))
  for (const [path, feed] of known?.[1] ?? []) {
    const filled = feed.split(' ').map((each) => fill(path, each, place))
    if (filled[0] !== null) return filled
  }
  return []
}
