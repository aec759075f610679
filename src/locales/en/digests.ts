/** The words around the articles of a digest, in English. */
import { formatNumber, plural } from '../format.ts'

const articles = (n: number) =>
  `${formatNumber('en', n)} ${plural('en', n, { one: 'article', other: 'articles' })}`

export const digests = {
  title: (number: number) => `Digest no. ${formatNumber('en', number)}`,
  previewTitle: 'What is new now',
  previewNote: 'A look ahead: your next digest still tells all of this.',
  count: (shown: number, sources: number) =>
    `${articles(shown)} from ${formatNumber('en', sources)} ${plural('en', sources, { one: 'source', other: 'sources' })}`,
  late: (day: string, clock: string) => `This was due ${day} at ${clock}; it comes late because I was off.`,
  merged: (n: number) =>
    `It also covers ${plural('en', n, { one: 'one earlier digest that was', other: `${formatNumber('en', n)} earlier digests that were` })} missed.`,
  afterHoliday: 'Welcome back: what was new while your digests were paused.',
  afterMove: (day: string, clock: string) =>
    `In your new time zone the digest of ${day}, ${clock} had passed already; here it is.`,
  quietWeek: 'A quiet week: nothing new in what you follow. I keep looking.',
  /** Before a headline. */
  update: '🔄 Update: ',
  watched: (word: string) => `👁 You watch “${word}”`,
  carried: 'You asked for this one',
  because: (title: string) => `Because you liked “${title}”`,
  tools: 'Rate or save …',
  leftOutButton: (n: number) => `Left out (${formatNumber('en', n)})`,
  first: 'Your first digest: the newest of the last three days.',
  empty: 'Nothing new today in what you follow.',
  stillReading: 'I am still reading your sources for the first time; more comes with the next digest.',
  otherTopic: 'Other',
  part: (part: number, parts: number) => `Part ${part} of ${parts}`,
  moreSources: (n: number) =>
    `+${formatNumber('en', n)} ${plural('en', n, { one: 'source', other: 'sources' })}`,
  minutes: (n: number) => `${formatNumber('en', n)} min`,
  /** Of an article that its source changed. */
  edited: (when: string) => `updated ${when}`,
  keySentences: 'Key sentences from the articles, chosen without AI.',
  why: (text: string) => `Why it matters: ${text}`,
  by: (author: string) => `by ${author}`,
  originallyBy: (author: string) => `originally by ${author}`,
  read: 'Read',
  original: 'Original',
  leftOut: (n: number) => `Left out: ${articles(n)}`,
  leftOutTitle: 'What was left out, and why',
  nothingLeftOut: 'Nothing was left out.',
  andMore: (n: number) => `… and ${formatNumber('en', n)} more`,
  /** Names of the stored reasons for leaving an article out. */
  reasons: {
    limit: 'less important than those shown',
    length: 'the digest was full',
    told: 'told before, and nothing new since',
    disliked: 'you asked for less like it',
    mutedSource: 'you muted its source',
    mutedTopic: 'you muted its topic',
    mutedStory: 'you muted its story until it moves',
    story: 'the same story as one that is shown',
    duplicate: 'the same text as one that is shown',
    old: 'older than this digest covers',
    muted: 'you muted its words',
    language: 'in another language',
    empty: 'it has no text',
  } as Record<string, string>,
  otherReason: 'did not fit',
}
