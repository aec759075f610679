/** What the bot says to the operators of an installation, in English. */
import { formatNumber, plural } from '../format.ts'

const n = (value: number) => formatNumber('en', value)
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${plural('en', value, { one, other })}`

export const admin = {
  isRead: 'It is being read.',
  isNotRead: 'It is not read.',
  askSource:
    'Send the address of a site or a feed. What it brings will come to everybody who follows this topic.',
  askTopic:
    'Write the name of the topic, a colon, and words by which I know its articles. For example: Rowing: regatta, oar, coxswain',
  inCatalogue: (name: string) => `${name} is in the catalogue now.`,
  labels: {
    addSource: '+ Add a source',
    addTopic: '+ Add a topic',
    renameTopic: 'Rename this topic',
    stopReading: 'Stop reading it',
    readAgain: 'Read it again',
    chart: 'Chart of 30 days',
    failing: 'Failing sources',
    broadcast: 'Message to everybody',
    readers: 'One reader',
    catalogue: 'Catalogue',
    openToAll: 'Open to everybody',
    byInvitation: 'By invitation only',
    beginMaintenance: 'Begin maintenance',
    endMaintenance: 'End maintenance',
    refresh: 'Look again',
    back: '‹ Back',
    test: 'Show it to me again',
    rewrite: 'Write it anew',
    cancel: 'Cancel',
    stop: 'Stop',
    block: 'Turn away',
    unblock: 'Let in again',
    usualLimit: 'The usual limit',
  },
  title: 'How Gazette is doing',
  chats: (active: number, paused: number, lost: number) =>
    `Chats: ${n(active)} active, ${n(paused)} paused, ${n(lost)} lost`,
  today: (digests: number, failures: number) =>
    `Today: ${count(digests, 'digest', 'digests')}, ${n(failures)} undelivered`,
  sources: (total: number, followed: number, failing: number) =>
    `Sources: ${n(total)}, ${n(followed)} followed, ${n(failing)} failing`,
  budget: (used: number, limit: number) => `Model today: ${n(used)} of ${count(limit, 'token', 'tokens')}`,
  cost: (usd: number) => `Model in 30 days: ${usd.toFixed(2)} USD`,
  noPrice: 'LLM_PRICES lacks a model that was used, so I cannot tell what it cost.',
  inviteOnlyOn: 'New readers need an invitation (/invite).',
  inviteOnlyOff: 'Everybody may begin.',
  maintenanceOn: 'Maintenance: I answer operators only. Digests go on.',
  maintenanceOff: 'I answer everybody.',
  chart: {
    cost: 'Cost of the model in USD',
    title: (days: number) => `The last ${count(days, 'day', 'days')}, from top to bottom:`,
    line: (name: string, last: string, most: string) => `${name}: ${last} today, ${most} at most`,
    subscribers: 'Chats',
    digests: 'Digests',
    failures: 'Undelivered parts',
    tokens: 'Tokens of the model',
  },
  failingLine: (name: string, since: string, followers: number, error: string) =>
    `• ${name}: since ${since}, ${count(followers, 'follower', 'followers')}, ${error}`,
  noneFailing: 'Every source can be read.',
  retried: 'It is read again now.',
  catalogue: 'Which topic’s sources do you want to change?',
  tapSource: 'Tap a source to look at it.',
  noCatalogue: 'This topic has no source of its own.',
  askBroadcast: 'Write the message that every chat shall get. You see it first; nothing is sent yet.',
  draft: (chats: number) => `Above is what ${count(chats, 'chat', 'chats')} will get.`,
  sendTo: (chats: number) => `Send to ${count(chats, 'chat', 'chats')}`,
  progress: (sent: number, waiting: number, failed: number) =>
    `${n(sent)} sent, ${n(waiting)} on their way, ${n(failed)} could not be delivered.`,
  stopped: (chats: number) => `Stopped before ${count(chats, 'chat', 'chats')} got it.`,
  askReader: 'Write the number of a reader: digits only, as /admin and error messages show it.',
  reader: (user: string) => `Reader ${user}`,
  isBlocked: 'Turned away.',
  isWelcome: 'May use the bot.',
  usualLimit: 'The usual limit for the model.',
  ownLimit: (tokens: number) => `At most ${count(tokens, 'token', 'tokens')} of the model a day.`,
  used: (tokens: number) => `${count(tokens, 'token', 'tokens')} in the last 24 hours.`,
  limit: (tokens: number) => n(tokens),
  alerts: {
    budget:
      'The model’s budget for today is spent; summaries are key sentences until tomorrow. LLM_DAILY_TOKENS raises it.',
    lane: (minutes: number) =>
      `Nothing has been sent for ${count(minutes, 'minute', 'minutes')} though messages wait. Is the sender running?`,
    outage: (failing: number, all: number) =>
      `${n(failing)} of ${count(all, 'source', 'sources')} read in the last hour failed. Is the network up?`,
    topic: (name: string, days: number) =>
      `The topic ${name} is followed but has brought nothing for ${count(days, 'day', 'days')}. See its sources in /admin.`,
  },
}
