/** What went wrong and what to do about it, in English; keys are those of UserError. */
import type { ErrorArgs, ErrorKey } from '../../core/errors.ts'
import { plural } from '../format.ts'

type Sentence = (args: ErrorArgs) => string

const at = (args: ErrorArgs, name = 'host') => (args[name] === undefined ? 'that site' : String(args[name]))
/** The same at the beginning of a sentence. */
const begin = (args: ErrorArgs) => at({ host: 'That site', ...args })

export const errors: Record<ErrorKey, Sentence> = {
  notAdminThere: (args) =>
    `You are no admin of ${args['title'] ?? '?'} any more, so nothing there can be changed from here. An admin of the chat can make you one again.`,
  chatLost: (args) =>
    `I am not in ${args['title'] ?? '?'} any more. Add me there again, then come back here.`,
  noTopicRights: (args) =>
    `I may not make topics in ${args['title'] ?? '?'}. Make me an admin with “Manage topics” there, then tap “A topic for each subject” again in /chats.`,
  notAFeed: () =>
    'I could not find articles to follow there. Try the address of the site’s news or blog page, or of its RSS feed.',
  noFeedThere: (args) =>
    `${begin(args)} gives away no feed of what stands there, so I cannot follow it. Look for the same author, channel or show elsewhere: on a site of its own, in a blog or, for a podcast, in Apple Podcasts.`,
  badUrl: () => 'That does not look like a web address. Send it whole, for example https://example.com/blog',
  addressNotAllowed: () => 'I can only read public web pages. That address is inside a private network.',
  unreachable: (args) => `I could not reach ${at(args)}. Check the address, or try again in a few minutes.`,
  tooLarge: (args) =>
    `That is too big for me${args['megabytes'] === undefined ? '' : ` (over ${args['megabytes']} MB)`}. Try the address of a single article or feed.`,
  timedOut: (args) => `${begin(args)} took too long to answer. Please try again in a few minutes.`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `${begin(args)} says that this page does not exist. Check the address.`
      : `${begin(args)} would not give me the page${args['status'] === undefined ? '' : ` (error ${args['status']})`}. Try again later, or send another address.`,
  emptyArticle: () =>
    'I found no article text there. If the page needs a login, I cannot read it; try another link.',
  notText: () =>
    'That link leads to a file that I cannot read, such as a PDF, a picture or a video. Send me the link of a web page, or the text itself.',
  guarded: () =>
    'That site gave me no article but a page meant for a browser: a check, a consent, a script or an error. Try another link, or send me the text itself.',
  paywalled: () =>
    'The full text is for subscribers or members of that site only, so I cannot summarise it. Try another link, or send me the text itself.',
  badTime: () =>
    'I did not understand that time. Write it like 8:30 or 20:00; several at once are fine: 8:00, 18:30.',
  badZone: () =>
    'I do not know that place. Write a city such as Tokyo, a zone such as Europe/Paris, or UTC+8.',
  badDays: () =>
    'I did not understand those days. Write for example “Mon Wed Fri”, “weekdays” or “every day”.',
  tooManySubscriptions: (args) =>
    `You follow ${args['limit'] ?? 'the most'} topics and sources, which is as many as I can handle. Stop following one in /list first.`,
  nothingFollowed: () =>
    'You follow nothing yet. Choose a few topics in /topics, or send me the address of a site.',
  notOpml: () =>
    'I cannot read this file. I can take a list of feeds as an OPML file (.opml or .xml), as most feed readers export it, or as a text or CSV file of addresses. For an article, send me its link, or its text, also as a .txt or .md file.',
  fileLost: () => 'That file could not be fetched from Telegram. Please send it again.',
  noFeeds: () =>
    'I found no feeds in that file. Export your subscriptions as OPML from your reader and send that file.',
  askedToWait: () => 'That site asked me to slow down. Please try again in a few minutes.',
  adminsOnly: () => 'Only the admins of this chat can change that.',
  maintenance: () => 'We are doing some work on the machine. Please try again in a little while.',
  turnedAway: () => 'You may not use this bot. If you think this is a mistake, ask the person who runs it.',
  privateOnly: () => 'Please do that in a private chat with me.',
  tooFast: (args) =>
    `That was a lot at once. Give me ${plural('en', Number(args['seconds'] ?? 1), { one: 'a second', other: `${args['seconds'] ?? 1} seconds` })}, then go on.`,
  daySpent: (args) =>
    `That is as much as I can read and answer for one person in a day. You can go on in ${plural('en', Number(args['minutes'] ?? 1), { one: 'a minute', other: `${args['minutes'] ?? 1} minutes` })}; your digests come as ever.`,
  inviteOnly: (args) =>
    `This Gazette is by invitation. Ask the person who runs it to let you in; your number is ${args['user'] ?? '?'}.`,
  emptyText: () => 'I found nothing to sum up in it.',
  emptyInterest: () =>
    'Those words say too little. Name what interests you, for example: robotaxis in Europe.',
  tooManyTopics: (args) =>
    `You have ${args['limit'] ?? 'the most'} topics of your own, which is as many as I can keep. Delete one in /topics first.`,
  notFollowing: () => 'You do not follow that. /list shows everything you follow.',
  noTopic: () =>
    'I know no topic of that name. Choose one in /topics, or send the address of a site to follow.',
  badName: (args) => `Please write a name of one line, up to ${args['limit'] ?? 60} characters.`,
  gone: () => 'That is no longer there. /list shows what you follow, /digest what is new.',
  noSuchFile: (args) => `There is no readable file ${args['file'] ?? ''}.`,
  noSuchChat: (args) => `No chat with the number ${args['chat'] ?? '?'} has written to the bot yet.`,
  modelUnreachable: () => 'The language model cannot be reached. Please try again in a few minutes.',
  tooManyFilters: (args) => `${args['limit'] ?? 100} filters are the most. Remove one in /filters first.`,
  badWord: () => 'I need a word of at least one letter, sign or emoji.',
  tooManySchedules: (args) =>
    `${args['limit'] ?? 10} digests are the most for one chat. Remove one in /schedule first.`,
  badDate: () => 'I did not understand that day. Write it like 2026-12-24.',
  internal: () => 'Something went wrong on my side, and it has been noted. Please try again in a moment.',
}
